//! That an expert is to come to a business several times (専門家派遣).

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::{CaseId, DispatchId, case::coded, case_field::Field};

/// What somebody with a case asked for, and what became of it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "dispatches")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DispatchId,
    /// Of which case.
    pub case_id: CaseId,
    /// In which fiscal year it counts, the western year in which that begins: of the day on which it
    /// was asked for, and from then on of the day of approval.
    pub fiscal_year: i32,
    /// The theme: one of the fields of the case.
    pub field: Field,
    /// Where the expert is to come. Confidential.
    pub place: String,
    /// What they wish to be helped with. Confidential.
    pub wish: String,
    /// How often they would like it.
    pub times: i32,
    /// Where it stands.
    pub state: State,
    /// How often was approved; none as long as nothing was.
    pub approved_times: Option<i32>,
    /// How many meetings were arranged of it and not called off.
    pub used: i32,
    /// Why it was refused or ended, as the person was told; empty else.
    pub reason: String,
    /// Why it was approved although something speaks against it, for staff; empty else.
    pub note: String,
    /// When it was asked for.
    pub asked_at: Instant,
    /// Who entered it on the person's behalf, if somebody did.
    pub asked_by: Option<PersonId>,
    /// When it was decided.
    pub decided_at: Option<Instant>,
    /// Who decided.
    pub decided_by: Option<PersonId>,
    /// Grows with every change: nobody decides what they did not see.
    pub edition: i32,
}

impl ActiveModelBehavior for ActiveModel {}

/// Where a dispatch stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum State {
    /// It is to be decided (申請中).
    Requested,
    /// So many times were approved (承認).
    Approved,
    /// It was refused (不承認).
    Refused,
    /// It was taken back, or ended before every time was used (取下げ).
    Withdrawn,
}

coded! {
    State {
        Requested => "requested", Approved => "approved", Refused => "refused",
        Withdrawn => "withdrawn",
    }
}

impl Model {
    /// How many times are left to be arranged.
    pub fn left(&self) -> i32 {
        match (self.state, self.approved_times) {
            (State::Approved, Some(times)) => times - self.used,
            _ => 0,
        }
    }
}
