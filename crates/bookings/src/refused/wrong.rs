//! The rules that a wish can break.

use chrono::NaiveDate;

/// One rule that a wish breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It was not said which space.
    SpaceMissing,
    /// The asked stretch of time is wider than so many days, or runs backwards.
    TooWide(i64),
    /// The beginning of the asked stretch is no date or time.
    FromUnreadable,
    /// The end of the asked stretch is no date or time.
    UntilUnreadable,
    /// The beginning is no date and time.
    StartUnreadable,
    /// The end is no date and time.
    EndUnreadable,
    /// The number of people is no number.
    AttendeesUnreadable,
    /// It would end before it begins, or at the same moment.
    EndsBeforeItStarts,
    /// It would begin in the past.
    InThePast,
    /// The house is closed on that date.
    Closed(NaiveDate),
    /// The house opens later or closes earlier; minutes after midnight.
    OutsideHours(i32, i32),
    /// Times go by steps of so many minutes.
    OffStep(i32),
    /// The shortest use, in minutes.
    TooShort(i32),
    /// The longest use, in minutes.
    TooLong(i32),
    /// It can be booked up to this date.
    TooFarAhead(NaiveDate),
    /// So many people have room.
    TooManyPeople(i32),
    /// At least one person comes.
    NobodyComes,
    /// It was not said what for.
    PurposeMissing,
    /// What for was said in more than so many characters.
    PurposeTooLong(usize),
    /// What for has characters that cannot be kept.
    PurposeUnreadable,
}
