//! Last year's seminar once more: all its rooms, or nothing.

use testkit::database::Engine;

use super::Taught;
use crate::consultations::led;

#[tokio::test(flavor = "multi_thread")]
async fn a_course_is_copied_with_all_its_rooms_or_not_at_all() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let path = centre.draft("6").await;
        for day in ["2026-12-12", "2026-12-19"] {
            led(&centre.lesson(&path, day, "10:00", "12:00").await);
        }
        let copy = format!("{path}/copy");
        let copied = async |day: &str| {
            let fields = [("lessons", "on"), ("first_day", day)];
            centre.coordinator.post(&copy, &fields).await
        };
        let many = async || {
            let list = centre.coordinator.get("/counter/seminars").await;
            list.text.matches("はじめての帳簿").count()
        };
        let before = many().await;
        // A week later: the second lesson's room is free, the first one's is that of the second.
        let taken = copied("2026-12-19").await;
        assert_eq!(taken.status, 409, "{engine:?}");
        taken.shows("何も作られていません");
        let missing = copied("").await;
        assert_eq!(missing.status, 422, "{engine:?}");
        assert_eq!(copied("2026-12-01").await.status, 422, "{engine:?}");
        assert_eq!(many().await, before, "{engine:?}");
        let new = led(&copied("2027-01-09").await);
        let page = centre.coordinator.get(&new).await;
        page.shows("1月9日");
        page.shows("1月16日");
        page.shows("申込の受付期間を決める");
        let clash = centre.lesson(&path, "2027-01-16", "11:00", "12:00").await;
        assert_eq!(clash.status, 409, "{engine:?}");
        // Without its lessons it needs no day.
        let bare = led(&centre.coordinator.post(&copy, &[]).await);
        centre
            .coordinator
            .get(&bare)
            .await
            .shows("日程を1回以上加える");
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_is_sent_twice_makes_one_seminar() {
    let centre = Taught::open(Engine::Sqlite).await;
    let mut fields = centre.fields("6", "0");
    fields.push(("once", "this form"));
    let first = led(&centre.coordinator.post("/counter/seminars", &fields).await);
    let second = led(&centre.coordinator.post("/counter/seminars", &fields).await);
    assert_eq!(first, second);
    centre.app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_copied_is_a_series_as_soon_as_everybody_sees_it() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = centre.published("6").await;
        let page = format!("/seminars/{id}");
        let visitor = centre.app.visitor();
        visitor.get(&page).await.hides("開催実績と今後の開催予定");
        let copies = async |of: &str, day: &str| {
            let fields = [("lessons", "on"), ("series", "on"), ("first_day", day)];
            let path = format!("/counter/seminars/{of}/copy");
            let path = led(&centre.coordinator.post(&path, &fields).await);
            path.rsplit('/').next().unwrap().to_owned()
        };
        let second = copies(&id, "2027-01-16").await;
        let third = copies(&second, "2027-02-13").await;
        visitor.get(&page).await.hides("開催実績と今後の開催予定");
        let path = format!("/counter/seminars/{third}");
        let edition = centre.edition(&path).await;
        let mut fields = centre.fields("6", "0");
        fields.retain(|(name, _)| *name != "until_day");
        fields.extend([("until_day", "2027-02-10"), ("edition", edition.as_str())]);
        led(&centre.coordinator.post(&path, &fields).await);
        led(&centre.acts(&centre.coordinator, &path, "review", "").await);
        led(&centre.acts(&centre.manager, &path, "publication", "").await);
        visitor.get(&page).await.shows("開催実績と今後の開催予定");
        let series = visitor.get(&format!("{page}/series")).await;
        series.shows(&format!("/seminars/{third}"));
        series.shows(&page);
        series.hides(&second);
        let none = visitor.get(&format!("/seminars/{second}/series")).await;
        assert_eq!(none.status, 404, "{engine:?}: nobody sees it yet");
        centre.app.finish().await;
    }
}
