//! What is free after a draw, for whoever did not get what they wished.

use bookings::{
    entity::booking::Party,
    read::{Catalogue, Place, looking},
    refused::Wrong,
};
use kernel::{Fault, Instant, Span, Work};
use serde_json::{Value, json};

use crate::{
    entity::entry::{self, State},
    read::{self, Listed},
};

/// So many times that are free are named in a letter.
const FREE: usize = 6;

/// The times of the month that nobody has: they are booked by whoever comes first.
pub(super) async fn free(
    work: &Work,
    catalogue: &Catalogue,
    listed: &Listed,
) -> Result<Vec<read::Times>, Fault> {
    let slots = read::free_slots(work.db(), catalogue, listed).await?;
    let free = slots.into_iter().filter(|(_, units)| *units > 0);
    let free = free.map(|(times, _)| times);
    Ok(free.filter(|(from, _)| work.now() < *from).collect())
}

/// Of what is free, what is nearest to what somebody did not get and can be booked by them now; where
/// nothing can, the nearest, and from when on. Null where they got all of it, or nothing is free.
pub(super) async fn instead(
    work: &Work,
    (catalogue, place): (&Catalogue, &Place),
    free: &[read::Times],
    own: &[&entry::Model],
) -> Result<Value, Fault> {
    let without = [State::Lost, State::NotGiven, State::Lapsed];
    let mut missed = own.iter().filter(|own| without.contains(&own.state));
    let Some(wished) = missed.next() else {
        return Ok(Value::Null);
    };
    let judged = judged(work, (catalogue, place), free, wished.party()).await?;
    let now: Vec<read::Times> = times(&judged, None);
    let opens = judged.iter().filter_map(|(_, opens)| *opens).min();
    Ok(match (now.is_empty(), opens) {
        (true, None) => Value::Null,
        (true, Some(at)) => {
            let then = times(&judged, Some(at));
            json!({ "opens": at.rfc3339(), "times": nearest(then, wished.starts_at) })
        }
        (false, _) => json!({ "opens": null, "times": nearest(now, wished.starts_at) }),
    })
}

/// From when on somebody can book a time, once that is a moment to come.
type Opens = Option<Instant>;

/// The free times that somebody can book now or later, by the rules of booking.
async fn judged(
    work: &Work,
    (catalogue, place): (&Catalogue, &Place),
    free: &[read::Times],
    party: Party,
) -> Result<Vec<(read::Times, Opens)>, Fault> {
    let (rules, now) = (&catalogue.rules, work.now());
    let booker = looking(work.db(), rules, Some(party), now).await?;
    let (terms, hours) = (catalogue.terms(&booker), catalogue.hours(&place.space));
    let of = |(from, until): read::Times| {
        let span = Span { from, until };
        match terms.wrong_time(place.space.id, hours, span, now) {
            None => Some(((from, until), None)),
            Some(Wrong::NotOpenYet(opens, _)) => Some(((from, until), Some(opens))),
            Some(_) => None,
        }
    };
    Ok(free.iter().copied().filter_map(of).collect())
}

fn times(judged: &[(read::Times, Opens)], wanted: Opens) -> Vec<read::Times> {
    let same = judged.iter().filter(|(_, opens)| *opens == wanted);
    same.map(|(times, _)| *times).collect()
}

fn nearest(mut all: Vec<read::Times>, wished: Instant) -> Vec<Value> {
    all.sort_by_key(|(from, _)| (*from - wished).abs());
    all.truncate(FREE);
    all.sort_unstable();
    let said = |(from, until): &read::Times| json!({ "starts_at": from.rfc3339(), "ends_at": until.rfc3339() });
    all.iter().map(said).collect()
}
