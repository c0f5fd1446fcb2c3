//! A popular seminar opens: two thousand people press the button for fifty places, over two hundred
//! connections; beside a route that makes the same conditional update, or the row of somebody who waits.

use std::{
    collections::BTreeSet,
    sync::atomic::{AtomicUsize, Ordering},
    time::Instant as Moment,
};

use accounts::service::{NewAccount, Proved, open_account, sign_in};
use chrono::TimeDelta;
use kernel::{Actor, Clock, Fault, PersonId, Via, transact};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use seminars::{
    entity::{
        SeminarId,
        enrolment::{self, State},
        seminar,
    },
    samples::seminars::a_seminar,
};
use testkit::database::Engine;
use uuid::Uuid;
use views::Lang;

use crate::{
    centre::Centre,
    load::{Line, Run},
    served::{Served, request},
    told::Told,
};

const PEOPLE: usize = 2_000;
const PLACES: i32 = 50;
const CONNECTIONS: usize = 200;
/// Fewer rounds than elsewhere: each is thousands of people.
const MOST_ROUNDS: usize = 3;

/// Somebody who would like a place: who, and what their browser sends.
type Wishing = (PersonId, String);

/// Opens one seminar after the other, in turns with the bare route.
pub(crate) async fn measure(engine: Engine, centre: &Centre, rounds: usize, told: &mut Told) {
    let people = people(centre).await;
    let served = Served::start(centre).await;
    let (mut product, mut bare) = (Vec::new(), Vec::new());
    for round in 0..=rounds.min(MOST_ROUNDS) {
        let (own, other) = (opened(centre).await, opened(centre).await);
        let pressed = press(&people, served.product(), |(_, secret)| {
            let path = format!("/seminars/{own}/enrolments");
            let once = kernel::Secret::random();
            let body = format!("mode=here&once={}", once.reveal());
            request("POST", &path, served.product(), secret, &body)
        });
        exact(centre, own).await;
        let least = press(&people, served.bare(), |(person, secret)| {
            let path = format!("/enrolments?seminar={}&person={}", other.0, person.0);
            request("POST", &path, served.bare(), secret, "")
        });
        exact(centre, other).await;
        if round > 0 {
            product.push(pressed);
            bare.push(least);
        }
    }
    let name = format!("{engine:?}, {PEOPLE} people for {PLACES} places, {CONNECTIONS} at once");
    told.rate(&name, &product, &bare, Some(0.50));
    for (of, runs) in [("", product), (" of the bare route", bare)] {
        let tail = Run::all(runs).percentile(99).as_secs_f64();
        told.figure(&format!("{name}, p99{of}"), tail, "s");
    }
    served.stop().await;
}

async fn people(centre: &Centre) -> Vec<Wishing> {
    let (actor, clock) = (Actor::system(Via::Cli), Clock::machine());
    let opened = transact(&centre.db, actor, &clock, async |work| {
        let mut all = Vec::new();
        for number in 0..PEOPLE {
            let new = NewAccount {
                family_name: "見本".to_owned(),
                given_name: format!("はる{number}"),
                family_kana: "ミホン".to_owned(),
                given_kana: "ハル".to_owned(),
                email: format!("opening{number}@demo.example"),
                telephone: String::new(),
                password_hash: "nobody signs in by password here".to_owned(),
                lang: Lang::Ja,
                roles: kernel::Roles::default(),
            };
            let person = open_account(work, new).await.unwrap();
            let secret = sign_in(work, person, Proved::Once, "Bench", None).await;
            all.push((person, secret.unwrap().reveal().to_owned()));
        }
        Ok::<_, Fault>(all)
    });
    opened.await.unwrap()
}

/// A seminar that opened just now.
async fn opened(centre: &Centre) -> SeminarId {
    let now = Clock::machine().now();
    let row = seminar::Model {
        id: SeminarId(Uuid::now_v7()),
        here: PLACES,
        taken_here: 0,
        last_number: 0,
        apply_from: Some(now - TimeDelta::minutes(1)),
        apply_until: Some(now + TimeDelta::days(20)),
        starts_at: Some(now + TimeDelta::days(30)),
        ends_at: Some(now + TimeDelta::days(30) + TimeDelta::hours(2)),
        published_at: Some(now),
        ..a_seminar()
    };
    let id = row.id;
    let insert = row.into_active_model();
    insert
        .insert(centre.db.outside_transactions())
        .await
        .unwrap();
    id
}

/// Everybody presses the button once; each connection takes whoever comes next.
fn press(
    people: &[Wishing],
    to: std::net::SocketAddr,
    asks: impl Fn(&Wishing) -> Vec<u8> + Sync,
) -> Run {
    let next = AtomicUsize::new(0);
    let started = Moment::now();
    let ask = || {
        let mut line = Line::to(to);
        let mut times = Vec::new();
        while let Some(one) = people.get(next.fetch_add(1, Ordering::Relaxed)) {
            let request = asks(one);
            let asked = Moment::now();
            let answer = line.ask(&request);
            times.push(asked.elapsed());
            assert_eq!(
                answer.status,
                303,
                "{}",
                String::from_utf8_lossy(&answer.body)
            );
        }
        times
    };
    let mut times = tokio::task::block_in_place(|| {
        std::thread::scope(|scope| {
            let asking: Vec<_> = (0..CONNECTIONS).map(|_| scope.spawn(ask)).collect();
            let done = asking.into_iter().map(|thread| thread.join().unwrap());
            done.flatten().collect::<Vec<_>>()
        })
    });
    times.sort_unstable();
    Run {
        times,
        lasted: started.elapsed(),
    }
}

/// Exactly so many places are taken, everybody else waits, and no number was drawn twice.
async fn exact(centre: &Centre, id: SeminarId) {
    let db = centre.db.outside_transactions();
    let rows = enrolment::Entity::of(id).all(db).await.unwrap();
    let of = |state| rows.iter().filter(|row| row.state == state).count();
    let places = usize::try_from(PLACES).unwrap();
    assert_eq!(
        (of(State::Enrolled), of(State::Waiting)),
        (places, PEOPLE - places)
    );
    let numbers: BTreeSet<i64> = rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers.len(), PEOPLE);
    let first = rows.iter().take(places);
    assert!(
        first.into_iter().all(|row| row.state == State::Enrolled),
        "in the order of arrival"
    );
    let seminar = seminar::Entity::find_by_id(id).one(db).await.unwrap();
    assert_eq!(seminar.unwrap().taken_here, PLACES);
}
