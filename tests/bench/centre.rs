//! The centre that is measured: twenty rooms, sixteen members, and many bookings.

mod people;

use std::sync::atomic::{AtomicU32, Ordering};

use bookings::{
    entity::{ResourceId, SpaceId, space},
    read::Catalogue,
    samples,
    service::{self, NewSpace, NewVenue},
};
use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use kernel::{Actor, Clock, Db, DbOptions, Fault, Instant, PersonId, Via, Work, transact};
use sea_orm::{ConnectionTrait, DbBackend};
use testkit::database::{self, Engine};
use uuid::Uuid;

pub(crate) use self::people::on_duty;
use self::people::{guests, members, reception};
use crate::rows::Rows;

/// Rooms there are.
pub(crate) const SPACES: u32 = 20;

/// The day of the board lies so many days ahead, and has so many bookings.
pub(crate) const BOARD: u64 = 40;
const ON_BOARD: usize = 60;

/// Half hours of a day that are booked one by one, from nine to eighteen: the evenings are for series.
const HALF_HOURS: u32 = 18;

/// So many rows go into one statement.
const BATCH: usize = 1_000;

/// How many bookings there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Size {
    /// 5,000 over 90 days.
    Quarter,
    /// And 195,000 over the ten years before.
    TenYears,
}

/// A centre on a database of its own.
pub(crate) struct Centre {
    /// The address of its database.
    pub(crate) url: String,
    /// Its database.
    pub(crate) db: Db,
    /// Its rooms, and what each takes in the ledger.
    pub(crate) rooms: Vec<(SpaceId, ResourceId)>,
    /// What the browsers of its members send.
    pub(crate) secrets: Vec<String>,
    /// What reception's browser sends.
    pub(crate) staff: String,
    /// A hold for the allocations of the bare route.
    pub(crate) hold: Uuid,
    /// Today.
    pub(crate) today: NaiveDate,
    free: AtomicU32,
    evenings: AtomicU32,
}

impl Centre {
    /// Opens a centre and fills it.
    pub(crate) async fn open(engine: Engine, size: Size) -> Self {
        let url = database::fresh(engine).await.unwrap();
        let db = Db::connect(&DbOptions::new(&url)).await.unwrap();
        let clock = Clock::machine();
        let actor = Actor::system(Via::Cli);
        let (people, secrets, staff) = transact(&db, actor, &clock, async |work| {
            open_rooms(work).await?;
            let (people, secrets) = members(work).await?;
            guests(work).await;
            Ok::<_, Fault>((people, secrets, reception(work).await))
        })
        .await
        .unwrap();
        let catalogue = Catalogue::load(db.reader()).await.unwrap();
        let rooms = catalogue
            .places
            .iter()
            .map(|place| (place.space.id, place.units[0].resources[0]))
            .collect();
        let mut centre = Self {
            url,
            db,
            rooms,
            secrets,
            staff,
            hold: Uuid::nil(),
            today: clock.now().date(),
            free: AtomicU32::new(0),
            evenings: AtomicU32::new(0),
        };
        centre.fill(&people, size).await;
        centre
    }

    /// Bookings written as rows: a bench needs very many of them, and none of their letters.
    async fn fill(&mut self, people: &[PersonId], size: Size) {
        let mut rows = Rows::new(self.db.backend(), 0);
        if size == Size::TenYears {
            let first = self.today - Days::new(3_650);
            self.spread(&mut rows, people, 195_000, first, 3_650).await;
        }
        self.spread(&mut rows, people, 5_000, self.today, 90).await;
        self.full_day(&mut rows, people);
        self.hold = rows.hold(0, "bench");
        rows.write(&self.db).await;
        let analyse = match self.db.backend() {
            DbBackend::Postgres => "VACUUM ANALYZE",
            _ => "PRAGMA wal_checkpoint(TRUNCATE)",
        };
        let connection = self.db.outside_transactions();
        connection.execute_unprepared(analyse).await.unwrap();
    }

    /// `count` bookings of two hours, evenly over so many days and all rooms.
    async fn spread(
        &self,
        rows: &mut Rows,
        people: &[PersonId],
        count: usize,
        first: NaiveDate,
        days: usize,
    ) {
        let (mut day_before, mut on_day) = (usize::MAX, 0);
        for number in 0..count {
            let day = number * days / count;
            on_day = if day == day_before { on_day + 1 } else { 0 };
            day_before = day;
            let (space, resource) = self.rooms[on_day % self.rooms.len()];
            let hour = 9 + 3 * (on_day / self.rooms.len());
            let date = first + Days::new(day as u64);
            let from = Instant::at(date, NaiveTime::MIN) + TimeDelta::hours(hour as i64);
            let person = people[number % people.len()];
            rows.booking(space, resource, person, from);
            if rows.bookings.len() == BATCH {
                rows.write(&self.db).await;
            }
        }
        rows.write(&self.db).await;
    }

    /// The last bookings of the board's day.
    fn full_day(&self, rows: &mut Rows, people: &[PersonId]) {
        let on_day = |number: &usize| (number * 90 / 5_000) as u64 == BOARD;
        let there = (0..5_000).filter(on_day).count();
        for number in there..ON_BOARD {
            let (space, resource) = self.rooms[number % self.rooms.len()];
            let hour = 9 + 3 * (number / self.rooms.len());
            let from = Instant::at(self.day(BOARD), NaiveTime::MIN) + TimeDelta::hours(hour as i64);
            rows.booking(space, resource, people[number % people.len()], from);
        }
    }

    /// A day so far ahead.
    pub(crate) fn day(&self, ahead: u64) -> NaiveDate {
        self.today + Days::new(ahead)
    }

    /// An evening hour that nobody has for a year: a room, by its number, from when and until when.
    /// After those of this year come those of the next; there are 1,680 in all.
    pub(crate) fn free_evening(&self) -> (usize, Instant, Instant) {
        let number = self.evenings.fetch_add(1, Ordering::Relaxed);
        let (year, weekday) = (number / SPACES / 6 / 7, number / SPACES / 6 % 7);
        let date = self.day(1 + u64::from(364 * year + weekday));
        let minutes = 18 * 60 + 30 * i64::from(number / SPACES % 6);
        let from = Instant::at(date, NaiveTime::MIN) + TimeDelta::minutes(minutes);
        (
            (number % SPACES) as usize,
            from,
            from + TimeDelta::minutes(30),
        )
    }

    /// A half hour that nobody has: a room, by its number, from when and until when.
    pub(crate) fn free_time(&self) -> (usize, Instant, Instant) {
        let number = self.free.fetch_add(1, Ordering::Relaxed);
        let half_hour = number / SPACES % HALF_HOURS;
        let day = 95 + number / SPACES / HALF_HOURS;
        let date = self.today + Days::new(day.into());
        let minutes = 9 * 60 + 30 * i64::from(half_hour);
        let from = Instant::at(date, NaiveTime::MIN) + TimeDelta::minutes(minutes);
        (
            (number % SPACES) as usize,
            from,
            from + TimeDelta::minutes(30),
        )
    }

    /// Closes the database.
    pub(crate) async fn close(self) {
        self.db.close().await.unwrap();
    }
}

async fn open_rooms(work: &Work) -> Result<(), Fault> {
    let venue = service::create_venue(
        work,
        NewVenue {
            name: "めぐろ産業振興センター（見本）".to_owned(),
            name_en: "Meguro Business Support Centre (sample)".to_owned(),
            postal_code: "153-0000".to_owned(),
            address: "東京都目黒区見本町一丁目2番3号".to_owned(),
            telephone: "03-0000-0000".to_owned(),
            counter_hours: "9:00〜20:30".to_owned(),
        },
    )
    .await?;
    let since = NaiveDate::from_ymd_opt(2010, 4, 1).unwrap();
    for weekday in 1..=7 {
        service::set_hours(work, venue, weekday, Some((540, 1260)), since).await?;
    }
    service::set_rule(work, &samples::days_ahead(730)).await?;
    for number in 1..=SPACES {
        let name = format!("会議室{number}");
        let space = space::Model {
            position: i32::try_from(number).unwrap(),
            name: name.clone(),
            name_en: format!("Meeting Room {number}"),
            step_minutes: 30,
            shortest_minutes: 30,
            clearing_minutes: 0,
            ..samples::meeting_room(venue)
        };
        let units = vec![name];
        service::create_space(work, NewSpace { space, units }).await?;
    }
    Ok(())
}
