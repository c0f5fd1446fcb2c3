//! What cannot be waited for, or had at all.

use bookings::read;
use testkit::database::Engine;
use tests::TestApp;

use super::{joins, wish};
use crate::acts::{Form, made};

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_waited_for_is_said_kindly_and_changes_nothing() {
    let app = TestApp::start(Engine::Sqlite).await;
    let (holder, member) = (app.member("太郎").await, app.member("花子").await);
    let free = member.post("/waiting", &wish(&app).fields()).await;
    assert!(free.location.starts_with("/bookings/new?slot="), "{free:?}");
    made(&wish(&app).send(&holder).await);

    let refused = async |form: Form, status, words: &str| {
        let answer = member.post("/waiting", &form.fields()).await;
        assert_eq!(answer.status, status, "{}", answer.text);
        answer.shows(words);
    };
    let long = "あ".repeat(201);
    for purpose in ["", "　", &long] {
        refused(wish(&app).with("purpose", purpose), 422, "使う目的").await;
    }
    refused(wish(&app).with("attendees", "7"), 422, "6人").await;
    let unknown = uuid::Uuid::nil().to_string();
    assert_eq!(member.get(&format!("/waiting/{unknown}")).await.status, 404);
    assert_eq!(member.get("/waiting/new?slot=x").await.status, 404);
    joins(&wish(&app), &member).await;
    refused(wish(&app), 409, "もう登録されています").await;

    for hour in 9..13 {
        let form = Form::new(
            app.fixture.room,
            &format!("{hour}:00"),
            &format!("{}:00", hour + 1),
        );
        made(&form.send(&holder).await);
        joins(&form, &member).await;
    }
    let sixth = Form::new(app.fixture.room, "15:00", "16:00");
    made(&sixth.send(&holder).await);
    refused(sixth, 409, "1人5件まで").await;
    let person = member.person.unwrap();
    let own = read::waiting_of(app.app.db.reader(), person).await.unwrap();
    assert_eq!(own.len(), 5);
    app.run_tasks().await;
    app.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_fills_in_a_form_for_a_time_that_cannot_be() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let member = app.member("花子").await;
        let room = app.fixture.room;
        // Yesterday, and a Monday, on which the house is closed.
        for (slot, why) in [
            (
                format!("{room}/2026-12-05/780-900"),
                "この時刻は過ぎています",
            ),
            (format!("{room}/2026-12-14/780-900"), "休館"),
        ] {
            for form in ["/waiting/new", "/bookings/new"] {
                let page = member.get(&format!("{form}?slot={slot}")).await;
                assert_eq!(page.status, 422, "{engine:?} {form} {slot}");
                page.shows(why);
                page.hides("待たずに");
            }
        }
        app.finish().await;
    }
}
