//! Spaces that need approval: asked for, decided, changed, withdrawn, and what nobody decides.

mod again;
mod bounds;
mod deciding;
mod moving;
mod races;
mod series;

use bookings::{
    entity::{BookingId, booking, booking_request, hold},
    rules::{Rule, terms::Term},
    samples,
};
use sea_orm::EntityTrait;
use tests::{Answer, Browser, TestApp};

use crate::acts::{self, Form, input};

/// Bookings of the meeting room are decided within five business days, which is by Sunday.
pub(crate) async fn needs_approval(app: &TestApp) {
    let rule = Rule {
        space: Some(app.fixture.room),
        ..samples::rule(Term::Approval(5))
    };
    acts::rule(app, &rule).await;
}

/// Two hours of the meeting room on the Tuesday.
fn wish(app: &TestApp) -> Form {
    Form::new(app.fixture.room, "13:00", "15:00").with("attendees", "4")
}

/// Decides on what the page shows now.
pub(crate) async fn decides(
    staff: &Browser,
    booking: &str,
    verdict: &str,
    fields: &[(&str, &str)],
) -> Answer {
    let path = format!("/counter/requests/{booking}");
    let page = staff.get(&path).await;
    let (seen, all) = (input(&page, "seen"), input(&page, "seen_all"));
    let mut sent = vec![("seen", seen.as_str()), ("seen_all", all.as_str())];
    sent.extend(fields);
    staff.post(&format!("{path}/{verdict}"), &sent).await
}

async fn approves(staff: &Browser, booking: &str) {
    let approved = decides(staff, booking, "approval", &[]).await;
    assert_eq!(approved.status, 303, "{}", approved.text);
}

async fn withdraws(browser: &Browser, booking: &str) -> Answer {
    let path = format!("/bookings/{booking}/cancellation");
    browser.post(&path, &[]).await
}

/// How a booking's hold stands, and its request.
async fn standing(app: &TestApp, id: &str) -> (hold::State, Option<booking_request::Model>) {
    let db = app.app.db.reader();
    let id: BookingId = id.parse().unwrap();
    let booked = booking::Entity::find_by_id(id).one(db).await.unwrap();
    let held = hold::Entity::find_by_id(booked.unwrap().hold_id).one(db);
    let state = held.await.unwrap().unwrap().state;
    let request = booking_request::Entity::find_by_id(id).one(db).await;
    (state, request.unwrap())
}

async fn state(app: &TestApp, id: &str) -> hold::State {
    standing(app, id).await.0
}

/// The session of a test does not last for days.
async fn again(app: &TestApp, browser: &Browser) -> Browser {
    app.signed_in(browser.person.unwrap()).await
}
