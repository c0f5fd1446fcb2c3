//! What reception sees of a person.

use std::collections::HashMap;

use kernel::{Fault, Instant, PersonId, Role, paging::Paged};
use sea_orm::{
    Condition, ExprTrait, QueryOrder, QuerySelect, QueryTrait,
    entity::prelude::*,
    sea_query::{LikeExpr, SelectStatement},
};
use serde::Serialize;

use crate::{
    entity::{account, person, person_role},
    rules,
};

/// How many people a list shows at once.
const PAGE: usize = 30;

/// A person as reception sees them.
#[derive(Clone, Debug, Serialize)]
pub struct Person {
    /// Their identifier.
    pub id: PersonId,
    /// 姓 and 名 with a space between.
    pub name: String,
    /// セイ and メイ, as typed.
    pub kana: String,
    /// Where letters go; `None` without an account.
    pub email: Option<String>,
    /// `03-0000-0000`, or empty.
    pub telephone: String,
    /// Since when the centre knows them.
    pub created_at: Instant,
    /// Their roles as text keys: `role-member`.
    pub role_keys: Vec<String>,
}

/// So many are asked for at once when all of them are wanted.
const MANY: usize = 1_000;

/// The people whose name, reading, address or telephone has this in it, in the order of their
/// reading; everyone when nothing is asked. Who was merged is found as the one who stays.
///
/// `after` is the `next` of the page before.
pub async fn find_people(
    db: &impl ConnectionTrait,
    asked: &str,
    after: Option<PersonId>,
) -> Result<Paged<Person>, Fault> {
    found(db, asked, after, PAGE).await
}

/// Everyone whom the same question finds, as part of another one: however many they are, nobody
/// reads them first.
pub fn found_people(asked: &str) -> SelectStatement {
    let asked = rules::question(asked);
    person::Entity::living()
        .select_only()
        .column(person::Column::Id)
        .filter(matching(&asked).add(person::Column::Id.in_subquery(merged(&asked))))
        .into_query()
}

/// Everyone whom the same question finds.
pub async fn find_all_people(db: &impl ConnectionTrait, asked: &str) -> Result<Vec<Person>, Fault> {
    let mut all: Vec<Person> = Vec::new();
    loop {
        let last = all.last().map(|person| person.id);
        let page = found(db, asked, last, MANY).await?;
        all.extend(page.items);
        if page.next.is_none() {
            return Ok(all);
        }
    }
}

async fn found(
    db: &impl ConnectionTrait,
    asked: &str,
    after: Option<PersonId>,
    most: usize,
) -> Result<Paged<Person>, Fault> {
    let mut query = person::Entity::living()
        .find_also_related(account::Entity)
        .order_by_asc(person::COLUMN.search_key)
        .order_by_asc(person::COLUMN.id)
        .limit(most as u64 + 1);
    let asked = rules::question(asked);
    if !asked.trim().is_empty() {
        query = query.filter(matching(&asked).add(person::Column::Id.in_subquery(merged(&asked))));
    }
    if let Some(last) = last_shown(db, after).await? {
        query = query.filter(
            Condition::any()
                .add(person::COLUMN.search_key.gt(last.search_key.clone()))
                .add(
                    Condition::all()
                        .add(person::COLUMN.search_key.eq(last.search_key))
                        .add(person::COLUMN.id.gt(last.id)),
                ),
        );
    }
    let rows = query.all(db).await?;
    let page = Paged::cut(rows, most, |(person, _)| person.id.to_string());
    Ok(page.map(|(person, account)| listed(person, account, Vec::new())))
}

/// One person; `None` when there is no such person.
pub async fn person(db: &impl ConnectionTrait, id: PersonId) -> Result<Option<Person>, Fault> {
    let found = by_id(id).find_also_related(account::Entity).one(db).await?;
    let Some((person, account)) = found else {
        return Ok(None);
    };
    let roles = person_role::Entity::find()
        .filter(person_role::COLUMN.person_id.eq(id))
        .all(db)
        .await?;
    let keys = roles
        .into_iter()
        .map(|row| format!("role-{}", row.role.replace('_', "-")))
        .collect();
    Ok(Some(listed(person, account, keys)))
}

/// Everybody who has a role today.
pub async fn with_role(db: &impl ConnectionTrait, role: Role) -> Result<Vec<PersonId>, Fault> {
    let rows = person_role::Entity::find()
        .filter(person_role::COLUMN.role.eq(role.code()))
        .order_by_asc(person_role::COLUMN.person_id)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| row.person_id).collect())
}

/// The person that an identifier means today: the one they were merged into, or themselves.
pub async fn current(db: &impl ConnectionTrait, id: PersonId) -> Result<Option<PersonId>, Fault> {
    let found = by_id(id).one(db).await?;
    Ok(found.map(|person| person.merged_into.unwrap_or(person.id)))
}

/// Into whom everybody was merged who was, for figures that count people.
pub async fn merged_people(
    db: &impl ConnectionTrait,
) -> Result<HashMap<PersonId, PersonId>, Fault> {
    let rows: Vec<(PersonId, Option<PersonId>)> = person::Entity::find()
        .select_only()
        .column(person::Column::Id)
        .column(person::Column::MergedInto)
        .filter(person::COLUMN.merged_into.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    let into = rows.into_iter();
    Ok(into.filter_map(|(id, into)| Some((id, into?))).collect())
}

/// Whether a person was merged into another.
pub async fn is_merged(db: &impl ConnectionTrait, id: PersonId) -> Result<bool, Fault> {
    Ok(current(db, id).await?.is_some_and(|today| today != id))
}

/// Those who were merged into this person, as they were.
pub async fn former(db: &impl ConnectionTrait, id: PersonId) -> Result<Vec<Person>, Fault> {
    let rows = person::Entity::find()
        .filter(person::COLUMN.merged_into.eq(id))
        .find_also_related(account::Entity)
        .order_by_asc(person::COLUMN.created_at)
        .all(db)
        .await?
        .into_iter();
    Ok(rows
        .map(|(person, account)| listed(person, account, Vec::new()))
        .collect())
}

async fn last_shown(
    db: &impl ConnectionTrait,
    after: Option<PersonId>,
) -> Result<Option<person::Model>, Fault> {
    match after {
        Some(id) => Ok(by_id(id).one(db).await?),
        None => Ok(None),
    }
}

fn by_id(id: PersonId) -> Select<person::Entity> {
    person::Entity::find_by_id(id).filter(person::COLUMN.erased_at.is_null())
}

/// Each part is answered from one index, without a look at the rows themselves.
fn matching(asked: &str) -> Condition {
    let within = |text: &str| LikeExpr::new(format!("%{}%", escaped(text))).escape('\\');
    let key = || Expr::col((person::Entity, person::Column::SearchKey));
    let mut any = Condition::any().add(key().like(within(&rules::asked_key(asked))));
    if let Some(digits) = rules::asked_telephone(asked) {
        any = any.add(key().like(within(&digits)));
    }
    // No address has other letters.
    if asked.is_ascii() {
        let address = Expr::col((account::Entity, account::Column::EmailKey));
        let addressed = account::Entity::find()
            .select_only()
            .column(account::Column::PersonId)
            .filter(address.like(within(&rules::email_key(asked))));
        any = any.add(person::Column::Id.in_subquery(addressed.into_query()));
    }
    any
}

/// Into whom those were merged of whom this is asked.
fn merged(asked: &str) -> SelectStatement {
    person::Entity::find()
        .select_only()
        .column(person::Column::MergedInto)
        .filter(person::COLUMN.merged_into.is_not_null())
        .filter(matching(asked))
        .into_query()
}

/// The text with the wildcards of LIKE taken literally.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_")
}

pub(super) fn listed(
    person: person::Model,
    account: Option<account::Model>,
    role_keys: Vec<String>,
) -> Person {
    Person {
        id: person.id,
        name: person.name(),
        kana: person.kana(),
        email: account.map(|account| account.email),
        telephone: person.telephone,
        created_at: person.created_at,
        role_keys,
    }
}
