//! Every "no" of this crate.

mod said;

use kernel::{Detail, Failed};

/// Why something about consultations was not done.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// One field or several are missing or wrong.
    #[error("the form has mistakes")]
    Invalid(Vec<Detail>),
    /// A guest cannot come in, or not be waited for.
    #[error(transparent)]
    Account(accounts::Refused),
    /// A paper is too large, or of no kind that is taken.
    #[error(transparent)]
    Paper(#[from] files::Refused),
    /// There is no such thing, or it is not for this person to know.
    #[error("not there")]
    NotThere,
    /// It is another's to do.
    #[error("not for this person")]
    MayNot,
    /// Somebody changed it in the meantime.
    #[error("it was changed")]
    Changed,
    /// The time was taken meanwhile, or is no time of the expert's.
    #[error("the time is taken")]
    SlotTaken,
    /// The expert cannot have the case: `unsigned`, `conflict` or `full`.
    #[error("the expert cannot have it: {0}")]
    Barred(&'static str),
    /// The key was used for another request before.
    #[error("the key was used for another request")]
    KeyReused,
    /// The person is an expert already.
    #[error("an expert already")]
    AlreadyExpert,
    /// The expert does not have the case, or has it already.
    #[error("the expert does not have it")]
    NotTheirs,
    /// The meeting was called off, or is over.
    #[error("the meeting does not stand")]
    NotStanding,
    /// The meeting has not begun.
    #[error("the meeting has not begun")]
    TooEarly,
    /// A meeting with the expert is still to come.
    #[error("a meeting is to come")]
    MeetingAhead,
    /// The case is closed.
    #[error("the case is closed")]
    Closed,
    /// The case is not closed.
    #[error("the case is open")]
    Open,
    /// A meeting has no finished record yet.
    #[error("a record is not finished")]
    Unfinished,
    /// The record is finished.
    #[error("the record is finished")]
    Finished,
    /// What speaks against a dispatch or a visit: the key of the sentence.
    #[error("not so: {0}")]
    Unmet(&'static str),
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
