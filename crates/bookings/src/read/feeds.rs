//! What calendars fetch.

use chrono::{Days, NaiveDate, TimeDelta};
use kernel::{Fault, Instant, PersonId, Secret, Span};
use mail::{Event, WholeDay};
use sea_orm::{QueryOrder, entity::prelude::*};
use views::Lang;

use super::{Card, Catalogue, Filter, Place, list};
use crate::{
    entity::{
        allocation,
        calendar_feed::{self, Kind},
        hold,
    },
    ledger, letters,
    rules::Day,
};

/// So far back a calendar is told what was.
const BACK: TimeDelta = TimeDelta::days(31);
/// So far ahead what will be.
const AHEAD: TimeDelta = TimeDelta::days(400);
/// So far ahead closed days are told.
const CLOSED_AHEAD: Days = Days::new(400);
/// So many entries at most.
const LISTED: u64 = 5_000;

/// A person's own addresses, the newest first.
pub async fn feeds_of(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Vec<calendar_feed::Model>, Fault> {
    Ok(calendar_feed::Entity::of(person)
        .order_by_desc(calendar_feed::COLUMN.id)
        .all(db)
        .await?)
}

/// The address of this secret, while whoever made it may still see what it tells.
pub async fn feed_at(
    db: &impl ConnectionTrait,
    secret: &str,
) -> Result<Option<calendar_feed::Model>, Fault> {
    let found = calendar_feed::Entity::find()
        .filter(calendar_feed::COLUMN.digest.eq(Secret::digest_of(secret)))
        .one(db)
        .await?;
    let Some(feed) = found else {
        return Ok(None);
    };
    if feed.kind == Kind::Own || is_staff(db, feed.person_id).await? {
        return Ok(Some(feed));
    }
    Ok(None)
}

async fn is_staff(db: &impl ConnectionTrait, person: PersonId) -> Result<bool, Fault> {
    let found = accounts::read::person(db, person).await?;
    let staff = ["role-reception", "role-coordinator", "role-manager"];
    Ok(found.is_some_and(|found| {
        let mut keys = found.role_keys.iter();
        keys.any(|key| staff.contains(&key.as_str()))
    }))
}

/// What a space's calendar says instead of names: of others, and of the centre itself.
#[derive(Clone, Copy, Debug)]
pub struct FeedWords<'w> {
    /// Someone has it.
    pub taken: &'w str,
    /// The centre uses it itself.
    pub own: &'w str,
}

/// What an address tells at a moment.
pub async fn feed_events(
    db: &impl ConnectionTrait,
    catalogue: &Catalogue,
    feed: &calendar_feed::Model,
    now: Instant,
    (lang, words): (Lang, FeedWords<'_>),
) -> Result<Vec<Event>, Fault> {
    match (feed.kind, feed.space_id) {
        (Kind::Own, _) => own(db, feed.person_id, now, lang).await,
        (Kind::Space, Some(space)) => match catalogue.place(space) {
            Some(place) => of_space(db, place, now, (lang, words)).await,
            None => Ok(Vec::new()),
        },
        (Kind::Counter, _) => counter(db, now, lang).await,
        (Kind::Space, None) => Ok(Vec::new()),
    }
}

/// One's own bookings; what was called off stays, so that calendars take it away.
async fn own(
    db: &impl ConnectionTrait,
    person: PersonId,
    now: Instant,
    lang: Lang,
) -> Result<Vec<Event>, Fault> {
    let filter = Filter {
        people: Some(vec![person]),
        from: Some(now - BACK),
        ..Filter::default()
    };
    let event = |card: &Card| {
        let place = Place::bare(card.space.clone());
        letters::event(&card.booking, place.name(lang), card.state)
    };
    Ok(list(db, filter, LISTED).await?.iter().map(event).collect())
}

/// Every booking with the name of its person.
async fn counter(db: &impl ConnectionTrait, now: Instant, lang: Lang) -> Result<Vec<Event>, Fault> {
    let filter = Filter {
        from: Some(now - TimeDelta::days(1)),
        standing_only: true,
        ..Filter::default()
    };
    let cards = list(db, filter, LISTED).await?;
    let people = cards.iter().map(|card| card.booking.person_id).collect();
    let people = accounts::read::contacts(db, people).await?;
    let event = |card: &Card| {
        let place = Place::bare(card.space.clone());
        let mut event = letters::event(&card.booking, place.name(lang), card.state);
        let who = people
            .iter()
            .find(|who| who.person == card.booking.person_id);
        if let Some(who) = who {
            event.summary = format!("{} {}", event.summary, who.name);
        }
        event
    };
    Ok(cards.iter().map(event).collect())
}

/// When a space is taken, whatever for and by whomever.
async fn of_space(
    db: &impl ConnectionTrait,
    place: &Place,
    now: Instant,
    (lang, words): (Lang, FeedWords<'_>),
) -> Result<Vec<Event>, Fault> {
    let within = Span {
        from: now - TimeDelta::days(1),
        until: now + AHEAD,
    };
    let units = place.units.iter().flat_map(|unit| unit.resources.clone());
    let mut found = ledger::overlapping(within)
        .filter(allocation::COLUMN.resource_id.is_in(units))
        .find_also_related(hold::Entity)
        .order_by_asc(allocation::COLUMN.starts_at)
        .order_by_asc(allocation::COLUMN.id)
        .all(db)
        .await?;
    // The whole of a divisible room takes several things at once, and is taken once.
    found.dedup_by_key(|(one, _)| (one.hold_id, one.starts_at));
    let unit = |one: &allocation::Model| {
        let mut units = place.units.iter();
        let unit = units.find(|unit| unit.resources.contains(&one.resource_id));
        unit.filter(|_| place.units.len() > 1)
            .map_or_else(String::new, |unit| format!(" {}", unit.label))
    };
    let said = |hold: Option<&hold::Model>| match hold {
        Some(hold) if hold.kind == hold::OWN_USE => words.own,
        _ => words.taken,
    };
    let event = |(one, hold): &(allocation::Model, Option<hold::Model>)| Event {
        uid: one.id.to_string(),
        sequence: 0,
        summary: format!("{}{}", said(hold.as_ref()), unit(one)),
        location: place.name(lang).to_owned(),
        starts_at: one.starts_at,
        ends_at: one.ends_at,
        cancelled: false,
        tentative: one.state == hold::State::Requested,
        url: String::new(),
    };
    Ok(found.iter().map(event).collect())
}

/// The days on which every house is closed, with why; `closed` where no closure says it.
pub fn closed_dates(
    catalogue: &Catalogue,
    today: NaiveDate,
    lang: Lang,
    closed: &str,
) -> Vec<WholeDay> {
    let Some(house) = catalogue.first_house() else {
        return Vec::new();
    };
    let last = today + CLOSED_AHEAD;
    let days = (today - BACK).iter_days();
    let closed = days.take_while(|date| *date <= last).filter_map(|date| {
        let Day::Closed(by) = house.day(date) else {
            return None;
        };
        Some(WholeDay {
            uid: format!("closed-{date}"),
            date,
            summary: by.map_or(closed, |by| by.reason.said(lang)).to_owned(),
        })
    });
    closed.collect()
}
