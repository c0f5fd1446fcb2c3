//! What may be booked, by whom, and when. Pure decisions.

use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta};
use kernel::{Actor, Instant, PersonId, Role, Span};

use crate::{
    entity::{hold, opening_hours, space},
    refused::{Refused, Wrong},
};

pub mod free;
pub mod reference;
mod standing;
pub mod strip;

pub use standing::Standing;

/// The longest purpose, in characters.
pub const LONGEST_PURPOSE: usize = 200;

/// When a house is open on one day, in minutes after midnight in Tokyo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    /// It opens.
    pub opens: i32,
    /// It closes.
    pub closes: i32,
}

impl Hours {
    /// The hours of a date as a stretch of time.
    pub fn on(self, date: NaiveDate) -> Span {
        Span {
            from: minute(date, self.opens),
            until: minute(date, self.closes),
        }
    }
}

impl Hours {
    /// From the earlier opening to the later closing.
    #[must_use]
    pub fn around(self, other: Self) -> Self {
        Self {
            opens: self.opens.min(other.opens),
            closes: self.closes.max(other.closes),
        }
    }

    /// The hours of the grid's columns, in words: `9:00` … `20:00`.
    pub fn columns(self) -> Vec<String> {
        (self.opens / 60..(self.closes + 59) / 60)
            .map(|hour| format!("{hour}:00"))
            .collect()
    }
}

/// A time of day as people type it, in minutes after midnight: `9:30`, `09:30`, `９：３０`; `24:00`
/// is the end of the day. `None` when it is no time.
pub fn clock(typed: &str) -> Option<i32> {
    let text = japan::kana::digits(typed);
    let (hours, minutes) = text.split_once(':')?;
    let number = |text: &str| {
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        (digits && text.len() <= 2)
            .then(|| text.parse::<i32>().ok())
            .flatten()
    };
    let minutes = number(hours)? * 60 + number(minutes).filter(|minutes| *minutes < 60)?;
    (0..=24 * 60).contains(&minutes).then_some(minutes)
}

/// The moment so many minutes after midnight in Tokyo.
pub fn minute(date: NaiveDate, minutes: i32) -> Instant {
    Instant::at(date, NaiveTime::MIN) + TimeDelta::minutes(minutes.into())
}

/// The hours in force on a date: of the rows of its weekday, the newest that applies already.
///
/// Source: the ward's rule on the centre, as the manager entered it; `None` is a closed day.
pub fn hours_on(rows: &[opening_hours::Model], date: NaiveDate) -> Option<Hours> {
    let weekday = i32::try_from(date.weekday().number_from_monday()).unwrap_or(0);
    let day = date.to_string();
    rows.iter()
        .filter(|row| row.weekday == weekday && row.valid_from <= day)
        .max_by(|a, b| a.valid_from.cmp(&b.valid_from))
        .and_then(|row| {
            Some(Hours {
                opens: row.opens?,
                closes: row.closes?,
            })
        })
}

/// How someone would like to use a space, as far as it could be read.
#[derive(Clone, Debug, Default)]
pub struct Use {
    /// From when; `None` when it could not be read.
    pub starts_at: Option<Instant>,
    /// Until when; `None` when it could not be read.
    pub ends_at: Option<Instant>,
    /// What for, in the person's words.
    pub purpose: String,
    /// How many people come; `None` when it could not be read.
    pub attendees: Option<i32>,
}

/// A use that breaks no rule.
#[derive(Clone, Debug)]
pub struct Allowed {
    /// When.
    pub span: Span,
    /// What for.
    pub purpose: String,
    /// How many people come.
    pub attendees: i32,
}

impl Use {
    /// A use that is known to be readable.
    pub fn new(span: Span, purpose: &str, attendees: i32) -> Self {
        Self {
            starts_at: Some(span.from),
            ends_at: Some(span.until),
            purpose: purpose.to_owned(),
            attendees: Some(attendees),
        }
    }

    /// The use, or everything that is wrong with it at once.
    pub fn allowed(
        &self,
        space: &space::Model,
        hours: &[opening_hours::Model],
        now: Instant,
    ) -> Result<Allowed, Vec<Wrong>> {
        let mut wrong = Vec::new();
        let span = match (self.starts_at, self.ends_at) {
            (Some(from), Some(until)) => {
                let span = Span { from, until };
                wrong.extend(wrong_times(space, hours, span, now));
                Some(span)
            }
            (from, until) => {
                wrong.extend(from.is_none().then_some(Wrong::StartUnreadable));
                wrong.extend(until.is_none().then_some(Wrong::EndUnreadable));
                None
            }
        };
        wrong.extend(wrong_purpose(&self.purpose));
        match self.attendees {
            None => wrong.push(Wrong::AttendeesUnreadable),
            Some(people) if people < 1 => wrong.push(Wrong::NobodyComes),
            Some(people) if people > space.capacity => {
                wrong.push(Wrong::TooManyPeople(space.capacity));
            }
            Some(_) => {}
        }
        match (span, self.attendees) {
            (Some(span), Some(attendees)) if wrong.is_empty() => Ok(Allowed {
                span,
                purpose: self.purpose.trim().to_owned(),
                attendees,
            }),
            _ => Err(wrong),
        }
    }
}

/// Every rule that a time breaks; empty when the space can be used then.
///
/// A time may begin in the step that is running now, so that someone at the door can have the
/// desk at once.
pub fn wrong_times(
    space: &space::Model,
    hours: &[opening_hours::Model],
    span: Span,
    now: Instant,
) -> Vec<Wrong> {
    if span.from >= span.until {
        return vec![Wrong::EndsBeforeItStarts];
    }
    let mut wrong = Vec::new();
    let step = TimeDelta::minutes(space.step_minutes.into());
    let date = span.from.date();
    if span.from + step <= now {
        wrong.push(Wrong::InThePast);
    }
    let last = now.date() + TimeDelta::days(space.advance_days.into());
    if date > last {
        wrong.push(Wrong::TooFarAhead(last));
    }
    match hours_on(hours, date) {
        None => wrong.push(Wrong::Closed(date)),
        Some(hours) => {
            let open = hours.on(date);
            if !open.contains(&span) {
                wrong.push(Wrong::OutsideHours(hours.opens, hours.closes));
            } else if !on_step(span.from - open.from, step)
                || !on_step(span.until - open.from, step)
            {
                wrong.push(Wrong::OffStep(space.step_minutes));
            }
        }
    }
    if span.until - span.from < TimeDelta::minutes(space.shortest_minutes.into()) {
        wrong.push(Wrong::TooShort(space.shortest_minutes));
    }
    if span.until - span.from > TimeDelta::minutes(space.longest_minutes.into()) {
        wrong.push(Wrong::TooLong(space.longest_minutes));
    }
    wrong
}

fn on_step(since_opening: TimeDelta, step: TimeDelta) -> bool {
    let micros = |delta: TimeDelta| delta.num_microseconds().unwrap_or(i64::MAX);
    micros(since_opening) % micros(step) == 0
}

fn wrong_purpose(purpose: &str) -> Option<Wrong> {
    let purpose = purpose.trim();
    if japan::kana::search_key(purpose).is_empty() {
        Some(Wrong::PurposeMissing)
    } else if purpose
        .chars()
        .any(|sign| sign.is_control() || turns_text(sign))
    {
        Some(Wrong::PurposeUnreadable)
    } else if purpose.chars().count() > LONGEST_PURPOSE {
        Some(Wrong::PurposeTooLong(LONGEST_PURPOSE))
    } else {
        None
    }
}

/// Signs that turn the direction of what is read, so that a text could look like another.
const fn turns_text(sign: char) -> bool {
    matches!(sign, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// What the ledger keeps occupied: the use, and clearing up after it.
pub fn occupied(space: &space::Model, span: Span) -> Span {
    Span {
        from: span.from,
        until: span.until + TimeDelta::minutes(space.clearing_minutes.into()),
    }
}

/// Members book for themselves, staff for anyone at the counter.
pub fn may_book_for(actor: &Actor, person: PersonId) -> bool {
    may_see(actor, person) || actor.roles.has(Role::System)
}

/// A booking is seen and changed by its person and by staff.
pub fn may_see(actor: &Actor, person: PersonId) -> bool {
    actor.person == Some(person) || actor.roles.is_staff()
}

/// A booking is changed or cancelled while it stands and before it begins.
pub fn may_change(state: hold::State, starts_at: Instant, now: Instant) -> Result<(), Refused> {
    match state {
        hold::State::Confirmed | hold::State::Requested if now < starts_at => Ok(()),
        hold::State::Confirmed | hold::State::Requested | hold::State::InUse => {
            Err(Refused::AlreadyBegun)
        }
        _ => Err(Refused::NoLongerStands),
    }
}

/// A booking is cancelled by its person before it begins, and at the counter until it is over: who
/// cannot come calls, and a wrong tap is put right.
pub fn may_cancel(
    actor: &Actor,
    state: hold::State,
    span: Span,
    now: Instant,
) -> Result<(), Refused> {
    let stands = matches!(state, hold::State::Confirmed | hold::State::InUse);
    if actor.roles.is_staff() && stands && now < span.until {
        return Ok(());
    }
    may_change(state, span.from, now)
}

/// Arrival is marked on the day, until the time of use is over.
pub fn may_arrive(state: hold::State, span: Span, now: Instant) -> Result<(), Refused> {
    match state {
        hold::State::Confirmed if now >= span.until || now.date() != span.from.date() => {
            Err(Refused::NotToday)
        }
        hold::State::Confirmed => Ok(()),
        _ => Err(Refused::NoLongerStands),
    }
}

#[cfg(test)]
mod tests;
