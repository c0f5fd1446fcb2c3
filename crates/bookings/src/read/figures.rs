//! Figures of use: how often, how long and by how many people each space was used in a month; by
//! whom, and in which band of the day.

mod by;

use chrono::{Months, NaiveDate};
use kernel::{Fault, Instant, Span};
use sea_orm::ConnectionTrait;
use serde::Serialize;

use super::{
    Card, Catalogue, Filter, OwnCard, OwnFilter, Place, Unit, list, own_cards, own_uses::unit_of,
};
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
    /// Minutes of use, of all units together; nobody's absence is use. Who has the whole of a
    /// divisible room uses each of its halves.
    pub minutes: i64,
    /// People who came or are expected.
    pub people: i64,
    /// Minutes in which its units could have been used, or were.
    pub open: i64,
    /// How often the centre used it itself, or will.
    pub own: i64,
    /// So many minutes, of all units together; they are no use by those who book.
    pub own_minutes: i64,
}

impl Figures {
    fn count(&mut self, card: &Card, now: Instant) {
        match card.standing(now) {
            Standing::Cancelled | Standing::Released => self.cancelled += 1,
            Standing::Tentative | Standing::Requested | Standing::Refused => {}
            Standing::Absent => {
                self.bookings += 1;
                self.absent += 1;
            }
            Standing::Coming | Standing::Late | Standing::Running | Standing::Finished => {
                self.bookings += 1;
                self.people += i64::from(card.booking.attendees);
            }
        }
    }

    /// Counts what the centre used itself: how often in the space that it took, how long in all that
    /// it took with it.
    fn count_own(&mut self, catalogue: &Catalogue, place: &Place, cards: &[OwnCard]) {
        for card in cards.iter().filter(|card| card.minutes() > 0) {
            self.own += i64::from(card.row.space_id == place.space.id);
            let used = unit_of(catalogue, &card.row).map_or(0, |unit| used_of(place, &unit));
            self.own_minutes += card.minutes() * used;
        }
    }

    /// Adds a place to the sum. The use and the open hours of one that is several others together
    /// are counted with these already.
    fn add(&mut self, other: &Self, joined: bool) {
        self.bookings += other.bookings;
        self.absent += other.absent;
        self.cancelled += other.cancelled;
        self.people += other.people;
        self.own += other.own;
        if !joined {
            self.minutes += other.minutes;
            self.own_minutes += other.own_minutes;
            self.open += other.open;
        }
    }

    /// Of a hundred minutes so many were used; `None` when it was never open.
    pub fn rate(&self) -> Option<i64> {
        (self.open > 0).then(|| (self.minutes * 100 + self.open / 2) / self.open)
    }
}

/// The figures of a month.
#[derive(Clone, Debug)]
pub struct Month<'c> {
    /// Of each place.
    pub places: Vec<(&'c Place, Figures)>,
    /// Of all of them together.
    pub all: Figures,
    /// By where those belong who booked, as they were registered on the day of use.
    pub localities: Vec<(String, Figures)>,
    /// By what they came as.
    pub parties: Vec<(String, Figures)>,
    /// By how far founders were.
    pub stages: Vec<(String, Figures)>,
    /// By the bands of the prices in force, as minutes of the day; `None` for what touches none.
    /// Whoever stays through several is counted in each.
    pub bands: Vec<(Option<(i32, i32)>, Figures)>,
}

/// The figures of a month: each place's, all of them together, and these by whoever came and when.
pub async fn figures<'c>(
    db: &impl ConnectionTrait,
    catalogue: &'c Catalogue,
    month: NaiveDate,
    now: Instant,
) -> Result<Month<'c>, Fault> {
    let filter = Filter {
        within: Some(span_of(month)),
        ..Filter::default()
    };
    let cards = list(db, filter, MOST).await?;
    let own = own_cards(db, catalogue, OwnFilter::Within(span_of(month))).await?;
    // What is given up is still there in the months in which it was used.
    let was_there = |place: &&Place| {
        let id = place.space.id;
        catalogue.given_up(&place.space, month).is_none()
            || cards.iter().any(|card| card.space.id == id)
            || own.iter().any(|own| own.row.space_id == id)
    };
    let places: Vec<_> = catalogue
        .places
        .iter()
        .filter(was_there)
        .map(|place| {
            let mut figures = of_place(catalogue, place, &cards, month, now);
            figures.count_own(catalogue, place, &own);
            (place, figures)
        })
        .collect();
    let mut all = Figures::default();
    for (place, figures) in &places {
        all.add(figures, place.is_joined());
    }
    let uses = by::uses(catalogue, &cards, now);
    let whose = by::categories(db, &uses).await?;
    let bands = by::bands_in(db, catalogue, month).await?;
    Ok(Month {
        places,
        all,
        localities: by::counted(&uses, &whose, |category| category.locality),
        parties: by::counted(&uses, &whose, |category| category.party),
        stages: by::counted(&uses, &whose, |category| category.stage),
        bands: by::banded(&uses, &bands),
    })
}

fn of_place(
    catalogue: &Catalogue,
    place: &Place,
    cards: &[Card],
    month: NaiveDate,
    now: Instant,
) -> Figures {
    let units = i64::try_from(place.units.len()).unwrap_or(0);
    let mut figures = Figures::default();
    for card in cards {
        if card.booking.space_id == place.space.id {
            figures.count(card, now);
        }
        if was_used(card, now) {
            let used = catalogue
                .place(card.booking.space_id)
                .and_then(|own| own.unit(card.booking.unit))
                .map_or(0, |unit| used_of(place, unit));
            figures.minutes += card.booking.span().minutes() * used;
        }
    }
    // A day that was closed when people were inside already was open to them.
    figures.open = (open_minutes(catalogue, place, month) * units).max(figures.minutes);
    figures
}

/// Whether someone came or is expected.
fn was_used(card: &Card, now: Instant) -> bool {
    matches!(
        card.standing(now),
        Standing::Coming | Standing::Late | Standing::Running | Standing::Finished
    )
}

/// How many units of a place are used by whoever has this unit, of this place or of another. Half
/// of a divisible room in use is no use of the whole.
fn used_of(place: &Place, unit: &Unit) -> i64 {
    let whole = |own: &&Unit| own.resources.iter().all(|id| unit.resources.contains(id));
    i64::try_from(place.units.iter().filter(whole).count()).unwrap_or(0)
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
    use uuid::Uuid;

    use super::*;
    use crate::entity::{ResourceId, VenueId};

    #[test]
    fn a_month_ends_where_the_next_begins() {
        let month = NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();
        let span = span_of(month);
        assert_eq!(span.from.rfc3339(), "2026-12-01T00:00:00+09:00");
        assert_eq!(span.until.rfc3339(), "2027-01-01T00:00:00+09:00");
    }

    #[test]
    fn the_whole_of_a_divisible_room_is_counted_with_its_halves() {
        let figures = |minutes, open| Figures {
            bookings: 1,
            minutes,
            open,
            ..Figures::default()
        };
        let mut all = Figures::default();
        // An hour of the first half, and two hours of the whole.
        all.add(&figures(180, 600), false);
        all.add(&figures(120, 600), false);
        all.add(&figures(120, 600), true);
        assert_eq!((all.bookings, all.minutes, all.open), (3, 300, 1_200));
    }

    #[test]
    fn who_has_the_whole_uses_each_half_and_who_has_a_half_not_the_whole() {
        let [a, b] = [
            ResourceId(Uuid::from_u128(1)),
            ResourceId(Uuid::from_u128(2)),
        ];
        let unit = |resources: &[ResourceId]| Unit {
            number: 1,
            label: String::new(),
            resources: resources.to_vec(),
        };
        let place = |resources: &[ResourceId]| Place {
            space: crate::samples::meeting_room(VenueId(Uuid::nil())),
            units: vec![unit(resources)],
            house: None,
        };
        for (of, by, used) in [
            (vec![a], vec![a, b], 1),
            (vec![b], vec![a, b], 1),
            (vec![a, b], vec![a, b], 1),
            (vec![a, b], vec![a], 0),
            (vec![a], vec![b], 0),
        ] {
            assert_eq!(used_of(&place(&of), &unit(&by)), used, "{of:?} by {by:?}");
        }
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
