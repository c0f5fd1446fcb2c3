//! Before anybody has the case: the person calls their time off, wishes for another, and takes it all back.

use testkit::database::Engine;

use super::{Advised, after, led};
use crate::{acts::input, journeys::letters};

#[tokio::test(flavor = "multi_thread")]
async fn who_calls_their_time_off_early_wishes_for_another_and_is_told() {
    for engine in Engine::BOTH {
        let centre = Advised::open(engine).await;
        let founder = centre.app.member("さくら").await;
        let case = centre.asks(&founder, &centre.time(13)).await;
        let own = case.replace("/cases/", "/consultations/");
        let meetings = format!("{own}/meetings");
        let meeting = after(&founder.get(&own).await, &format!("{meetings}/"));
        // Another time first, then none at all.
        let (later, last) = (centre.time(15), centre.time(16));
        let change = format!("{meetings}/{meeting}/change");
        let moved = [("chosen", &*later), ("version", "1")];
        led(&founder.post(&change, &moved).await);
        led(&founder
            .post(&format!("{meetings}/{meeting}/cancellation"), &[])
            .await);
        founder.get(&own).await.shows("日時をえらび直す");
        let form = founder.get(&format!("{meetings}/new")).await;
        form.shows(&last);
        led(&founder.post(&meetings, &[("chosen", &*last)]).await);
        let page = founder.get(&own).await;
        page.shows("16:00〜17:00");
        page.shows("確認中");
        let told = letters(&centre.app).await;
        let wished: Vec<_> = told
            .iter()
            .filter(|one| one.subject.contains("希望の日時を変えました"))
            .collect();
        assert_eq!(wished.len(), 2, "{engine:?}");
        assert!(
            wished[0].text.contains("15:00〜16:00"),
            "{}",
            wished[0].text
        );
        assert!(
            wished[1].text.contains("16:00〜17:00"),
            "{}",
            wished[1].text
        );
        // The expert never heard of it, so that nothing is called off for them.
        let off = told
            .iter()
            .filter(|one| one.subject.contains("取り消しました"));
        assert_eq!(off.count(), 1, "{engine:?}");
        centre.assigns(&case).await;
        founder.get(&own).await.shows("決定");
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_takes_their_question_back_is_told_how_to_ask_anew() {
    let centre = Advised::open(Engine::Sqlite).await;
    let founder = centre.app.member("さくら").await;
    let case = centre.asks(&founder, &centre.time(13)).await;
    let own = case.replace("/cases/", "/consultations/");
    let edition = input(&centre.coordinator.get(&case).await, "edition");
    let lead = [("edition", &*edition)];
    led(&centre
        .coordinator
        .post(&format!("{case}/lead"), &lead)
        .await);
    led(&founder.post(&format!("{own}/withdrawal"), &[]).await);
    let told = letters(&centre.app).await;
    let off = told.iter().find(|one| one.subject.contains("取下げにより"));
    let off = &off.unwrap().text;
    assert!(off.contains("/consultations/new"), "{off}");
    assert!(!off.contains("別の日時は、こちらから"), "{off}");
    // It is no case that came to its end.
    for (who, path) in [
        (&founder, own.clone()),
        (&founder, "/mypage/consultations".to_owned()),
        (&centre.coordinator, case.clone()),
        (&centre.coordinator, "/cases?state=closed".to_owned()),
    ] {
        let page = who.get(&path).await;
        let (_, badge) = page.text.split_once("class=\"badge").unwrap();
        let (badge, _) = badge.split_once("</span>").unwrap();
        assert!(badge.contains("取下げ"), "{path} {badge}");
    }
    // Nothing is arranged for it any more.
    let form = centre
        .coordinator
        .get(&format!("{case}/meetings/new"))
        .await;
    assert_eq!(led(&form), case);
    centre.app.finish().await;
}
