//! Making rules and ending them, and what they say to whoever books.

use chrono::NaiveDate;
use testkit::database::Engine;
use tests::TestApp;

use super::{enter, recorded};
use crate::acts::{self, Form, TUESDAY, made};

#[tokio::test(flavor = "multi_thread")]
async fn a_rule_made_while_a_form_is_open_judges_what_is_saved_and_says_why() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (manager, member) = (app.manager().await, app.member("花子").await);
        let form = Form::new(app.fixture.room, "13:00", "15:00");
        let shown = member.post("/bookings/confirmation", &form.fields()).await;
        assert_eq!(shown.status, 200);
        let shown = enter(
            &manager,
            &[
                ("kind", "window"),
                ("by", "first_of_month"),
                ("amount", "1"),
                ("clock", "9:00"),
                ("source", "施行規則第5条"),
                ("source_en", "Rules, article 5"),
                ("since", "2026-12-10"),
            ],
        )
        .await;
        shown.shows("利用日の90日前から予約できます。");
        shown.shows("利用日の1か月前の月の1日、9:00から予約できます");
        let january = form.clone().with("date", "2027-01-20");
        let booked = made(&january.send(&member).await);
        let february = form.clone().with("date", "2027-02-03");
        let refused = february.send(&member).await;
        assert_eq!(refused.status, 422);
        // The 1st is the new year's day, which this centre does not close; a Friday.
        refused.shows("この日の予約は、2027年1月1日（金）");
        refused.shows("施行規則第5条");
        refused.shows("2026年12月10日（木）から）");
        let english = member.get("/spaces/x?lang=en").await;
        assert_eq!(english.status, 404);
        let space = format!("/spaces/{}?lang=en", app.fixture.room);
        let space = member.get(&space).await;
        space.shows("Opens 90 days before the day of use.");
        space.shows("Rules of use");
        assert_eq!(booked.len(), 36);
        assert_eq!(recorded(&app, "rule.").await.len(), 3);
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_preview_lists_what_would_no_longer_be_taken_and_it_stays() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (manager, member) = (app.manager().await, app.member("花子").await);
        let form = Form::new(app.fixture.room, "13:00", "15:00");
        let id = made(&form.send(&member).await);
        let later = form.clone().with("date", "2026-12-16");
        made(&later.send(&member).await);
        let shown = enter(
            &manager,
            &[
                ("kind", "quota"),
                ("period", "standing"),
                ("by", "bookings"),
                ("amount", "1"),
                ("source", "施行規則第6条"),
                ("since", "2026-12-08"),
            ],
        )
        .await;
        shown.shows("2件の予約は、新しいきまりでは受け付けられません");
        let booking = member.get(&format!("/bookings/{id}")).await;
        booking.shows("予約");
        let third = form.clone().with("date", "2026-12-17").send(&member).await;
        assert_eq!(third.status, 422);
        third.shows("同時に予約できるのは1件までです");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rule_that_ended_no_longer_judges_and_what_it_replaced_stays_ended() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (manager, member) = (app.manager().await, app.member("花子").await);
        let fields = |amount: &'static str| {
            [
                ("kind", "run"),
                ("amount", amount),
                ("source", "施行規則第7条"),
                ("since", "2026-12-08"),
            ]
        };
        enter(&manager, &fields("2")).await;
        enter(&manager, &fields("1")).await;
        let again = manager.post("/counter/rules", &fields("1")).await;
        assert_eq!(again.status, 409);
        let form = Form::new(app.fixture.room, "13:00", "15:00");
        made(&form.send(&member).await);
        let next = form.clone().with("date", "2026-12-16");
        let refused = next.send(&member).await;
        assert_eq!(refused.status, 422);
        refused.shows("続けて予約できるのは1日までです");
        let all = bookings::read::rulings(app.app.db.reader()).await.unwrap();
        let one_day = |ruling: &&bookings::read::Ruling| {
            ruling.rule.term == bookings::rules::terms::Term::Run(1)
        };
        let id = all.iter().find(one_day).unwrap().rule.id;
        let end = format!("/counter/rules/{id}/end");
        let passed = manager.post(&end, &[("last", "2026-12-07")]).await;
        assert_eq!(passed.status, 422);
        let asked = manager.post(&end, &[("last", "2026-12-15")]).await;
        assert_eq!(asked.status, 200, "{}", asked.text);
        asked.shows("きまりはありません（何日でも続けて予約できます）。");
        asked.shows("2026年12月16日（水）からあとに使う予約のうち、このきまりの対象は0件です");
        let seen = acts::input(&asked, "seen");
        let sure = [("last", "2026-12-15"), ("seen", &seen), ("act", "set")];
        let ended = manager.post(&end, &sure).await;
        assert_eq!(ended.status, 303, "{}", ended.text);
        made(&next.send(&member).await);
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_date_of_a_series_is_judged_by_the_rule_of_its_day_across_a_fiscal_year() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (manager, member) = (app.manager().await, app.member("花子").await);
        // In force after that of the centre, so that this one speaks.
        let longer = bookings::rules::Rule {
            valid_from: NaiveDate::from_ymd_opt(2026, 12, 1).unwrap(),
            ..bookings::samples::days_ahead(365)
        };
        acts::rule(&app, &longer).await;
        enter(
            &manager,
            &[
                ("kind", "window"),
                ("by", "days"),
                ("amount", "30"),
                ("clock", "9:00"),
                ("source", "改正規則"),
                ("since", "2027-04-01"),
            ],
        )
        .await;
        // Tuesdays: the last of March can be had, those of April not yet.
        let form = Form::new(app.fixture.room, "13:00", "15:00")
            .with("date", "2027-03-23")
            .with("rhythm", "weekly")
            .with("times", "4");
        let shown = member.post("/bookings/confirmation", &form.fields()).await;
        shown.shows("そのまま予約できる回（2回）");
        shown.shows("予約できない回（2回）");
        shown.shows("改正規則");
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_takes_a_booking_outside_the_window_with_a_reason_that_the_ward_reads() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (staff, member) = (app.staff().await, app.member("花子").await);
        let person = member.person.unwrap().to_string();
        let far = Form::new(app.fixture.room, "13:00", "15:00")
            .with("date", "2027-05-11")
            .with("for", &person);
        assert_eq!(far.send(&staff).await.status, 422);
        let excepted = far.clone().with("waiver", "区の災害協定の打合せ");
        made(&excepted.send(&staff).await);
        let own = far.clone().with("date", "2027-05-12");
        let own = own.without("for").with("waiver", "いそいでいます");
        assert_eq!(own.send(&member).await.status, 403);
        // Where no rule stood against it, none was waived.
        let near = excepted.clone().with("date", TUESDAY);
        made(&near.send(&staff).await);
        assert_eq!(recorded(&app, "booking.rule_waived").await.len(), 1);
        let ward = app.ward().await;
        ward.get("/counter/rules")
            .await
            .shows("区の災害協定の打合せ");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_typed_wrong_is_named_beside_its_field_and_nothing_is_entered() {
    let app = TestApp::start(Engine::Sqlite).await;
    let manager = app.manager().await;
    let before = bookings::read::rules(app.app.db.reader()).await.unwrap();
    let long = "長".repeat(61);
    for (fields, said) in [
        (vec![("kind", "window")], "1つ選んでください"),
        (vec![("kind", "quota"), ("amount", "-1")], "1から999まで"),
        (
            vec![("kind", "run"), ("amount", "99999999999")],
            "1から31まで",
        ),
        (vec![("kind", "no_show"), ("late_days", "x")], "1から30まで"),
        (vec![("kind", "run"), ("since", "2026-12-07")], "過ぎた日"),
        (
            vec![("kind", "run"), ("since", "9999-99-99")],
            "日にちを確かめて",
        ),
        (vec![("kind", "run"), ("source", &long)], "60字まで"),
        (
            vec![("kind", "run"), ("space", "x")],
            "この場所は見つかりません",
        ),
        (
            vec![("kind", "run"), ("locality", "mars")],
            "1つ選んでください",
        ),
        (vec![], "根拠を書いてください"),
    ] {
        for path in ["/counter/rules/confirmation", "/counter/rules"] {
            let refused = manager.post(path, &fields).await;
            assert_eq!(refused.status, 422, "{fields:?} {}", refused.text);
            refused.shows(said);
        }
    }
    let after = bookings::read::rules(app.app.db.reader()).await.unwrap();
    assert_eq!(after, before);
    app.finish().await;
}
