//! Whether a space is open at a time, and if not: why, since when, and when it is.

use kernel::{Instant, Span};

use super::{Calendar, Day};
use crate::{entity::space, refused::Unopen};

/// From when the steps of the day are counted on which a space is used.
///
/// # Errors
/// Why it is not open all that time: the rarest reason, and what is open instead.
pub(super) fn opening_of(
    space: &space::Model,
    calendar: &Calendar,
    span: Span,
    now: Instant,
) -> Result<Instant, Unopen> {
    let date = span.from.date();
    // Of a day that has passed it is not asked what came after it.
    let today = now.date();
    let next = || calendar.next_open(date.max(today.pred_opt().unwrap_or(today)));
    match (calendar.day(date), calendar.shut_at(span)) {
        (Day::Closed(None), _) => Err(Unopen::NoHours {
            date,
            since: calendar.hours_since(date),
            next: next(),
        }),
        (Day::Closed(Some(by)), _) => Err(Unopen::Closed {
            date,
            by: Box::new(by.clone()),
            next: next(),
        }),
        (Day::Open(_), Some((shut, by))) => {
            let shortest = space.shortest_minutes.into();
            let is_left = |left: &Span| left.minutes() >= shortest && now < left.until;
            Err(Unopen::Shut {
                shut,
                by: Box::new(by.clone()),
                left: calendar
                    .stretches(date)
                    .into_iter()
                    .filter(is_left)
                    .collect(),
            })
        }
        (Day::Open(hours), None) if !hours.on(date).contains(&span) => Err(Unopen::Outside {
            hours,
            since: calendar.hours_since(date),
        }),
        (Day::Open(hours), None) => Ok(hours.on(date).from),
    }
}
