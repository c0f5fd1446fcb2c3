//! What somebody came for (相談案件), from the first question to the outcome.

use kernel::{Instant, PersonId};
use organisations::entity::OrganisationId;
use sea_orm::entity::prelude::*;

use super::{CaseId, EmergencyDeskId, meeting::Mode};

mod choices;

pub(crate) use choices::coded;
pub use choices::{Industry, Outcome, Stage};

/// A case. What it is about is read only by who may: see `rules::may_read`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "cases")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CaseId,
    /// What people call it.
    pub reference: String,
    /// Who asked.
    pub person_id: PersonId,
    /// As which organisation of the directory; none for the person themselves.
    pub organisation_id: Option<OrganisationId>,
    /// What their business is called, or empty.
    pub company: String,
    /// How far they are.
    pub stage: Stage,
    /// In which trade they are.
    pub industry: Industry,
    /// How many people they employ, when they said so.
    pub employees: Option<i32>,
    /// Their capital, when they said so.
    pub capital_yen: Option<i64>,
    /// Whether they are in the ward, or will be.
    pub in_ward: bool,
    /// What they ask, in their words. Confidential.
    pub about: String,
    /// How they would like to talk.
    pub mode: Mode,
    /// When they would like to, in their words; empty when they chose a time.
    pub times: String,
    /// In which language.
    pub lang: String,
    /// Whether it cannot wait.
    pub urgent: bool,
    /// By which special desk it came in, if by any.
    pub desk_id: Option<EmergencyDeskId>,
    /// Whether even its field is for those who handle it only (関係者限り).
    pub need_to_know: bool,
    /// Where it stands.
    pub state: State,
    /// What came of it; none while it is open.
    pub outcome: Option<Outcome>,
    /// What is said with it. Confidential.
    pub closing_note: Option<String>,
    /// The coordinator who sees the whole.
    pub lead_id: Option<PersonId>,
    /// By which day somebody is to be found for it, an ISO date.
    pub due_on: String,
    /// When it was asked.
    pub asked_at: Instant,
    /// Who entered it at the counter, if somebody did.
    pub asked_by: Option<PersonId>,
    /// When the first expert was found.
    pub assigned_at: Option<Instant>,
    /// When it was closed.
    pub closed_at: Option<Instant>,
    /// When its words were erased; who asked and when they met is still counted.
    pub erased_at: Option<Instant>,
    /// Why, when somebody asked for it; none when they had been kept long enough.
    pub erased_why: Option<String>,
    /// Grows with every change: two who change it do not overwrite each other.
    pub edition: i32,
}

impl ActiveModelBehavior for ActiveModel {}

/// Where a case stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum State {
    /// Nobody was found for it yet (振り分け待ち).
    Waiting,
    /// An expert has it (対応中).
    Running,
    /// It is over (終結).
    Closed,
}

coded! {
    State { Waiting => "waiting", Running => "running", Closed => "closed" }
}
