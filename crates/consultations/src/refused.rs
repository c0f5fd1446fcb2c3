//! Every "no" of this crate.

use kernel::{Detail, Refusal, RefusalKind};

/// Why something about consultations was not done.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// One field or several are missing or wrong.
    #[error("the form has mistakes")]
    Invalid(Vec<Detail>),
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
}

impl Refusal for Refused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Invalid(_) => RefusalKind::Invalid,
            Self::NotThere => RefusalKind::NotFound,
            Self::MayNot => RefusalKind::Forbidden,
            _ => RefusalKind::Conflict,
        }
    }

    fn key(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "consultations-wrong",
            Self::NotThere => "consultations-not-there",
            Self::MayNot => "consultations-may-not",
            Self::Changed => "consultations-changed",
            Self::SlotTaken => "consultations-slot-taken",
            Self::Barred("unsigned") => "cases-barred-unsigned",
            Self::Barred("conflict") => "cases-barred-conflict",
            Self::Barred(_) => "cases-barred-full",
            Self::AlreadyExpert => "experts-already",
            Self::NotTheirs => "cases-not-theirs",
            Self::NotStanding => "meetings-not-standing",
            Self::TooEarly => "meetings-too-early",
            Self::MeetingAhead => "cases-meeting-ahead",
            Self::Closed => "cases-closed",
            Self::Open => "cases-open",
            Self::Unfinished => "cases-unfinished",
            Self::Finished => "records-finished",
        }
    }

    fn details(&self) -> Vec<Detail> {
        match self {
            Self::Invalid(details) => details.clone(),
            _ => vec![Detail {
                field: self.field(),
                key: self.key(),
                args: self.args(),
            }],
        }
    }
}
