//! Lists and figures taken away from the counter.

use kernel::events;
use sea_orm::EntityTrait;
use testkit::database::Engine;
use tests::TestApp;

use crate::acts::{Form, made};

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
