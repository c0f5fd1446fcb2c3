//! What home and マイページ show, out of what other crates answer.

mod merging;
mod search;

pub use merging::{OrganisationSide, Side, hindrance, is_advised, organisation_side, side};
pub use search::{Hit, bookings_by_part, hits};

use std::sync::Arc;

use bookings::{
    read::{Busy, Card, Catalogue, Filter, Place, busy, list},
    rules::{Booker, stretch_at, strip::Day},
};
use chrono::NaiveDate;
use kernel::{Fault, Instant, PersonId, Span};
use mail::entity::letter;
use sea_orm::{ConnectionTrait, QueryOrder, QuerySelect};
use web::App;

use crate::rules::{self, House, Now};

/// The centre at this moment.
pub struct Today {
    /// What there is, and when it is open.
    pub catalogue: Arc<Catalogue>,
    busy: Busy,
    anyone: Booker,
    now: Instant,
}

/// A place at this moment.
pub struct Seen<'c> {
    /// The place.
    pub place: &'c Place,
    /// Whether someone at the door can have it.
    pub now: Now,
    /// The same for each of its units, in their order.
    pub units: Vec<Now>,
}

impl Seen<'_> {
    /// Whether it is several other places together: the whole of a divisible room.
    pub fn is_joined(&self) -> bool {
        let units = &self.place.units;
        units.iter().any(|unit| unit.resources.len() > 1)
    }
}

impl Today {
    /// Reads it.
    pub async fn load(app: &App, now: Instant) -> Result<Self, Fault> {
        Ok(Self {
            catalogue: Catalogue::current(app).await?,
            busy: busy(app.db.reader(), Span::day(now.date()), None).await?,
            anyone: Booker::default(),
            now,
        })
    }

    /// Whether the door is open.
    pub fn house(&self) -> House {
        let today = self.catalogue.first_house();
        let today = today.map_or_else(Vec::new, |house| house.stretches(self.now.date()));
        House::at(self.now, stretch_at(&today, self.now))
    }

    /// From when to when some house is open on a date.
    pub fn open_on(&self, date: NaiveDate) -> Option<Span> {
        let hours = bookings::rules::hours_on(self.catalogue.first_house()?, date);
        hours.map(|hours| hours.on(date))
    }

    /// Every place at this moment.
    pub fn places(&self) -> Vec<Seen<'_>> {
        let seen = |place| self.seen(place);
        self.catalogue.in_use(self.now.date()).map(seen).collect()
    }

    fn seen<'c>(&'c self, place: &'c Place) -> Seen<'c> {
        let busy: Vec<Vec<Span>> = place
            .units
            .iter()
            .map(|unit| {
                let spans = unit.resources.iter().filter_map(|id| self.busy.get(id));
                spans.flatten().copied().collect()
            })
            .collect();
        let day = Day {
            space: &place.space,
            hours: self.catalogue.hours(&place.space),
            terms: self.catalogue.terms(&self.anyone),
            busy: &busy,
            now: self.now,
        };
        let units = busy
            .chunks(1)
            .map(|unit| rules::at_once(&Day { busy: unit, ..day }));
        Seen {
            place,
            now: rules::at_once(&day),
            units: units.collect(),
        }
    }
}

/// The bookings of these people that are running or still to come, the earliest first.
pub async fn coming(
    db: &impl ConnectionTrait,
    people: Vec<PersonId>,
    now: Instant,
    limit: u64,
) -> Result<Vec<Card>, Fault> {
    let filter = Filter {
        people: Some(people),
        from: Some(now),
        standing_only: true,
        ..Filter::default()
    };
    list(db, filter, limit).await
}

/// The letters that are still to be sent, those tried most often first: for staff.
pub async fn waiting_letters(
    db: &impl ConnectionTrait,
    limit: u64,
) -> Result<Vec<letter::Model>, Fault> {
    Ok(letter::Entity::waiting()
        .order_by_desc(letter::COLUMN.attempts)
        .order_by_asc(letter::COLUMN.created_at)
        .limit(limit)
        .all(db)
        .await?)
}
