//! What can be used on which dates, and from when to when.

use chrono::NaiveDate;
use kernel::Instant;

use super::{Catalogue, Place};
use crate::{
    entity::{space, venue},
    rules::{self, Calendar, Closure, Hours},
};

/// The columns of a grid on which every house is closed.
const USUAL: Hours = Hours {
    opens: 9 * 60,
    closes: 21 * 60,
};

impl Catalogue {
    /// The spaces that are not given up on a date.
    pub fn in_use(&self, date: NaiveDate) -> impl Iterator<Item = &Place> {
        let given_up = move |place: &&Place| self.given_up(&place.space, date).is_some();
        self.places.iter().filter(move |place| !given_up(place))
    }

    /// The closure for good by which a space is given up on a date.
    pub fn given_up(&self, space: &space::Model, date: NaiveDate) -> Option<&Closure> {
        self.for_good(space).find(|closure| closure.falls_on(date))
    }

    /// The same, or the one by which it will be.
    pub fn giving_up(&self, space: &space::Model, today: NaiveDate) -> Option<&Closure> {
        let ahead = |closure: &&Closure| {
            let last = closure.last();
            last.is_none_or(|last| today <= last && closure.valid_from <= last)
        };
        self.for_good(space).find(ahead)
    }

    fn for_good(&self, space: &space::Model) -> impl Iterator<Item = &Closure> {
        let id = space.id;
        let closures = self.hours(space).closures.iter();
        closures.filter(move |closure| closure.is_for_good() && closure.concerns(id))
    }

    /// The house that every page names: the one that was opened first.
    pub fn first_house(&self) -> Option<&Calendar> {
        self.houses.get(&self.venues.first()?.id)
    }

    /// The first house, and the others that have a space in use on a date.
    pub fn used_venues(&self, date: NaiveDate) -> impl Iterator<Item = &venue::Model> {
        let has_any = move |id| self.in_use(date).any(|place| place.space.venue_id == id);
        let numbered = self.venues.iter().enumerate();
        let used = numbered.filter(move |(number, venue)| *number == 0 || has_any(venue.id));
        used.map(|(_, venue)| venue)
    }

    fn used(&self, date: NaiveDate) -> impl Iterator<Item = &Calendar> {
        let used = self.used_venues(date);
        used.filter_map(|venue| self.houses.get(&venue.id))
    }

    /// From the first opening to the last closing of any house on a date; `None` when all rest.
    pub fn open_on(&self, date: NaiveDate) -> Option<Hours> {
        self.used(date)
            .filter_map(|house| rules::hours_on(house, date))
            .reduce(Hours::around)
    }

    /// What closes every house on a date; `None` when one is open, or no closure is the reason.
    pub fn closed_by(&self, date: NaiveDate) -> Option<&Closure> {
        let mut closures = self.used(date).map(|house| match house.day(date) {
            rules::Day::Closed(by) => by,
            rules::Day::Open(_) => None,
        });
        let first = closures.next()??;
        closures.all(|by| by.is_some()).then_some(first)
    }

    /// The columns of a grid over these dates: whole hours from the first opening to the last
    /// closing; the usual day when all of them are closed.
    pub fn columns(&self, dates: impl IntoIterator<Item = NaiveDate>) -> Hours {
        let open = dates
            .into_iter()
            .filter_map(|date| self.open_on(date))
            .reduce(Hours::around)
            .unwrap_or(USUAL);
        Hours {
            opens: open.opens / 60 * 60,
            closes: (open.closes + 59) / 60 * 60,
        }
    }

    /// Today while a house is still open, else the next date on which one is.
    pub fn next_open(&self, now: Instant) -> NaiveDate {
        let today = now.date();
        today
            .iter_days()
            .take(60)
            .find(|date| {
                self.open_on(*date)
                    .is_some_and(|hours| hours.on(*date).until > now)
            })
            .unwrap_or(today)
    }
}
