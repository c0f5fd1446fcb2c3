//! A company enrols its employees by name.

use testkit::database::Engine;

use super::Taught;
use crate::{consultations::led, journeys::letters};

const LIST: &str = "見本 花子,ミホン ハナコ\n見本 次郎、ミホン ジロウ、手話通訳\n見本 三郎";

fn fields<'f>(once: &'f str, list: &'f str) -> [(&'f str, &'f str); 4] {
    [
        ("once", once),
        ("mode", "here"),
        ("company", "見本商店"),
        ("list", list),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn each_has_a_place_or_waits_in_the_order_of_the_list() {
    for engine in Engine::BOTH {
        let centre = Taught::open(engine).await;
        let id = centre.published("2").await;
        let path = format!("/seminars/{id}/company");
        let who = centre.app.member("総務").await;
        let wrong = format!("{LIST}\n見本　花子\n,ミホン\n見本 四郎,yonro");
        let refused = who.post(&path, &fields("1", &wrong)).await;
        assert_eq!(refused.status, 422, "{engine:?}");
        for said in [
            "同じ名前が2回",
            "名前がありません",
            "カナで書いて",
            "見本 三郎",
        ] {
            refused.shows(said);
        }
        assert_eq!(centre.counts(&id).await, ([0, 0, 0], 0), "{engine:?}");
        let many = (0..21).map(|at| format!("見本 {at}")).collect::<Vec<_>>();
        let refused = who.post(&path, &fields("1", &many.join("\n"))).await;
        refused.shows("一度に申し込める人数をこえています");
        led(&who.post(&path, &fields("1", LIST)).await);
        led(&who.post(&path, &fields("1", LIST)).await);
        assert_eq!(
            centre.counts(&id).await,
            ([2, 0, 1], 2),
            "{engine:?}: sent twice is once"
        );
        let again = who.post(&path, &fields("2", "見本　次郎")).await;
        assert_eq!(again.status, 409, "{engine:?}");
        let mine = who.get("/mypage/seminars").await;
        for name in ["見本 花子", "見本 次郎", "見本 三郎"] {
            mine.shows(name);
        }
        let list = centre
            .manager
            .get(&format!("/counter/seminars/{id}/people"))
            .await;
        for said in [
            "見本 次郎",
            "ミホン ジロウ",
            "手話通訳",
            "申込：見本 総務",
            "見本商店",
        ] {
            list.shows(said);
        }
        let told = letters(&centre.app).await;
        let one = told
            .iter()
            .find(|one| one.subject.starts_with("まとめて"))
            .unwrap();
        assert!(
            one.text.contains("見本 三郎  キャンセル待ち"),
            "{}",
            one.text
        );
        assert_eq!(
            told.iter()
                .filter(|one| one.subject.contains("受講が決まり"))
                .count(),
            0
        );
        centre.app.run_tasks().await;
        centre.app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_centre_enters_a_long_list_for_somebody() {
    let centre = Taught::open(Engine::Sqlite).await;
    let id = centre.published("2").await;
    let path = format!("/seminars/{id}/company");
    let who = centre.app.member("総務").await.person.unwrap().to_string();
    let named = (0..60)
        .map(|at| format!("見本 {at}"))
        .collect::<Vec<_>>()
        .join("\n");
    let mut form = fields("1", &named).to_vec();
    form.push(("for", &who));
    let other = centre.app.member("他人").await;
    assert_eq!(other.post(&path, &form).await.status, 403);
    centre
        .manager
        .get(&format!("{path}?for={who}"))
        .await
        .shows("見本 総務");
    led(&centre.manager.post(&path, &form).await);
    assert_eq!(centre.counts(&id).await, ([2, 0, 58], 2));
    centre.app.run_tasks().await;
    centre.app.finish().await;
}
