//! What someone is looking for.

use chrono::{NaiveDate, TimeDelta};
use kernel::Span;
use web::{FieldError, Page, Typed};

use crate::{
    read::{Catalogue, Place},
    rules,
};

/// A search; what could not be read of it is among its errors.
pub(super) struct Search {
    pub(super) date: NaiveDate,
    pub(super) people: i32,
    pub(super) kind: Option<String>,
    pub(super) equipment: Vec<String>,
    pub(super) span: Option<Span>,
    pub(super) errors: Vec<FieldError>,
}

/// Reads a search.
pub(super) fn read(page: &Page, catalogue: &Catalogue, typed: &Typed) -> Search {
    let today = page.app.clock.now().date();
    let mut errors = Vec::new();
    let date = match typed.text("date") {
        "" => catalogue.next_open(page.app.clock.now()),
        text => super::date_near(today, text).unwrap_or_else(|| {
            errors.push(FieldError::new("date", "bookings-date-unreadable"));
            today
        }),
    };
    let people = match japan::kana::digits(typed.text("people")).as_str() {
        "" => 1,
        text => text.parse().unwrap_or_else(|_| {
            errors.push(FieldError::new("people", "bookings-attendees-unreadable"));
            1
        }),
    };
    let from = typed.text("from");
    let span = rules::clock(from).map(|from| {
        let minutes: i32 = typed.text("minutes").parse().unwrap_or(60);
        let from = rules::minute(date, from);
        Span {
            from,
            until: from + TimeDelta::minutes(minutes.clamp(15, 24 * 60).into()),
        }
    });
    if span.is_none() && !from.is_empty() {
        errors.push(FieldError::new("from", "bookings-start-unreadable"));
    }
    Search {
        date,
        people,
        kind: Some(typed.text("kind").to_owned()).filter(|kind| !kind.is_empty()),
        equipment: typed
            .all("equipment")
            .into_iter()
            .map(str::to_owned)
            .collect(),
        span,
        errors,
    }
}

impl Search {
    /// The places that fit.
    pub(super) fn fitting<'c>(&self, catalogue: &'c Catalogue) -> Vec<&'c Place> {
        let all = catalogue.in_use(self.date);
        all.filter(|place| self.fits(place)).collect()
    }

    /// Whether a place has room and everything that was asked for.
    pub(super) fn fits(&self, place: &Place) -> bool {
        let has = |code: &String| place.space.equipment().any(|own| own == code);
        place.space.capacity >= self.people
            && self
                .kind
                .as_deref()
                .is_none_or(|kind| place.space.kind.code() == kind)
            && self.equipment.iter().all(has)
    }
}
