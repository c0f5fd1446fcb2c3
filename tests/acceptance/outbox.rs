//! No letter for a change that was undone; none lost, and none twice, for one that stands.

use std::{sync::Arc, time::Duration};

use chrono::TimeDelta;
use kernel::{Actor, Clock, Db, Fault, Instant, Via, events, transact};
use mail::{
    Frame, Letter, LetterId, Letters, Memory, Outbox, Refused, Security, Settings, SmtpServer,
    Transport, Way,
    entity::letter::{self, State},
    read, service,
};
use sea_orm::EntityTrait;
use serde_json::{Value, json};
use tasks::Sweep;
use testkit::{
    database::{self, Engine},
    folder,
};
use tokio::net::TcpListener;
use views::{Lang, Views};

pub(crate) const FROM: &str = "めぐろ産業振興センター（見本） <noreply@center.example>";

pub(crate) fn clock() -> Clock {
    Clock::set_to(Instant::parse("2026-12-08T14:20:00+09:00").unwrap())
}

pub(crate) fn outbox(way: Way, venue: &str) -> Outbox {
    let venue = json!({
        "name": venue,
        "postal_code": "153-0000",
        "address": "目黒区見本町一丁目2番3号",
        "telephone": "03-0000-0000",
        "counter_hours": "9:00〜20:30",
    });
    let frame = Frame {
        public_url: "https://center.example".into(),
        venue: Box::new(move |_| venue.clone()),
    };
    let settings = Settings {
        from: FROM.into(),
        way,
    };
    Outbox::new(
        Arc::new(Letters::new(Arc::new(Views::new(None).unwrap()), frame)),
        Transport::try_new(settings).unwrap(),
    )
}

pub(crate) async fn post(db: &Db, clock: &Clock, email: &str, facts: Value) -> LetterId {
    transact(db, Actor::system(Via::Task), clock, async |work| {
        Ok::<_, Fault>(mail::post(work, trial(email, facts)))
    })
    .await
    .unwrap()
}

pub(crate) async fn row(db: &Db, id: LetterId) -> letter::Model {
    read::one(db.reader(), id).await.unwrap().unwrap()
}

fn trial(email: &str, facts: Value) -> Letter {
    Letter {
        template: "mail/trial",
        email: email.into(),
        person: None,
        lang: Lang::Ja,
        facts,
    }
}

fn memory_outbox(memory: &Memory) -> Outbox {
    outbox(
        Way::Memory(memory.clone()),
        "めぐろ産業振興センター（見本）",
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_of_a_change_that_was_undone_is_never_sent() {
    for engine in Engine::BOTH {
        let db = database::open(engine).await.unwrap();
        let (clock, memory) = (clock(), Memory::new());
        let undone = transact(&db, Actor::visitor(), &clock, async |work| {
            mail::post(work, trial("taro@demo.example", json!({})));
            Err::<(), _>(Fault::broken("a test", "on purpose"))
        })
        .await;
        assert!(undone.is_err());
        assert_eq!(memory_outbox(&memory).run(&db, &clock).await.unwrap(), 0);
        assert!(memory.sent().is_empty(), "{engine:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_goes_out_once() {
    for engine in Engine::BOTH {
        let db = database::open(engine).await.unwrap();
        let (clock, memory) = (clock(), Memory::new());
        let outbox = memory_outbox(&memory);
        let id = post(&db, &clock, "taro@demo.example", json!({})).await;
        assert_eq!(outbox.run(&db, &clock).await.unwrap(), 1);
        clock.advance(TimeDelta::days(4));
        assert_eq!(outbox.run(&db, &clock).await.unwrap(), 0);
        let sent: Vec<_> = memory.sent().into_iter().map(|sent| sent.id).collect();
        assert_eq!(sent, [id], "{engine:?}");
        let row = row(&db, id).await;
        assert_eq!((row.state, row.attempts), (State::Sent, 1));
        assert_eq!(row.sent_at, Some(row.created_at));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_that_fails_for_now_waits_longer_each_time() {
    for engine in Engine::BOTH {
        let db = database::open(engine).await.unwrap();
        let (clock, memory) = (clock(), Memory::new());
        let outbox = memory_outbox(&memory);
        let id = post(&db, &clock, "taro@demo.example", json!({})).await;
        for minutes in [1, 2, 4] {
            memory.fail_next(false);
            assert_eq!(outbox.run(&db, &clock).await.unwrap(), 1);
            assert_eq!(row(&db, id).await.failure.as_deref(), Some("later"));
            clock.advance(TimeDelta::minutes(minutes) - TimeDelta::seconds(1));
            assert_eq!(outbox.run(&db, &clock).await.unwrap(), 0, "{engine:?}");
            clock.advance(TimeDelta::seconds(1));
        }
        assert_eq!(outbox.run(&db, &clock).await.unwrap(), 1);
        let row = row(&db, id).await;
        assert_eq!((row.state, row.failure), (State::Sent, None));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_that_fails_for_three_days_is_given_up() {
    let db = database::open(Engine::Sqlite).await.unwrap();
    let (clock, memory) = (clock(), Memory::new());
    let outbox = memory_outbox(&memory);
    let id = post(&db, &clock, "taro@demo.example", json!({})).await;
    let written = clock.now();
    while row(&db, id).await.state == State::Waiting {
        memory.fail_next(false);
        outbox.run(&db, &clock).await.unwrap();
        clock.advance(TimeDelta::minutes(30));
        assert!(clock.now() - written < TimeDelta::days(5));
    }
    assert!(clock.now() - written > TimeDelta::days(3));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_letter_is_dead_until_staff_send_it_again() {
    for engine in Engine::BOTH {
        let db = database::open(engine).await.unwrap();
        let (clock, memory) = (clock(), Memory::new());
        let outbox = memory_outbox(&memory);
        let id = post(&db, &clock, "taro@demo.example", json!({})).await;
        assert!(matches!(
            send_again(&db, &clock, id).await,
            Err(kernel::Failed::Refused(Refused::NotDead))
        ));
        memory.fail_next(true);
        assert_eq!(outbox.run(&db, &clock).await.unwrap(), 1);
        clock.advance(TimeDelta::days(1));
        assert_eq!(outbox.run(&db, &clock).await.unwrap(), 0);
        let dead = read::dead(db.reader()).await.unwrap();
        assert_eq!(dead.len(), 1, "{engine:?}");
        assert_eq!(dead[0].failure.as_deref(), Some("refused"));
        assert_eq!(read::counts(db.reader()).await.unwrap().dead, 1);

        send_again(&db, &clock, id).await.unwrap();
        assert_eq!(outbox.run(&db, &clock).await.unwrap(), 1);
        assert_eq!(row(&db, id).await.state, State::Sent);
        let events = events::Entity::find().all(db.reader()).await.unwrap();
        let kinds: Vec<_> = events.iter().map(|event| event.kind.as_str()).collect();
        assert_eq!(kinds, ["letter.sent_again"]);
    }
}

async fn send_again(db: &Db, clock: &Clock, id: LetterId) -> Result<(), kernel::Failed<Refused>> {
    transact(db, Actor::system(Via::Cli), clock, async |work| {
        service::send_again(work, id).await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_that_cannot_be_made_does_not_stop_the_others() {
    let db = database::open(Engine::Sqlite).await.unwrap();
    let (clock, memory) = (clock(), Memory::new());
    let nowhere = post(&db, &clock, "not an address", json!({})).await;
    let badly = post(&db, &clock, "taro@demo.example", json!({"event": 1})).await;
    let well = post(&db, &clock, "taro@demo.example", json!({})).await;
    memory_outbox(&memory).run(&db, &clock).await.unwrap();
    for (id, state, failure) in [
        (nowhere, State::Dead, Some("address")),
        (badly, State::Dead, Some("unreadable")),
        (well, State::Sent, None),
    ] {
        let row = row(&db, id).await;
        assert_eq!((row.state, row.failure.as_deref()), (state, failure));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_outboxes_at_once_send_each_letter_exactly_once() {
    for engine in Engine::BOTH {
        let db = database::open(engine).await.unwrap();
        let (clock, memory) = (clock(), Memory::new());
        let mut posted = Vec::new();
        for number in 0..120 {
            let email = format!("member{number}@demo.example");
            posted.push(post(&db, &clock, &email, json!({})).await);
        }
        let mut nodes = tokio::task::JoinSet::new();
        for _ in 0..4 {
            let (db, clock, node) = (db.clone(), clock.clone(), memory_outbox(&memory));
            nodes.spawn(async move {
                while read::counts(db.reader()).await.unwrap().waiting > 0 {
                    node.run(&db, &clock).await.unwrap();
                }
            });
        }
        nodes.join_all().await;
        let mut sent: Vec<_> = memory.sent().into_iter().map(|sent| sent.id).collect();
        sent.sort();
        posted.sort();
        assert_eq!(sent, posted, "{engine:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_in_flight_at_a_crash_is_taken_over_under_the_same_message_id() {
    for engine in Engine::BOTH {
        let db = database::open(engine).await.unwrap();
        let (clock, memory) = (clock(), Memory::new());
        let id = post(&db, &clock, "taro@demo.example", json!({})).await;
        let silent = TcpListener::bind(("localhost", 0)).await.unwrap();
        let dying = outbox(to_a_silent_server(&silent), "見本センター");
        let run = tokio::time::timeout(Duration::from_millis(500), dying.run(&db, &clock));
        assert!(run.await.is_err(), "a silent server keeps it waiting");

        let other = memory_outbox(&memory);
        clock.advance(TimeDelta::seconds(59));
        assert_eq!(other.run(&db, &clock).await.unwrap(), 0, "{engine:?}");
        clock.advance(TimeDelta::seconds(1));
        assert_eq!(other.run(&db, &clock).await.unwrap(), 1);
        let sent = String::from_utf8(memory.sent().remove(0).message).unwrap();
        let own = format!("\r\nMessage-ID: <{id}@center.example>\r\n");
        assert!(sent.contains(&own), "{sent}");
    }
}

fn to_a_silent_server(silent: &TcpListener) -> Way {
    Way::Smtp(SmtpServer {
        host: "localhost".into(),
        port: silent.local_addr().unwrap().port(),
        security: Security::None,
        user: String::new(),
        password: String::new(),
        root_certificate: None,
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_is_written_to_a_file_and_says_what_its_template_says() {
    let db = database::open(Engine::Sqlite).await.unwrap();
    let clock = clock();
    let folder = folder::fresh("letters");
    let id = post(&db, &clock, "taro@demo.example", json!({})).await;
    outbox(Way::Files(folder.clone()), "見本センター")
        .run(&db, &clock)
        .await
        .unwrap();
    let message = std::fs::read(folder.join(format!("{id}.eml"))).unwrap();
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
    let message = mail_parser::MessageParser::default()
        .parse(&message)
        .unwrap();
    assert_eq!(message.subject(), Some("【試し送り】見本センター"));
}
