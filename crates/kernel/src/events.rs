//! The log of acts: who, for whom, what, when. Written with the act itself, never changed.
//!
//! Events carry ids and codes, never names or free text, so that they can be kept for ever.

use sea_orm::{ActiveValue::Set, EntityTrait, InsertMany, entity::prelude::*};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::{Actor, Instant, PersonId};

/// One act, as a verb records it with [`Work::record`](crate::Work::record).
#[derive(Clone, Debug)]
pub struct Event {
    /// What happened: `booking.reserved`.
    pub kind: &'static str,
    /// To which thing.
    pub subject: Uuid,
    facts: Map<String, Value>,
}

impl Event {
    /// An act upon `subject`.
    pub fn new(kind: &'static str, subject: impl Into<Uuid>) -> Self {
        Self {
            kind,
            subject: subject.into(),
            facts: Map::new(),
        }
    }

    /// Adds an id, a code, a number or a time. Never a name, never free text.
    #[must_use]
    pub fn with(mut self, name: &str, fact: impl Into<Value>) -> Self {
        self.facts.insert(name.to_owned(), fact.into());
        self
    }
}

/// A stored event.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "events")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// When.
    pub at: Instant,
    /// Who, if a person.
    pub actor: Option<PersonId>,
    /// For whom, if staff entered it for someone.
    pub on_behalf_of: Option<PersonId>,
    /// By which way: `page`, `api`, `task`, `cli`.
    pub via: String,
    /// What: `booking.reserved`.
    pub kind: String,
    /// To which thing.
    pub subject: Uuid,
    /// Ids and codes, a JSON object.
    pub facts: String,
    /// The seal that covers it; none for up to a second after the act.
    pub seal: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}

/// What a unit of work recorded, as it is written last of all, each under the next identifier.
pub(crate) fn rows(
    actor: &Actor,
    now: Instant,
    recorded: &[Event],
    next_id: impl Fn() -> Uuid,
) -> Vec<InsertMany<ActiveModel>> {
    let row = |event: &Event| ActiveModel {
        id: Set(next_id()),
        at: Set(now),
        actor: Set(actor.person),
        on_behalf_of: Set(actor.on_behalf_of),
        via: Set(actor.via.code().to_owned()),
        kind: Set(event.kind.to_owned()),
        subject: Set(event.subject),
        facts: Set(Value::Object(event.facts.clone()).to_string()),
        seal: Set(None),
    };
    // Databases take some thousand values in one statement, several of these together included.
    let some = recorded.chunks(500);
    some.map(|some| Entity::insert_many(some.iter().map(row)))
        .collect()
}
