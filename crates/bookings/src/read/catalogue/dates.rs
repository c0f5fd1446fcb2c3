//! What can be used on which dates, and from when to when.

use chrono::NaiveDate;
use kernel::{Instant, Span};

use super::{Catalogue, Place};
use crate::{
    entity::space,
    rules::{self, Closure, Hours, closure::When},
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
        closures.filter(move |closure| {
            matches!(closure.when, When::ForGood { .. }) && closure.concerns(id)
        })
    }

    /// From the first opening to the last closing of any house on a date; `None` when all rest.
    pub fn open_on(&self, date: NaiveDate) -> Option<Hours> {
        self.houses
            .values()
            .filter_map(|house| rules::hours_on(house, date))
            .reduce(Hours::around)
    }

    /// When some house is open on a date, in the order of time; what is shut for a while in
    /// between is left out.
    pub fn stretches(&self, date: NaiveDate) -> Vec<Span> {
        let mut all: Vec<Span> = self
            .houses
            .values()
            .flat_map(|house| house.stretches(date))
            .collect();
        all.sort_by_key(|span| span.from);
        all
    }

    /// What closes every house on a date; `None` when one is open, or no closure is the reason.
    pub fn closed_by(&self, date: NaiveDate) -> Option<&Closure> {
        let mut closures = self.houses.values().map(|house| match house.day(date) {
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
