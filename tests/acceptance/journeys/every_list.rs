//! Every list of the counter leaves the house as a file, whole and harmless.

use kernel::events;
use sea_orm::EntityTrait;
use testkit::database::Engine;
use tests::{Browser, TestApp};

use crate::organisations as companies;

/// The addresses of the lists; those with a month or a day of their own name it.
const LISTS: [&str; 23] = [
    "/counter/bookings/file?month=2026-12",
    "/counter/figures?month=2026-12",
    "/counter/figures?month=2026-12&by=locality",
    "/counter/figures?month=2026-12&by=party",
    "/counter/figures?month=2026-12&by=stage",
    "/counter/own-uses?month=2026-12",
    "/counter/fees/report?date=2026-12-08",
    "/counter/fees/report?month=2026-12",
    "/counter/fees?all=on",
    "/counter/tariffs?",
    "/counter/people?q=",
    "/counter/organisations?q=",
    "/counter/applications?state=approved",
    "/counter/requests?",
    "/counter/waiting?",
    "/counter/absences?",
    "/counter/closures?",
    "/counter/devices?date=2026-12-15",
    "/counter/rules?",
    "/counter/reductions?",
    "/counter/own-use-reasons?",
    "/counter/venue?",
    "/counter/letters?",
];

/// A name that a spreadsheet would reckon out.
const NAME: &str = "=HYPERLINK(\"x\")";

#[tokio::test(flavor = "multi_thread")]
async fn every_list_is_taken_away_in_three_forms_by_those_who_see_it() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (counter, member) = (app.staff().await, app.member("花子").await);
        for list in LISTS {
            let csv = counter.get(&format!("{list}&as=csv")).await;
            assert_eq!(csv.status, 200, "{engine:?} {list}: {}", csv.text);
            assert_eq!(
                csv.header("content-type"),
                "text/csv; charset=utf-8",
                "{list}"
            );
            assert!(csv.text.starts_with("\u{feff}\""), "{list}: {}", csv.text);
            let old = counter.get(&format!("{list}&as=cp932")).await;
            assert_eq!(
                old.header("content-type"),
                "text/csv; charset=Shift_JIS",
                "{list}"
            );
            assert!(old.bytes.starts_with(b"\""), "{list}");
            let book = counter.get(&format!("{list}&as=xlsx")).await;
            assert!(book.bytes.starts_with(b"PK"), "{list}");
            let none = counter.get(&format!("{list}&as=doc")).await;
            assert_eq!(none.status, 404, "{list}");
            let foreign = member.get(&format!("{list}&as=csv")).await;
            assert_eq!(foreign.status, 403, "{list}");
        }
        app.finish().await;
    }
}

/// Registers a company of that name, with a telephone that begins with 0 and has no hyphen.
async fn registered(app: &TestApp, member: &Browser, counter: &Browser) {
    let id = companies::apply_as(member, &[("name", NAME), ("telephone", "0300000000")]).await;
    companies::grant(counter, id).await;
    app.run_tasks().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_are_kept_and_no_name_becomes_a_formula() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (counter, member) = (app.staff().await, app.member("花子").await);
        registered(&app, &member, &counter).await;
        for list in [
            "/counter/organisations?as=csv",
            "/counter/applications?state=approved&as=csv",
        ] {
            let csv = counter.get(list).await;
            csv.shows("\"'=HYPERLINK(\"\"x\"\")\"");
            csv.shows("7000012050002");
            csv.shows("0300000000");
            csv.shows("区内事業者");
        }
        let ward = app.ward().await;
        let seen = ward.get("/counter/organisations?as=csv").await;
        seen.shows("7000012050002");
        let kept = ward.get("/counter/applications?as=csv").await;
        assert_eq!(kept.status, 403);

        let people = counter.get("/counter/people?q=花子&as=csv").await;
        assert_eq!(people.text.matches("\r\n").count(), 2, "{}", people.text);
        let events = events::Entity::find().all(app.app.db.reader()).await;
        let taken = |kind: &str| {
            let all = events.as_ref().unwrap().iter();
            all.filter(|event| event.kind == kind).count()
        };
        assert_eq!(taken("organisations.list_taken"), 2);
        assert_eq!(taken("applications.list_taken"), 1);
        assert_eq!(taken("people.list_taken"), 1);
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_ward_reads_it_takes_away_too_and_spaces_come_with_their_house() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (ward, manager) = (app.ward().await, app.manager().await);
        let ground = [
            ("name", "障害者団体の利用"),
            ("percent", "50"),
            ("criteria", "手帳を確かめる"),
            ("valid_from", "2026-12-08"),
        ];
        let issued = manager.post("/counter/reductions", &ground).await;
        assert_eq!(issued.status, 303, "{engine:?} {}", issued.text);
        crate::own_uses::reason(&app, "区の主催事業").await;
        for (list, words) in [
            (
                "/counter/reductions",
                ["障害者団体の利用", "手帳を確かめる"],
            ),
            ("/counter/own-use-reasons", ["区の主催事業", "現在"]),
        ] {
            let csv = ward.get(&format!("{list}?as=csv")).await;
            assert_eq!(csv.status, 200, "{engine:?} {list}");
            for word in words {
                csv.shows(word);
            }
        }
        let spaces = manager.get("/counter/venue?as=csv").await;
        assert_eq!(spaces.text.matches("\r\n").count(), 3, "{}", spaces.text);
        assert_eq!(ward.get("/counter/venue?as=csv").await.status, 403);
        app.finish().await;
    }
}
