//! Many book while the manager closes: whatever was booked on a closed day was called off.

use std::{sync::Arc, time::Duration};

use bookings::{
    entity::{booking, hold},
    rules::Use,
    service::{self, Reserve},
};
use kernel::{Actor, Failed, Instant, Role, Span, Via, transact};
use sea_orm::EntityTrait;
use testkit::database::Engine;
use tests::{Browser, TestApp};
use tokio::{
    sync::{Barrier, oneshot},
    task::JoinSet,
    time::timeout,
};

use crate::acts::{self, Form, TUESDAY, input};

/// Who books.
const CLIENTS: u32 = 12;

/// How often each.
const ROUNDS: u32 = 6;

#[tokio::test(flavor = "multi_thread")]
async fn no_booking_slips_onto_a_closed_day() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let desks = acts::open_desks(&app, CLIENTS * ROUNDS).await;
        let manager = app.manager().await;
        let start = Arc::new(Barrier::new(CLIENTS as usize + 1));
        let mut booking_people = JoinSet::new();
        for _ in 0..CLIENTS {
            let (client, start) = (app.member("花子").await, Arc::clone(&start));
            booking_people.spawn(async move {
                start.wait().await;
                let mut booked = 0;
                for _ in 0..ROUNDS {
                    let answer = Form::new(desks, "10:00", "11:00").send(&client).await;
                    match answer.status {
                        303 => booked += 1,
                        422 => answer.shows("館内清掃"),
                        other => panic!("{other}: {}", answer.text),
                    }
                }
                booked
            });
        }
        start.wait().await;
        // The first bookings stand before the day is closed.
        acts::until("someone has booked", Duration::from_secs(20), async || {
            !all(&app).await.is_empty()
        })
        .await;
        let looked = closes(&manager).await;
        let booked: u32 = booking_people.join_all().await.into_iter().sum();
        let all = all(&app).await;
        assert_eq!(all.len(), booked as usize, "{engine:?}");
        assert!(booked > 0, "{engine:?}");
        let standing = all.iter().filter(|state| state.is_holding()).count();
        assert_eq!(standing, 0, "{engine:?}: of {booked}, after {looked} looks");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_booking_that_is_being_written_is_waited_for() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (manager, member) = (app.manager().await, app.member("花子").await);
        let person = member.person.unwrap();
        let at = |time| Instant::parse(&format!("{TUESDAY}T{time}:00+09:00")).unwrap();
        let span = Span::try_new(at("13:00"), at("15:00")).unwrap();
        let wish = Reserve {
            space: Some(app.fixture.room),
            unit: None,
            person,
            r#use: Use::new(span, "開店の準備", 1),
            organisation: None,
            waiver: None,
        };
        let (written, is_written) = oneshot::channel();
        let (commit, may_commit) = oneshot::channel::<()>();
        let actor = Actor::person(person, [Role::Member].into_iter().collect(), Via::Page);
        let books = transact(&app.app.db, actor, &app.clock, async |work| {
            let made = service::reserve(work, &wish).await?;
            written.send(()).unwrap();
            may_commit.await.unwrap();
            Ok::<_, Failed<bookings::refused::Refused>>(made)
        });
        let closes = async {
            is_written.await.unwrap();
            let mut closing = JoinSet::new();
            closing.spawn(async move {
                let fields = [("kind", "once"), ("first", TUESDAY), ("reason", "館内清掃")];
                manager.post("/counter/closures", &fields).await
            });
            // A closing that did not wait would have answered by then.
            let early = timeout(Duration::from_millis(500), closing.join_next()).await;
            assert!(early.is_err(), "{engine:?}: {early:?}");
            commit.send(()).unwrap();
            closing.join_next().await.unwrap().unwrap()
        };
        let (made, answer) = tokio::join!(books, closes);
        made.unwrap();
        assert_eq!(answer.status, 409, "{engine:?} {}", answer.text);
        answer.shows("1件の予約が取り消しになります");
        app.run_tasks().await;
        app.finish().await;
    }
}

/// Looks and closes until nothing was booked in between; says how often that took.
async fn closes(manager: &Browser) -> u32 {
    let mut fields = [
        ("kind", "once".to_owned()),
        ("first", TUESDAY.to_owned()),
        ("reason", "館内清掃".to_owned()),
        ("seen", String::new()),
    ];
    for look in 1..500 {
        let sent: Vec<(&str, &str)> = fields
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let answer = manager.post("/counter/closures", &sent).await;
        if answer.status == 303 {
            return look;
        }
        assert_eq!(answer.status, 409, "{}", answer.text);
        fields[3].1 = input(&answer, "seen");
    }
    panic!("the day was never closed");
}

async fn all(app: &TestApp) -> Vec<hold::State> {
    let all = booking::Entity::find()
        .find_also_related(hold::Entity)
        .all(app.app.db.reader())
        .await
        .unwrap();
    all.into_iter()
        .map(|(_, hold)| hold.unwrap().state)
        .collect()
}
