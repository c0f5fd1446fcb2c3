//! The rules that a wish can break.

mod bound;
mod elsewhere;
mod of_series;
mod quoted;
mod said;
mod unopen;
mod withheld;

use chrono::NaiveDate;
use kernel::Instant;

pub(super) use self::quoted::{or_none, time};
pub use self::{bound::Bound, unopen::Unopen};
use super::Unlent;
use crate::rules::{
    Applying,
    terms::{Limit, Quote, Unpaid},
};

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
    /// There is no such date.
    DateUnreadable,
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
    /// It has begun, and would have to be approved first, by this rule.
    NoTimeToApprove(Quote),
    /// The house or the space is not open then.
    Unopen(Unopen),
    /// It is beyond what the space is for, as it is set up since this date.
    Beyond(Bound, Option<NaiveDate>),
    /// That day is drawn, and one can do this.
    Withheld(Applying),
    /// That day can be booked from this moment on, by this rule.
    NotOpenYet(Instant, Quote),
    /// That time could be booked until this moment, by this rule.
    TooLate(Instant, Quote),
    /// No more can be had, by this rule.
    QuotaReached(Limit, Quote),
    /// So many days in a row at most, by this rule.
    RunTooLong(i32, Quote),
    /// No new booking until this date, by this rule, because of absences.
    Restricted(NaiveDate, Quote),
    /// They had that space at that time, and it was released because they did not pay.
    WentUnpaid(Unpaid),
    /// Why a rule is waived was said in more than so many characters, or not in words.
    WaiverUnreadable(usize),
    /// A device cannot be had with it.
    Device(Unlent),
    /// At least one person comes.
    NobodyComes,
    /// It was not said what for.
    PurposeMissing,
    /// What for was said in more than so many characters.
    PurposeTooLong(usize),
    /// What for has characters that cannot be kept.
    PurposeUnreadable,
    /// It was not said how it repeats, or there is no such rhythm.
    RhythmUnknown,
    /// The first is not the last such weekday of its month.
    NotLastOfMonth,
    /// It was not said when the series ends.
    RepeatEndMissing,
    /// A number of times and a last day were both given.
    RepeatEndTwice,
    /// A series has one to so many times.
    RepeatTimes(usize),
    /// Until its last day a series would have more times than this.
    RepeatTooLong(usize),
    /// The last day of the series is no date.
    LastDayUnreadable,
    /// The series would end before its first time.
    LastDayBeforeFirst,
}
