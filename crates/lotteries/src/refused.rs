//! Every "no" of this crate.

mod said;

use kernel::{Detail, Failed, Instant};

use crate::entity::tier::Who;

/// Why something about a lottery was not done.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// One field or several are missing or wrong.
    #[error("the form has mistakes")]
    Invalid(Vec<Detail>),
    /// A rule of booking stands against it.
    #[error(transparent)]
    Booking(bookings::refused::Refused),
    /// There is no such thing, or it is not for this person to know.
    #[error("not there")]
    NotThere,
    /// It is another's to do.
    #[error("not for this person")]
    MayNot,
    /// Somebody was faster, or it does not stand so.
    #[error("it does not stand so")]
    NotNow,
    /// People can apply from this moment on.
    #[error("applications are not taken yet")]
    NotYet(Instant),
    /// People could apply until this moment.
    #[error("applications are no longer taken")]
    Over(Instant),
    /// Only these tiers are drawn, and the applicant is in none of them.
    #[error("the applicant is in no tier")]
    OutsideTheRound(Vec<Who>),
    /// There is no such person, or they were merged into another.
    #[error("nobody applies")]
    Nobody,
    /// The lottery was called off.
    #[error("the lottery was called off")]
    CalledOff,
    /// The booking that was won was given up in the meantime.
    #[error("the booking was given up")]
    GivenUp,
    /// A lottery was announced by these terms.
    #[error("a lottery names the terms")]
    Announced,
    /// The time is none that is drawn: the centre is closed, or it is no band.
    #[error("no such slot")]
    NoSuchSlot,
    /// Others have it already.
    #[error("the slot is taken")]
    Taken,
    /// The person, or the organisation, has applied for it already.
    #[error("applied already")]
    Already,
    /// No more entries than this.
    #[error("at most {0} entries")]
    TooMany(i32),
    /// The time to answer was over at this moment.
    #[error("the time to answer is over")]
    TooLate(Instant),
    /// Another space that is drawn shares something with it.
    #[error("shares with a space that is drawn")]
    Shared,
}

impl Refused {
    /// A "no" of `bookings`, in its own words.
    pub(crate) fn of_booking(failed: Failed<bookings::refused::Refused>) -> Failed<Self> {
        match failed {
            Failed::Refused(refused) => Self::Booking(refused).into(),
            Failed::Fault(fault) => fault.into(),
        }
    }
}
