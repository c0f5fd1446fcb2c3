//! Whoever was offered a place that then closes hears it from the centre, not from a refusal.

use bookings::entity::{WaitingId, waiting_entry, waiting_entry::State};

use super::*;

async fn entry(app: &TestApp, path: &str) -> waiting_entry::Model {
    let id: WaitingId = path.trim_start_matches("/waiting/").parse().unwrap();
    let found = waiting_entry::Entity::find_by_id(id);
    found.one(app.app.db.reader()).await.unwrap().unwrap()
}

/// Somebody waits for a room from 13 to 15, and is offered it: who waits, and their place in line.
async fn offered(app: &TestApp) -> (Browser, String) {
    let (holder, waits) = (app.member("太郎").await, app.member("花子").await);
    let form = Form::new(app.fixture.room, "13:00", "15:00").with("attendees", "4");
    let booking = made(&form.send(&holder).await);
    let place = waits.post("/waiting", &form.fields()).await.location;
    let cancel = format!("/bookings/{booking}/cancellation");
    assert_eq!(holder.post(&cancel, &[]).await.status, 303);
    assert_eq!(entry(app, &place).await.state, State::Offered);
    (waits, place)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closure_takes_back_what_is_offered_and_says_so_first() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (waits, place) = offered(&app).await;
        let manager = app.manager().await;
        app.run_tasks().await;

        let shown = manager
            .post("/counter/closures/confirmation", &CLEANING)
            .await;
        shown.shows("キャンセル待ちの方へのご案内を、1件取り下げます");
        shown.shows("見本 花子");
        assert_eq!(
            entry(&app, &place).await.state,
            State::Offered,
            "{engine:?}"
        );
        let closed = close(&manager, &CLEANING).await;
        assert_eq!(closed.status, 303, "{engine:?} {}", closed.text);

        let after = entry(&app, &place).await;
        assert_eq!(
            (after.state, after.lapses),
            (State::Waiting, 0),
            "{engine:?}"
        );
        let refused = waits.post(&format!("{place}/acceptance"), &[]).await;
        assert_eq!(refused.status, 409, "{engine:?} {}", refused.text);
        waits.get(&place).await.shows("1番目");
        app.run_tasks().await;
        let parser = mail_parser::MessageParser::default();
        let told = app.letters().iter().any(|letter| {
            let message = parser.parse(&letter.message).unwrap();
            let text = message.body_text(0).unwrap();
            text.contains("ご案内を取り下げます") && text.contains("館内清掃")
        });
        assert!(told, "{engine:?}");

        // Opened again, it is their turn as before.
        let end = format!("{}/end", closed.location);
        let opened = manager.post(&end, &[("from", TUESDAY)]).await;
        assert_eq!(opened.status, 303, "{engine:?} {}", opened.text);
        assert_eq!(
            entry(&app, &place).await.state,
            State::Offered,
            "{engine:?}"
        );
        made(&waits.post(&format!("{place}/acceptance"), &[]).await);
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_offer_that_was_not_shown_is_not_taken_back() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (_, place) = offered(&app).await;
        let manager = app.manager().await;
        // As on a page from before the offer.
        let closed = manager.post("/counter/closures", &CLEANING).await;
        assert_eq!(closed.status, 409, "{engine:?} {}", closed.text);
        closed.shows("影響する予約か案内が増えました");
        closed.shows("キャンセル待ちの方へのご案内を、1件取り下げます");
        let now = entry(&app, &place).await.state;
        assert_eq!(now, State::Offered, "{engine:?}");
        app.run_tasks().await;
        app.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closure_of_another_time_leaves_an_offer_alone() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let (_, place) = offered(&app).await;
        let manager = app.manager().await;
        let evening = [
            ("kind", "once"),
            ("first", TUESDAY),
            ("reason", "点検"),
            ("from", "18:00"),
            ("until", "20:00"),
        ];
        let closed = close(&manager, &evening).await;
        assert_eq!(closed.status, 303, "{engine:?} {}", closed.text);
        assert_eq!(
            entry(&app, &place).await.state,
            State::Offered,
            "{engine:?}"
        );
        app.run_tasks().await;
        app.finish().await;
    }
}
