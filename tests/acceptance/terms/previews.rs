//! What entering or ending a rule would change: judged by all the rules there would be, and never
//! saved over what another manager has done since.

use bookings::{rules::Rule, samples};
use chrono::NaiveDate;
use testkit::database::Engine;
use tests::{Answer, TestApp};

use super::{enter, set};
use crate::{
    acts::{self, Form, input, made},
    organisations::{apply, grant, row},
};

/// So many days before, for everyone, from a day on.
fn everyone<'f>(days: &'f str, since: &'f str) -> [(&'f str, &'f str); 6] {
    [
        ("kind", "window"),
        ("by", "days"),
        ("amount", days),
        ("clock", "0:00"),
        ("source", "改正規則"),
        ("since", since),
    ]
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

async fn windows(app: &TestApp) -> Vec<Rule> {
    let mut all = bookings::read::rules(app.app.db.reader()).await.unwrap();
    all.retain(|rule| rule.kind() == bookings::entity::booking_rule::Kind::Window);
    all.sort_by_key(|rule| (rule.valid_from, rule.id));
    all
}

#[track_caller]
fn lists(shown: &Answer, count: usize) {
    let said = format!("{count}件の予約は、");
    assert!(shown.text.contains(&said), "{said} {}", shown.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_booking_that_a_closer_rule_still_allows_is_not_listed() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (manager, staff) = (app.manager().await, app.staff().await);
        let (member, company) = (app.member("花子").await, app.member("次郎").await);
        let application = apply(&company).await;
        grant(&staff, application).await;
        let organisation = row(&app, application).await.organisation_id.unwrap();
        let mut ward = Rule {
            valid_from: date("2026-12-01"),
            ..samples::days_ahead(180)
        };
        ward.selector.locality = Some(organisations::entity::category::Locality::WardBusiness);
        acts::rule(&app, &ward).await;
        let form = Form::new(app.fixture.room, "13:00", "15:00");
        made(&form.clone().with("date", "2027-02-16").send(&member).await);
        let far = form.with("date", "2027-05-11");
        let far = far.with("organisation", &organisation.to_string());
        made(&far.send(&company).await);

        let fields = everyone("60", "2026-12-08");
        let shown = manager.post("/counter/rules/confirmation", &fields).await;
        lists(&shown, 1);
        shown.shows("2027年2月16日");
        shown.hides("2027年5月11日");
        // Once their own rule ends, that of everyone speaks for them.
        let own = windows(&app).await;
        let own = own
            .iter()
            .find(|rule| rule.selector == ward.selector)
            .unwrap();
        let end = format!("/counter/rules/{}/end", own.id);
        let asked = manager.post(&end, &[("last", "2026-12-31")]).await;
        assert_eq!(asked.status, 200, "{engine:?} {}", asked.text);
        asked.shows("利用日の90日前から予約できます。");
        asked.shows("このきまりの対象は1件です");
        lists(&asked, 1);
        asked.shows("2027年5月11日");
        let back = [("last", "2026-12-31"), ("act", "back")];
        let back = manager.post(&end, &back).await;
        assert_eq!(input(&back, "last"), "2026-12-31", "what was typed is kept");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rule_entered_before_one_that_is_planned_leaves_it_standing() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let manager = app.manager().await;
        enter(&manager, &everyone("30", "2027-04-01")).await;
        let shown = enter(&manager, &everyone("60", "2026-12-20")).await;
        shown.shows("この後のきまりは、はじまる日からそのまま効きます。");
        shown.shows("新しいきまりは、その前の日の2027年3月31日（水）までです。");
        let all = windows(&app).await;
        let when = |rule: &Rule| (rule.valid_from, rule.valid_until);
        let stand: Vec<_> = all.iter().skip(1).map(when).collect();
        assert_eq!(all[0].valid_until, Some(date("2026-12-19")), "{engine:?}");
        assert_eq!(
            stand,
            [
                (date("2026-12-20"), Some(date("2027-03-31"))),
                (date("2027-04-01"), None),
            ],
            "{engine:?}"
        );
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_another_manager_saved_since_is_shown_before_a_rule_is_entered_or_ended() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (first, second) = (app.manager().await, app.manager().await);
        let fields = everyone("60", "2026-12-20");
        let shown = first.post("/counter/rules/confirmation", &fields).await;
        shown.hides("ほかの画面で設定が変わりました");
        enter(&second, &everyone("30", "2026-12-15")).await;
        let before = windows(&app).await;
        let fresh = set(&first, &shown, &fields).await;
        assert_eq!(fresh.status, 409, "{engine:?} {}", fresh.text);
        fresh.shows("ほかの画面で設定が変わりました");
        fresh.shows("利用日の30日前から予約できます。");
        assert_eq!(windows(&app).await, before, "nothing was saved");
        assert_eq!(set(&first, &fresh, &fields).await.status, 303);

        let own = windows(&app).await.pop().unwrap();
        let end = format!("/counter/rules/{}/end", own.id);
        let asked = first.post(&end, &[("last", "2026-12-31")]).await;
        enter(&second, &everyone("45", "2027-02-01")).await;
        let seen = input(&asked, "seen");
        let sure = [("last", "2026-12-31"), ("act", "set"), ("seen", &seen)];
        let fresh = first.post(&end, &sure).await;
        assert_eq!(fresh.status, 409, "{engine:?} {}", fresh.text);
        let seen = input(&fresh, "seen");
        let sure = [("last", "2026-12-31"), ("act", "set"), ("seen", &seen)];
        assert_eq!(first.post(&end, &sure).await.status, 303);
        app.run_tasks().await;
        app.finish().await;
    }
}
