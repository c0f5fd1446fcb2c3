//! The log of acts cannot be changed, shortened or added to without being noticed.

use kernel::{
    Actor, Clock, Db, Fault, Instant, Via,
    events::Event,
    seal::{self, Broken, Head},
    transact,
};
use sea_orm::{ConnectionTrait, EntityTrait, PaginatorTrait};
use testkit::database::{self, Engine};

async fn act_and_seal(db: &Db, acts: usize) -> Head {
    let clock = Clock::set_to(Instant::from_micros(1_765_170_000_000_000));
    for number in 0..acts {
        transact(db, Actor::visitor(), &clock, async |work| {
            let subject: uuid::Uuid = work.new_id();
            work.record(Event::new("test.acted", subject).with("number", number));
            Ok::<_, Fault>(())
        })
        .await
        .unwrap();
    }
    transact(db, Actor::system(Via::Task), &clock, seal::seal)
        .await
        .unwrap()
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_whole_log_verifies_and_leads_to_its_heads() {
    for engine in Engine::BOTH {
        let db = database::open(engine).await.unwrap();
        let first = act_and_seal(&db, 3).await;
        let second = act_and_seal(&db, 2).await;
        let heads = [first, second.clone()];
        let found = seal::verify(db.reader(), &heads).await.unwrap();
        assert_eq!(found, Ok(Some(second)), "{engine:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn many_acts_are_sealed_a_thousand_at_a_time_and_none_is_missed() {
    for engine in Engine::BOTH {
        let db = database::open(engine).await.unwrap();
        let clock = Clock::set_to(Instant::from_micros(1_765_170_000_000_000));
        transact(&db, Actor::visitor(), &clock, async |work| {
            for number in 0..1_001 {
                let subject: uuid::Uuid = work.new_id();
                work.record(Event::new("test.acted", subject).with("number", number));
            }
            Ok::<_, Fault>(())
        })
        .await
        .unwrap();
        for _ in 0..3 {
            let sealed = transact(&db, Actor::system(Via::Task), &clock, seal::seal).await;
            sealed.unwrap();
        }
        let seals = seal::Entity::find().all(db.reader()).await.unwrap();
        let covers: Vec<i64> = seals.iter().map(|seal| seal.covers).collect();
        assert_eq!(covers, [1_000, 1], "{engine:?}");
        let found = seal::verify(db.reader(), &[]).await.unwrap();
        assert!(
            matches!(found, Ok(Some(Head { number: 2, .. }))),
            "{engine:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn tampering_is_found() {
    for engine in Engine::BOTH {
        for (tampering, expected) in [
            (
                "UPDATE events SET kind = 'test.forged' WHERE seal = 1",
                Broken::Changed(1),
            ),
            (
                "UPDATE events SET at = at + 1 WHERE seal = 2",
                Broken::Changed(2),
            ),
            ("DELETE FROM events WHERE seal = 2", Broken::Changed(2)),
            (
                "UPDATE events SET seal = 1 WHERE seal = 2",
                Broken::Changed(1),
            ),
            ("DELETE FROM seals WHERE number = 1", Broken::Missing(1)),
            ("DELETE FROM seals WHERE number = 2", Broken::CutOff(2)),
            (
                "DELETE FROM events WHERE seal = 2; DELETE FROM seals WHERE number = 2",
                Broken::CutOff(2),
            ),
        ] {
            let db = database::open(engine).await.unwrap();
            let heads = [act_and_seal(&db, 3).await, act_and_seal(&db, 2).await];
            db.outside_transactions()
                .execute_unprepared(tampering)
                .await
                .unwrap();
            let found = seal::verify(db.reader(), &heads).await.unwrap();
            assert_eq!(found, Err(expected), "{tampering} on {engine:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_act_that_concerns_thousands_is_written_whole() {
    for engine in Engine::BOTH {
        let db = database::open(engine).await.unwrap();
        let clock = Clock::set_to(Instant::from_micros(1_765_170_000_000_000));
        transact(&db, Actor::visitor(), &clock, async |work| {
            for _ in 0..20_000 {
                let subject: uuid::Uuid = work.new_id();
                work.record(Event::new("test.acted", subject));
            }
            Ok::<_, Fault>(())
        })
        .await
        .unwrap();
        let head = act_and_seal(&db, 1).await;
        let written = kernel::events::Entity::find().count(db.reader()).await;
        assert_eq!(written.unwrap(), 20_001, "{engine:?}");
        let found = seal::verify(db.reader(), &[]).await.unwrap();
        assert_eq!(found, Ok(Some(head)), "{engine:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_fails_leaves_neither_event_nor_change() {
    let db = database::open(Engine::Sqlite).await.unwrap();
    let clock = Clock::machine();
    let failed = transact(&db, Actor::visitor(), &clock, async |work| {
        let subject: uuid::Uuid = work.new_id();
        work.record(Event::new("test.acted", subject));
        Err::<(), _>(Fault::broken("a test", "on purpose"))
    })
    .await;
    assert!(failed.is_err());
    let nothing = transact(&db, Actor::system(Via::Task), &clock, seal::seal).await;
    assert!(matches!(nothing, Ok(None)));
}
