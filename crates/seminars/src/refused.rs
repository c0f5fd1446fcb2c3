//! Every "no" of this crate.

mod said;

use kernel::{Detail, Failed, Instant};

/// Why something about seminars was not done.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// One field or several are missing or wrong.
    #[error("the form has mistakes")]
    Invalid(Vec<Detail>),
    /// A guest cannot come in, or not be waited for.
    #[error(transparent)]
    Account(accounts::Refused),
    /// There is no such thing, or it is not for this person to know.
    #[error("not there")]
    NotThere,
    /// It is another's to do.
    #[error("not for this person")]
    MayNot,
    /// Whoever handed it in does not publish it.
    #[error("another publishes it")]
    SamePerson,
    /// Somebody changed it in the meantime.
    #[error("it was changed")]
    Changed,
    /// It stands where this can no longer be done, or not yet.
    #[error("it does not stand so")]
    NotNow,
    /// Something is lacking before it can be published.
    #[error("something is lacking")]
    Lacking,
    /// More places are taken, or kept for an offer, than there would be.
    #[error("{0} places are taken")]
    PlacesTaken(i32),
    /// Something it needs is taken at that time: `room`, `lecturer` or `closed`; when.
    #[error("{0} is not free")]
    Occupied(&'static str, Instant),
    /// There are fewer places than were to be given.
    #[error("there are too few places")]
    TooFew,
    /// Nobody was chosen.
    #[error("nobody was chosen")]
    NobodyChosen,
    /// Who takes part in the draw can no longer change.
    #[error("the list of the draw is frozen")]
    Frozen,
    /// Who takes part in the draw can no longer change how.
    #[error("the list of the draw is frozen for whoever takes part")]
    FrozenMode,
    /// The enrolment was changed on another page in the meantime.
    #[error("the enrolment was changed")]
    ChangedElsewhere,
    /// One can enrol neither now nor as this person.
    #[error("applications are not taken")]
    NotOpen,
    /// The person is enrolled, or waits, already.
    #[error("enrolled already")]
    Already,
    /// There is no open offer at this moment: it was answered, or its time is over.
    #[error("there is no open offer")]
    NoOffer,
    /// The enrolment is over, or the seminar has begun.
    #[error("the enrolment does not stand")]
    NotStanding,
    /// The lesson has not begun.
    #[error("the lesson has not begun")]
    TooEarly,
    /// The mark was set anew or taken back by somebody else.
    #[error("the mark is not there")]
    NotMarked,
    /// No place is free for somebody at the door.
    #[error("no place is free")]
    Full,
    /// No place is free for somebody who would take part in the other way.
    #[error("no place is free on the other side")]
    FullThere,
    /// No open question was answered.
    #[error("nothing was answered")]
    NothingAnswered,
    /// A paper is too large, or of no kind that is taken.
    #[error(transparent)]
    Paper(#[from] files::Refused),
    /// The same name was given to another request of the API.
    #[error("the key was used for another request")]
    KeyReused,
}

impl Refused {
    /// A "no" of `accounts`, in its own words.
    pub(crate) fn of_account(failed: Failed<accounts::Refused>) -> Failed<Self> {
        match failed {
            Failed::Refused(refused) => Self::Account(refused).into(),
            Failed::Fault(fault) => fault.into(),
        }
    }
}
