//! Figures of use: how often, how long and by how many people each space was used in a month.

use chrono::{Months, NaiveDate};
use kernel::{Fault, Instant, Span};
use sea_orm::ConnectionTrait;
use serde::Serialize;

use super::{Card, Catalogue, Filter, Place, list};
use crate::rules::Standing;

/// So many bookings a month are counted; a centre has some thousands.
const MOST: u64 = 100_000;

/// What one space, or all of them together, were used.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Figures {
    /// Bookings that stand or took place.
    pub bookings: i64,
    /// Of these, to which nobody came.
    pub absent: i64,
    /// Called off, by the person or the centre.
    pub cancelled: i64,
    /// Minutes of use, of all units together; nobody's absence is use.
    pub minutes: i64,
    /// People who came or are expected.
    pub people: i64,
    /// Minutes in which its units could have been used.
    pub open: i64,
}

impl Figures {
    fn count(&mut self, card: &Card, now: Instant) {
        match card.standing(now) {
            Standing::Cancelled | Standing::Released => self.cancelled += 1,
            Standing::Tentative => {}
            Standing::Absent => {
                self.bookings += 1;
                self.absent += 1;
            }
            Standing::Coming | Standing::Late | Standing::Running | Standing::Finished => {
                self.bookings += 1;
                self.minutes += card.booking.span().minutes();
                self.people += i64::from(card.booking.attendees);
            }
        }
    }

    /// Adds a place to the sum. Of one that is several others together, its use is the use of
    /// each of them, and their open hours are counted already.
    fn add(&mut self, other: &Self, joined: i64) {
        self.bookings += other.bookings;
        self.absent += other.absent;
        self.cancelled += other.cancelled;
        self.minutes += other.minutes * joined;
        self.people += other.people;
        if joined == 1 {
            self.open += other.open;
        }
    }

    /// Of a hundred minutes so many were used; `None` when it was never open.
    pub fn rate(&self) -> Option<i64> {
        (self.open > 0).then(|| (self.minutes * 100 + self.open / 2) / self.open)
    }
}

/// The figures of a month: each place's, and all of them together.
pub async fn figures<'c>(
    db: &impl ConnectionTrait,
    catalogue: &'c Catalogue,
    month: NaiveDate,
    now: Instant,
) -> Result<(Vec<(&'c Place, Figures)>, Figures), Fault> {
    let filter = Filter {
        within: Some(span_of(month)),
        ..Filter::default()
    };
    let cards = list(db, filter, MOST).await?;
    let rows: Vec<_> = catalogue
        .places
        .iter()
        .map(|place| (place, of_place(catalogue, place, &cards, month, now)))
        .collect();
    let mut all = Figures::default();
    for (place, figures) in &rows {
        all.add(figures, joined(place));
    }
    Ok((rows, all))
}

/// How many other places a place is together: two for the whole of a divisible room.
fn joined(place: &Place) -> i64 {
    let most = place.units.iter().map(|unit| unit.resources.len()).max();
    i64::try_from(most.unwrap_or(1)).unwrap_or(1)
}

fn of_place(
    catalogue: &Catalogue,
    place: &Place,
    cards: &[Card],
    month: NaiveDate,
    now: Instant,
) -> Figures {
    let units = i64::try_from(place.units.len()).unwrap_or(0);
    let mut figures = Figures {
        open: open_minutes(catalogue, place, month) * units,
        ..Figures::default()
    };
    let own = |card: &&Card| card.booking.space_id == place.space.id;
    for card in cards.iter().filter(own) {
        figures.count(card, now);
    }
    figures
}

fn open_minutes(catalogue: &Catalogue, place: &Place, month: NaiveDate) -> i64 {
    let calendar = catalogue.hours(&place.space);
    month
        .iter_days()
        .take_while(|date| Some(*date) < month.checked_add_months(Months::new(1)))
        .flat_map(|date| calendar.stretches(date))
        .map(|open| open.minutes())
        .sum()
}

/// From the first moment of a month to the first of the next; `month` is its first day.
pub fn span_of(month: NaiveDate) -> Span {
    let next = month.checked_add_months(Months::new(1)).unwrap_or(month);
    Span {
        from: Span::day(month).from,
        until: Span::day(next).from,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_ends_where_the_next_begins() {
        let month = NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();
        let span = span_of(month);
        assert_eq!(span.from.rfc3339(), "2026-12-01T00:00:00+09:00");
        assert_eq!(span.until.rfc3339(), "2027-01-01T00:00:00+09:00");
    }

    #[test]
    fn the_whole_of_a_divisible_room_is_the_use_of_both_halves() {
        let figures = |minutes, open| Figures {
            bookings: 1,
            minutes,
            open,
            ..Figures::default()
        };
        let mut all = Figures::default();
        all.add(&figures(60, 600), 1);
        all.add(&figures(0, 600), 1);
        all.add(&figures(120, 600), 2);
        assert_eq!((all.bookings, all.minutes, all.open), (3, 300, 1_200));
    }

    #[test]
    fn the_rate_is_rounded_and_a_space_that_was_never_open_has_none() {
        let of = |minutes, open| {
            let figures = Figures {
                minutes,
                open,
                ..Figures::default()
            };
            figures.rate()
        };
        for (minutes, open, rate) in [
            (0, 600, Some(0)),
            (3, 600, Some(1)),
            (2, 600, Some(0)),
            (600, 600, Some(100)),
            (0, 0, None),
        ] {
            assert_eq!(of(minutes, open), rate, "{minutes} of {open}");
        }
    }
}
