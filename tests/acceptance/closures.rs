//! The manager closes a day, a room, an afternoon; whoever had booked there is called off and told.

mod race;

use bookings::{
    entity::{SpaceId, booking, hold},
    read::{self, Catalogue},
    rules::{
        Closure,
        closure::{Reason, When},
    },
    service,
};
use chrono::Weekday;
use kernel::{Actor, Fault, Via, transact};
use sea_orm::EntityTrait;
use testkit::database::Engine;
use tests::{Answer, Browser, TestApp};

use crate::acts::{self, Form, TUESDAY, input, made};

/// A closure of the whole house on the Tuesday.
const CLEANING: [(&str, &str); 4] = [
    ("kind", "once"),
    ("first", TUESDAY),
    ("reason", "館内清掃"),
    ("reason_en", "Cleaning"),
];

/// Looks whom it concerns, and enters it as it was shown.
async fn close(manager: &Browser, fields: &[(&str, &str)]) -> Answer {
    let shown = manager.post("/counter/closures/confirmation", fields).await;
    assert_eq!(shown.status, 200, "{}", shown.text);
    let seen = input(&shown, "seen");
    let mut fields = fields.to_vec();
    fields.push(("seen", &seen));
    manager.post("/counter/closures", &fields).await
}

/// Where the holds of all bookings stand.
async fn states(app: &TestApp) -> Vec<hold::State> {
    let all = booking::Entity::find()
        .find_also_related(hold::Entity)
        .all(app.app.db.reader())
        .await
        .unwrap();
    all.into_iter()
        .map(|(_, hold)| hold.unwrap().state)
        .collect()
}

async fn guest(counter: &Browser) -> String {
    let names = [
        ("family_name", "実例"),
        ("given_name", "よしお"),
        ("family_kana", "ジツレイ"),
        ("given_kana", "ヨシオ"),
        ("telephone", "03-0000-0000"),
    ];
    let known = counter.post("/counter/people/new", &names).await;
    known
        .location
        .strip_prefix("/counter/people/")
        .unwrap()
        .to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_a_day_calls_everyone_off_and_tells_each_of_them() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, manager) = (app.member("花子").await, app.manager().await);
        let counter = app.staff().await;
        let room = Form::new(app.fixture.room, "13:00", "15:00")
            .send(&member)
            .await;
        let id = made(&room);
        made(
            &Form::new(app.fixture.desks, "10:00", "12:00")
                .send(&member)
                .await,
        );
        let visitor = guest(&counter).await;
        let desk = Form::new(app.fixture.desks, "10:00", "12:00").with("for", &visitor);
        made(&desk.send(&counter).await);
        let other_day = Form::new(app.fixture.room, "13:00", "15:00").with("date", "2026-12-16");
        made(&other_day.send(&member).await);

        let shown = manager
            .post("/counter/closures/confirmation", &CLEANING)
            .await;
        shown.shows("3件の予約が取り消しになります");
        shown.shows("2件には、理由とほかの空き");
        shown.shows("実例 よしお");
        assert!(
            states(&app)
                .await
                .iter()
                .all(|state| *state == hold::State::Confirmed)
        );
        let closed = close(&manager, &CLEANING).await;
        assert_eq!(closed.status, 303, "{engine:?} {}", closed.text);

        let result = manager.get(&closed.location).await;
        result.shows("電話でお知らせする予約　1件");
        result.shows("03-0000-0000");
        result.shows("メールでお知らせした予約　2件");
        let mut states = states(&app).await;
        states.sort_by_key(|state| state.is_holding());
        assert_eq!(states[..3], [hold::State::Released; 3], "{engine:?}");
        assert!(states[3].is_holding());
        let own = member.get(&format!("/bookings/{id}")).await;
        own.shows("センターの都合（館内清掃）により");

        app.run_tasks().await;
        let letters = app.letters();
        let told: Vec<String> = letters
            .iter()
            .map(|sent| {
                let message = mail_parser::MessageParser::default()
                    .parse(&sent.message)
                    .unwrap();
                let calendar = message.attachment(0).unwrap();
                let calendar = calendar.text_contents().unwrap().to_owned();
                format!("{}\n{calendar}", message.body_text(0).unwrap())
            })
            .filter(|text| text.contains("館内清掃"))
            .collect();
        assert_eq!(told.len(), 2, "{engine:?}");
        for text in &told {
            assert!(text.contains("CANCELLED"), "{text}");
            let links: Vec<&str> = text
                .lines()
                .filter(|line| line.contains("/bookings/new?"))
                .collect();
            assert_eq!(links.len(), 3, "{text}");
            for link in links {
                assert!(!link.contains(TUESDAY), "{link}");
                let form = member.get(link.trim()).await;
                assert_eq!(form.status, 200, "{link}");
            }
        }
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_day_says_why_wherever_it_is_seen() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let manager = app.manager().await;
        app.visitor()
            .get(&format!("/availability?date={TUESDAY}"))
            .await
            .shows("コワーキング席");
        assert_eq!(close(&manager, &CLEANING).await.status, 303);
        let visitor = app.visitor();
        let day = visitor.get(&format!("/availability?date={TUESDAY}")).await;
        day.shows("休館日です（館内清掃）");
        let english = visitor
            .get(&format!("/availability?date={TUESDAY}&lang=en"))
            .await;
        english.shows("Cleaning");
        let week = visitor
            .get(&format!("/spaces/{}?week={TUESDAY}", app.fixture.room))
            .await;
        week.shows("Cleaning");
        let board = manager.get(&format!("/counter?date={TUESDAY}")).await;
        board.shows("休館日です（館内清掃）");
        let program = acts::program(&app).await;
        let wish = acts::wish(app.fixture.room, "13:00", "15:00");
        let refused = acts::ask(&program, &wish).await;
        assert_eq!(refused.status, 422);
        refused.shows(
            "2026年12月15日（火）は「館内清掃」のため使えません。ほかの日を選んでください。",
        );
        assert_eq!(refused.json()["errors"][0]["code"], "closed-for");
        let free = format!(
            "/api/v1/spaces/{}/availability?from={TUESDAY}&until={TUESDAY}",
            app.fixture.room
        );
        let free = program.get(&free).await;
        assert_eq!(
            free.json()["free"].as_array().map(Vec::len),
            Some(0),
            "{}",
            free.text
        );
        app.clock.advance(chrono::TimeDelta::days(7));
        visitor.get("/?lang=ja").await.shows("本日は休館日です");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_booked_in_between_is_shown_before_it_is_called_off() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, manager) = (app.member("花子").await, app.manager().await);
        let shown = manager
            .post("/counter/closures/confirmation", &CLEANING)
            .await;
        shown.shows("影響する予約はありません");
        made(
            &Form::new(app.fixture.room, "13:00", "15:00")
                .send(&member)
                .await,
        );
        let mut fields = CLEANING.to_vec();
        fields.push(("seen", ""));
        let again = manager.post("/counter/closures", &fields).await;
        assert_eq!(again.status, 409, "{engine:?}");
        again.shows("影響する予約が増えました");
        again.shows("1件の予約が取り消しになります");
        assert_eq!(states(&app).await, [hold::State::Confirmed]);
        let seen = input(&again, "seen");
        fields.pop();
        fields.push(("seen", &seen));
        assert_eq!(manager.post("/counter/closures", &fields).await.status, 303);
        assert_eq!(states(&app).await, [hold::State::Released]);
        let twice = manager.post("/counter/closures", &fields).await;
        assert_eq!(twice.status, 409);
        twice.shows("同じ休館がもう登録されています");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn maintenance_of_one_room_for_an_afternoon_leaves_the_rest_open() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let [a, b, whole] = acts::open_divisible(&app).await;
        let (manager, counter) = (app.manager().await, app.staff().await);
        let member = app.member("花子").await;
        made(&Form::new(whole, "14:00", "15:00").send(&member).await);
        made(&Form::new(b, "15:00", "16:00").send(&member).await);
        made(&Form::new(a, "17:00", "18:00").send(&member).await);
        let space = a.to_string();
        let fields = [
            ("kind", "once"),
            ("first", TUESDAY),
            ("from", "13:00"),
            ("until", "17:00"),
            ("where", "some"),
            ("spaces", space.as_str()),
            ("reason", "空調の保守点検"),
        ];
        assert_eq!(close(&manager, &fields).await.status, 303);
        let standing = |state: &&hold::State| state.is_holding();
        assert_eq!(
            states(&app).await.iter().filter(standing).count(),
            2,
            "{engine:?}"
        );
        let person = member.person.unwrap().to_string();
        let try_it = async |space: SpaceId, from, until| {
            let form = Form::new(space, from, until).with("for", &person);
            let answer = form.send(&counter).await;
            if answer.status == 422 {
                answer.shows("13:00から17:00までは「空調の保守点検」のため使えません");
            }
            answer.status
        };
        assert_eq!(try_it(a, "16:00", "18:00").await, 422, "by staff too");
        assert_eq!(
            try_it(whole, "13:00", "14:00").await,
            422,
            "it needs the room"
        );
        assert_eq!(try_it(a, "12:00", "13:00").await, 303);
        assert_eq!(try_it(b, "13:00", "14:00").await, 303);
        let week = member.get(&format!("/spaces/{a}?week={TUESDAY}")).await;
        week.shows("空調の保守点検");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn ending_a_closure_opens_the_days_and_leaves_called_off_what_was() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, manager) = (app.member("花子").await, app.manager().await);
        made(
            &Form::new(app.fixture.room, "13:00", "15:00")
                .send(&member)
                .await,
        );
        let closed = close(&manager, &CLEANING).await.location;
        let end = format!("{closed}/end");
        for (from, status) in [("", 422), ("2026-12-07", 422), ("2026-12-16", 409)] {
            let answer = manager.post(&end, &[("from", from)]).await;
            assert_eq!(answer.status, status, "{from} {}", answer.text);
        }
        let ended = manager.post(&end, &[("from", "2026-12-10")]).await;
        assert_eq!(ended.status, 303, "{engine:?} {}", ended.text);
        manager.get(&closed).await.shows("始まる前に取りやめ");
        assert_eq!(states(&app).await, [hold::State::Released]);
        made(
            &Form::new(app.fixture.room, "13:00", "15:00")
                .send(&member)
                .await,
        );
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn forty_bookings_are_called_off_at_once() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let desks = acts::open_desks(&app, 40).await;
        let (member, manager) = (app.member("花子").await, app.manager().await);
        for _ in 0..40 {
            made(&Form::new(desks, "10:00", "12:00").send(&member).await);
        }
        let closed = close(&manager, &CLEANING).await;
        assert_eq!(closed.status, 303, "{engine:?} {}", closed.text);
        assert_eq!(states(&app).await, [hold::State::Released; 40]);
        app.run_tasks().await;
        assert_eq!(app.letters().len(), 80);
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closure_that_cannot_be_is_refused_beside_its_field() {
    let app = TestApp::start(Engine::Sqlite).await;
    let manager = app.manager().await;
    let nowhere = uuid::Uuid::nil().to_string();
    let once = |more: &[(&'static str, &'static str)]| {
        let mut fields = vec![("kind", "once"), ("reason", "臨時休館")];
        fields.extend(more);
        fields
    };
    for (fields, says) in [
        (
            once(&[("first", "2026-12-07")]),
            "過ぎた日は休館にできません",
        ),
        (
            once(&[("first", "2026-12-15"), ("last", "2026-12-14")]),
            "最後の日は、最初の日と同じか",
        ),
        (once(&[("first", "")]), "日にちを確かめてください"),
        (once(&[("first", "9999-12-31")]), "までの日を選んでください"),
        (
            once(&[("first", TUESDAY), ("from", "15:00"), ("until", "13:00")]),
            "より後の時刻",
        ),
        (
            once(&[("first", TUESDAY), ("from", "15:00")]),
            "時刻を確かめてください",
        ),
        (
            once(&[("first", TUESDAY), ("where", "some")]),
            "1つ以上選んでください",
        ),
        (
            vec![("kind", "once"), ("first", TUESDAY)],
            "理由を書いてください",
        ),
        (
            vec![
                ("kind", "weekly"),
                ("since", "2026-12-08"),
                ("reason", "定休日"),
            ],
            "曜日を選んで",
        ),
        (
            vec![
                ("kind", "yearly"),
                ("since", "2026-12-08"),
                ("first_month", "2"),
                ("first_day", "30"),
                ("last_month", "3"),
                ("last_day", "1"),
                ("reason", "休み"),
            ],
            "月と日を選んでください",
        ),
        (
            vec![
                ("kind", "yearly"),
                ("since", "2026-12-08"),
                ("first_month", "1"),
                ("first_day", "4"),
                ("last_month", "12"),
                ("last_day", "28"),
                ("reason", "休み"),
            ],
            "逆になっていないか",
        ),
        (
            once(&[("first", TUESDAY), ("where", "house"), ("spaces", "x")]),
            "場所も選ばれています",
        ),
    ] {
        for path in ["/counter/closures/confirmation", "/counter/closures"] {
            let refused = manager.post(path, &fields).await;
            assert_eq!(refused.status, 422, "{fields:?} {}", refused.text);
            refused.shows(says);
            if let Some((_, reason)) = fields.iter().find(|(name, _)| *name == "reason") {
                refused.shows(&format!("value=\"{reason}\""));
            }
        }
    }
    let nonsense = [("kind", "daily"), ("reason", "休み")];
    let refused = manager.post("/counter/closures", &nonsense).await;
    assert_eq!(refused.status, 404);
    let mut fields = once(&[("first", TUESDAY), ("where", "some")]);
    fields.push(("spaces", &nowhere));
    let refused = manager.post("/counter/closures", &fields).await;
    assert_eq!(refused.status, 422);
    for browser in [
        app.member("花子").await,
        app.staff().await,
        app.ward().await,
    ] {
        let refused = browser.post("/counter/closures", &CLEANING).await;
        assert_eq!(refused.status, 403);
    }
    let all = read::closings(app.app.db.reader(), None).await.unwrap();
    assert!(all.is_empty());
    app.run_tasks().await;
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_weekly_closed_day_moves_past_a_holiday_on_every_page() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let venue = Catalogue::load(app.app.db.reader()).await.unwrap().venues[0].id;
        let closure = Closure {
            id: bookings::entity::ClosureId(uuid::Uuid::nil()),
            when: When::Weekly {
                weekday: Weekday::Tue,
                moves: true,
            },
            spaces: Vec::new(),
            reason: Reason {
                ja: "定休日".to_owned(),
                en: String::new(),
            },
            valid_from: "2026-12-01".parse().unwrap(),
            valid_until: None,
        };
        let system = Actor::system(Via::Cli);
        transact::<_, Fault, _>(&app.app.db, system, &app.clock, async |work| {
            service::set_closure(work, venue, &closure).await
        })
        .await
        .unwrap();
        let visitor = app.visitor();
        // 2027-02-23, 天皇誕生日, is a Tuesday.
        for (date, closed) in [
            ("2027-02-16", true),
            ("2027-02-17", false),
            ("2027-02-23", false),
            ("2027-02-24", true),
        ] {
            let day = visitor.get(&format!("/availability?date={date}")).await;
            let says = day.text.contains("休館日です（定休日）");
            assert_eq!(says, closed, "{engine:?} {date}");
        }
        let list = app.staff().await.get("/counter/closures").await;
        list.shows("毎週火曜日（祝日のときは翌日）");
        list.shows("開設のとき");
        app.run_tasks().await;
        app.finish().await;
    }
}
