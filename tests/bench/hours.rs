//! The free hours of thirty experts over eight weeks, with few appointments in the ledger and with many.

use bookings::entity::ResourceId;
use chrono::{Days, NaiveTime, TimeDelta};
use consultations::{
    entity::meeting::Mode,
    rules::HoursDraft,
    samples::cases::an_expert,
    service::{add_expert, add_hours, use_rooms},
};
use kernel::{Actor, Clock, Failed, Instant, Role, Via, transact};
use sea_orm::{ConnectionTrait, DbBackend, EntityTrait};
use testkit::database::Engine;

use crate::{
    CLIENTS, TURN,
    centre::{Centre, on_duty},
    load::{self, Question, Run},
    rows::Rows,
    served::{self, Served},
    told::Told,
};

const EXPERTS: usize = 30;
/// So many days are asked about: eight weeks.
const DAYS: u64 = 56;
/// So many appointments lie in the ninety days ahead, and so many in the ten years before.
const AHEAD: (usize, usize) = (5_000, 90);
const BEFORE: (usize, usize) = (195_000, 3_650);
/// So many rows go into one statement.
const BATCH: usize = 1_000;

/// The same question to both centres, for one client and for many.
pub(crate) async fn measure(engine: Engine, centres: [&Centre; 2], rounds: usize, told: &mut Told) {
    fill(centres[0], false).await;
    fill(centres[1], true).await;
    let small = Served::start(centres[0]).await;
    let large = Served::start(centres[1]).await;
    for clients in CLIENTS {
        let mut turns: [Vec<Run>; 3] = Default::default();
        for round in 0..=rounds {
            let runs = [
                load::run(&asks(&small, centres[0]), clients, TURN),
                load::run(&asks(&large, centres[1]), clients, TURN),
                load::run(&large.bare_page(), clients, TURN),
            ];
            // The first round only warms up.
            for (turns, run) in turns.iter_mut().zip(runs).filter(|_| round > 0) {
                turns.push(run);
            }
        }
        let [few, many, bare] = &turns;
        let name = format!("{engine:?}, {clients} at once: free hours of {EXPERTS} experts");
        told.rate(&format!("{name}, 5,000 appointments"), few, bare, None);
        told.rate(&format!("{name}, 200,000 appointments"), many, bare, None);
        told.at_most(
            &format!("{name}, time with 200,000 / with 5,000"),
            load::ratio(few, many),
            1.2,
            "×",
        );
    }
    small.stop().await;
    large.stop().await;
}

fn asks<'s>(served: &'s Served<'_>, centre: &Centre) -> Question<'s> {
    let (from, until) = (centre.day(1), centre.day(DAYS));
    let path = format!("/api/v1/consultation-hours?mode=centre&from={from}&until={until}");
    Question {
        to: served.product(),
        next: Box::new(move |_| served::request("GET", &path, served.product(), "", "")),
        expected: 200,
    }
}

/// Thirty experts who advise on five days, with their appointments in the ledger.
async fn fill(centre: &Centre, ten_years: bool) {
    let clock = Clock::machine();
    let system = Actor::system(Via::Cli);
    let coordinator = transact(&centre.db, system, &clock, async |work| {
        Ok::<_, kernel::Fault>(on_duty(work, "coordinator@demo.example", Role::Coordinator).await)
    });
    let (coordinator, _) = coordinator.await.unwrap();
    let roles = [Role::Coordinator].into_iter().collect();
    let actor = Actor::person(coordinator, roles, Via::Page);
    let rooms: Vec<_> = centre
        .rooms
        .iter()
        .map(|(space, _)| *space)
        .take(4)
        .collect();
    transact(&centre.db, actor, &clock, async |work| {
        use_rooms(work, &rooms).await?;
        for number in 0..EXPERTS {
            let address = format!("advisor{number}@demo.example");
            let (person, _) = on_duty(work, &address, Role::Expert).await;
            let expert = add_expert(work, person, &an_expert()).await?;
            for weekday in 1..=5 {
                let hours = HoursDraft {
                    weekday: Some(weekday),
                    from_minute: Some(600),
                    until_minute: Some(1_020),
                    modes: vec![Mode::Centre, Mode::Online],
                    valid_from: Some(centre.today),
                };
                add_hours(work, expert, &hours).await?;
            }
        }
        Ok::<_, Failed<consultations::Refused>>(())
    })
    .await
    .unwrap();
    let experts = consultations::entity::expert::Entity::find();
    let experts = experts.all(centre.db.reader()).await.unwrap();
    let times: Vec<ResourceId> = experts.iter().map(|row| row.resource_id).collect();
    let mut rows = Rows::new(centre.db.backend(), 1);
    let first = centre.today - Days::new(BEFORE.1 as u64);
    if ten_years {
        spread(&mut rows, centre, &times, (BEFORE, first)).await;
    }
    spread(&mut rows, centre, &times, (AHEAD, centre.today)).await;
    rows.write(&centre.db).await;
    let analyse = match centre.db.backend() {
        DbBackend::Postgres => "VACUUM ANALYZE",
        _ => "ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)",
    };
    let connection = centre.db.outside_transactions();
    connection.execute_unprepared(analyse).await.unwrap();
}

/// So many appointments of an hour, evenly over so many days and all experts.
async fn spread(
    rows: &mut Rows,
    centre: &Centre,
    times: &[ResourceId],
    ((count, days), first): ((usize, usize), chrono::NaiveDate),
) {
    let (mut before, mut on_day) = (usize::MAX, 0);
    for number in 0..count {
        let day = number * days / count;
        on_day = if day == before { on_day + 1 } else { 0 };
        before = day;
        let hour = 10 + 2 * (on_day / times.len());
        let date = first + Days::new(day as u64);
        let from = Instant::at(date, NaiveTime::MIN) + TimeDelta::hours(hour as i64);
        rows.meeting(times[on_day % times.len()], from);
        if number % BATCH == BATCH - 1 {
            rows.write(&centre.db).await;
        }
    }
}
