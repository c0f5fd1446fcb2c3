//! Why the centre does not have a space for itself, or a reason is not entered.

mod said;
mod ward_numbers;

use chrono::NaiveDate;
use kernel::{Detail, RefusalKind};

pub use ward_numbers::WardWrong;

/// One thing that stands against it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unowned {
    /// It was not said which space.
    SpaceMissing,
    /// The space is given up by this date.
    GivenUp(NaiveDate),
    /// The space has no unit of that name.
    NoSuchUnit,
    /// The beginning is no date and time.
    StartUnreadable,
    /// The end is no date and time.
    EndUnreadable,
    /// It would end before it begins.
    EndsBeforeItStarts,
    /// It has begun, and would have begun at another time.
    HasBegun,
    /// It would be over already.
    IsOver,
    /// It would be longer than so many minutes.
    TooLong(i32),
    /// It would be later than this date.
    TooFar(NaiveDate),
    /// No number of weeks from one to so many.
    TimesUnreadable(usize),
    /// Every week of it was left out.
    NothingLeft,
    /// It was not said why.
    ReasonMissing,
    /// The reason cannot be given for this date.
    ReasonNotThen(NaiveDate),
    /// It was not said for which programme.
    ProgrammeMissing,
    /// The programme is in no approved plan of the fiscal year of this date, and no initiative of it
    /// with the ward's consent.
    ProgrammeNotThen(NaiveDate),
    /// The title has more than so many characters.
    TitleTooLong(usize),
    /// It has characters that cannot be kept.
    TitleUnreadable,
    /// Someone has the space at such a time, or is offered it.
    Taken,
    /// It was given back, or is over.
    NotStanding,
    /// There is no such own use.
    NoSuchUse,
    /// A reason without a name.
    NameMissing,
    /// Its name has more than so many characters.
    NameTooLong(usize),
    /// Its name has characters that cannot be kept.
    NameUnreadable,
    /// There is such a reason already.
    NameTaken,
    /// No date.
    NoSuchDate(&'static str),
    /// The number of the ward's own system is not written.
    Ward(WardWrong),
    /// The reason was ended already, or there is none such.
    ReasonEnded,
}

impl Unowned {
    /// What kind of refusal it is.
    pub(super) const fn kind(&self) -> RefusalKind {
        match self {
            Self::Taken | Self::NotStanding | Self::ReasonEnded => RefusalKind::Conflict,
            Self::NoSuchUse => RefusalKind::NotFound,
            _ => RefusalKind::Invalid,
        }
    }

    /// The field, its sentence, and what the sentence needs.
    pub(super) fn detail(&self) -> Detail {
        let (field, key) = self.said();
        if let Self::Ward(why) = self {
            return why.detail();
        }
        Detail {
            field: Some(field).filter(|field| !field.is_empty()),
            key,
            args: self.args(),
        }
    }
}
