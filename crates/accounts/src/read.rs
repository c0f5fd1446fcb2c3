//! Questions about people.

mod alike;
mod merging;
mod mine;
mod people;
mod second_factor;

pub use alike::{Alike, alike, alike_to};
pub use merging::unmerged;
pub use mine::{Profile, Session, Token, profile, sessions, tokens};
pub use people::{
    Person, current, find_all_people, find_people, former, found_people, is_merged, merged_people,
    person, with_role,
};
pub use second_factor::{Passkey, SecondFactor, Step, demonstration_digits, second_factor, step};

use kernel::{Fault, PersonId};
use sea_orm::entity::prelude::*;
use views::Lang;

use crate::entity::{account, person as person_table};

/// How a person is named and reached.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Contact {
    /// The person.
    pub person: PersonId,
    /// 姓 and 名 with a space between.
    pub name: String,
    /// セイ and メイ, in full-width katakana.
    pub kana: String,
    /// Where letters go; `None` for a person without an account.
    pub email: Option<String>,
    /// `03-0000-0000`, or empty.
    pub telephone: String,
    /// The language they chose last.
    pub lang: Lang,
}

/// How a person is named and reached; `None` when there is no such person, or no longer: whoever was
/// merged is reached as the one who stays.
pub async fn contact(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Option<Contact>, Fault> {
    let found = person_table::Entity::living()
        .filter(person_table::COLUMN.id.eq(person))
        .find_also_related(account::Entity)
        .one(db)
        .await?;
    Ok(found.map(reached))
}

/// The same for several people at once, for lists and boards; those who were merged are named as
/// they were, for whoever looks at what they did.
pub async fn contacts(
    db: &impl ConnectionTrait,
    people: Vec<PersonId>,
) -> Result<Vec<Contact>, Fault> {
    let rows = person_table::Entity::find()
        .filter(person_table::COLUMN.id.is_in(people))
        .find_also_related(account::Entity)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(reached).collect())
}

fn reached((person, account): (person_table::Model, Option<account::Model>)) -> Contact {
    let lang = account
        .as_ref()
        .and_then(|account| account.lang.as_deref())
        .and_then(Lang::parse);
    Contact {
        person: person.id,
        name: person.name(),
        kana: person.kana(),
        email: account.map(|account| account.email),
        telephone: person.telephone,
        lang: lang.unwrap_or_default(),
    }
}

/// The account of this address, however it is written.
pub async fn account_by_email(
    db: &impl ConnectionTrait,
    email: &str,
) -> Result<Option<account::Model>, Fault> {
    Ok(account::Entity::by_email(email).one(db).await?)
}

/// The person whose account has this address: for the command line and demonstration data.
pub async fn person_by_email(
    db: &impl ConnectionTrait,
    email: &str,
) -> Result<Option<PersonId>, Fault> {
    Ok(account_by_email(db, email)
        .await?
        .map(|account| account.person_id))
}
