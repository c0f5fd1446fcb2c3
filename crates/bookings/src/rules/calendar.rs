//! What a date is: open, with which hours, or closed, and by which closure.
//!
//! Source: `domain.md` part 4, 休館日 (毎週月曜、祝日ならその翌日; 12/28〜1/4; 保守点検), as rows
//! that the manager enters; the hours are those of `opening_hours`.

use chrono::{Datelike, NaiveDate};
use kernel::{Instant, Span};

use super::{Hours, closure::Closure};
use crate::entity::opening_hours;

/// So many days are looked at for the next open one.
const FAR: usize = 60;

/// When a house, or one space of it, can be used.
#[derive(Clone, Debug, Default)]
pub struct Calendar {
    /// The dated hours of the house.
    pub hours: Vec<opening_hours::Model>,
    /// What closes the house, or this space.
    pub closures: Vec<Closure>,
}

/// What a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day<'c> {
    /// Open; parts of it may be shut: see [`Calendar::shut`].
    Open(Hours),
    /// Closed all day, by a closure or because no hours are set.
    Closed(Option<&'c Closure>),
}

/// The hours of a date; `None` when it is closed all day.
pub fn hours_on(calendar: &Calendar, date: NaiveDate) -> Option<Hours> {
    match calendar.day(date) {
        Day::Open(hours) => Some(hours),
        Day::Closed(_) => None,
    }
}

impl Calendar {
    /// Of these hours and closures.
    pub const fn new(hours: Vec<opening_hours::Model>, closures: Vec<Closure>) -> Self {
        Self { hours, closures }
    }

    /// The hours of a date, closures left aside; `None` when it has none.
    pub fn usual(&self, date: NaiveDate) -> Option<Hours> {
        usual(&self.hours, date)
    }

    /// What a date is.
    pub fn day(&self, date: NaiveDate) -> Day<'_> {
        let all_day = self.on(date).filter(|closure| closure.part().is_none());
        if let Some(closure) = all_day.min_by_key(|closure| closure.when.rank()) {
            return Day::Closed(Some(closure));
        }
        let Some(hours) = self.usual(date) else {
            return Day::Closed(None);
        };
        if self.open_parts(hours.on(date), date).is_empty() {
            return Day::Closed(self.shut(date).next().map(|(_, closure)| closure));
        }
        Day::Open(hours)
    }

    /// Whether the counter is open on a date. What shuts only some spaces shuts no counter: days by
    /// which something is done there (窓口) roll past days of the whole house alone.
    pub fn counter_opens(&self, date: NaiveDate) -> bool {
        let Some(hours) = self.usual(date) else {
            return false;
        };
        let mut of_the_house = self.on(date).filter(|closure| closure.spaces.is_empty());
        !of_the_house.any(|closure| {
            let all_of_it = |part: Hours| part.opens <= hours.opens && hours.closes <= part.closes;
            closure.part().is_none_or(all_of_it)
        })
    }

    /// Since when the hours of a date, or that it has none, hold; none where nobody has said so.
    pub fn hours_since(&self, date: NaiveDate) -> Option<NaiveDate> {
        row_of(&self.hours, date)?.valid_from.parse().ok()
    }

    /// The next open date after one; `None` when none is near.
    pub fn next_open(&self, after: NaiveDate) -> Option<NaiveDate> {
        let mut next = after.iter_days().skip(1).take(FAR);
        next.find(|date| matches!(self.day(*date), Day::Open(_)))
    }

    /// The parts of a date that are shut.
    pub fn shut(&self, date: NaiveDate) -> impl Iterator<Item = (Span, &Closure)> {
        // Most closures are of whole days: only of the others it is asked on which days they fall.
        let parts = self.closures.iter();
        let parts = parts.filter_map(|closure| Some((closure.part()?, closure)));
        parts
            .filter(move |(_, closure)| closure.falls_on(date))
            .map(move |(part, closure)| (part.on(date), closure))
    }

    /// What is shut at some moment of a time.
    pub fn shut_at(&self, span: Span) -> Option<(Span, &Closure)> {
        self.shut(span.from.date())
            .find(|(shut, _)| shut.overlaps(&span))
    }

    /// Why a time cannot be used, if a closure is why.
    pub fn why(&self, span: Span) -> Option<&Closure> {
        match self.day(span.from.date()) {
            Day::Closed(by) => by,
            Day::Open(_) => self.shut_at(span).map(|(_, closure)| closure),
        }
    }

    /// The open hours of a date without what is shut of them, in the order of time.
    pub fn stretches(&self, date: NaiveDate) -> Vec<Span> {
        match self.day(date) {
            Day::Open(hours) => self.open_parts(hours.on(date), date),
            Day::Closed(_) => Vec::new(),
        }
    }

    fn open_parts(&self, open: Span, date: NaiveDate) -> Vec<Span> {
        let mut shut: Vec<Span> = self.shut(date).map(|(span, _)| span).collect();
        shut.sort_by_key(|span| span.from);
        let mut from = open.from;
        let mut stretches = Vec::new();
        for closed in shut {
            stretches.extend(Span::try_new(from, closed.from.min(open.until)));
            from = from.max(closed.until);
        }
        stretches.extend(Span::try_new(from, open.until));
        stretches
    }

    fn on(&self, date: NaiveDate) -> impl Iterator<Item = &Closure> {
        self.closures
            .iter()
            .filter(move |closure| closure.falls_on(date))
    }
}

/// The stretch of opening that runs at a moment, else the next of the day, else the last.
pub fn stretch_at(stretches: &[Span], now: Instant) -> Option<Span> {
    let ahead = stretches.iter().find(|span| now < span.until);
    ahead.or(stretches.last()).copied()
}

/// The hours of a date; `None` is a closed day.
fn usual(rows: &[opening_hours::Model], date: NaiveDate) -> Option<Hours> {
    let row = row_of(rows, date)?;
    Some(Hours {
        opens: row.opens?,
        closes: row.closes?,
    })
}

/// Of the rows of a date's weekday, the newest that applies already.
///
/// Source: the ward's rule on the centre, as the manager entered it.
fn row_of(rows: &[opening_hours::Model], date: NaiveDate) -> Option<&opening_hours::Model> {
    let weekday = i32::try_from(date.weekday().number_from_monday()).unwrap_or(0);
    let day = date.to_string();
    rows.iter()
        .filter(|row| row.weekday == weekday && row.valid_from <= day)
        .max_by(|a, b| a.valid_from.cmp(&b.valid_from))
}

#[cfg(test)]
mod tests;
