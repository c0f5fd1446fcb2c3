//! The figures of a month by whoever used the spaces, and by the band of the day.

use std::collections::BTreeSet;

use chrono::{Months, NaiveDate, NaiveTime, TimeDelta};
use fees::rules::{Unit as Priced, price_list};
use kernel::{Fault, Instant, Span};
use organisations::rules::Category;
use sea_orm::{ActiveEnum, ConnectionTrait, Iterable};

use super::{Card, Catalogue, Figures, used_of, was_used};
use crate::read::charges::tariff_rows;

/// A band of the day, as minutes after midnight.
type Minutes = (i32, i32);

/// A booking of a place that is still there.
pub(super) struct Use<'c> {
    card: &'c Card,
    /// Where it stands.
    figures: Figures,
    /// How many units it uses, of all places that are not others together; none when nobody came.
    units: i64,
}

/// The bookings that the figures of the places count.
pub(super) fn uses<'c>(catalogue: &Catalogue, cards: &'c [Card], now: Instant) -> Vec<Use<'c>> {
    let parts = || catalogue.places.iter().filter(|place| !place.is_joined());
    let found = cards.iter().filter_map(|card| {
        let place = catalogue.place(card.booking.space_id)?;
        let unit = place.unit(card.booking.unit);
        let used = unit.filter(|_| was_used(card, now));
        let mut figures = Figures::default();
        figures.count(card, now);
        Some(Use {
            card,
            figures,
            units: used.map_or(0, |unit| parts().map(|part| used_of(part, unit)).sum()),
        })
    });
    found.collect()
}

/// By which category each of them was used, on its day.
pub(super) async fn categories(
    db: &impl ConnectionTrait,
    uses: &[Use<'_>],
) -> Result<Vec<Category>, Fault> {
    let bookings = || uses.iter().map(|one| &one.card.booking);
    let people = bookings().map(|booking| booking.person_id).collect();
    let organisations = bookings().filter_map(|booking| booking.organisation_id);
    let known = organisations::read::categories(db, people, organisations.collect()).await?;
    let of = bookings().map(|booking| {
        let day = booking.starts_at.date();
        known.on(booking.person_id, booking.organisation_id, day)
    });
    Ok(of.collect())
}

/// The uses by one side of the category, each value in its order.
pub(super) fn counted<S>(
    uses: &[Use<'_>],
    categories: &[Category],
    side: impl Fn(&Category) -> S,
) -> Vec<(String, Figures)>
where
    S: ActiveEnum<Value = String> + Iterable + PartialEq,
{
    let of = |one: S| {
        let mut all = Figures::default();
        for (used, category) in uses.iter().zip(categories) {
            if side(category) == one {
                let minutes = used.card.booking.span().minutes();
                all.add(&used.figures_of(minutes), false);
            }
        }
        (one.to_value(), all)
    };
    S::iter().map(of).collect()
}

impl Use<'_> {
    /// What it counts for, when so many minutes of it are meant.
    fn figures_of(&self, minutes: i64) -> Figures {
        Figures {
            minutes: minutes * self.units,
            ..self.figures.clone()
        }
    }
}

/// The bands of the prices that hold for a space of the house on a day of this month, in the order
/// of the day. Without any nothing is told apart by them.
pub(super) async fn bands_in(
    db: &impl ConnectionTrait,
    catalogue: &Catalogue,
    month: NaiveDate,
) -> Result<Vec<Minutes>, Fault> {
    let after = month.checked_add_months(Months::new(1));
    let days = || {
        let all = month.iter_days();
        all.take_while(move |day| Some(*day) < after)
    };
    let rows = tariff_rows(db).await?;
    let mut bands = BTreeSet::new();
    for tariff in fees::read::tariffs(db).await? {
        let holds = |day: NaiveDate| {
            let date = day.to_string();
            catalogue.places.iter().any(|place| {
                let mut own = rows.iter().filter(|row| row.space_id == place.space.id);
                let row = own.rfind(|row| row.valid_from <= date);
                row.and_then(|row| row.tariff_id) == Some(tariff.row.id)
            })
        };
        for day in days().filter(|day| holds(*day)) {
            for rate in price_list(&tariff.rates, day) {
                if let Priced::Band(own) = rate.unit {
                    bands.extend(own.iter().map(|band| (band.opens, band.closes)));
                }
            }
        }
    }
    Ok(bands.into_iter().collect())
}

/// The uses by band, with the time inside of it, and the time outside of all: together that is all
/// time, where no two bands overlap.
pub(super) fn banded(uses: &[Use<'_>], bands: &[Minutes]) -> Vec<(Option<Minutes>, Figures)> {
    if bands.is_empty() {
        return Vec::new();
    }
    let mut rows: Vec<_> = bands
        .iter()
        .map(|band| (Some(*band), Figures::default()))
        .collect();
    let mut outside = Figures::default();
    for used in uses {
        let span = used.card.booking.span();
        for ((_, figures), band) in rows.iter_mut().zip(bands) {
            let minutes = within(span, *band);
            if minutes > 0 {
                figures.add(&used.figures_of(minutes), false);
            }
        }
        let left = span.minutes() - within_any(span, bands);
        if left > 0 {
            outside.add(&used.figures_of(left), false);
        }
    }
    if outside != Figures::default() {
        rows.push((None, outside));
    }
    rows
}

/// How many minutes of a use lie in a band of its day.
fn within(span: Span, (opens, closes): Minutes) -> i64 {
    let midnight = Instant::at(span.from.date(), NaiveTime::MIN);
    let at = |minutes: i32| midnight + TimeDelta::minutes(i64::from(minutes));
    let (from, until) = (span.from.max(at(opens)), span.until.min(at(closes)));
    (until - from).num_minutes().max(0)
}

/// How many minutes of a use lie in at least one of these bands, which come in the order of time.
fn within_any(span: Span, bands: &[Minutes]) -> i64 {
    let mut reached = 0;
    let mut minutes = 0;
    for (opens, closes) in bands {
        let opens = (*opens).max(reached);
        if opens < *closes {
            minutes += within(span, (opens, *closes));
            reached = *closes;
        }
    }
    minutes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_in_two_bands_is_in_them_once_and_between_two_in_none() {
        let at = |text: &str| Instant::parse(&format!("2026-12-15T{text}:00+09:00")).unwrap();
        let span = Span {
            from: at("09:00"),
            until: at("17:00"),
        };
        for (bands, minutes) in [
            (vec![], 0),
            (vec![(540, 720), (780, 1_020)], 420),
            (vec![(540, 720), (540, 780), (720, 900)], 360),
            (vec![(1_020, 1_260)], 0),
        ] {
            assert_eq!(within_any(span, &bands), minutes, "{bands:?}");
        }
    }

    #[test]
    fn a_use_counts_in_a_band_for_the_time_that_it_lies_in_it() {
        let at = |text: &str| Instant::parse(&format!("2026-12-15T{text}:00+09:00")).unwrap();
        for (from, until, minutes) in [
            ("09:00", "12:00", 180),
            ("11:00", "14:00", 60),
            ("08:00", "21:00", 180),
            ("12:00", "13:00", 0),
            ("07:00", "09:00", 0),
        ] {
            let span = Span {
                from: at(from),
                until: at(until),
            };
            assert_eq!(within(span, (540, 720)), minutes, "{from}–{until}");
        }
    }
}
