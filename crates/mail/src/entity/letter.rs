//! Letters: what people are told, and how far it has come.

use kernel::{Instant, PersonId};
use sea_orm::{QueryOrder, entity::prelude::*};
use views::Lang;

use crate::LetterId;

/// A letter in the outbox, sent or not.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "letters")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: LetterId,
    /// Under whose マイページ it is kept.
    pub person_id: Option<PersonId>,
    /// To which address.
    pub email: String,
    /// Its folder under `templates/letters/`.
    pub template: String,
    /// In which language: see [`Model::lang`].
    pub lang: String,
    /// What the template is given, a JSON object.
    pub facts: String,
    /// How far it has come.
    pub state: State,
    /// When it was written; its date.
    pub created_at: Instant,
    /// When it is tried next; while a node sends it, when another may take it over.
    pub due_at: Instant,
    /// How often it was taken up for sending.
    pub attempts: i64,
    /// Why the last attempt failed, a code: the text is `mail-failure-<code>`.
    pub failure: Option<String>,
    /// When it was handed to the mail server.
    pub sent_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The language it is written in.
    pub fn lang(&self) -> Lang {
        Lang::parse(&self.lang).unwrap_or_default()
    }
}

/// How far a letter has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum State {
    /// To be sent at `due_at`.
    Waiting,
    /// Handed to the mail server.
    Sent,
    /// Given up; staff decide.
    Dead,
}

impl Entity {
    /// What is to be sent by now, the longest waiting first; of one moment, in the order it was written.
    pub fn due(now: Instant) -> Select<Self> {
        Self::waiting()
            .filter(COLUMN.due_at.lte(now))
            .order_by_asc(COLUMN.due_at)
            .order_by_asc(COLUMN.id)
    }

    /// What is still to be sent, now or later.
    pub fn waiting() -> Select<Self> {
        Self::find().filter(Column::State.eq(State::Waiting))
    }

    /// What was given up.
    pub fn dead() -> Select<Self> {
        Self::find().filter(Column::State.eq(State::Dead))
    }
}

impl Model {
    /// Whether even its address and subject are for whoever it is sent to: the fact `confidential`.
    pub fn is_confidential(&self) -> bool {
        let facts: Option<serde_json::Value> = serde_json::from_str(&self.facts).ok();
        facts.is_some_and(|facts| facts["confidential"] == true)
    }
}
