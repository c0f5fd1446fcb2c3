//! What these tests do over and over: one more space, a booking by form or by API, a count of rows,
//! waiting for something.

use std::time::Duration;

use bookings::{
    entity::{
        SpaceId, allocation, booking, hold,
        space::{self, Kind},
    },
    rules::Rule,
    samples,
    service::{self, NewSpace},
};
use kernel::{Actor, Clock, Db, Fault, Via, answers, events, transact};
use mail::entity::letter;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};
use tests::{Answer, Browser, TestApp};

/// A Tuesday a week from the tests' today, open from 9:00 to 21:00.
pub(crate) const TUESDAY: &str = "2026-12-15";

/// A number of rows of everything that a booking writes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Rows {
    pub(crate) bookings: u64,
    pub(crate) holds: u64,
    pub(crate) allocations: u64,
    pub(crate) events: u64,
    pub(crate) letters: u64,
    pub(crate) answers: u64,
}

impl Rows {
    /// What there is now.
    pub(crate) async fn of(app: &TestApp) -> Self {
        let db = app.app.db.reader();
        Self {
            bookings: booking::Entity::find().count(db).await.unwrap(),
            holds: hold::Entity::find().count(db).await.unwrap(),
            allocations: allocation::Entity::find().count(db).await.unwrap(),
            events: events::Entity::find().count(db).await.unwrap(),
            letters: letter::Entity::find().count(db).await.unwrap(),
            answers: answers::Entity::find().count(db).await.unwrap(),
        }
    }

    /// The same with one booking more, its event and its letter; `keyed` when it can be repeated.
    pub(crate) fn and_a_booking(self, keyed: bool) -> Self {
        Self {
            bookings: self.bookings + 1,
            holds: self.holds + 1,
            allocations: self.allocations + 1,
            events: self.events + 1,
            letters: self.letters + 1,
            answers: self.answers + u64::from(keyed),
        }
    }
}

/// A form of a booking as the confirmation page sends it.
#[derive(Clone, Debug)]
pub(crate) struct Form(Vec<(&'static str, String)>);

impl Form {
    /// Any unit of a space on the Tuesday, for one person.
    pub(crate) fn new(space: SpaceId, from: &str, until: &str) -> Self {
        Self(vec![
            ("space_id", space.to_string()),
            ("date", TUESDAY.to_owned()),
            ("starts_at", from.to_owned()),
            ("ends_at", until.to_owned()),
            ("purpose", "開店の準備".to_owned()),
            ("attendees", "1".to_owned()),
            ("agree", "on".to_owned()),
        ])
    }

    /// The same with another value in one field.
    #[must_use]
    pub(crate) fn with(mut self, name: &'static str, value: &str) -> Self {
        self.0.retain(|(own, _)| *own != name);
        self.0.push((name, value.to_owned()));
        self
    }

    /// The same without a field.
    #[must_use]
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.0.retain(|(own, _)| *own != name);
        self
    }

    /// As [`Browser::post`] takes it.
    pub(crate) fn fields(&self) -> Vec<(&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect()
    }

    /// What is in a field.
    pub(crate) fn value(&self, name: &str) -> &str {
        self.0
            .iter()
            .find(|(own, _)| *own == name)
            .map_or("", |(_, value)| value)
    }

    /// The same wish as the API takes it.
    pub(crate) fn json(&self) -> Value {
        let at = |name| format!("{}T{:0>5}:00+09:00", self.value("date"), self.value(name));
        json!({
            "space_id": self.value("space_id"),
            "starts_at": at("starts_at"),
            "ends_at": at("ends_at"),
            "purpose": self.value("purpose"),
            "attendees": 1,
        })
    }

    /// Sends it.
    pub(crate) async fn send(&self, browser: &Browser) -> Answer {
        browser.post("/bookings", &self.fields()).await
    }
}

/// A wish as the API takes it, on the Tuesday.
pub(crate) fn wish(space: SpaceId, from: &str, until: &str) -> Value {
    json!({
        "space_id": space,
        "starts_at": format!("{TUESDAY}T{from}:00+09:00"),
        "ends_at": format!("{TUESDAY}T{until}:00+09:00"),
        "purpose": "開店の準備",
        "attendees": 1,
    })
}

/// Asks the API for a booking.
pub(crate) async fn ask(program: &Browser, wish: &Value) -> Answer {
    program.post_json("/api/v1/bookings", wish, &[]).await
}

/// A new member's program with a token that may write.
pub(crate) async fn program(app: &TestApp) -> Browser {
    let member = app.member("花子").await;
    let scope = accounts::entity::api_token::Scope::Write;
    let token = app.token(member.person.unwrap(), scope).await;
    let mut program = app.visitor().with_token(&token);
    program.person = member.person;
    program
}

/// A meeting room for six in the tests' centre, to be changed into what a test needs.
pub(crate) async fn room(app: &TestApp, name: &str) -> space::Model {
    let own = space::Entity::find_by_id(app.fixture.room)
        .one(app.app.db.reader())
        .await
        .unwrap()
        .unwrap();
    space::Model {
        name: name.to_owned(),
        name_en: name.to_owned(),
        ..samples::meeting_room(own.venue_id)
    }
}

/// Opens one more space with so many like units.
pub(crate) async fn open(app: &TestApp, space: space::Model, units: u32) -> SpaceId {
    open_in(&app.app.db, &app.clock, space, units).await
}

/// The same in a centre that no program runs on yet.
pub(crate) async fn open_in(db: &Db, clock: &Clock, space: space::Model, units: u32) -> SpaceId {
    let new = NewSpace {
        space,
        units: (1..=units).map(|number| number.to_string()).collect(),
    };
    let system = Actor::system(Via::Cli);
    transact::<_, Fault, _>(db, system, clock, async |work| {
        service::create_space(work, new).await
    })
    .await
    .unwrap()
}

/// A rule of booking that is in force.
pub(crate) async fn rule(app: &TestApp, rule: &Rule) {
    rule_in(&app.app.db, &app.clock, rule).await;
}

/// The same in a centre that no program runs on yet.
pub(crate) async fn rule_in(db: &Db, clock: &Clock, rule: &Rule) {
    let system = Actor::system(Via::Cli);
    transact::<_, Fault, _>(db, system, clock, async |work| {
        service::set_rule(work, rule).await
    })
    .await
    .unwrap();
}

/// Opens desks: so many units for one person each.
pub(crate) async fn open_desks(app: &TestApp, units: u32) -> SpaceId {
    let desks = space::Model {
        kind: Kind::Desk,
        capacity: 1,
        longest_minutes: 720,
        ..room(app, "共用席").await
    };
    open(app, desks, units).await
}

/// Opens a room A, a room B, and the whole that both are together.
pub(crate) async fn open_divisible(app: &TestApp) -> [SpaceId; 3] {
    let a = open(app, room(app, "研修室A").await, 1).await;
    let b = open(app, room(app, "研修室B").await, 1).await;
    let whole = space::Model {
        capacity: 12,
        ..room(app, "研修室A・B").await
    };
    let system = Actor::system(Via::Cli);
    let whole = transact::<_, Fault, _>(&app.app.db, system, &app.clock, async |work| {
        service::join_spaces(work, whole, &[a, b]).await
    })
    .await
    .unwrap();
    [a, b, whole]
}

/// The value of a form's input.
pub(crate) fn input(page: &Answer, name: &str) -> String {
    page.text
        .split_once(&format!("name=\"{name}\""))
        .and_then(|(_, rest)| rest.split_once('>'))
        .and_then(|(tag, _)| tag.split_once("value=\""))
        .and_then(|(_, rest)| rest.split_once('"'))
        .map_or_else(String::new, |(value, _)| value.to_owned())
}

/// The booking that a form made: the id in the address it leads to.
#[track_caller]
pub(crate) fn made(answer: &Answer) -> String {
    let id = answer
        .location
        .strip_prefix("/bookings/")
        .and_then(|rest| rest.strip_suffix("/done"));
    let led = format!("{} {}: {}", answer.status, answer.location, answer.text);
    id.unwrap_or_else(|| panic!("{led}")).to_owned()
}

/// Looks again and again until it is so; fails when that takes longer than anybody waits.
pub(crate) async fn until(what: &str, patience: Duration, mut is_so: impl AsyncFnMut() -> bool) {
    let waiting = async {
        while !is_so().await {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    let waited = tokio::time::timeout(patience, waiting).await;
    assert!(waited.is_ok(), "not within {patience:?}: {what}");
}
