//! The manager sets prices, with a look at what changes.

use testkit::database::Engine;
use tests::{Browser, TestApp};

use super::{TERMS, bookings::priced};
use crate::acts::{Form, made};

const HOURLY: [(&str, &str); 7] = [
    ("unit", "hour"),
    ("step_minutes", "60"),
    ("amount", "400"),
    ("tax", "standard"),
    ("pricing", "within"),
    ("valid_from", "2026-12-08"),
    ("seen", "0"),
];

/// Opens a tariff; the address of its page.
async fn tariff(manager: &Browser) -> String {
    let opened = manager
        .post("/counter/tariffs", &[("name", "会議室A")])
        .await;
    assert_eq!(opened.status, 303, "{}", opened.text);
    opened.location.strip_suffix("/new").unwrap().to_owned()
}

fn with<'f>(name: &'f str, value: &'f str, more: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    let mut fields: Vec<(&str, &str)> = HOURLY.to_vec();
    fields.retain(|(own, _)| *own != name && !more.iter().any(|(new, _)| new == own));
    fields.push((name, value));
    fields.extend_from_slice(more);
    fields
}

#[tokio::test(flavor = "multi_thread")]
async fn a_price_is_entered_from_a_day_on_and_shows_what_it_replaces() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (manager, counter) = (app.manager().await, app.staff().await);
        let path = tariff(&manager).await;
        let (check, save) = (format!("{path}/confirmation"), format!("{path}/rates"));
        manager.post(&check, &HOURLY).await.shows("料金なし");
        assert_eq!(manager.post(&save, &HOURLY).await.status, 303);
        let later = with(
            "amount",
            "500",
            &[("valid_from", "2027-04-01"), ("seen", "1")],
        );
        let shown = manager.post(&check, &later).await;
        shown.shows("400円／1時間");
        shown.shows("500円／1時間");
        assert_eq!(manager.post(&save, &later).await.status, 303, "{engine:?}");
        // Put right before it begins: the first was never a price.
        app.clock.advance(chrono::TimeDelta::milliseconds(1));
        let right = with(
            "amount",
            "450",
            &[("valid_from", "2027-04-01"), ("seen", "2")],
        );
        assert_eq!(manager.post(&save, &right).await.status, 303, "{engine:?}");
        let page = counter.get(&path).await;
        page.shows("450円");
        page.hides("500円");
        // Another screen was open meanwhile.
        assert_eq!(manager.post(&save, &later).await.status, 409);
        let bands = with(
            "unit",
            "band",
            &[
                ("locality", "ward_business"),
                ("seen", "3"),
                ("band1_from", "9:00"),
                ("band1_until", "12:00"),
                ("band1_amount", "600"),
                ("band2_from", "13"),
                ("band2_until", "17"),
                ("band2_amount", "８００円"),
            ],
        );
        manager.post(&check, &bands).await.shows("13:00〜17:00");
        assert_eq!(manager.post(&save, &bands).await.status, 303);
        let page = counter.get(&path).await;
        page.shows("これからの料金");
        page.shows("区内事業者");
        page.shows("800円");
        counter.get("/counter/tariffs").await.shows("会議室A");
        assert_eq!(counter.post(&save, &bands).await.status, 403);
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_a_price_is_refused_beside_its_field() {
    let app = TestApp::start(Engine::Sqlite).await;
    let manager = app.manager().await;
    let path = tariff(&manager).await;
    let band = |until, amount| {
        with(
            "unit",
            "band",
            &[
                ("band1_from", "9:00"),
                ("band1_until", until),
                ("band1_amount", amount),
            ],
        )
    };
    for fields in [
        with("valid_from", "2026-12-07", &[]),
        with("valid_from", "2040-01-01", &[]),
        with("valid_from", "someday", &[]),
        with("valid_until", "2026-12-07", &[]),
        with("amount", "-1", &[]),
        with("amount", "10000001", &[]),
        with("amount", "", &[]),
        with("unit", "moon", &[]),
        with("step_minutes", "7777777777", &[]),
        with("tax", "none", &[]),
        with("unit", "band", &[]),
        band("8:00", "100"),
        band("25:00", "100"),
        band("12:00", "x"),
    ] {
        for address in ["confirmation", "rates"] {
            let refused = manager.post(&format!("{path}/{address}"), &fields).await;
            assert_eq!(refused.status, 422, "{fields:?} {}", refused.text);
        }
    }
    let past = with("valid_from", "2026-12-07", &[]);
    let refused = manager.post(&format!("{path}/rates"), &past).await;
    refused.shows("2026年12月8日（火）からあとの日を入力してください");
    assert_eq!(
        manager
            .post("/counter/tariffs", &[("name", "会議室A")])
            .await
            .status,
        409
    );
    assert_eq!(
        manager
            .post("/counter/tariffs", &[("name", " ")])
            .await
            .status,
        422
    );
    manager
        .get("/counter/tariffs")
        .await
        .shows("いま効力のある料金はありません");
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn terms_begin_today_at_the_earliest_and_once_a_day() {
    let app = TestApp::start(Engine::Sqlite).await;
    let manager = app.manager().await;
    for (at, value) in [
        (0, "mine"),
        (1, ""),
        (3, "7000012050002"),
        (4, ""),
        (5, "away"),
        (6, "2026-12-07"),
    ] {
        let mut terms = TERMS;
        terms[at].1 = value;
        let refused = manager.post("/counter/fees/terms", &terms).await;
        assert_eq!(refused.status, 422, "{value}");
    }
    let asked = [&TERMS[..], &[("act", "check"), ("seen", "0")]].concat();
    let asked = manager.post("/counter/fees/terms", &asked).await;
    assert_eq!(asked.status, 200, "{}", asked.text);
    asked.shows("減免を決める人");
    asked.shows("T7000012050002");
    assert!(!asked.text.contains("もう一度ご確認"), "a corporation's");
    // A slip of the finger, or the number of a sole proprietor: asked, not refused.
    let mut doubtful = TERMS;
    doubtful[3].1 = "T7000012050003";
    let doubtful = [&doubtful[..], &[("act", "check"), ("seen", "0")]].concat();
    let doubtful = manager.post("/counter/fees/terms", &doubtful).await;
    assert_eq!(doubtful.status, 200, "{}", doubtful.text);
    doubtful.shows("登録番号 T7000012050003 を、もう一度ご確認ください");
    let stale = [&TERMS[..], &[("act", "set"), ("seen", "1")]].concat();
    let stale = manager.post("/counter/fees/terms", &stale).await;
    assert_eq!(stale.status, 409, "{}", stale.text);
    assert_eq!(
        manager.post("/counter/fees/terms", &TERMS).await.status,
        303
    );
    assert_eq!(
        manager.post("/counter/fees/terms", &TERMS).await.status,
        409
    );
    manager
        .get("/counter/fees/terms")
        .await
        .shows("T7000012050002");
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_no_price_speaks_of_is_named_before_a_price_is_entered_or_assigned() {
    let app = TestApp::start(Engine::Sqlite).await;
    let (manager, counter) = (app.manager().await, app.staff().await);
    let path = tariff(&manager).await;
    let own = with("locality", "ward_business", &[]);
    let shown = manager.post(&format!("{path}/confirmation"), &own).await;
    shown.shows("料金のない方がいます（無料になります）");
    for who in ["区内在住・在勤", "区外"] {
        shown.shows(&format!("<span class=\"nowrap\">{who}</span>"));
    }
    let saved = manager.post(&format!("{path}/rates"), &own).await;
    assert_eq!(saved.status, 303, "{}", saved.text);
    counter.get(&path).await.shows("料金のない方がいます");

    let id = path.rsplit('/').next().unwrap();
    let space = format!("/counter/spaces/{}/tariff", app.fixture.room);
    let asked = [("tariff", id), ("from", "2027-04-01"), ("act", "check")];
    let asked = manager.post(&space, &asked).await;
    assert_eq!(asked.status, 200, "{}", asked.text);
    asked.shows("料金のない方がいます（無料になります）");

    // A price for everyone closes the gap until its last day.
    let all = [("valid_until", "2027-03-31"), ("seen", "1")];
    let all = with("amount", "500", &all);
    let shown = manager.post(&format!("{path}/confirmation"), &all).await;
    shown.shows("2027年4月1日（木）から");
    assert_eq!(
        manager.post(&format!("{path}/rates"), &all).await.status,
        303
    );
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_price_names_the_bookings_that_would_cost_something_else() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        priced(&app).await;
        let (member, manager) = (app.member("花子").await, app.manager().await);
        let form = Form::new(app.fixture.room, "13:00", "15:00");
        made(&form.send(&member).await);
        let later = form.with("date", "2026-12-22");
        let id = made(&later.send(&member).await);
        let tariffs = manager.get("/counter/tariffs").await;
        let rest = tariffs.text.split("href=\"/counter/tariffs/").nth(1);
        let tariff = rest.unwrap().split('"').next().unwrap().to_owned();
        let dearer = with(
            "amount",
            "900",
            &[("valid_from", "2026-12-20"), ("seen", "1")],
        );
        let check = format!("/counter/tariffs/{tariff}/confirmation");
        let shown = manager.post(&check, &dearer).await;
        shown.shows("これからの予約1件は、日時などを変えると料金が変わります");
        shown.shows("1,600円");
        shown.shows("1,800円");
        shown.shows(&format!("/bookings/{id}"));

        let same = with(
            "amount",
            "800",
            &[("valid_from", "2026-12-20"), ("seen", "1")],
        );
        let shown = manager.post(&check, &same).await;
        shown.shows("料金が変わる予約はありません");
        // A price list by which nothing is used touches nothing.
        let other = self::tariff(&manager).await;
        let shown = manager
            .post(&format!("{other}/confirmation"), &HOURLY)
            .await;
        shown.shows("料金が変わる予約はありません");
        app.run_tasks().await;
        app.finish().await;
    }
}
