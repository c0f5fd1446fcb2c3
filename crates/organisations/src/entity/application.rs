//! Applications for a category (区分の申請).

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::{
    ApplicationId, OrganisationId,
    category::{Locality, Party, Stage},
};

/// An application, as it was handed in last.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "applications")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ApplicationId,
    /// What people name it by; opens nothing.
    pub reference: String,
    /// Who applies.
    pub person_id: PersonId,
    /// For which organisation; none for themselves.
    pub organisation_id: Option<OrganisationId>,
    /// What was typed: `rules::Details` as JSON.
    pub details: String,
    /// The category wished for, or the one that was granted.
    pub locality: Locality,
    /// As what they come.
    pub party: Party,
    /// How far a founder is.
    pub stage: Stage,
    /// What the applicant wants reception to know.
    pub words: String,
    /// Whether it prolongs a registration.
    pub renewal: bool,
    /// How far it is.
    pub state: State,
    /// What reception answered.
    pub answer: String,
    /// Grows with every change.
    pub version: i32,
    /// When it was handed in last.
    pub submitted_at: Instant,
    /// Who answered last.
    pub reviewed_by: Option<PersonId>,
    /// When.
    pub reviewed_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}

/// How far an application is.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    EnumIter,
    DeriveActiveEnum,
    serde::Serialize,
    serde::Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// 受付中: reception has it.
    Submitted,
    /// 差戻し: the applicant is asked to mend it.
    Returned,
    /// 承認.
    Approved,
    /// 不承認.
    Refused,
    /// 取下げ.
    Withdrawn,
}

impl State {
    /// Whether it still waits for someone.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Submitted | Self::Returned)
    }
}
