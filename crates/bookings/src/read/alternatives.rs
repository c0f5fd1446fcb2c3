//! What a person can have instead: the nearest times, and other spaces at that time.

use chrono::TimeDelta;
use kernel::{Failed, Fault, Instant, Span};
use sea_orm::ConnectionTrait;
use views::Lang;
use web::App;

use super::{
    Busy, Catalogue, Place, booker, chosen,
    day::{self, busy_units},
};
use crate::{
    entity::{ResourceId, SpaceId, booking::Party, space},
    refused::{Alternative, Refused},
    rules::{self, Booker, devices::Pick, fitting::with_clearing, hours_on, strip::Day},
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

/// Nobody else's time is lost to a refusal: what can be had instead is looked up outside the
/// transaction, after it.
pub async fn with_alternatives<T>(
    outcome: Result<T, Failed<Refused>>,
    wish: Wish,
    app: &App,
    now: Instant,
    lang: Lang,
) -> Result<T, Failed<Refused>> {
    match outcome {
        Err(Failed::Refused(Refused::SlotTaken { .. })) => Err(Refused::SlotTaken {
            alternatives: alternatives(app, wish, now, lang).await?,
        }
        .into()),
        other => other,
    }
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
    let picks = &wish.devices;
    let mut found = Vec::new();
    if let Some(place) = wished {
        let resources = place.units.iter().flat_map(|unit| unit.resources.clone());
        let resources = resources.chain(units_of(catalogue, picks));
        let busy = day::busy(db, near, Some(resources.collect())).await?;
        let units = busy_units(place, &busy);
        let times = nearest_times(
            &catalogue.day(place, &units, &booker, now),
            wish.span,
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
    found.extend(
        others
            .into_iter()
            .take(OFFERED)
            .map(|place| offer(place, wish.span, lang)),
    );
    Ok(found)
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
/// which nothing else is missing.
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
    near.into_iter()
        .map(|from| Span {
            from,
            until: from + length,
        })
        .filter(|span| day.is_bookable(*span) && is_whole(*span))
        .take(OFFERED)
        .collect()
}
