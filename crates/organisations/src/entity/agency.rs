//! The centre's partners (関係機関).

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::AgencyId;

/// A partner of the centre, as the manager and the ward know it. It applies for nothing and has no
/// category: that is an organisation.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, serde::Serialize)]
#[sea_orm(table_name = "agencies")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AgencyId,
    /// 名称, as typed.
    pub name: String,
    /// The same folded, so that none is entered twice.
    pub name_key: String,
    /// What a search is compared with: its name, whom to ask, what it is good for, folded.
    pub search_key: String,
    /// What sort of partner it is.
    pub sort: Sort,
    /// Whom to ask for there, or empty.
    pub contact: String,
    /// In plain ASCII digits, or empty.
    pub telephone: String,
    /// Where it is written to, or empty.
    pub email: String,
    /// 所在地, or empty.
    pub address: String,
    /// What people can be sent there for.
    pub good_for: String,
    /// Whether the centre still works with it.
    pub in_use: bool,
    /// Grows with every edit: two who edit it do not overwrite each other.
    pub edition: i32,
    /// Who wrote it last.
    pub written_by: PersonId,
    /// When.
    pub written_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

/// What sort of partner an agency is.
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
pub enum Sort {
    /// ハローワーク.
    HelloWork,
    /// 就労支援機関.
    EmploymentSupport,
    /// 商工団体: 商工会議所, 産業連合会, 商店街連合会.
    TradeAssociation,
    /// 金融機関.
    Bank,
    /// 大学.
    University,
    /// 公的支援機関: よろず支援拠点, 信用保証協会.
    PublicSupport,
    /// その他.
    Other,
}

impl Sort {
    /// Every sort, in the order in which people choose from them.
    pub const ALL: [Self; 7] = [
        Self::HelloWork,
        Self::EmploymentSupport,
        Self::TradeAssociation,
        Self::Bank,
        Self::University,
        Self::PublicSupport,
        Self::Other,
    ];
}
