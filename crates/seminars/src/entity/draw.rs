//! How the places of one mode of a seminar are drawn (抽選).

use std::fmt;

use fairness::draw::{Frozen, Seed};
use kernel::{Fault, Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::{SeminarId, enrolment::Mode};

/// The draw of one mode: promised when the seminar is published, frozen when applications are no longer
/// taken, drawn when somebody at the centre says so.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "seminar_draws")]
pub struct Model {
    /// Of which seminar.
    #[sea_orm(primary_key, auto_increment = false)]
    pub seminar_id: SeminarId,
    /// Of which places.
    #[sea_orm(primary_key, auto_increment = false)]
    pub mode: Mode,
    /// What decides it; secret until it is drawn.
    pub seed: Kept,
    /// Since when everybody can read by what the seed will be recognised.
    pub promised_at: Instant,
    /// Rules and entries, once they can no longer change.
    pub entries: Option<String>,
    /// Since when.
    pub frozen_at: Option<Instant>,
    /// Until when those who were drawn say that they come.
    pub confirm_until: Option<Instant>,
    /// Who drew.
    pub drawn_by: Option<PersonId>,
    /// When.
    pub drawn_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}

/// The text of a seed. It says nothing of itself where things are printed: that ends in a log.
#[derive(Clone, PartialEq, Eq, DeriveValueType)]
pub struct Kept(String);

impl Kept {
    /// Of a seed.
    pub fn of(seed: &Seed) -> Self {
        Self(seed.text())
    }
}

impl fmt::Debug for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Kept(…)")
    }
}

impl Model {
    /// Its seed.
    ///
    /// # Errors
    /// A fault when what is stored is no seed.
    pub fn seed(&self) -> Result<Seed, Fault> {
        let seed = Seed::parse(&self.seed.0);
        seed.map_err(|error| Fault::broken("reading the seed of a draw", error))
    }

    /// Rules and entries, once they can no longer change.
    ///
    /// # Errors
    /// A fault when what is stored is not written as a draw is.
    pub fn frozen(&self) -> Result<Option<Frozen>, Fault> {
        let frozen = self.entries.as_deref().map(Frozen::parse).transpose();
        frozen.map_err(|error| Fault::broken("reading the entries of a draw", error))
    }
}
