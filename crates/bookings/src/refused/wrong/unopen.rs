//! Why a space is not open at a time: by which closure or which hours, since when, and when it is
//! open instead.

mod said;

use chrono::NaiveDate;
use kernel::Span;

use crate::rules::{Closure, Hours};

/// One such reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unopen {
    /// The house has no hours on that weekday.
    NoHours {
        /// The date that was asked for.
        date: NaiveDate,
        /// Since when; none where no hours were ever set.
        since: Option<NaiveDate>,
        /// The next open day.
        next: Option<NaiveDate>,
    },
    /// A closure closes the day.
    Closed {
        /// The date that was asked for.
        date: NaiveDate,
        /// Which.
        by: Box<Closure>,
        /// The next open day.
        next: Option<NaiveDate>,
    },
    /// A closure closes a part of the day.
    Shut {
        /// That part.
        shut: Span,
        /// Which.
        by: Box<Closure>,
        /// What is open on that day and long enough for a use.
        left: Vec<Span>,
    },
    /// The house opens later or closes earlier.
    Outside {
        /// Its hours on that date.
        hours: Hours,
        /// Since when.
        since: Option<NaiveDate>,
    },
}
