//! The centre in which every row is tried, with something of everybody's.

use std::collections::BTreeMap;

use accounts::entity::api_token::Scope;
use bookings::{
    entity::{booking, series::Rhythm},
    rules::{Use, repeats::End},
    service::{Repeat, Reserve},
};
use kernel::{Actor, Instant, PersonId, Span, Via, transact};
use reqwest::Method;
use sea_orm::EntityTrait;
use testkit::database::Engine;
use tests::{Browser, PASSWORD, TestApp};

use super::table::Row;
use crate::acts::{self, Form};

/// The centre with enough desks for every row, and a stranger whose things are nobody else's.
pub(super) struct House {
    pub(super) app: TestApp,
    desks: bookings::entity::SpaceId,
    stranger: PersonId,
    people: [PersonId; 4],
    tokens: [String; 2],
}

impl House {
    pub(super) async fn open() -> Self {
        let app = TestApp::start(Engine::Sqlite).await;
        let desks = acts::open_desks(&app, 400).await;
        let stranger = app.member("次郎").await.person.unwrap();
        let members = [
            app.member("花子").await,
            app.staff().await,
            app.manager().await,
            app.ward().await,
        ];
        let people = members.map(|browser| browser.person.unwrap());
        let tokens = [
            app.token(people[0], Scope::Read).await,
            app.token(people[0], Scope::Write).await,
        ];
        Self {
            app,
            desks,
            stranger,
            people,
            tokens,
        }
    }

    /// Whose things a role's own things are; a visitor tries the member's.
    fn person(&self, role: usize) -> PersonId {
        match role {
            1..=4 => self.people[role - 1],
            _ => self.people[0],
        }
    }

    async fn browser(&self, role: usize) -> Browser {
        match role {
            0 => self.app.visitor(),
            5 | 6 => self.app.visitor().with_token(&self.tokens[role - 5]),
            _ => self.app.signed_in(self.person(role)).await,
        }
    }

    /// Asks for one row in one role; says the status, or `in` for the way to signing in.
    pub(super) async fn try_it(&self, row: &Row, role: usize) -> String {
        let path = self.path(row, role).await;
        let browser = self.browser(role).await;
        let answer = if row.method == Method::GET {
            browser.get(&path).await
        } else if row.route.starts_with("/api/") {
            let wish = self.form().json();
            browser.post_json(&path, &wish, &[]).await
        } else {
            let form = self.fields(row.route);
            browser.post(&path, &form.fields()).await
        };
        if answer.location.starts_with("/sign-in?next=") {
            return "in".to_owned();
        }
        assert!(
            answer.status < 500,
            "{} {path}: {}",
            row.method,
            answer.text
        );
        answer.status.to_string()
    }

    /// A desk this evening: there are enough for everyone.
    fn form(&self) -> Form {
        Form::new(self.desks, "19:00", "20:00")
            .with("date", "2026-12-08")
            .with("version", "1")
    }

    /// Right fields for every form.
    fn fields(&self, route: &str) -> Form {
        let names = [
            ("family_name", "実例"),
            ("given_name", "よしお"),
            ("family_kana", "ジツレイ"),
            ("given_kana", "ヨシオ"),
            ("name", "集計"),
            ("scope", "read"),
            ("current", PASSWORD),
        ];
        let mut form = self.form();
        for (name, value) in names {
            form = form.with(name, value);
        }
        match route {
            "/mypage/password" => form.with("password", PASSWORD),
            "/mypage/second-factor" => form.with("act", "set_up"),
            "/sign-in" => form
                .with("email", "nobody@demo.example")
                .with("password", "x"),
            "/counter/people/new" => form,
            "/counter/closures" | "/counter/closures/confirmation" => form
                .with("kind", "once")
                .with("first", "2026-12-25")
                .with("reason", "館内清掃"),
            "/counter/closures/{id}/end" => form.with("from", "2026-12-22"),
            "/series" => form.with("rhythm", "weekly").with("times", "1"),
            "/series/{id}/change" | "/series/{id}/change/confirmation" => form.with("seen", "1.1"),
            _ => form.with("email", "somebody@demo.example"),
        }
    }

    /// The address of a row, with things made for this one request.
    async fn path(&self, row: &Row, role: usize) -> String {
        let own = self.person(role);
        let whose = if row.of == "another's" {
            self.stranger
        } else {
            own
        };
        let id = match (row.of, row.route) {
            ("-", _) => return row.route.to_owned(),
            ("nothing", _) => uuid::Uuid::nil().to_string(),
            ("space", "/api/v1/spaces/{id}/availability") => {
                format!(
                    "{}/availability?from=2026-12-15&until=2026-12-16",
                    self.desks
                )
            }
            ("space", _) => self.desks.to_string(),
            ("asset", _) => {
                let css = self.app.app.assets.css();
                return css;
            }
            ("person", _) => self.stranger.to_string(),
            ("enrolled", _) => self.enrolled().await,
            ("notice", _) | (_, "/mypage/notices/{id}" | "/mypage/notices/{id}/calendar.ics") => {
                self.letter_of(whose).await
            }
            ("dead", _) => self.dead_letter().await,
            ("session", _) | (_, "/mypage/sessions/{id}/end") => self.session_of(whose).await,
            ("token", _) | (_, "/mypage/tokens/{id}/end") => self.token_of(whose).await,
            ("closure", _) => self.closure().await,
            ("arrived", _) => self.arrived(own).await,
            (_, route) if route.starts_with("/series/") => self.series_of(whose).await,
            _ => self.booking_of(whose).await.id.to_string(),
        };
        if id.contains("/availability?") {
            return format!("/api/v1/spaces/{id}");
        }
        row.route
            .replace("{id}", &id)
            .replace("{token}", &id)
            .replace("{name}", &id)
    }

    /// Someone new who has a second factor.
    async fn enrolled(&self) -> String {
        let person = self.app.member("三郎").await.person.unwrap();
        self.app.enrol(person).await;
        person.to_string()
    }

    async fn booking_of(&self, person: PersonId) -> booking::Model {
        let at = |time| Instant::parse(time).unwrap();
        let evening = Span::try_new(
            at("2026-12-08T18:00:00+09:00"),
            at("2026-12-08T19:00:00+09:00"),
        );
        let wish = Reserve {
            space: Some(self.desks),
            unit: None,
            person,
            r#use: Use::new(evening.unwrap(), "創業の準備", 1),
        };
        let app = &self.app;
        transact(&app.app.db, system(), &app.clock, async |work| {
            bookings::service::reserve(work, &wish).await
        })
        .await
        .unwrap()
    }

    /// Two evenings, a week apart.
    async fn series_of(&self, person: PersonId) -> String {
        let at = |time| Instant::parse(time).unwrap();
        let evening = Span::try_new(
            at("2026-12-08T18:00:00+09:00"),
            at("2026-12-08T19:00:00+09:00"),
        );
        let wish = Repeat {
            first: Reserve {
                space: Some(self.desks),
                unit: None,
                person,
                r#use: Use::new(evening.unwrap(), "創業の準備", 1),
            },
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

    async fn arrived(&self, person: PersonId) -> String {
        let booking = self.booking_of(person).await;
        let reception = self.browser(2).await;
        let path = format!("/bookings/{}/arrival", booking.id);
        assert_eq!(reception.post(&path, &[]).await.status, 303);
        booking.id.to_string()
    }

    /// The letter about a booking made for it.
    async fn letter_of(&self, person: PersonId) -> String {
        self.booking_of(person).await;
        let own = mail::read::of_person(self.app.app.db.reader(), person, 1);
        own.await.unwrap()[0].id.to_string()
    }

    /// A closure of one space for a while.
    async fn closure(&self) -> String {
        let manager = self.browser(3).await;
        let space = self.app.fixture.room.to_string();
        let fields = [
            ("kind", "once"),
            ("first", "2026-12-22"),
            ("last", "2026-12-24"),
            ("where", "some"),
            ("spaces", &space),
            ("reason", "保守点検"),
        ];
        let known = manager.post("/counter/closures", &fields).await;
        if let Some(id) = known.location.strip_prefix("/counter/closures/") {
            return id.to_owned();
        }
        let all = bookings::read::closings(self.app.app.db.reader(), None).await;
        all.unwrap()[0].rule.id.to_string()
    }

    async fn dead_letter(&self) -> String {
        self.app.run_tasks().await;
        self.app.mail().fail_next(true);
        self.booking_of(self.stranger).await;
        self.app.run_tasks().await;
        let dead = mail::read::dead(self.app.app.db.reader()).await.unwrap();
        dead[0].id.to_string()
    }

    /// A session on another browser.
    async fn session_of(&self, person: PersonId) -> String {
        self.app.signed_in(person).await;
        let all = accounts::entity::session::Entity::find()
            .all(self.app.app.db.reader())
            .await
            .unwrap();
        let mut own = all.iter().filter(|one| one.person_id == person);
        own.next_back().unwrap().id.to_string()
    }

    async fn token_of(&self, person: PersonId) -> String {
        self.app.token(person, Scope::Read).await;
        let all = accounts::entity::api_token::Entity::find()
            .all(self.app.app.db.reader())
            .await
            .unwrap();
        let kept = |token: &&accounts::entity::api_token::Model| {
            // The member's own two tokens are still needed.
            token.person_id == person && token.used_at.is_none()
        };
        all.iter().rfind(kept).unwrap().id.to_string()
    }
}

fn system() -> Actor {
    Actor::system(Via::Cli)
}
