//! Nothing is ever held twice: not by racing clients, not by hand-written SQL.

use std::{sync::Arc, time::Duration};

use bookings::{
    entity::{ResourceId, hold, resource},
    ledger::{self, Claim, Taken},
    tasks::HoldsEnd,
};
use chrono::TimeDelta;
use kernel::{Actor, Clock, Db, Fault, Instant, Span, Via, transact, violated_constraint};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter,
    Statement, sea_query::Expr,
};
use tasks::Sweep;
use testkit::database::{self, Engine};

fn claim() -> Claim {
    Claim {
        kind: "booking",
        label: "見本 太郎".into(),
        link: String::new(),
        state: hold::State::Confirmed,
        expires_at: None,
    }
}

fn span(start: i64, hours: i64) -> Span {
    let from = Instant::parse("2026-12-15T09:00:00+09:00").unwrap() + TimeDelta::hours(start);
    Span::try_new(from, from + TimeDelta::hours(hours)).unwrap()
}

fn clock() -> Clock {
    Clock::set_to(Instant::parse("2026-12-08T14:20:00+09:00").unwrap())
}

async fn a_room(db: &Db) -> ResourceId {
    transact(db, Actor::system(Via::Task), &clock(), async |work| {
        let id: ResourceId = work.new_id();
        resource::Entity::insert(resource::ActiveModel {
            id: Set(id),
            label: Set("会議室A".into()),
        })
        .exec_without_returning(work.db())
        .await?;
        Ok::<_, Fault>(id)
    })
    .await
    .unwrap()
}

async fn take(db: &Db, room: ResourceId, span: Span) -> Result<Taken, Fault> {
    transact(db, Actor::system(Via::Task), &clock(), async |work| {
        ledger::take(work, claim(), &[room], span).await
    })
    .await
}

async fn race(engine: Engine) {
    let db = Arc::new(database::open(engine).await.unwrap());
    let room = a_room(&db).await;
    for round in 0..50 {
        let mut clients = tokio::task::JoinSet::new();
        for _ in 0..32 {
            let db = Arc::clone(&db);
            clients.spawn(async move { take(&db, room, span(round * 2, 2)).await.unwrap() });
        }
        let answers = clients.join_all().await;
        let winners = answers
            .iter()
            .filter(|answer| matches!(answer, Taken::Held(_)))
            .count();
        assert_eq!(winners, 1, "round {round} on {engine:?}");
    }
    let held = bookings::entity::allocation::Entity::find()
        .count(db.reader())
        .await
        .unwrap();
    assert_eq!(held, 50);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_32_clients_one_gets_the_slot_on_sqlite() {
    race(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_32_clients_one_gets_the_slot_on_postgres() {
    race(Engine::Postgres).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_database_itself_refuses_an_overlap() {
    for engine in Engine::BOTH {
        let db = database::open(engine).await.unwrap();
        let room = a_room(&db).await;
        let Taken::Held(held) = take(&db, room, span(4, 2)).await.unwrap() else {
            panic!("an empty room must be free");
        };
        for (start, hours, overlaps) in [
            (3, 1, false),
            (6, 1, false),
            (3, 2, true),
            (5, 2, true),
            (4, 2, true),
            (0, 12, true),
        ] {
            let other = span(start, hours);
            let insert = Statement::from_sql_and_values(
                db.backend(),
                "INSERT INTO allocations (id, hold_id, state, resource_id, starts_at, ends_at)
                 VALUES ($1, $2, 'confirmed', $3, $4, $5)",
                [
                    uuid::Uuid::new_v4().into(),
                    held.into(),
                    room.into(),
                    other.from.into(),
                    other.until.into(),
                ],
            );
            let answer = db.outside_transactions().execute_raw(insert).await;
            let refused = answer.as_ref().err().and_then(violated_constraint);
            let expected = overlaps.then(|| "allocations_no_overlap".to_owned());
            assert_eq!(refused, expected, "{start}+{hours} on {engine:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cancelled_hold_gives_its_place_back_and_cannot_return_to_a_taken_one() {
    for engine in Engine::BOTH {
        let db = database::open(engine).await.unwrap();
        let room = a_room(&db).await;
        let Taken::Held(first) = take(&db, room, span(4, 2)).await.unwrap() else {
            panic!("an empty room must be free");
        };
        let first = hold::Entity::find_by_id(first)
            .one(db.reader())
            .await
            .unwrap()
            .unwrap();
        let cancelled = transact(&db, Actor::system(Via::Task), &clock(), async |work| {
            ledger::turn(work, &first, hold::State::Cancelled).await
        })
        .await;
        assert!(matches!(cancelled, Ok(true)));
        assert!(matches!(
            take(&db, room, span(5, 1)).await,
            Ok(Taken::Held(_))
        ));
        let revived = db
            .outside_transactions()
            .execute_raw(Statement::from_sql_and_values(
                db.backend(),
                "UPDATE holds SET state = 'confirmed' WHERE id = $1",
                [first.id.into()],
            ))
            .await;
        assert_eq!(
            revived
                .err()
                .as_ref()
                .and_then(violated_constraint)
                .as_deref(),
            Some("allocations_no_overlap"),
            "{engine:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_has_lapsed_makes_room_for_the_next() {
    for engine in Engine::BOTH {
        let db = database::open(engine).await.unwrap();
        let room = a_room(&db).await;
        let clock = clock();
        let offered = |state, expires_at| Claim {
            state,
            expires_at: Some(expires_at),
            ..claim()
        };
        let until = clock.now() + TimeDelta::minutes(30);
        let first = transact(&db, Actor::system(Via::Task), &clock, async |work| {
            ledger::take(work, offered(hold::State::Held, until), &[room], span(4, 2)).await
        });
        assert!(matches!(first.await, Ok(Taken::Held(_))));
        for (minutes, expected) in [(29, false), (1, true)] {
            clock.advance(TimeDelta::minutes(minutes));
            let next = transact(&db, Actor::system(Via::Task), &clock, async |work| {
                ledger::take(work, claim(), &[room], span(4, 2)).await
            })
            .await
            .unwrap();
            assert_eq!(
                matches!(next, Taken::Held(_)),
                expected,
                "{minutes} on {engine:?}"
            );
        }
    }
}

/// What lapsed is looked for before it is ended: in between somebody may have taken it up.
#[tokio::test(flavor = "multi_thread")]
async fn the_sweep_remembers_what_it_ended_and_not_what_was_taken_up_meanwhile() {
    for engine in Engine::BOTH {
        let db = database::open(engine).await.unwrap();
        let mut holds = Vec::new();
        for room in [a_room(&db).await, a_room(&db).await] {
            let clock = clock();
            let taken = transact(&db, Actor::system(Via::Task), &clock, async |work| {
                let lapsing = Claim {
                    state: hold::State::Held,
                    expires_at: Some(work.now()),
                    ..claim()
                };
                ledger::take(work, lapsing, &[room], span(4, 2)).await
            });
            let Ok(Taken::Held(id)) = taken.await else {
                panic!("{engine:?}: nothing was held");
            };
            holds.push(id);
        }
        let (written, is_written) = tokio::sync::oneshot::channel();
        let (mut written, clock) = (Some(written), clock());
        let confirmed = transact(&db, Actor::system(Via::Task), &clock, async |work| {
            hold::Entity::update_many()
                .col_expr(hold::Column::State, Expr::value(hold::State::Confirmed))
                .filter(hold::COLUMN.id.eq(holds[1]))
                .exec(work.db())
                .await?;
            written.take().map(|written| written.send(()));
            // The sweep looks meanwhile; should it look later, the outcome is the same.
            tokio::time::sleep(Duration::from_millis(300)).await;
            Ok::<_, Fault>(())
        });
        let swept = async {
            is_written.await.unwrap();
            HoldsEnd.run(&db, &clock).await.unwrap()
        };
        let (confirmed, ended) = tokio::join!(confirmed, swept);
        confirmed.unwrap();
        assert_eq!(ended, 1, "{engine:?}");
        let events = kernel::events::Entity::find().all(db.reader()).await;
        let expired = events.unwrap().into_iter();
        let expired = expired.filter(|event| event.kind == "hold.expired");
        let about: Vec<_> = expired.map(|event| event.subject).collect();
        assert_eq!(about, [holds[0].0], "{engine:?}");
    }
}
