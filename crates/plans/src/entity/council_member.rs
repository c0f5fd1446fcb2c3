//! Who sits in a council, from when until when.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::{CouncilId, CouncilMemberId};

/// One seat in a council.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "council_members")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CouncilMemberId,
    /// Of which council.
    pub council_id: CouncilId,
    /// 氏名.
    pub name: String,
    /// From where they come, or empty.
    pub organisation: String,
    /// Which seat they have.
    pub seat: Seat,
    /// The first day of their term.
    pub valid_from: String,
    /// The last day of their term; none while it is open.
    pub valid_until: Option<String>,
    /// Grows with every change: two who change it do not overwrite each other.
    pub edition: i32,
    /// Who wrote it last.
    pub written_by: PersonId,
    /// When.
    pub written_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

/// Which seat somebody has.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    EnumIter,
    DeriveActiveEnum,
    serde::Serialize,
    serde::Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Seat {
    /// 会長.
    Chair,
    /// 副会長.
    ViceChair,
    /// 委員.
    Member,
    /// オブザーバー.
    Observer,
    /// 事務局.
    Secretariat,
}

impl Seat {
    /// Every seat, in the order of lists.
    pub const ALL: [Self; 5] = [
        Self::Chair,
        Self::ViceChair,
        Self::Member,
        Self::Observer,
        Self::Secretariat,
    ];
}
