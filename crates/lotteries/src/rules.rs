//! Which months of which spaces are drawn, when people apply, and who may. Pure decisions.
//!
//! Source: `domain.md` part 4 (抽選→空き) and worked example G18; docs/decisions/035.

mod draft;
mod draws;
mod months;
mod shown;

use bookings::{
    entity::SpaceId,
    rules::{Calendar, Hours},
};
use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta};
use kernel::{Actor, Instant, Role, Span};
use organisations::{
    entity::category::{Locality, Party},
    rules::Category,
};

use crate::{
    Refused,
    entity::{TermsId, lottery, tier::Who},
};

pub use draft::{LONGEST_SOURCE, NO_TIME, Of, TermsDraft};
pub use draws::{Outcome, draw_code, entry_code, frozen, slot_code, slot_of, tier_code};
pub use months::{due, is_drawn_from, month_of, withheld};
pub use shown::{Held, Shown, can_come, shown, why};

/// By which terms a space is drawn from a month on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// Which; nil while they are only thought of.
    pub id: TermsId,
    /// Of which space.
    pub space: SpaceId,
    /// The first day of the first month of use.
    pub first: NaiveDate,
    /// The first day of the last one.
    pub last: Option<NaiveDate>,
    /// People apply so many months before.
    pub months_before: u32,
    /// From this day of that month.
    pub from_day: u32,
    /// Until this day, itself included.
    pub until_day: u32,
    /// So many entries for one person or organisation in a month.
    pub most: i32,
    /// So many days after the lists are frozen it is drawn by itself.
    pub draw_days: u32,
    /// So many days to say that one comes.
    pub answer_days: u32,
    /// Who is drawn first, second, third.
    pub tiers: Vec<Who>,
    /// The bands of a day.
    pub bands: Vec<Hours>,
    /// Where they come from, and in English.
    pub source: (String, String),
}

impl Terms {
    /// Whether a month is drawn by them.
    pub fn draw(&self, month: NaiveDate) -> bool {
        self.first <= month && self.last.is_none_or(|last| month <= last)
    }

    /// When people apply for a month.
    pub fn takes(&self, month: NaiveDate) -> Option<Span> {
        let at = month.checked_sub_months(Months::new(self.months_before))?;
        let from = at.with_day(self.from_day)?;
        let until = at.with_day(self.until_day)?;
        Span::try_new(Span::day(from).from, Span::day(until).until)
    }

    /// The times of a month that are drawn: the bands of every day on which the space is open then.
    pub fn slots(&self, month: NaiveDate, calendar: &Calendar) -> Vec<Span> {
        let days = month.iter_days().take_while(|day| is_in(*day, month));
        days.flat_map(|day| self.slots_on(day, calendar)).collect()
    }

    fn slots_on(&self, day: NaiveDate, calendar: &Calendar) -> Vec<Span> {
        let open = calendar.stretches(day);
        let bands = self.bands.iter().map(|band| band.on(day));
        bands
            .filter(|band| open.iter().any(|open| open.contains(band)))
            .collect()
    }

    /// In which tier somebody is drawn, counted from 1: the first in which they are.
    ///
    /// # Errors
    /// [`Refused::OutsideTheRound`] when they are in none: 区外 in a lottery for the ward's own (G18).
    pub fn tier_of(&self, category: Category) -> Result<i32, Refused> {
        let own = self.tiers.iter().position(|who| is_in_tier(*who, category));
        let own = own.and_then(|place| i32::try_from(place + 1).ok());
        own.ok_or_else(|| Refused::OutsideTheRound(self.tiers.clone()))
    }

    /// By when who won says that they come: so many days after the draw, and an hour before it begins at
    /// the latest, so that somebody else can still have it. Nobody has less than two hours, unless it
    /// begins by then.
    pub fn answer_by(&self, drawn: Instant, begins: Instant) -> Instant {
        let last = drawn.date() + Days::new(self.answer_days.into());
        let until = Span::day(last).until - TimeDelta::seconds(1);
        let until = until.min(begins - TimeDelta::hours(1));
        until.max((drawn + TimeDelta::hours(2)).min(begins))
    }

    /// From when on a lottery is drawn by itself whose lists were frozen then: nobody waits for ever.
    pub fn draws_itself(&self, frozen: Instant) -> Instant {
        frozen + TimeDelta::days(self.draw_days.into())
    }

    /// Whether a time begins before who wins it could answer, were it drawn as late as it may be.
    pub fn is_too_soon(&self, begins: Instant, frozen: Instant) -> bool {
        begins < self.draws_itself(frozen) + TimeDelta::days(1)
    }
}

fn is_in(day: NaiveDate, month: NaiveDate) -> bool {
    (day.year(), day.month()) == (month.year(), month.month())
}

fn is_in_tier(who: Who, category: Category) -> bool {
    let inside = category.locality != Locality::Outside;
    match who {
        Who::InsideGroups => inside && category.party == Party::Group,
        Who::WardBusinesses => category.locality == Locality::WardBusiness,
        Who::Inside => inside,
        Who::Everyone => true,
    }
}

/// Whether applications are taken now.
///
/// # Errors
/// From when, or until when they were; or that it was called off.
pub fn may_apply(row: &lottery::Model, now: Instant) -> Result<(), Refused> {
    if row.called_off_at.is_some() {
        return Err(Refused::CalledOff);
    }
    if now < row.takes_from {
        return Err(Refused::NotYet(row.takes_from));
    }
    if row.takes_until <= now || row.frozen_at.is_some() {
        return Err(Refused::Over(row.takes_until));
    }
    Ok(())
}

/// By when somebody is reminded that they have not answered: two days before the time is over, unless the
/// result itself came later than that.
pub fn remind_at(drawn: Instant, answer_by: Instant) -> Option<Instant> {
    let at = answer_by - TimeDelta::days(2);
    (drawn < at).then_some(at)
}

/// The manager (館長) sets terms and draws; whoever works at the counter looks.
pub const fn may_draw(actor: &Actor) -> bool {
    bookings::rules::may_manage(actor)
}

/// Who works at the counter enters for others, and sees who applied.
pub fn may_receive(actor: &Actor) -> bool {
    actor.roles.is_staff() || actor.roles.has(Role::System)
}

#[cfg(test)]
mod tests;
