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
