//! How somebody takes part, and where their enrolment stands.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::entity::coded;

/// How somebody takes part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// 会場.
    Here,
    /// オンライン.
    Online,
}

/// Where an enrolment stands. Places are taken by those who are enrolled and those who are offered one;
/// from `Declined` on it is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum State {
    /// Is drawn, or looked at, when applications are no longer taken.
    Applied,
    /// Has a place.
    Enrolled,
    /// Waits for one.
    Waiting,
    /// Is offered one, which is kept until a moment.
    Offered,
    /// Declined it.
    Declined,
    /// The centre looked at it, and gave the places to others.
    PassedOver,
    /// Let too many offers lapse.
    Lapsed,
    /// It began, and no place had become free.
    Over,
    /// Cancelled.
    Cancelled,
    /// The seminar was called off.
    CalledOff,
}

impl State {
    /// Those that are not over.
    pub const OPEN: [Self; 4] = [Self::Applied, Self::Enrolled, Self::Waiting, Self::Offered];

    /// Whether it is not over.
    pub const fn is_open(self) -> bool {
        matches!(
            self,
            Self::Applied | Self::Enrolled | Self::Waiting | Self::Offered
        )
    }

    /// Whether a place is taken by it, or kept for it.
    pub const fn takes_a_place(self) -> bool {
        matches!(self, Self::Enrolled | Self::Offered)
    }
}

coded! {
    Mode { Here => "here", Online => "online" }
    State {
        Applied => "applied", Enrolled => "enrolled", Waiting => "waiting", Offered => "offered", Declined => "declined",
        PassedOver => "passed_over", Lapsed => "lapsed", Over => "over", Cancelled => "cancelled", CalledOff => "called_off",
    }
}
