//! What a person can have instead: the nearest times, and other spaces at that time.

use chrono::{NaiveDate, TimeDelta};
use kernel::{Failed, Fault, Instant, Span, events};
use sea_orm::{QueryOrder, entity::prelude::*};
use views::Lang;
use web::App;

use super::{
    Busy, Catalogue, Place, booker, chosen,
    day::{self, busy_units},
};
use crate::{
    entity::{ResourceId, SpaceId, booking::Party, space},
    refused::{Alternative, Refused, Wrong},
    rules::{
        self, Booker, closing::FURTHEST, devices::Pick, fitting::with_clearing, hours_on,
        strip::Day,
    },
};

/// How many times and how many spaces are offered.
const OFFERED: usize = 3;
/// So many days before and after are looked at.
const NEAR: i64 = 7;

/// What a person would like.
#[derive(Clone, Debug)]
pub struct Wish {
    /// Which space; `None` when any will do.
    pub space: Option<SpaceId>,
    /// When.
    pub span: Span,
    /// How many people come.
    pub attendees: i32,
    /// Who would book; none while it is not known.
    pub party: Option<Party>,
    /// Which devices are to be lent with it.
    pub devices: Vec<Pick>,
}

/// Nobody else's time is lost to a refusal: what can be had instead of what is taken, or stands
/// against a rule, is looked up outside the transaction, after it.
pub async fn with_alternatives<T>(
    outcome: Result<T, Failed<Refused>>,
    wish: Wish,
    app: &App,
    now: Instant,
    lang: Lang,
) -> Result<T, Failed<Refused>> {
    match outcome {
        Err(Failed::Refused(Refused::SlotTaken(_))) => {
            Err(Refused::SlotTaken(alternatives(app, wish, now, lang).await?).into())
        }
        Err(Failed::Refused(Refused::Wrong(wrong))) => {
            Err(instead(app, wrong, wish, now, lang).await?.into())
        }
        other => other,
    }
}

/// The broken rules with since when the space is set up as it is, and with what keeps them all.
async fn instead(
    app: &App,
    wrong: Vec<Wrong>,
    wish: Wish,
    now: Instant,
    lang: Lang,
) -> Result<Refused, Fault> {
    let since = match wish.space {
        Some(space) => set_up_since(app.db.reader(), space).await?,
        None => None,
    };
    let wrong = wrong.into_iter().map(|one| one.set_up_since(since));
    let wrong: Vec<Wrong> = wrong.collect();
    // Nothing is planned so far away that anything could be offered there.
    let is_near = (wish.span.from - now).abs() < TimeDelta::days(FURTHEST);
    let is_time = is_near && wish.span.from < wish.span.until;
    if !is_time || !wrong.iter().any(Wrong::is_of_time_or_space) {
        return Ok(Refused::Wrong(wrong));
    }
    let alternatives = alternatives(app, wish, now, lang).await?;
    Ok(Refused::WrongBut(wrong, alternatives))
}

/// On which day a space was set up as it is now.
async fn set_up_since(
    db: &impl ConnectionTrait,
    space: SpaceId,
) -> Result<Option<NaiveDate>, Fault> {
    let latest = events::Entity::find()
        .filter(events::COLUMN.subject.eq(space.0))
        .filter(events::COLUMN.kind.is_in(["space.opened", "space.changed"]))
        .order_by_desc(events::COLUMN.at)
        .one(db)
        .await?;
    Ok(latest.map(|event| event.at.date()))
}

/// Three nearest times of the wished space, then three other spaces at the wished time; each can
/// be booked at this moment.
pub async fn alternatives(
    app: &App,
    wish: Wish,
    now: Instant,
    lang: Lang,
) -> Result<Vec<Alternative>, Fault> {
    let catalogue = Catalogue::current(app).await?;
    nearby(app.db.reader(), &catalogue, wish, now, lang).await
}

/// The same by a catalogue at hand.
pub(super) async fn nearby(
    db: &impl ConnectionTrait,
    catalogue: &Catalogue,
    wish: Wish,
    now: Instant,
    lang: Lang,
) -> Result<Vec<Alternative>, Fault> {
    // Whole days, and a day more for the clearing up after the last.
    let booker = match wish.party {
        Some(party) => booker(db, &catalogue.rules, party, wish.span.from, &[], now).await?,
        None => Booker::default(),
    };
    let near = Span {
        from: Span::day(wish.span.from.date()).from - TimeDelta::days(NEAR),
        until: Span::day(wish.span.from.date()).until + TimeDelta::days(NEAR + 1),
    };
    let wished = wish.space.and_then(|space| catalogue.place(space));
    let date = wish.span.from.date();
    let picks = &wish.devices;
    let mut found = Vec::new();
    if let Some(place) =
        wished.and_then(|place| large_enough(catalogue, place, wish.attendees, date))
    {
        let resources = place.units.iter().flat_map(|unit| unit.resources.clone());
        let resources = resources.chain(units_of(catalogue, picks));
        let busy = day::busy(db, near, Some(resources.collect())).await?;
        let units = busy_units(place, &busy);
        let times = nearest_times(
            &catalogue.day(place, &units, &booker, now),
            rules::fitted(&place.space, wish.span),
            NEAR,
            |span| has_devices(catalogue, picks, place, span, &busy),
        );
        found.extend(times.into_iter().map(|span| offer(place, span, lang)));
    }
    let busy = day::busy(db, with_clearing(wish.span), None).await?;
    let mut others: Vec<&Place> = catalogue
        .places
        .iter()
        .filter(|place| Some(place.space.id) != wish.space)
        .filter(|place| place.space.capacity >= wish.attendees)
        .filter(|place| {
            let units = busy_units(place, &busy);
            let day = catalogue.day(place, &units, &booker, now);
            day.is_bookable(wish.span) && has_devices(catalogue, picks, place, wish.span, &busy)
        })
        .collect();
    others.sort_by_key(|place| distance(wished, &place.space, wish.attendees));
    for place in others.into_iter().take(OFFERED) {
        let other = offer(place, wish.span, lang);
        if !found.contains(&other) {
            found.push(other);
        }
    }
    Ok(found)
}

/// The wished space, or the one most like it of those that have room for so many.
fn large_enough<'c>(
    catalogue: &'c Catalogue,
    wished: &'c Place,
    attendees: i32,
    date: NaiveDate,
) -> Option<&'c Place> {
    let still = catalogue.given_up(&wished.space, date).is_none();
    if still && wished.space.capacity >= attendees {
        return Some(wished);
    }
    let places = catalogue.in_use(date);
    let large = places.filter(|place| place.space.capacity >= attendees);
    large.min_by_key(|place| distance(Some(wished), &place.space, attendees))
}

/// Every piece of the devices that are picked.
pub(super) fn units_of(catalogue: &Catalogue, picks: &[Pick]) -> Vec<ResourceId> {
    let devices = catalogue.devices.iter();
    let picked = devices.filter(|device| picks.iter().any(|pick| pick.device == device.row.id));
    picked.flat_map(|device| device.units.clone()).collect()
}

/// Whether what is picked can be lent in a place at a time, besides what is busy.
fn has_devices(
    catalogue: &Catalogue,
    picks: &[Pick],
    place: &Place,
    span: Span,
    busy: &Busy,
) -> bool {
    let occupied = rules::occupied(&place.space, span);
    let is_busy = |id: ResourceId| {
        let mut spans = busy.get(&id).into_iter().flatten();
        spans.any(|span| span.overlaps(&occupied))
    };
    chosen(&catalogue.devices, picks, &place.space, span, is_busy).is_ok()
}

pub(super) fn offer(place: &Place, span: Span, lang: Lang) -> Alternative {
    Alternative {
        space_id: place.space.id,
        space: place.name(lang).to_owned(),
        span,
    }
}

/// Places of the same kind first, then those that are least too large.
pub(super) fn distance(
    wished: Option<&Place>,
    other: &space::Model,
    attendees: i32,
) -> (bool, i32, i32) {
    let other_kind = wished.is_some_and(|wished| wished.space.kind != other.kind);
    (other_kind, other.capacity - attendees, other.position)
}

/// The times of the same length that begin nearest to the wished one, within so many days, and for
/// which nothing else is missing. None overlaps another: who cannot come at one of them may come at
/// the next.
pub(super) fn nearest_times(
    day: &Day<'_>,
    wished: Span,
    within: i64,
    is_whole: impl Fn(Span) -> bool,
) -> Vec<Span> {
    let length = wished.until - wished.from;
    let step = TimeDelta::minutes(day.space.step_minutes.into());
    let mut near = Vec::new();
    for days in -within..=within {
        let date = wished.from.date() + TimeDelta::days(days);
        let Some(open) = hours_on(day.hours, date).map(|hours| hours.on(date)) else {
            continue;
        };
        let mut from = open.from;
        while from + length <= open.until {
            near.push(from);
            from = from + step;
        }
    }
    near.sort_by_key(|from| ((*from - wished.from).abs(), *from));
    let mut found: Vec<Span> = Vec::new();
    for from in near {
        let until = from + length;
        let span = Span { from, until };
        let is_apart = !found.iter().any(|other| other.overlaps(&span));
        if is_apart && day.is_bookable(span) && is_whole(span) {
            found.push(span);
        }
        if found.len() == OFFERED {
            break;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{entity::VenueId, rules::minute, samples};

    const VENUE: VenueId = VenueId(Uuid::nil());

    fn span(date: &str, from: i32, until: i32) -> Span {
        let date = date.parse().unwrap();
        Span {
            from: minute(date, from * 60),
            until: minute(date, until * 60),
        }
    }

    /// Around two hours from 13:00 on a Tuesday, with these hours of it taken.
    fn offered(taken: &[(i32, i32)]) -> Vec<String> {
        let space = crate::entity::space::Model {
            longest_minutes: 720,
            ..samples::meeting_room(VENUE)
        };
        let hours = samples::hours(VENUE);
        let busy = taken
            .iter()
            .map(|(from, until)| span("2026-12-15", *from, *until));
        let busy = [busy.collect::<Vec<_>>()];
        let rules = [samples::days_ahead(90)];
        let day = Day {
            space: &space,
            hours: &hours,
            terms: samples::anyone(&rules),
            busy: &busy,
            now: minute("2026-12-08".parse().unwrap(), 600),
        };
        let wished = span("2026-12-15", 13, 15);
        let said = |span: &Span| span.from.in_tokyo().format("%d %H:%M").to_string();
        nearest_times(&day, wished, 1, |_| true)
            .iter()
            .map(said)
            .collect()
    }

    #[test]
    fn the_nearest_times_are_offered_and_none_that_overlaps_another() {
        for (taken, expected) in [
            (vec![(13, 15)], ["15 11:00", "15 15:00", "15 09:00"]),
            (vec![(12, 15)], ["15 15:00", "15 10:00", "15 17:00"]),
            (vec![(9, 15)], ["15 15:00", "15 17:00", "15 19:00"]),
            // The day before the Tuesday is closed.
            (vec![(9, 19)], ["15 19:00", "16 09:00", "16 11:00"]),
        ] {
            assert_eq!(offered(&taken), expected, "{taken:?}");
        }
    }
}
