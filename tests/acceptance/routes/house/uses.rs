//! Bookings and what hangs on them, in every state.

use std::collections::BTreeMap;

use bookings::{
    entity::{booking, booking_paper::Kind as Paper, series::Rhythm},
    rules::{Use, repeats::End},
    service::{Repeat, Reserve},
};
use kernel::{Actor, Instant, PersonId, Span, Via, transact};

use super::{House, system};
use crate::acts;

impl House {
    /// A wish for one of the desks today.
    fn desk(&self, person: PersonId, from: u32, until: u32) -> Reserve {
        let at = |hour| Instant::parse(&format!("2026-12-08T{hour}:00:00+09:00")).unwrap();
        let span = Span::try_new(at(from), at(until)).unwrap();
        Reserve {
            space: Some(self.desks),
            unit: None,
            person,
            r#use: Use::new(span, "創業の準備", 1),
            organisation: None,
            waiver: None,
        }
    }

    async fn reserve(&self, wish: Reserve) -> booking::Model {
        let app = &self.app;
        let made = transact(&app.app.db, system(), &app.clock, async |work| {
            bookings::service::reserve(work, &wish).await
        });
        made.await.unwrap()
    }

    pub(super) async fn booking_of(&self, person: PersonId) -> booking::Model {
        self.reserve(self.desk(person, 18, 19)).await
    }

    /// A booking that waits for a decision.
    pub(in crate::routes) async fn request_of(&self, person: PersonId) -> String {
        let form = self.form().with("space_id", &self.decided.to_string());
        let browser = self.app.signed_in(person).await;
        acts::made(&form.send(&browser).await)
    }

    /// Two evenings, a week apart.
    pub(super) async fn series_of(&self, person: PersonId) -> String {
        let wish = Repeat {
            first: self.desk(person, 18, 19),
            rhythm: Some(Rhythm::Weekly),
            end: Ok(End::Times(2)),
            choices: BTreeMap::new(),
        };
        let app = &self.app;
        let made = transact(&app.app.db, system(), &app.clock, async |work| {
            bookings::service::repeat(work, &wish).await
        });
        made.await.unwrap().to_string()
    }

    /// The permit of a booking made for it.
    pub(super) async fn permit_of(&self, person: PersonId) -> String {
        let booking = self.booking_of(person).await.id;
        let app = &self.app;
        let actor = Actor::person(person, kernel::Roles::default(), Via::Page);
        let issued = transact(&app.app.db, actor, &app.clock, async |work| {
            bookings::service::issue_paper(work, booking, Paper::Permit).await
        });
        issued.await.unwrap().to_string()
    }

    /// A booking to which nobody has come yet.
    pub(super) async fn begun(&self, person: PersonId) -> String {
        self.reserve(self.desk(person, 14, 15)).await.id.to_string()
    }

    pub(super) async fn absent(&self, person: PersonId) -> String {
        let id = self.begun(person).await;
        let reception = self.browser(2).await;
        let path = format!("/bookings/{id}/absence");
        assert_eq!(reception.post(&path, &[]).await.status, 303);
        id
    }

    /// Today as a day with a warning.
    pub(super) async fn warning(&self) -> String {
        let app = &self.app;
        let today = app.clock.now().date();
        let made = transact(&app.app.db, system(), &app.clock, async |work| {
            bookings::service::warn_of_weather(work, Some(today), "大雨警報").await
        });
        made.await.unwrap();
        let days = bookings::read::latest_warnings(app.app.db.reader(), 1).await;
        days.unwrap()[0].id.to_string()
    }

    pub(super) async fn arrived(&self, person: PersonId) -> String {
        let booking = self.booking_of(person).await;
        let reception = self.browser(2).await;
        let path = format!("/bookings/{}/arrival", booking.id);
        assert_eq!(reception.post(&path, &[]).await.status, 303);
        booking.id.to_string()
    }

    /// The letter about a booking made for it.
    pub(super) async fn letter_of(&self, person: PersonId) -> String {
        self.booking_of(person).await;
        let own = mail::read::of_person(self.app.app.db.reader(), person, 1_000);
        let own = own.await.unwrap();
        let confirmed = own.iter().find(|one| one.template == "bookings/confirmed");
        confirmed.unwrap().id.to_string()
    }

    pub(super) async fn dead_letter(&self) -> String {
        self.app.run_tasks().await;
        self.app.mail().fail_next(true);
        self.booking_of(self.stranger).await;
        self.app.run_tasks().await;
        let dead = mail::read::dead(self.app.app.db.reader()).await.unwrap();
        dead[0].id.to_string()
    }
}
