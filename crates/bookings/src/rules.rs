//! What may be booked, by whom, and when. Pure decisions.

use chrono::TimeDelta;
use kernel::{Instant, Span};

use self::{devices::Pick, terms::Taken};
use crate::{
    entity::{booking_rule::Kind, space},
    refused::{Bound, Wrong},
};

mod calendar;
pub mod charges;
pub mod closing;
pub mod closure;
pub mod devices;
pub mod fitting;
pub mod free;
mod hours;
mod may;
mod opening;
pub mod own_uses;
mod papers;
pub mod reference;
pub mod repeats;
pub mod requests;
mod standing;
pub mod strip;
pub mod terms;
pub mod waiting;
pub mod ward_numbers;
mod withheld;

pub use calendar::{Calendar, Day, hours_on, stretch_at};
pub use closure::Closure;
pub use hours::{Hours, clock, minute, time_of_day};
pub use may::{
    may_arrive, may_book_for, may_cancel, may_change, may_manage, may_mark, may_mark_absent,
    may_see,
};
pub use papers::{lets_use, papers};
pub use standing::Standing;
pub use terms::{Booker, Rule, Terms};
pub use withheld::{Applying, Withheld};

/// The longest purpose, in characters.
pub const LONGEST_PURPOSE: usize = 200;

/// How someone would like to use a space, as far as it could be read.
#[derive(Clone, Debug, Default)]
pub struct Use {
    /// The date of a form was none; then its times are not looked at.
    pub undated: bool,
    /// From when; `None` when it could not be read.
    pub starts_at: Option<Instant>,
    /// Until when; `None` when it could not be read.
    pub ends_at: Option<Instant>,
    /// What for, in the person's words.
    pub purpose: String,
    /// How many people come; `None` when it could not be read.
    pub attendees: Option<i32>,
    /// Which devices are lent with it.
    pub devices: Vec<Pick>,
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
            undated: false,
            starts_at: Some(span.from),
            ends_at: Some(span.until),
            purpose: purpose.to_owned(),
            attendees: Some(attendees),
            devices: Vec::new(),
        }
    }

    /// When, if it could be read.
    pub fn span(&self) -> Option<Span> {
        let (from, until) = self.starts_at.zip(self.ends_at)?;
        Some(Span { from, until })
    }

    /// The use, or everything that is wrong with it at once.
    pub fn allowed(
        &self,
        space: &space::Model,
        hours: &Calendar,
        terms: Terms<'_>,
        now: Instant,
    ) -> Result<Allowed, Vec<Wrong>> {
        self.judged(space, |span| {
            let space_id = space.id;
            let wanted = Taken {
                space: space_id,
                span,
            };
            let mut wrong = wrong_times(space, hours, terms, span, now);
            wrong.extend(terms.wrong_amount(wanted, now));
            wrong
        })
    }

    /// The same of a use that stays where and when it is: that was taken rightly, whatever was set up
    /// since. Only its words and people are judged.
    pub fn mended(&self, space: &space::Model) -> Result<Allowed, Vec<Wrong>> {
        self.judged(space, |_| Vec::new())
    }

    fn judged(
        &self,
        space: &space::Model,
        wrong_with: impl FnOnce(Span) -> Vec<Wrong>,
    ) -> Result<Allowed, Vec<Wrong>> {
        let mut wrong = Vec::new();
        let span = match (self.starts_at, self.ends_at) {
            (Some(from), Some(until)) => {
                let span = Span { from, until };
                wrong.extend(wrong_with(span));
                Some(span)
            }
            _ if self.undated => {
                wrong.push(Wrong::DateUnreadable);
                None
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
                wrong.push(Wrong::Beyond(Bound::People(space.capacity), None));
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
/// desk at once; not where it must be approved first.
pub fn wrong_times(
    space: &space::Model,
    hours: &Calendar,
    terms: Terms<'_>,
    span: Span,
    now: Instant,
) -> Vec<Wrong> {
    if span.from >= span.until {
        return vec![Wrong::EndsBeforeItStarts];
    }
    let mut wrong = Vec::new();
    let step = TimeDelta::minutes(space.step_minutes.into());
    if span.from + step <= now {
        wrong.push(Wrong::InThePast);
    } else if let Some(rule) = terms.of(Kind::Approval, space.id, span.from.date())
        && span.from <= now
    {
        wrong.push(Wrong::NoTimeToApprove(rule.quote()));
    }
    wrong.extend(terms.wrong_time(space.id, hours, span, now));
    let beyond = |bound| Wrong::Beyond(bound, None);
    match opening::opening_of(space, hours, span, now) {
        Err(why) => wrong.push(Wrong::Unopen(why)),
        Ok(opening) => {
            let is_whole = |at: Instant| on_step(at - opening, step);
            if !is_whole(span.from) || !is_whole(span.until) {
                wrong.push(beyond(Bound::Step(space.step_minutes)));
            }
        }
    }
    if span.until - span.from < TimeDelta::minutes(space.shortest_minutes.into()) {
        wrong.push(beyond(Bound::Shortest(space.shortest_minutes)));
    }
    if span.until - span.from > TimeDelta::minutes(space.longest_minutes.into()) {
        wrong.push(beyond(Bound::Longest(space.longest_minutes)));
    }
    wrong
}

/// Why nobody can have a time, whoever they are and however long they stay: it is past, or closed.
pub(crate) fn wrong_for_anyone(
    space: &space::Model,
    hours: &Calendar,
    span: Span,
    now: Instant,
) -> Vec<Wrong> {
    let booker = Booker::default();
    let terms = Terms::new(&[], &booker);
    let mut wrong = wrong_times(space, hours, terms, span, now);
    wrong.retain(|one| !matches!(one, Wrong::Beyond(..)));
    wrong
}

fn on_step(since_opening: TimeDelta, step: TimeDelta) -> bool {
    let micros = |delta: TimeDelta| delta.num_microseconds().unwrap_or(i64::MAX);
    micros(since_opening) % micros(step) == 0
}

/// What is wrong with words that say what for, or why.
pub(crate) fn wrong_purpose(purpose: &str) -> Option<Wrong> {
    let purpose = purpose.trim();
    if japan::kana::search_key(purpose).is_empty() {
        Some(Wrong::PurposeMissing)
    } else if words_unreadable(purpose) {
        Some(Wrong::PurposeUnreadable)
    } else if purpose.chars().count() > LONGEST_PURPOSE {
        Some(Wrong::PurposeTooLong(LONGEST_PURPOSE))
    } else {
        None
    }
}

/// Whether a line has signs that cannot be kept.
fn words_unreadable(text: &str) -> bool {
    text.chars()
        .any(|sign| sign.is_control() || turns_text(sign))
}

/// Signs that turn the direction of what is read, so that a text could look like another.
const fn turns_text(sign: char) -> bool {
    matches!(sign, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// The time nearest to a wished one that is long enough for the space and not too long.
pub fn fitted(space: &space::Model, span: Span) -> Span {
    let step = i64::from(space.step_minutes).max(1);
    let steps = (span.minutes() + step - 1).div_euclid(step) * step;
    let (least, most) = (space.shortest_minutes, space.longest_minutes);
    let minutes = steps.min(most.into()).max(least.into());
    Span {
        from: span.from,
        until: span.from + TimeDelta::minutes(minutes),
    }
}

/// What the ledger keeps occupied: the use, and clearing up after it.
pub fn occupied(space: &space::Model, span: Span) -> Span {
    Span {
        from: span.from,
        until: span.until + TimeDelta::minutes(space.clearing_minutes.into()),
    }
}

#[cfg(test)]
mod tests;
