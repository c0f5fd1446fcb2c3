//! Which people may be one.

use kernel::{Fault, PersonId};
use sea_orm::{Condition, QueryOrder, QuerySelect, QueryTrait, entity::prelude::*};
use serde::Serialize;

use super::people::{Person, listed};
use crate::{
    entity::{account, person},
    rules::{self, Keys, Reason},
};

/// So many are looked at, the latest first: doubles are made by whoever comes again.
const LOOKED_AT: u64 = 100;
/// So many are shown at most.
const SHOWN: usize = 10;

/// A person who may be the same as another, and why.
#[derive(Clone, Debug, Serialize)]
pub struct Alike {
    /// Who.
    #[serde(flatten)]
    pub person: Person,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// The people who may be the same as one who is described so, those with most reasons first.
pub async fn alike(
    db: &impl ConnectionTrait,
    own: &Keys,
    other_than: Option<PersonId>,
) -> Result<Vec<Alike>, Fault> {
    let mut query = person::Entity::living()
        .find_also_related(account::Entity)
        .filter(candidates(own))
        .order_by_desc(person::COLUMN.id)
        .limit(LOOKED_AT);
    if let Some(id) = other_than {
        query = query.filter(person::COLUMN.id.ne(id));
    }
    let rows = query.all(db).await?.into_iter();
    let mut found: Vec<Alike> = rows
        .map(|(person, account)| Alike {
            reasons: rules::alike(own, &keys(&person, account.as_ref())),
            person: listed(person, account, Vec::new()),
        })
        .collect();
    found.sort_by_key(|one| (std::cmp::Reverse(one.reasons.len()), one.person.id));
    found.truncate(SHOWN);
    Ok(found)
}

/// The people who may be the same as this one.
pub async fn alike_to(db: &impl ConnectionTrait, id: PersonId) -> Result<Vec<Alike>, Fault> {
    let found = person::Entity::find_by_id(id)
        .find_also_related(account::Entity)
        .one(db)
        .await?;
    match found {
        Some((person, account)) => alike(db, &keys(&person, account.as_ref()), Some(id)).await,
        None => Ok(Vec::new()),
    }
}

/// Each key has an index; an empty one is asked for nobody.
fn candidates(own: &Keys) -> Condition {
    let same_mailbox = account::Entity::find()
        .select_only()
        .column(account::Column::PersonId)
        .filter(account::COLUMN.email_root.eq(own.email.clone()))
        .into_query();
    let mut any = Condition::any();
    for (column, key) in [
        (person::Column::NameKey, &own.name),
        (person::Column::KanaKey, &own.kana),
        (person::Column::TelephoneKey, &own.telephone),
    ] {
        if !key.is_empty() {
            any = any.add(column.eq(key.clone()));
        }
    }
    any.add(person::Column::Id.in_subquery(same_mailbox))
}

fn keys(person: &person::Model, account: Option<&account::Model>) -> Keys {
    Keys {
        name: person.name_key.clone(),
        kana: person.kana_key.clone(),
        telephone: person.telephone_key.clone(),
        email: account.map_or_else(String::new, |account| account.email_root.clone()),
    }
}
