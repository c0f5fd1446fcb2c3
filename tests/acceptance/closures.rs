//! The manager closes a day, a room, an afternoon; whoever had booked there is called off and told.

mod days;
mod for_good;
mod letters;
mod offers;
mod race;
mod refusals;

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
pub(crate) const CLEANING: [(&str, &str); 4] = [
    ("kind", "once"),
    ("first", TUESDAY),
    ("reason", "館内清掃"),
    ("reason_en", "Cleaning"),
];

/// Looks whom it concerns, and enters it as it was shown.
pub(crate) async fn close(manager: &Browser, fields: &[(&str, &str)]) -> Answer {
    let shown = manager.post("/counter/closures/confirmation", fields).await;
    assert_eq!(shown.status, 200, "{}", shown.text);
    let [seen, offers_seen] = ["seen", "offers_seen"].map(|name| input(&shown, name));
    let mut fields = fields.to_vec();
    fields.extend([("seen", &*seen), ("offers_seen", &*offers_seen)]);
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

pub(crate) async fn guest(counter: &Browser) -> String {
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
            "2026年12月15日（火）は使えません（館内清掃）。次に使えるのは2026年12月16日（水）です。（この日だけの休みです）",
        );
        let offers = refused.json()["alternatives"].as_array().map(Vec::len);
        assert_eq!(offers, Some(3), "{}", refused.text);
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
async fn holidays_that_nobody_has_published_are_only_expected() {
    let app = TestApp::start(Engine::Sqlite).await;
    let page = app.staff().await.get("/counter/closures").await;
    page.shows("建国記念の日");
    page.hides("見込み</");
    // In a year's time some of them lie in a year of which there is no list.
    app.clock.advance(chrono::TimeDelta::days(365));
    let page = app.staff().await.get("/counter/closures").await;
    let (listed, expected) = page.text.split_once("2028年1月1日").unwrap();
    assert!(!listed.contains("見込み</"));
    assert!(expected.contains("見込み</"));
    app.finish().await;
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
                answer.shows("13:00から17:00までは使えません（空調の保守点検）");
                answer.shows("この日に開いているのは9:00〜13:00、17:00〜21:00です。");
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
