//! The terms of consultations hold from a day to come.

use chrono::TimeDelta;
use testkit::database::Engine;

use super::{Advised, led};

const TERMS: [(&str, &str); 9] = [
    ("valid_from", "2026-12-10"),
    ("meeting_minutes", "45"),
    ("notice_hours", "1"),
    ("days_ahead", "56"),
    ("triage_days", "2"),
    ("first_reminder", "5"),
    ("second_reminder", "0"),
    ("follow_up_months", "２、4"),
    ("retention_years", "7"),
];

#[tokio::test(flavor = "multi_thread")]
async fn how_often_an_expert_is_sent_is_set_from_a_day_on() {
    for engine in Engine::BOTH {
        let centre = Advised::open(engine).await;
        let path = "/counter/dispatch-terms";
        let keeper = &centre.coordinator;
        keeper.get(path).await.shows("適用中");
        let mut fields = [
            ("valid_from", "2026-12-08"),
            ("most_per_applicant", "0"),
            ("most_per_theme", "2"),
            ("minutes", "90"),
            ("source", ""),
        ];
        let refused = keeper.post(path, &fields).await;
        assert_eq!(refused.status, 422, "{engine:?}");
        for said in ["あす以降", "1から100までの数字", "根拠を入れてください"]
        {
            refused.shows(said);
        }
        fields[0].1 = "2026-12-09";
        fields[1].1 = "4";
        fields[4].1 = "派遣要綱 第5条";
        led(&keeper.post(path, &fields).await);
        assert_eq!(keeper.post(path, &fields).await.status, 409, "{engine:?}");
        keeper.get(path).await.shows("派遣要綱 第5条");
        centre.app.clock.advance(TimeDelta::days(2));
        let founder = centre.app.member("さくら").await;
        let own = centre.asks(&founder, "").await;
        let form = own.replace("/cases/", "/consultations/") + "/dispatches/new";
        founder.get(&form).await.shows("1時間30分");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn terms_hold_from_their_day_and_are_set_once_for_it() {
    for engine in Engine::BOTH {
        let centre = Advised::open(engine).await;
        let path = "/counter/consultation-terms";
        let keeper = &centre.coordinator;
        keeper.get(path).await.shows("適用中");
        let mut wrong = TERMS;
        wrong[0].1 = "2026-12-08";
        wrong[1].1 = "5";
        let refused = keeper.post(path, &wrong).await;
        assert_eq!(refused.status, 422, "{engine:?}");
        refused.shows("あす以降の日付を入れてください");
        refused.shows("15から480までの数字");
        led(&keeper.post(path, &TERMS).await);
        assert_eq!(keeper.post(path, &TERMS).await.status, 409, "{engine:?}");
        let clock = &centre.app.clock;
        clock.advance(TimeDelta::days(2));
        let hours = "/api/v1/consultation-hours?mode=centre&from=2026-12-17&until=2026-12-17";
        let free = centre.app.visitor().get(hours).await.json();
        assert_eq!(
            free["items"][1]["ends_at"], "2026-12-17T14:30:00+09:00",
            "{free}"
        );
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}
