//! Holds: what a booking, a meeting or a lesson is for the ledger.

use kernel::Instant;
use sea_orm::entity::prelude::*;

use super::HoldId;

/// The kind of what the centre uses itself.
pub const OWN_USE: &str = "own_use";

/// A hold and its state.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "holds")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: HoldId,
    /// What it is for: `booking`, `own_use`, `lesson`, `meeting`.
    pub kind: String,
    /// What the day board shows.
    pub label: String,
    /// Where its page is.
    pub link: String,
    /// Where it stands.
    pub state: State,
    /// Until when an offer or a provisional hold waits.
    pub expires_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}

/// Where a hold stands. The first six occupy their place, the last four do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum State {
    /// Offered to someone who waits, until it expires.
    Offered,
    /// Taken provisionally, until it expires.
    Held,
    /// Asked for, waiting for an approval; it keeps its place.
    Requested,
    /// Decided.
    Confirmed,
    /// The person has arrived.
    InUse,
    /// Over.
    Finished,
    /// Given up by the centre, with a reason.
    Released,
    /// Not approved.
    Refused,
    /// Not taken up in time.
    Expired,
    /// Called off by the person.
    Cancelled,
}

impl State {
    /// Whether it occupies its place.
    pub const fn is_holding(self) -> bool {
        matches!(
            self,
            Self::Offered
                | Self::Held
                | Self::Requested
                | Self::Confirmed
                | Self::InUse
                | Self::Finished
        )
    }

    /// A use that was to come and fell through, whoever called it off.
    pub const FALLEN: [Self; 4] = [
        Self::Released,
        Self::Refused,
        Self::Expired,
        Self::Cancelled,
    ];

    /// Whether it lapses by itself at `expires_at`.
    pub const fn can_expire(self) -> bool {
        matches!(self, Self::Offered | Self::Held)
    }
}
