//! What can be had instead of a taken time says what it costs.

use ::bookings::{
    rules::{Rule, terms::Term},
    samples,
};
use testkit::database::Engine;
use tests::TestApp;

use super::{bookings::priced, seen::joined};
use crate::acts::{self, Form, input, made};

#[tokio::test(flavor = "multi_thread")]
async fn what_can_be_had_instead_in_a_series_says_what_it_costs_and_that_it_needs_approval() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        priced(&app).await;
        let other = acts::open(&app, acts::room(&app, "会議室B").await, 1).await;
        let approval = Rule {
            space: Some(other),
            ..samples::rule(Term::Approval(3))
        };
        acts::rule(&app, &approval).await;
        let form = Form::new(app.fixture.room, "13:00", "15:00");
        made(&form.send(&app.member("太郎").await).await);
        let member = app.member("花子").await;
        let series = form.with("rhythm", "weekly").with("times", "2");
        let asked = member
            .post("/bookings/confirmation", &series.fields())
            .await;
        let shown = joined(&asked.text);
        assert!(shown.contains("11:00〜13:00　1,600円</span>"), "{shown}");
        assert!(
            shown.contains("13:00〜15:00　無料・承認が必要です</span>"),
            "{shown}"
        );
        let series = series.with("agree", "on").with("choice-2026-12-15", "skip");
        let booked = member.post("/series", &series.fields()).await;
        assert_eq!(booked.status, 303, "{engine:?} {}", booked.text);
        let change = booked.location.replace("/done", "/change");
        let form = member.get(&change).await;
        let seen = input(&form, "seen");
        let taken = Form::new(app.fixture.room, "16:00", "18:00").with("date", "2026-12-22");
        made(&taken.send(&app.member("次郎").await).await);
        let fields = [
            ("seen", seen.as_str()),
            ("starts_at", "16:00"),
            ("ends_at", "18:00"),
            ("space_id", ""),
            ("purpose", "定例会"),
            ("attendees", "1"),
        ];
        let check = format!("{change}/confirmation");
        let asked = member.post(&check, &fields).await;
        let shown = joined(&asked.text);
        assert!(
            shown.contains("16:00〜18:00　無料・承認が必要です</span>"),
            "{shown}"
        );
        app.run_tasks().await;
        app.finish().await;
    }
}
