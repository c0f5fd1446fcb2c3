//! From signing up to a booking that is changed and cancelled, with every letter.

use testkit::database::Engine;
use tests::{Browser, PASSWORD, TestApp};

use super::{acts_upon, letters};
use crate::acts::{Form, TUESDAY, input, made};

/// Signs up by the letter and goes on to where the person was going.
async fn sign_up(app: &TestApp, browser: &Browser, next: &str) -> String {
    let names = [
        ("family_name", "見本"),
        ("given_name", "太郎"),
        ("family_kana", "みほん"),
        ("given_kana", "たろう"),
        ("email", "taro@demo.example"),
        ("next", next),
    ];
    let sent = browser.post_and_follow("/sign-up", &names).await;
    assert_eq!(sent.status, 200);
    let letter = letters(app).await.pop().unwrap();
    assert_eq!(letter.to, "taro@demo.example");
    let link = letter
        .text
        .split_whitespace()
        .find(|word| word.contains("/links/"))
        .unwrap()
        .to_owned();
    let asked = browser.get(&link).await;
    assert_eq!(asked.status, 200, "{}", asked.text);
    let entered = browser.post(&link, &[("password", PASSWORD)]).await;
    assert_eq!(entered.status, 303, "{}", entered.text);
    entered.location
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newcomer_signs_up_books_changes_and_cancels() {
    for engine in Engine::BOTH {
        let app = TestApp::start(engine).await;
        let person = app.visitor();
        let slot = format!("/bookings/new?slot={}/{TUESDAY}/780-900", app.fixture.room);
        let sent_away = person.get(&slot).await;
        assert_eq!(sent_away.status, 303);
        assert!(sent_away.location.starts_with("/sign-in?next="));
        let next = sign_up(&app, &person, &slot).await;
        assert_eq!(next, slot);

        let form = person.get(&next).await;
        assert_eq!(form.status, 200);
        assert_eq!(input(&form, "date"), TUESDAY);
        let booking = Form::new(app.fixture.room, "13:00", "15:00")
            .with("purpose", "打合せ")
            .with("attendees", "4");
        let confirm = "/bookings/confirmation";
        let confirm = person.post(confirm, &booking.fields()).await;
        assert_eq!(confirm.status, 200, "{}", confirm.text);
        confirm.shows("この内容で予約しますか");
        let booking = booking.with("once", &input(&confirm, "once"));
        let made_it = booking.send(&person).await;
        let id = made(&made_it);
        let done = person.get(&made_it.location).await;
        let reference = done
            .text
            .split_once("<p class=\"number\">")
            .and_then(|(_, rest)| rest.split_once('<'))
            .map(|(number, _)| number.to_owned())
            .unwrap();

        let confirmed = letters(&app).await.pop().unwrap();
        assert_eq!(confirmed.to, "taro@demo.example");
        assert!(confirmed.text.contains(&reference), "{}", confirmed.text);
        let ics = confirmed.calendar.unwrap();
        assert!(ics.contains("DTSTART:20261215T040000Z\r\n"), "{ics}");
        assert!(ics.contains("DTEND:20261215T060000Z\r\n"), "{ics}");
        person.get("/mypage").await.shows("会議室A");
        person.get("/mypage/bookings").await.shows(&id);
        person
            .get("/mypage/notices")
            .await
            .shows(&confirmed.subject);

        let path = format!("/bookings/{id}/change");
        let version = input(&person.get(&path).await, "version");
        let change = booking.with("starts_at", "16:00").with("ends_at", "17:30");
        let change = change.with("version", &version);
        let changed = person.post_and_follow(&path, &change.fields()).await;
        assert_eq!(changed.status, 200);
        let letter = letters(&app).await.pop().unwrap();
        let ics = letter.calendar.unwrap();
        assert!(ics.contains("DTSTART:20261215T070000Z\r\n"), "{ics}");

        let path = format!("/bookings/{id}/cancellation");
        person.get(&path).await.shows(&reference);
        let gone = person.post_and_follow(&path, &[]).await;
        assert_eq!(gone.status, 200);
        let all = letters(&app).await;
        assert_eq!(all.len(), 4, "sign-up, booked, changed, cancelled");
        assert!(all[3].calendar.as_ref().unwrap().contains("CANCELLED"));
        assert_eq!(
            acts_upon(&app, &id).await,
            ["booking.reserved", "booking.changed", "booking.cancelled"],
            "{engine:?}"
        );
        app.finish().await;
    }
}
