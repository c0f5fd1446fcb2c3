//! A company sees the days that are open for it, and how it books them.

use bookings::{
    rules::{
        Rule,
        terms::{Ahead, Opening, Term},
    },
    samples,
};
use organisations::{entity::category::Locality, rules::Selector};
use testkit::database::Engine;
use tests::{Browser, TestApp};

use super::{apply, grant};
use crate::acts::{self, Form, input, made};

/// From the first of so many months before, at nine.
fn opens(months: u32, locality: Option<Locality>) -> Rule {
    let opening = Opening {
        ahead: Ahead::FirstOfMonth(months),
        clock: 9 * 60,
    };
    Rule {
        selector: Selector {
            locality,
            ..Selector::default()
        },
        // Later than the one of every test, which it replaces.
        valid_from: "2026-12-08".parse().unwrap(),
        ..samples::rule(Term::Window(opening))
    }
}

/// The company of a member, which is registered.
async fn company(app: &TestApp, member: &Browser) -> String {
    let id = apply(member).await;
    grant(&app.staff().await, id).await;
    super::row(app, id)
        .await
        .organisation_id
        .unwrap()
        .to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_looks_at_the_days_that_open_earlier_for_it() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let member = app.member("花子").await;
        let id = company(&app, &member).await;
        acts::rule(&app, &opens(1, None)).await;
        acts::rule(&app, &opens(6, Some(Locality::WardBusiness))).await;
        // For everybody else April opens on the first of March.
        let day = "/availability?date=2027-04-15";
        let told = "2027年3月2日（火）9:00から予約できます";
        for (browser, path) in [
            (&app.visitor(), day.to_owned()),
            (&app.member("次郎").await, day.to_owned()),
            (&member, format!("{day}&organisation=self")),
        ] {
            let page = browser.get(&path).await;
            page.shows(told);
            assert!(!page.text.contains("name=\"slot\""), "{engine:?} {path}");
        }
        let page = member.get(day).await;
        page.shows("name=\"slot\"");
        page.shows(&format!("name=\"organisation\" value=\"{id}\""));
        let week = format!("/spaces/{}?week=2027-04-13", app.fixture.room);
        member.get(&week).await.shows("name=\"slot\"");
        app.visitor().get(&week).await.shows(told);

        let form = Form::new(app.fixture.room, "13:00", "15:00").with("date", "2027-04-15");
        let form = form.with("organisation", &id);
        let done = made(&form.send(&member).await);
        let booking = member.get(&format!("/bookings/{done}")).await;
        booking.shows("として");
        waits_as_itself(&app, &member, &form).await;
        app.run_tasks().await;
        app.finish().await;
    }
}

/// Who waits for what is taken says as whom.
async fn waits_as_itself(app: &TestApp, member: &Browser, form: &Form) {
    let slot = format!("{}/2027-04-15/780-900", app.fixture.room);
    let page = member.get(&format!("/waiting/new?slot={slot}")).await;
    page.shows("name=\"organisation\"");
    let joined = member.post("/waiting", &form.fields()).await;
    assert_eq!(joined.status, 303, "{}", joined.text);
    member.get(&joined.location).await.shows("として");
}

/// What is gone is said before anybody reads the terms.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_taken_is_said_before_the_last_page() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (first, second) = (app.member("花子").await, app.member("次郎").await);
        let form = Form::new(app.fixture.room, "13:00", "15:00");
        made(&form.send(&first).await);
        let asked = second.post("/bookings/confirmation", &form.fields()).await;
        assert_eq!(asked.status, 409, "{engine:?} {}", asked.text);
        asked.shows("いま予約できる");
        assert_eq!(input(&asked, "once"), "", "{engine:?} nothing to confirm");
        app.run_tasks().await;
        app.finish().await;
    }
}
