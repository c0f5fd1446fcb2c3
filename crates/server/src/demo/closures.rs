//! What the manager closes: a room for an afternoon, and the house for a day. People had booked
//! there; they are called off and written to, as in earnest.

use bookings::{
    entity::{ClosureId, SpaceId, space::Kind},
    read::{self, Catalogue},
    rules::{
        Closure, Hours,
        closure::{Reason, When},
    },
    service::{self, Close},
};
use chrono::{Days, NaiveDate, Weekday};
use kernel::{Actor, Clock, Db, Fault, Role, Via, transact};
use uuid::Uuid;

use super::{people::acting, spaces::Opened};
use crate::Failed;

/// The afternoon of the room, and the day of the house, in days from today at the earliest.
const AHEAD: [u64; 2] = [9, 12];

/// Enters both.
pub(super) async fn enter(db: &Db, clock: &Clock, opened: &[Opened]) -> Result<(), Failed> {
    let today = clock.now().date();
    let room = opened.iter().find(|one| one.space.kind == Kind::Meeting);
    let afternoon = Hours {
        opens: 13 * 60,
        closes: 17 * 60,
    };
    let room: Vec<SpaceId> = room.map(|one| one.id).into_iter().collect();
    let maintenance = ("空調の保守点検", "Maintenance of the air conditioning");
    let cleaning = ("館内の一斉清掃", "Cleaning of the whole house");
    let [soon, later] = AHEAD.map(|days| today + Days::new(days));
    used_to_close(db, clock, today).await?;
    close(db, clock, soon, Some(afternoon), &room, maintenance).await?;
    close(db, clock, later, None, &[], cleaning).await
}

/// Until some years ago the house was closed on Sundays too.
async fn used_to_close(db: &Db, clock: &Clock, today: NaiveDate) -> Result<(), Failed> {
    let catalogue = Catalogue::load(db.reader()).await?;
    let Some(venue) = catalogue.venues.first() else {
        return Ok(());
    };
    let closure = Closure {
        id: ClosureId(Uuid::nil()),
        when: When::Weekly {
            weekday: Weekday::Sun,
            moves: false,
        },
        spaces: Vec::new(),
        reason: Reason {
            ja: "日曜の休館（以前のきまり）".to_owned(),
            en: "Closed on Sundays (former rule)".to_owned(),
        },
        valid_from: today - Days::new(1_400),
        valid_until: Some(today - Days::new(700)),
    };
    transact::<_, Fault, _>(db, Actor::system(Via::Cli), clock, async |work| {
        service::set_closure(work, venue.id, &closure).await
    })
    .await?;
    Ok(())
}

/// Closes the first open day from a date on.
async fn close(
    db: &Db,
    clock: &Clock,
    earliest: NaiveDate,
    part: Option<Hours>,
    spaces: &[SpaceId],
    (ja, en): (&str, &str),
) -> Result<(), Failed> {
    let catalogue = Catalogue::load(db.reader()).await?;
    let Some((venue, date)) = catalogue.venues.first().zip(
        earliest
            .iter_days()
            .take(30)
            .find(|date| catalogue.open_on(*date).is_some()),
    ) else {
        return Ok(());
    };
    let closure = Closure {
        id: ClosureId(Uuid::nil()),
        when: When::Once {
            first: date,
            last: date,
            part,
        },
        spaces: spaces.to_vec(),
        reason: Reason {
            ja: ja.to_owned(),
            en: en.to_owned(),
        },
        valid_from: date,
        valid_until: None,
    };
    let closure = service::whole(&catalogue, venue.id, &closure)
        .map_err(|wrong| Failed::said(format!("the closure of the demonstration: {wrong:?}")))?;
    let (db_read, now) = (db.reader(), clock.now());
    let thought_of = catalogue.with(venue.id, &closure);
    let affected = read::affected(db_read, &catalogue, venue.id, &closure, now).await?;
    let called_off = affected.called_off;
    let offers = read::offers_shut_by(db_read, &catalogue, venue.id, &closure, now).await?;
    let wish = Close {
        venue: venue.id,
        closure,
        seen: called_off.iter().map(|card| card.booking.id).collect(),
        offers_seen: offers.iter().map(|one| one.entry.id).collect(),
        instead: read::instead(db_read, &thought_of, &called_off, now).await?,
    };
    let person = accounts::read::person_by_email(db_read, "manager@demo.example").await?;
    let manager = person.ok_or_else(|| Failed::said("the demonstration has no manager"))?;
    let manager = acting(manager, Role::Manager);
    let closed = transact(db, manager, clock, async |work| {
        service::close(work, &wish).await
    });
    closed
        .await
        .map(|_| ())
        .map_err(|failed| Failed::said(format!("the closure of the demonstration: {failed}")))
}
