//! The small centre of the tests: a desk room with three desks, and a meeting room for six.

use bookings::{
    entity::{
        SpaceId, VenueId,
        space::{self, Kind},
    },
    samples,
    service::{self, NewSpace, NewVenue},
};
use chrono::NaiveDate;
use kernel::{Actor, Clock, Db, Fault, Via, transact};

/// The password of everybody in the tests.
pub const PASSWORD: &str = "長くて覚えやすい合言葉";

/// What there is to book.
#[derive(Clone, Copy, Debug)]
pub struct Fixture {
    /// The house.
    pub venue: VenueId,
    /// Three like desks, 9:00 to 21:00.
    pub desks: SpaceId,
    /// 会議室A, up to four hours.
    pub room: SpaceId,
}

/// Opens the centre on a database of any kind.
pub async fn open_centre(db: &Db, clock: &Clock) -> Fixture {
    transact(db, Actor::system(Via::Cli), clock, async |work| {
        let venue = service::create_venue(work, house()).await?;
        let since = NaiveDate::from_ymd_opt(2026, 4, 1).unwrap();
        for weekday in 1..=7 {
            let hours = (weekday != 1).then_some((540, 1260));
            service::set_hours(work, venue, weekday, hours, since).await?;
        }
        let room = samples::meeting_room(venue);
        let desks = space::Model {
            position: 1,
            kind: Kind::Desk,
            name: "コワーキング席".to_owned(),
            name_en: "Coworking desks".to_owned(),
            capacity: 1,
            longest_minutes: 720,
            ..room.clone()
        };
        service::set_rule(work, &samples::days_ahead(90)).await?;
        Ok::<_, Fault>(Fixture {
            venue,
            desks: create(work, desks, &["A1", "A2", "A3"]).await?,
            room: create(work, room, &["会議室A"]).await?,
        })
    })
    .await
    .unwrap()
}

async fn create(
    work: &kernel::Work,
    space: space::Model,
    units: &[&str],
) -> Result<SpaceId, Fault> {
    let units = units.iter().map(|&label| label.to_owned()).collect();
    service::create_space(work, NewSpace { space, units }).await
}

fn house() -> NewVenue {
    NewVenue {
        name: "めぐろ産業振興センター（見本）".to_owned(),
        name_en: "Meguro Business Support Centre (sample)".to_owned(),
        postal_code: "153-0000".to_owned(),
        address: "目黒区見本町一丁目2番3号".to_owned(),
        telephone: "03-0000-0000".to_owned(),
        counter_hours: "9:00〜20:30".to_owned(),
    }
}
