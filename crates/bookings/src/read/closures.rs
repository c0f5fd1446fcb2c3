//! What closes, and whom it concerns.

use std::collections::HashMap;

use chrono::{NaiveDate, TimeDelta, Weekday};
use kernel::{Fault, Instant, PersonId, Span};
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};
use views::Lang;

use super::{
    Card, Catalogue, Filter, OwnCard, Wish, alternatives::nearby, lent, list, own_uses_shut_by,
};
use crate::{
    entity::{
        BookingId, ClosureId, HoldId, SpaceId, VenueId,
        closure::{self, Kind},
        closure_release, closure_space,
        hold::State,
    },
    refused::Alternative,
    rules::{
        Closure, Hours,
        closing::FURTHEST,
        closure::{CALLED_OFF, Reason, When},
    },
};

/// So many bookings are listed at most.
const LISTED: u64 = 100_000;

/// So many alternatives are offered to each person.
const OFFERED: usize = 3;

/// A closure, as its row stands.
#[derive(Clone, Debug)]
pub struct Closing {
    /// Of which house.
    pub venue: VenueId,
    /// The rule.
    pub rule: Closure,
    /// Who entered it; none when it came with the setting up.
    pub made_by: Option<PersonId>,
    /// When.
    pub made_at: Instant,
}

/// Whom a closure concerns.
#[derive(Clone, Debug)]
pub struct Affected {
    /// What is called off, in the order of time.
    pub called_off: Vec<Card>,
    /// Who is inside already, and is spoken to.
    pub inside: Vec<Card>,
    /// What the centre uses itself in the meantime, and keeps until it gives it back.
    pub own_uses: Vec<OwnCard>,
}

/// The closures of one house, or of all.
pub(super) async fn of_venues(
    db: &impl ConnectionTrait,
    venue: Option<VenueId>,
) -> Result<Vec<(VenueId, Closure)>, Fault> {
    let all = closings(db, venue).await?.into_iter();
    Ok(all.map(|closing| (closing.venue, closing.rule)).collect())
}

/// The same with who entered them, the newest first.
pub async fn closings(
    db: &impl ConnectionTrait,
    venue: Option<VenueId>,
) -> Result<Vec<Closing>, Fault> {
    let mut query = closure::Entity::find().order_by_desc(closure::COLUMN.id);
    if let Some(venue) = venue {
        query = query.filter(closure::COLUMN.venue_id.eq(venue));
    }
    read(db, query.all(db).await?).await
}

/// One closure.
pub async fn closing(db: &impl ConnectionTrait, id: ClosureId) -> Result<Option<Closing>, Fault> {
    let found = closure::Entity::find_by_id(id).all(db).await?;
    Ok(read(db, found).await?.pop())
}

async fn read(db: &impl ConnectionTrait, rows: Vec<closure::Model>) -> Result<Vec<Closing>, Fault> {
    let some: Vec<ClosureId> = rows
        .iter()
        .filter(|row| row.some_spaces)
        .map(|row| row.id)
        .collect();
    let mut spaces = HashMap::<ClosureId, Vec<SpaceId>>::new();
    if !some.is_empty() {
        let found = closure_space::Entity::find()
            .filter(closure_space::COLUMN.closure_id.is_in(some))
            .all(db)
            .await?;
        for row in found {
            spaces.entry(row.closure_id).or_default().push(row.space_id);
        }
    }
    // A row that cannot be read must not open the house without a word.
    let closing = |row: closure::Model| {
        let unreadable = DbErr::Type(format!("closure {}", row.id));
        read_row(row, &mut spaces).ok_or(Fault::from(unreadable))
    };
    rows.into_iter().map(closing).collect()
}

fn read_row(row: closure::Model, spaces: &mut HashMap<ClosureId, Vec<SpaceId>>) -> Option<Closing> {
    let valid_until = row.valid_until.as_deref().map(str::parse).transpose();
    Some(Closing {
        venue: row.venue_id,
        made_by: row.made_by,
        made_at: row.made_at,
        rule: Closure {
            id: row.id,
            when: when(&row)?,
            spaces: spaces.remove(&row.id).unwrap_or_default(),
            valid_from: row.valid_from.parse().ok()?,
            valid_until: valid_until.ok()?,
            reason: Reason {
                ja: row.reason,
                en: row.reason_en,
            },
        },
    })
}

fn when(row: &closure::Model) -> Option<When> {
    Some(match row.kind {
        Kind::Weekly => When::Weekly {
            weekday: Weekday::try_from(u8::try_from(row.weekday? - 1).ok()?).ok()?,
            moves: row.moves,
        },
        Kind::Yearly => When::Yearly {
            first: month_and_day(row.first.as_deref()?)?,
            last: month_and_day(row.last.as_deref()?)?,
        },
        Kind::Once if row.for_good => When::ForGood {
            from: row.first.as_deref()?.parse().ok()?,
        },
        Kind::Once => When::Once {
            first: row.first.as_deref()?.parse().ok()?,
            last: row.last.as_deref()?.parse().ok()?,
            part: row
                .opens
                .zip(row.closes)
                .map(|(opens, closes)| Hours { opens, closes }),
        },
    })
}

/// `12-28`.
fn month_and_day(text: &str) -> Option<(u32, u32)> {
    let (month, day) = text.split_once('-')?;
    Some((month.parse().ok()?, day.parse().ok()?))
}

/// The bookings still to come that a closure stands against.
pub async fn affected(
    db: &impl ConnectionTrait,
    catalogue: &Catalogue,
    venue: VenueId,
    closure: &Closure,
    now: Instant,
) -> Result<Affected, Fault> {
    let last = closure.last();
    let last = last.unwrap_or(now.date() + TimeDelta::days(FURTHEST));
    let within = Span {
        from: Span::day(closure.valid_from).from,
        until: Span::day(last).until,
    };
    let filter = Filter {
        from: Some(now),
        within: Some(within),
        ..Filter::default()
    };
    let concerned = |space: SpaceId| {
        let place = catalogue.place(space);
        place.is_some_and(|place| place.space.venue_id == venue) && closure.concerns(space)
    };
    let (mut called_off, mut inside) = (Vec::new(), Vec::new());
    for card in list(db, filter, LISTED).await? {
        if !concerned(card.space.id) || !closure.shuts(card.booking.span()) {
            continue;
        }
        if CALLED_OFF.contains(&card.state) {
            called_off.push(card);
        } else if card.state == State::InUse {
            inside.push(card);
        }
    }
    let mut own_uses = own_uses_shut_by(db, catalogue, closure, within).await?;
    own_uses.retain(|own| concerned(own.row.space_id) && own.can_end(now));
    Ok(Affected {
        called_off,
        inside,
        own_uses,
    })
}

/// What each of these people can have instead: another space at the same time where there is one,
/// and the nearest times; none of it on a closed day, the thought-of closure included.
///
/// `catalogue` knows the closure already: see [`Catalogue::with`].
pub async fn instead(
    db: &impl ConnectionTrait,
    catalogue: &Catalogue,
    cards: &[Card],
    now: Instant,
) -> Result<HashMap<BookingId, Vec<Alternative>>, Fault> {
    // Bookings alike are offered alike, and looked up once.
    let mut asked = HashMap::<_, Vec<Alternative>>::new();
    let mut instead = HashMap::new();
    let holds: Vec<HoldId> = cards.iter().map(|card| card.booking.hold_id).collect();
    let mut lent = lent(db, &holds).await?;
    for card in cards {
        let (space, span) = (card.space.id, card.booking.span());
        let wish = Wish {
            space: Some(space),
            span,
            attendees: card.booking.attendees,
            party: Some(card.booking.party()),
            devices: lent.remove(&card.booking.hold_id).unwrap_or_default(),
        };
        let key = (
            space,
            span.from,
            span.until,
            wish.attendees,
            wish.party,
            wish.devices.clone(),
        );
        let offers = if let Some(offers) = asked.get(&key) {
            offers.clone()
        } else {
            let found = nearby(db, catalogue, wish, now, Lang::Ja).await?;
            let (own, other): (Vec<_>, Vec<_>) =
                found.into_iter().partition(|one| one.space_id == space);
            let best = other.into_iter().take(1).chain(own).take(OFFERED);
            let offers: Vec<Alternative> = best.collect();
            asked.insert(key, offers.clone());
            offers
        };
        instead.insert(card.booking.id, offers);
    }
    Ok(instead)
}

/// What was called off for a closure, in the order of time.
pub async fn released(db: &impl ConnectionTrait, id: ClosureId) -> Result<Vec<Card>, Fault> {
    let rows = closure_release::Entity::find()
        .filter(closure_release::COLUMN.closure_id.eq(id))
        .all(db)
        .await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let filter = Filter {
        ids: Some(rows.into_iter().map(|row| row.booking_id).collect()),
        ..Filter::default()
    };
    list(db, filter, LISTED).await
}

/// How many bookings were called off for each closure.
pub async fn released_counts(db: &impl ConnectionTrait) -> Result<HashMap<ClosureId, i64>, Fault> {
    let counts: Vec<(ClosureId, i64)> = closure_release::Entity::find()
        .select_only()
        .column(closure_release::Column::ClosureId)
        .column_as(closure_release::COLUMN.booking_id.count(), "released")
        .group_by(closure_release::Column::ClosureId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(counts.into_iter().collect())
}

/// Why the centre called a booking off, if it did so for a closure.
pub async fn released_for(
    db: &impl ConnectionTrait,
    booking: BookingId,
) -> Result<Option<Reason>, Fault> {
    let Some(row) = closure_release::Entity::find_by_id(booking).one(db).await? else {
        return Ok(None);
    };
    let closing = closing(db, row.closure_id).await?;
    Ok(closing.map(|closing| closing.rule.reason))
}

impl Closing {
    /// Whether it can still close a day.
    pub fn is_ahead(&self, today: NaiveDate) -> bool {
        let rule = &self.rule;
        rule.last()
            .is_none_or(|last| today <= last && rule.valid_from <= last)
    }
}
