//! Closures that cannot be.

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn a_closure_that_cannot_be_is_refused_beside_its_field() {
    let app = TestApp::start(Engine::Sqlite).await;
    let manager = app.manager().await;
    let nowhere = uuid::Uuid::nil().to_string();
    let once = |more: &[(&'static str, &'static str)]| {
        let mut fields = vec![("kind", "once"), ("reason", "臨時休館")];
        fields.extend(more);
        fields
    };
    for (fields, says) in [
        (
            once(&[("first", "2026-12-07")]),
            "過ぎた日は休館にできません",
        ),
        (
            once(&[("first", "2026-12-15"), ("last", "2026-12-14")]),
            "最後の日は、最初の日と同じか",
        ),
        (once(&[("first", "")]), "日にちを確かめてください"),
        (once(&[("first", "9999-12-31")]), "までの日を選んでください"),
        (
            once(&[("first", TUESDAY), ("from", "15:00"), ("until", "13:00")]),
            "より後の時刻",
        ),
        (
            once(&[("first", TUESDAY), ("from", "15:00")]),
            "時刻を確かめてください",
        ),
        (
            once(&[("first", TUESDAY), ("where", "some")]),
            "1つ以上選んでください",
        ),
        (
            vec![("kind", "once"), ("first", TUESDAY)],
            "理由を書いてください",
        ),
        (
            vec![
                ("kind", "weekly"),
                ("since", "2026-12-08"),
                ("reason", "定休日"),
            ],
            "曜日を選んで",
        ),
        (
            vec![
                ("kind", "yearly"),
                ("since", "2026-12-08"),
                ("first_month", "2"),
                ("first_day", "30"),
                ("last_month", "3"),
                ("last_day", "1"),
                ("reason", "休み"),
            ],
            "月と日を選んでください",
        ),
        (
            vec![
                ("kind", "yearly"),
                ("since", "2026-12-08"),
                ("first_month", "1"),
                ("first_day", "4"),
                ("last_month", "12"),
                ("last_day", "28"),
                ("reason", "休み"),
            ],
            "逆になっていないか",
        ),
        (
            once(&[("first", TUESDAY), ("where", "house"), ("spaces", "x")]),
            "場所も選ばれています",
        ),
    ] {
        for path in ["/counter/closures/confirmation", "/counter/closures"] {
            let refused = manager.post(path, &fields).await;
            assert_eq!(refused.status, 422, "{fields:?} {}", refused.text);
            refused.shows(says);
            if let Some((_, reason)) = fields.iter().find(|(name, _)| *name == "reason") {
                refused.shows(&format!("value=\"{reason}\""));
            }
        }
    }
    let nonsense = [("kind", "daily"), ("reason", "休み")];
    let refused = manager.post("/counter/closures", &nonsense).await;
    assert_eq!(refused.status, 404);
    let mut fields = once(&[("first", TUESDAY), ("where", "some")]);
    fields.push(("spaces", &nowhere));
    let refused = manager.post("/counter/closures", &fields).await;
    assert_eq!(refused.status, 422);
    for browser in [
        app.member("花子").await,
        app.staff().await,
        app.ward().await,
    ] {
        let refused = browser.post("/counter/closures", &CLEANING).await;
        assert_eq!(refused.status, 403);
    }
    let all = read::closings(app.app.db.reader(), None).await.unwrap();
    assert!(all.is_empty());
    app.run_tasks().await;
    app.finish().await;
}
