//! Lists and figures taken away from the counter.

use fees::{
    entity::tax_rate,
    rules::{Band, NewRate, Unit},
};
use japan::money::{Pricing, Yen};
use kernel::{Actor, Via, events, transact};
use organisations::rules::Selector;
use sea_orm::EntityTrait;
use testkit::database::Engine;
use tests::TestApp;

use crate::{
    acts::{Form, made},
    organisations as companies,
};

/// A name that no old encoding can write, and a purpose that a spreadsheet would reckon out.
const PURPOSE: &str = "=HYPERLINK(\"x\")𠮷の打合せ";

#[tokio::test(flavor = "multi_thread")]
async fn the_bookings_of_a_month_are_taken_away_and_it_is_remembered_by_whom() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let member = app.member("花子").await;
        let form = Form::new(app.fixture.room, "13:00", "15:00").with("date", "2026-12-15");
        let booked = form.with("purpose", PURPOSE).send(&member).await;
        made(&booked);
        let counter = app.staff().await;
        let list = "/counter/bookings/file?month=2026-12&all=on&as=";

        let csv = counter.get(&format!("{list}csv")).await;
        assert_eq!(csv.header("content-type"), "text/csv; charset=utf-8");
        let named = "attachment; filename=\"bookings-2026-12-08.csv\"";
        assert_eq!(csv.header("content-disposition"), named);
        assert!(csv.text.starts_with('\u{feff}'));
        csv.shows("\"'=HYPERLINK(\"\"x\"\")𠮷の打合せ\"");
        csv.shows("\"2026-12-15\",\"2026-12-15 13:00\",\"2026-12-15 15:00\"");
        assert_eq!(csv.text.matches("\r\n").count(), 2, "{}", csv.text);

        let old = counter.get(&format!("{list}cp932")).await;
        let geta = |pair: &[u8]| pair == [0x81, 0xac];
        assert!(old.bytes.windows(2).any(geta), "𠮷 became 〓");

        let book = counter.get(&format!("{list}xlsx")).await;
        assert!(book.bytes.starts_with(b"PK"), "a workbook is a zip");

        assert_eq!(counter.get(&format!("{list}doc")).await.status, 404);
        assert_eq!(member.get(&format!("{list}csv")).await.status, 403);
        let other = counter
            .get("/counter/bookings/file?month=2027-01&as=csv")
            .await;
        assert!(!other.text.contains("打合せ"));
        let events = events::Entity::find().all(app.app.db.reader()).await;
        let taken = |event: &&events::Model| event.kind == "bookings.list_taken";
        let taken: Vec<_> = events
            .unwrap()
            .into_iter()
            .filter(|one| taken(&one))
            .collect();
        assert_eq!(taken.len(), 4);
        assert!(taken.iter().all(|event| event.actor == counter.person));
        assert_eq!(taken[0].facts, r#"{"rows":1}"#);
        app.run_tasks().await;
        app.finish().await;
    }
}

/// Says that the meeting room costs something by the band from today on.
async fn banded(app: &TestApp) {
    let band = |opens, closes| Band {
        opens: opens * 60,
        closes: closes * 60,
        amount: Yen(1_000),
    };
    let rate = NewRate {
        selector: Selector::default(),
        unit: Unit::Band(vec![band(9, 12), band(13, 17), band(18, 21)]),
        tax: tax_rate::Code::Standard,
        pricing: Pricing::TaxWithin,
        valid_from: app.clock.now().date(),
        valid_until: None,
    };
    let system = Actor::system(Via::Cli);
    transact(&app.app.db, system, &app.clock, async |work| {
        let tariff = fees::service::open_tariff(work, "会議室", "")
            .await
            .unwrap();
        fees::service::set_rate(work, tariff, &rate, None)
            .await
            .unwrap();
        let (room, from) = (app.fixture.room, rate.valid_from);
        bookings::service::set_tariff(work, room, Some(tariff), from, None).await
    })
    .await
    .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn figures_are_told_by_who_came_and_by_the_band_of_the_day() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (member, staff) = (app.member("花子").await, app.staff().await);
        let company = companies::apply(&member).await;
        companies::grant(&staff, company).await;
        let company = companies::row(&app, company).await.organisation_id.unwrap();
        // An hour in the first band and two in the second, as the company; an hour as herself.
        let room = |from, until| Form::new(app.fixture.room, from, until);
        let own = room("11:00", "15:00").with("organisation", &company.to_string());
        made(&own.send(&member).await);
        made(&room("18:00", "19:00").send(&member).await);
        banded(&app).await;
        let ward = app.ward().await;
        let lines = async |by: &str| {
            let csv = ward
                .get(&format!("/counter/figures?month=2026-12&by={by}&as=csv"))
                .await;
            csv.text
                .lines()
                .skip(1)
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        for (by, expected) in [
            (
                "locality",
                vec![
                    "\"区内在住・在勤\",0,0,0,0,0",
                    "\"区内事業者\",1,240,1,0,0",
                    "\"区外・未登録\",1,60,1,0,0",
                    "\"合計\",2,300,2,0,0",
                ],
            ),
            (
                "party",
                vec![
                    "\"個人\",1,60,1,0,0",
                    "\"事業者\",1,240,1,0,0",
                    "\"団体\",0,0,0,0,0",
                    "\"合計\",2,300,2,0,0",
                ],
            ),
            (
                "band",
                vec![
                    "\"9:00〜12:00\",1,60,1,0,0",
                    "\"13:00〜17:00\",1,120,1,0,0",
                    "\"18:00〜21:00\",1,60,1,0,0",
                    "\"時間区分の外\",1,60,1,0,0",
                    "\"合計\",2,300,2,0,0",
                ],
            ),
        ] {
            assert_eq!(lines(by).await, expected, "{engine:?} {by}");
        }
        let page = ward.get("/counter/figures?month=2026-12").await;
        page.shows("時間区分ごと");
        page.hides("花子");
        let list = staff
            .get("/counter/bookings/file?month=2026-12&as=csv")
            .await;
        list.shows("\"株式会社見本製作所\",\"区内事業者\",\"事業者\"");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn figures_count_what_was_used_and_name_nobody() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let member = app.member("花子").await;
        let room =
            |from, until| Form::new(app.fixture.room, from, until).with("date", "2026-12-15");
        made(&room("13:00", "15:00").send(&member).await);
        let gone = made(&room("16:00", "17:00").send(&member).await);
        let off = format!("/bookings/{gone}/cancellation");
        assert_eq!(member.post(&off, &[]).await.status, 303);

        let ward = app.ward().await;
        let page = ward.get("/counter/figures?month=2026-12").await;
        page.shows("2026年12月の利用状況");
        page.shows("2時間");
        assert!(!page.text.contains("花子"));
        let csv = ward.get("/counter/figures?month=2026-12&as=csv").await;
        let line = csv.text.lines().find(|line| line.contains("会議室A"));
        let line = line.unwrap_or_else(|| panic!("{}", csv.text));
        let all = csv.text.lines().last().unwrap();
        assert!(all.starts_with("\"合計\",1,120,"), "{all}");
        let fields: Vec<&str> = line.split(',').collect();
        assert_eq!(fields[1..3], ["1", "120"], "bookings, minutes");
        assert_eq!(fields[4..7], ["1", "0", "1"], "people, absent, cancelled");
        let empty = ward.get("/counter/figures?month=2027-01&as=csv").await;
        assert!(empty.text.contains("会議室A"));
        for wrong in ["13", "0000-00", "9999-12", "2026-13"] {
            let page = format!("/counter/figures?month={wrong}");
            assert_eq!(ward.get(&page).await.status, 404, "{wrong}");
            let list = format!("/counter/bookings/file?month={wrong}");
            assert_eq!(app.staff().await.get(&list).await.status, 404, "{wrong}");
        }
        app.run_tasks().await;
        app.finish().await;
    }
}
