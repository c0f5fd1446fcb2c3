//! Works that wait for one another become durable together, and each of them is undone by itself.

use kernel::{Actor, Clock, Db, Fault, Via, transact};
use sea_orm::{
    ActiveValue::Set, ConnectionTrait, DerivePrimaryKey, EntityTrait, PaginatorTrait,
    entity::prelude::*,
};
use testkit::database::{self, Engine};
use tokio::sync::oneshot;

/// A table of this test.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "marks_of_a_test")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    number: i64,
    by: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// How a work of this test ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Done,
    /// Its verb says no.
    Refused,
    /// Its last write, together with others, is one that the database refuses.
    Broken,
    /// Whoever asked has gone in the middle.
    Left,
}

const fn end_of(work: i64) -> End {
    match work {
        work if work % 5 == 1 => End::Refused,
        work if work % 7 == 2 => End::Broken,
        work if work % 11 == 3 => End::Left,
        _ => End::Done,
    }
}

async fn open(engine: Engine) -> Db {
    let db = database::open(engine).await.unwrap();
    db.outside_transactions()
        .execute_unprepared(
            "CREATE TABLE marks_of_a_test (number BIGINT PRIMARY KEY, \"by\" BIGINT NOT NULL)",
        )
        .await
        .unwrap();
    db
}

fn mark(number: i64, by: i64) -> ActiveModel {
    ActiveModel {
        number: Set(number),
        by: Set(by),
    }
}

/// Writes two rows at once and twelve at the end, and looks at the moment it is told that all is done.
async fn work(db: Db, by: i64) -> bool {
    let (actor, clock) = (Actor::system(Via::Task), Clock::machine());
    let first = by * 100;
    let (here, in_the_middle) = oneshot::channel();
    let done = transact(&db, actor, &clock, async |work| {
        Entity::insert(mark(first, by)).exec(work.db()).await?;
        work.put(Entity::insert(mark(first + 1, by)));
        work.flush().await?;
        for number in 2..14 {
            work.put(Entity::insert(mark(first + number, by)));
        }
        match end_of(by) {
            End::Done => Ok(()),
            End::Refused => Err(Fault::broken("a test", "on purpose")),
            End::Broken => {
                work.put(Entity::insert(mark(first, by)));
                Ok(())
            }
            End::Left => {
                here.send(()).unwrap();
                std::future::pending().await
            }
        }
    });
    let done = tokio::select! {
        done = done => done.is_ok(),
        Ok(()) = in_the_middle => false,
    };
    let seen = Entity::find().filter(Column::By.eq(by)).count(db.reader());
    assert_eq!(seen.await.unwrap(), if done { 14 } else { 0 }, "work {by}");
    done
}

#[tokio::test(flavor = "multi_thread")]
#[expect(
    clippy::disallowed_methods,
    reason = "on several threads at one moment"
)]
async fn works_that_wait_for_each_other_are_done_or_undone_each_by_itself() {
    for engine in Engine::BOTH {
        let db = open(engine).await;
        let all: Vec<_> = (1..=120)
            .map(|by| (by, tokio::spawn(work(db.clone(), by))))
            .collect();
        for (by, ends) in all {
            assert_eq!(
                ends.await.unwrap(),
                end_of(by) == End::Done,
                "{engine:?}, {by}"
            );
        }
        let whole = (1..=120).filter(|by| end_of(*by) == End::Done).count();
        let rows = Entity::find().count(db.reader()).await.unwrap();
        assert_eq!(rows, 14 * u64::try_from(whole).unwrap(), "{engine:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_work_that_was_left_alone_holds_nobody_up() {
    for engine in Engine::BOTH {
        let db = open(engine).await;
        assert!(!work(db.clone(), 14).await, "left in the middle");
        assert!(work(db.clone(), 10).await, "{engine:?}");
    }
}

/// Whoever comes second, and is refused, finds what the first did.
async fn comes(db: Db, number: i64, by: i64) -> bool {
    let (actor, clock) = (Actor::system(Via::Task), Clock::machine());
    let done = transact(&db, actor, &clock, async |work| {
        let stands = Entity::find_by_id(number).one(work.db()).await?.is_some();
        if stands {
            return Err(Fault::broken("a test", "on purpose"));
        }
        work.put(Entity::insert(mark(number, by)));
        Ok(())
    });
    let done = done.await.is_ok();
    let stands = Entity::find_by_id(number).one(db.reader()).await.unwrap();
    assert!(stands.is_some(), "{by}: done {done}, and nobody finds it");
    done
}

#[tokio::test(flavor = "multi_thread")]
#[expect(
    clippy::disallowed_methods,
    reason = "on several threads at one moment"
)]
async fn nobody_is_refused_for_what_cannot_be_found_yet() {
    for engine in Engine::BOTH {
        let db = open(engine).await;
        for number in 0..40 {
            let all: Vec<_> = (0..6)
                .map(|by| tokio::spawn(comes(db.clone(), number, by)))
                .collect();
            let mut done = 0;
            for one in all {
                done += usize::from(one.await.unwrap());
            }
            assert_eq!(done, 1, "{engine:?}");
        }
    }
}
