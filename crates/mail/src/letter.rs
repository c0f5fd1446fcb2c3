//! A letter, as a verb writes it.

use kernel::{PersonId, Work, typed_id};
use sea_orm::{ActiveValue::Set, EntityTrait};
use serde_json::Value;
use uuid::Uuid;
use views::Lang;

use crate::entity::letter;

typed_id! {
    /// A letter; its Message-ID is made of it.
    LetterId
}

/// A letter to be written. It is rendered when it is sent or shown, not in the transaction.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Its folder under `templates/letters/`: `bookings/confirmed`.
    pub template: &'static str,
    /// To which address.
    pub email: String,
    /// Under whose マイページ it is kept; none for an address that is nobody's yet.
    pub person: Option<PersonId>,
    /// In which language.
    pub lang: Lang,
    /// What the template is given. A member `event` becomes an `.ics`:
    /// `{uid, sequence, summary, location, starts_at, ends_at, cancelled, url}`; a member `events`
    /// is a list of them, for one file.
    pub facts: Value,
}

/// Writes the letter into the outbox, in the caller's transaction.
pub fn post(work: &Work, letter: Letter) -> LetterId {
    let id: LetterId = work.new_id();
    work.put(letter::Entity::insert(letter::ActiveModel {
        id: Set(id),
        person_id: Set(letter.person),
        email: Set(letter.email),
        template: Set(letter.template.to_owned()),
        lang: Set(letter.lang.code().to_owned()),
        facts: Set(letter.facts.to_string()),
        state: Set(letter::State::Waiting),
        created_at: Set(work.now()),
        due_at: Set(work.now()),
        attempts: Set(0),
        failure: Set(None),
        sent_at: Set(None),
    }));
    id
}
