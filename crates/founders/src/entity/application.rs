//! A founder's application for the certificate (証明申請).

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::ApplicationId;

/// What a founder asks the ward for, and where it stands.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "founder_applications")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ApplicationId,
    /// Who applies.
    pub person_id: PersonId,
    /// How far they are.
    pub standing: String,
    /// When they begin or found, or when they did.
    pub day: String,
    /// As what: an individual, or which kind of company.
    pub form: String,
    /// The name of the company or business.
    pub name: String,
    /// The capital, of a company.
    pub capital_yen: Option<i64>,
    /// The address of the head office or the business.
    pub head_office: String,
    /// Where the founder lives.
    pub address: String,
    /// What the business does.
    pub field: String,
    /// That name and head office will be registered so.
    pub settled: bool,
    /// For what: codes of benefits with spaces between.
    pub purposes: String,
    /// How many copies.
    pub copies: i32,
    /// Where it stands.
    pub state: String,
    /// Why it was returned or refused last, or empty.
    pub reason: String,
    /// On what the manager confirmed it: `rules::Frozen` as JSON. It stays as it was.
    pub evidence: Option<String>,
    /// Who confirmed it.
    pub confirmed_by: Option<PersonId>,
    /// When.
    pub confirmed_at: Option<Instant>,
    /// Who forwarded it to the ward.
    pub forwarded_by: Option<PersonId>,
    /// When.
    pub forwarded_at: Option<Instant>,
    /// By when the ward answers.
    pub answer_due: Option<String>,
    /// Who issued, refused or returned it last.
    pub decided_by: Option<PersonId>,
    /// When.
    pub decided_at: Option<Instant>,
    /// Grows with every change: two who change it do not overwrite each other.
    pub edition: i32,
    /// When it was made, or put right the last time.
    pub asked_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

/// The states of an application that is not over.
pub const OPEN: [&str; 4] = ["asked", "confirmed", "forwarded", "returned"];

impl Entity {
    /// Those of one person that are not over: one at most.
    pub fn open_of(person: PersonId) -> Select<Self> {
        Self::find()
            .filter(COLUMN.person_id.eq(person))
            .filter(COLUMN.state.is_in(OPEN))
    }
}
