//! The rules of booking (予約のきまり): dated rows that say from when, until when and how much one
//! may book, what must be approved, and what follows from staying away.
//!
//! A day is judged by the rules in force on that day; what is counted over all that lies ahead, by
//! those in force today. Of several rows the closest speaks: one of the space before one of all
//! spaces, one of a category before one of everyone, among equals the one in force last.
//! Source: `domain.md` part 4 (江東 開始, 港 当日, 連続利用上限, 中央 無断不使用).

mod absence;
mod approval;
mod draft;
mod quota;
mod revision;
mod rule;
mod window;

use chrono::NaiveDate;
use kernel::{Instant, Span};
use organisations::rules::{Category, Selector};

use super::{Calendar, Withheld};
use crate::{
    entity::{BookingId, SpaceId, booking_rule::Kind, space},
    refused::Wrong,
};

pub use absence::{Absence, Penalty, Restriction};
pub use approval::Approval;
pub use draft::{Draft, DraftTerm, LONGEST_SOURCE};
pub use quota::{Limit, Measure};
pub use revision::Revision;
pub use rule::{Quote, Rule, Term};
pub use window::{Ahead, Notice, Opening};

/// One use that someone has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Of which space.
    pub space: SpaceId,
    /// When.
    pub span: Span,
}

/// A use that was released because it was not paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unpaid {
    /// Of which space, and when.
    pub taken: Taken,
    /// That space, and those that take a part of it: a half and the whole of a divisible room.
    pub spaces: Vec<SpaceId>,
    /// The booking.
    pub booking: BookingId,
    /// Its number, as people have it.
    pub reference: String,
    /// On which day it was released.
    pub released_on: NaiveDate,
    /// Since when the terms of payment hold by which it was.
    pub since: Option<NaiveDate>,
}

/// Who books, as far as the rules ask: a person, or the organisation as which they book.
#[derive(Clone, Debug)]
pub struct Booker {
    /// By which category.
    pub category: Category,
    /// What they have already.
    pub taken: Vec<Taken>,
    /// When they stayed away without an excuse.
    pub absences: Vec<Absence>,
    /// What was released because they did not pay it.
    pub unpaid: Vec<Unpaid>,
    /// Whether staff takes it outside window and notice.
    pub waived: bool,
    /// Whether it is drawn: window and notice are those of applying, which are kept by then.
    pub drawn: bool,
    /// Whether they have the place already, by an offer or as a part of their own old time: a draw
    /// that was announced later keeps it from others only.
    pub placed: bool,
}

impl Default for Booker {
    fn default() -> Self {
        Self {
            category: Category::UNREVIEWED,
            taken: Vec::new(),
            absences: Vec::new(),
            unpaid: Vec::new(),
            waived: false,
            drawn: false,
            placed: false,
        }
    }
}

/// The rules as they look at someone.
#[derive(Clone, Copy, Debug)]
pub struct Terms<'r> {
    /// Every rule there is.
    pub rules: &'r [Rule],
    /// Who books.
    pub booker: &'r Booker,
    /// The divisible rooms: each the spaces that are one room, in halves and whole.
    rooms: &'r [Vec<SpaceId>],
    /// What is kept for a draw.
    withheld: &'r [Withheld],
}

impl<'r> Terms<'r> {
    /// Where no room is divided, or it does not matter.
    pub const fn new(rules: &'r [Rule], booker: &'r Booker) -> Self {
        Self {
            rules,
            booker,
            rooms: &[],
            withheld: &[],
        }
    }

    /// The same where these rooms are divided.
    #[must_use]
    pub const fn in_rooms(self, rooms: &'r [Vec<SpaceId>]) -> Self {
        Self { rooms, ..self }
    }

    /// The same where this is kept for a draw.
    #[must_use]
    pub const fn drawing(self, withheld: &'r [Withheld]) -> Self {
        Self { withheld, ..self }
    }

    /// By what a day of a space is kept for a draw; nobody passes it who has no place in it, staff
    /// included.
    pub fn withheld(&self, space: SpaceId, date: NaiveDate) -> Option<&'r Withheld> {
        let kept = self.withheld.iter().find(|one| one.keeps(space, date));
        kept.filter(|_| !self.booker.drawn && !self.booker.placed)
    }

    /// Whether two spaces are one place for whoever uses them: the same, or of one divisible room.
    fn is_one_room(&self, one: SpaceId, other: SpaceId) -> bool {
        let both = |room: &&Vec<SpaceId>| room.contains(&one) && room.contains(&other);
        one == other || self.rooms.iter().find(both).is_some()
    }

    /// The rule of a kind that speaks about a space on a date.
    pub fn of(&self, kind: Kind, space: SpaceId, on: NaiveDate) -> Option<&'r Rule> {
        self.rules
            .iter()
            .filter(|rule| rule.kind() == kind && rule.in_force(on))
            .filter(|rule| rule.concerns(space, self.booker.category))
            .max_by_key(|rule| rule.closeness())
    }

    /// From which moment on times of a date may begin, by the window and the shortest notice;
    /// `None` when none can be booked now.
    pub fn earliest(
        &self,
        space: &space::Model,
        hours: &Calendar,
        date: NaiveDate,
        now: Instant,
    ) -> Option<Instant> {
        let step = chrono::TimeDelta::minutes(space.step_minutes.into());
        // Someone at the door can have the step that is running now, if nobody approves it first.
        let moment = chrono::TimeDelta::microseconds(1);
        let is_approved_first = self.of(Kind::Approval, space.id, date).is_some();
        let running = if is_approved_first { now } else { now - step } + moment;
        if self.withheld(space.id, date).is_some() {
            return None;
        }
        if self.booker.waived || self.booker.drawn {
            return Some(running);
        }
        if self
            .opening(space.id, hours, date)
            .is_some_and(|(opens, _)| now < opens)
        {
            return None;
        }
        match self.of(Kind::Notice, space.id, date).map(|rule| rule.term) {
            Some(Term::Notice(notice)) => notice.earliest(date, now).map(|at| at.max(running)),
            _ => Some(running),
        }
    }

    /// When a date opens for booking, and by which rule.
    pub fn opening(
        &self,
        space: SpaceId,
        hours: &Calendar,
        date: NaiveDate,
    ) -> Option<(Instant, &'r Rule)> {
        let rule = self.of(Kind::Window, space, date)?;
        match rule.term {
            Term::Window(opening) => Some((opening.of(date, hours)?, rule)),
            _ => None,
        }
    }

    /// What stands against a time, by the clock alone.
    pub fn wrong_time(
        &self,
        space: SpaceId,
        hours: &Calendar,
        span: Span,
        now: Instant,
    ) -> Option<Wrong> {
        let date = span.from.date();
        if let Some(kept) = self.withheld(space, date) {
            return Some(Wrong::Withheld(kept.applying(now)));
        }
        if self.booker.waived || self.booker.drawn {
            return None;
        }
        if let Some((opens, rule)) = self.opening(space, hours, date)
            && now < opens
        {
            return Some(Wrong::NotOpenYet(opens, rule.quote()));
        }
        let rule = self.of(Kind::Notice, space, date)?;
        let Term::Notice(notice) = rule.term else {
            return None;
        };
        let last = notice.last(span.from);
        // What has begun is past, whatever the notice.
        (last < now && now < span.from).then(|| Wrong::TooLate(last, rule.quote()))
    }

    /// Whether a time can be had only because staff waives window or notice, or that it went unpaid.
    pub fn needs_waiver(&self, space: SpaceId, hours: &Calendar, span: Span, now: Instant) -> bool {
        let wanted = Taken { space, span };
        let strict = Booker {
            category: self.booker.category,
            ..Booker::default()
        };
        let terms = Terms::new(self.rules, &strict);
        let needed =
            terms.wrong_time(space, hours, span, now).is_some() || self.let_go(wanted).is_some();
        self.booker.waived && needed
    }

    /// What stands against one more use by what this party has, and has done.
    pub fn wrong_amount(&self, wanted: Taken, now: Instant) -> Vec<Wrong> {
        let mut wrong: Vec<Wrong> = self.broken_quotas(wanted, now).collect();
        wrong.extend(self.broken_run(wanted));
        wrong.extend(
            self.restriction(wanted.space, now.date())
                .map(|(restriction, rule)| Wrong::Restricted(restriction.until, rule.quote())),
        );
        let lost = self.let_go(wanted).filter(|_| !self.booker.waived);
        wrong.extend(lost.cloned().map(Wrong::WentUnpaid));
        wrong
    }

    /// What they had of this already, and did not pay (worked example G15).
    fn let_go(&self, wanted: Taken) -> Option<&'r Unpaid> {
        let (space, span) = (wanted.space, wanted.span);
        let same = |one: &&Unpaid| one.spaces.contains(&space) && one.taken.span.overlaps(&span);
        self.booker.unpaid.iter().find(same)
    }

    /// Whether any rule asks what this party has: then bookings of one party come one by one.
    pub fn count(&self) -> bool {
        self.rules
            .iter()
            .any(|rule| matches!(rule.kind(), Kind::Quota | Kind::Run))
    }

    /// Whether any rule tells categories apart.
    pub fn tell_categories_apart(rules: &[Rule]) -> bool {
        rules
            .iter()
            .any(|rule| rule.selector != Selector::default())
    }
}

#[cfg(test)]
mod tests;
