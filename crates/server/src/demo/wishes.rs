//! What somebody in the demonstration would like: one time after another, until one is free.

use bookings::{entity::SpaceId, rules::Use, service::Reserve};
use chrono::{NaiveDate, NaiveTime, TimeDelta};
use kernel::{Instant, PersonId, Span};

/// The full hours at which somebody who takes any time asks to begin.
pub(super) const ANY_HOUR: [i64; 11] = [9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19];

/// Uses of so many hours that begin at these, on so many days from the first on.
pub(super) fn times(
    first: NaiveDate,
    days: usize,
    hours: &[i64],
    length: i64,
) -> impl Iterator<Item = Span> {
    let midnights = first.iter_days().take(days);
    midnights.flat_map(move |date| {
        let midnight = Instant::at(date, NaiveTime::MIN);
        hours.iter().map(move |hour| Span {
            from: midnight + TimeDelta::hours(*hour),
            until: midnight + TimeDelta::hours(hour + length),
        })
    })
}

/// This person would like this space for that time.
pub(super) fn wish(space: SpaceId, person: PersonId, r#use: Use) -> Reserve {
    Reserve {
        space: Some(space),
        unit: None,
        person,
        r#use,
        organisation: None,
        waiver: None,
    }
}
