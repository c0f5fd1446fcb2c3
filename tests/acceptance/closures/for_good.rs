//! A space is given up: what was booked later is called off, and it leaves every list.

use bookings::entity::SpaceId;
use testkit::database::Engine;
use tests::{Browser, TestApp};

use super::{close, states};
use crate::{
    acts::{self, Form, TUESDAY, made},
    journeys::letters,
    own_uses,
};

/// The Tuesday after.
const LATER: &str = "2026-12-22";

fn giving_up(space: &str) -> Vec<(&str, &str)> {
    vec![
        ("kind", "for_good"),
        ("first", TUESDAY),
        ("spaces", space),
        ("reason", "改修のため"),
        ("reason_en", "Rebuilding"),
    ]
}

async fn sees(visitor: &Browser, path: &str, name: &str) -> bool {
    let page = visitor.get(path).await;
    assert_eq!(page.status, 200, "{}", page.text);
    page.text.contains(name)
}

/// It is not given up twice, and the centre does not use it itself.
async fn nothing_more_is_entered_there(app: &TestApp, manager: &Browser, half: SpaceId) {
    let id = half.to_string();
    let twice = [("first", LATER), ("reason", "二度目")];
    let again = [("kind", "for_good"), ("spaces", id.as_str())];
    let again = [&twice[..], &again].concat();
    let again = manager.post("/counter/closures/confirmation", &again).await;
    assert_eq!(again.status, 422);
    again.shows("2026年12月15日（火）からの利用終了が、もう登録されています");
    let why = own_uses::why(app, "館の事業").await;
    let own = Form::new(half, "10:00", "12:00")
        .with("date", LATER)
        .with("reason", &why.reason)
        .with("programme", &why.programme);
    let own = manager.post("/counter/own-uses", &own.fields()).await;
    assert_eq!(own.status, 422);
    own.shows("この場所の利用は終わっています");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_space_that_is_given_up_leaves_the_lists_and_everyone_is_offered_another() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let [half, _, whole] = acts::open_divisible(&app).await;
        let (member, manager) = (app.member("花子").await, app.manager().await);
        let before = Form::new(half, "10:00", "12:00").with("date", "2026-12-13");
        let after = Form::new(half, "10:00", "12:00").with("date", LATER);
        let joined = Form::new(whole, "13:00", "15:00");
        for form in [&before, &after, &joined] {
            made(&form.send(&member).await);
        }
        let waits = app.member("次郎").await;
        let joined_line = waits.post("/waiting", &after.fields()).await;
        assert_eq!(joined_line.status, 303, "{engine:?} {}", joined_line.text);
        let id = half.to_string();
        let closed = close(&manager, &giving_up(&id)).await;
        assert_eq!(closed.status, 303, "{engine:?} {}", closed.text);
        let mut states = states(&app).await;
        states.sort_by_key(|state| format!("{state:?}"));
        let stood = ["Confirmed", "Released", "Released"];
        assert_eq!(
            states
                .iter()
                .map(|one| format!("{one:?}"))
                .collect::<Vec<_>>(),
            stood
        );
        app.run_tasks().await;
        let told = letters(&app).await;
        let told: Vec<_> = told
            .iter()
            .filter(|one| one.text.contains("改修のため"))
            .collect();
        assert_eq!(told.len(), 3, "{engine:?}");
        let ended = told
            .iter()
            .filter(|one| one.subject.starts_with("キャンセル待ちの終わり"));
        assert_eq!(ended.count(), 1, "{engine:?}");
        let for_good = told
            .iter()
            .filter(|one| one.text.contains("今後お使いいただけません"));
        assert_eq!(for_good.count(), 2, "{engine:?}");
        nothing_more_is_entered_there(&app, &manager, half).await;

        // Until then it is used, and says so; from then on nobody finds it.
        let visitor = app.visitor();
        let place = format!("/spaces/{half}");
        assert!(sees(&visitor, "/spaces", "研修室A").await);
        visitor
            .get(&place)
            .await
            .shows("2026年12月15日（火）から使えなくなります");
        let day = |date: &str| format!("/availability?date={date}");
        assert!(sees(&visitor, &day("2026-12-13"), "研修室A").await);
        assert!(!sees(&visitor, &day(TUESDAY), "研修室A").await);
        assert!(sees(&visitor, &day(TUESDAY), "研修室B").await);
        for (date, rooms) in [("2026-12-13", 3), (TUESDAY, 2)] {
            let board = manager.get(&format!("/counter?date={date}")).await;
            assert_eq!(
                board.text.matches("6人").count(),
                rooms,
                "{engine:?} {date}"
            );
        }
        let refused = after.send(&member).await;
        assert_eq!(refused.status, 422);
        refused.shows("ほかの場所を選んでください。（2026年12月15日（火）から先は使えません）");

        app.clock.advance(chrono::TimeDelta::days(8));
        let visitor = app.visitor();
        assert!(!sees(&visitor, "/spaces", "研修室A").await, "{engine:?}");
        let manager = app.signed_in(manager.person.unwrap()).await;
        manager
            .get("/counter/venue")
            .await
            .shows("2026年12月15日（火）から（利用終了）");
        let own_use = manager.get("/counter/own-uses/new").await;
        assert!(!own_use.text.contains("研修室A"), "{engine:?}");

        // It was a mistake, or the house is mended.
        let list = manager.get("/counter/closures").await;
        let rest = list
            .text
            .split("/counter/closures/")
            .find(|rest| rest.contains("利用終了"));
        let closure = rest.unwrap().split('"').next().unwrap();
        let path = format!("/counter/closures/{closure}/end");
        let opened = manager.post(&path, &[("from", LATER)]).await;
        assert_eq!(opened.status, 303, "{engine:?} {}", opened.text);
        let member = app.signed_in(member.person.unwrap()).await;
        made(&after.send(&member).await);
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_house_is_not_given_up_and_nothing_without_a_word_why() {
    let app = TestApp::start(Engine::Sqlite).await;
    let manager = app.manager().await;
    let id = app.fixture.room.to_string();
    for (name, value, said) in [
        ("spaces", "", "使えなくする場所を1つ以上選んでください"),
        ("first", "2026-02-30", "日にちを確かめてください"),
        ("first", "2026-12-01", "過ぎた日は"),
        ("reason", "", "理由"),
    ] {
        let mut fields = giving_up(&id);
        for field in &mut fields {
            if field.0 == name {
                field.1 = value;
            }
        }
        fields.retain(|field| !field.1.is_empty());
        let refused = manager.post("/counter/closures", &fields).await;
        assert_eq!(refused.status, 422, "{name} {value}");
        refused.shows(said);
    }
    let none = manager.get("/counter/closures").await;
    assert!(!none.text.contains("利用終了"));
    app.finish().await;
}
