//! Merging doubles: two people turn out to be one.

use kernel::{Failed, Fault, PersonId, Work, events::Event, hand_over};
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};

use super::{
    links,
    people::{hold_account, roles_of},
    second_factor, steps,
};
use crate::{
    Refused,
    entity::{api_token, letter_link, person, person_role, session},
    letters,
    read::contacts,
    refused::Unmerged,
    rules::{self, Side},
};

/// Makes `double` a part of `into`, and ends every way in that the double had. Both get a letter.
///
/// What belongs to them in other crates is handed over in the same transaction by whoever calls
/// this: see `portal::service::merge`, the one way in which people are merged.
pub async fn merge(work: &Work, double: PersonId, into: PersonId) -> Result<(), Failed<Refused>> {
    if !work.actor().roles.is_staff() {
        return Err(Refused::NotThere.into());
    }
    let [double, into] = held(work, double, into).await?;
    rules::may_merge(work.actor(), double, into).map_err(Refused::Unmerged)?;
    tell(work, double.person, into.person).await?;
    end_ways_in(work, double.person, into).await?;
    person::Entity::update_many()
        .col_expr(person::Column::MergedInto, Expr::value(into.person))
        .filter(person::Entity::is_or_was(double.person))
        .exec(work.db())
        .await?;
    let event = Event::new("person.merged", double.person);
    work.record(event.with("into", into.person.to_string()));
    Ok(())
}

/// Both as they are, locked by id, so that two merges of the same pair wait for each other, and so
/// does whoever gives one of them something new.
async fn held(work: &Work, double: PersonId, into: PersonId) -> Result<[Side; 2], Failed<Refused>> {
    let mut ids = [double, into];
    ids.sort_unstable();
    let mut accounts = Vec::new();
    for id in ids {
        accounts.extend(hold_account(work, id).await?);
    }
    let rows = person::Entity::find()
        .filter(person::COLUMN.id.is_in(ids))
        .order_by_asc(person::COLUMN.id)
        .lock_exclusive()
        .all(work.db())
        .await?;
    let mut sides = Vec::new();
    for id in [double, into] {
        let row = rows.iter().find(|row| row.id == id);
        let row = row.ok_or(Refused::Unmerged(Unmerged::Nobody))?;
        sides.push(Side {
            person: id,
            present: row.erased_at.is_none() && row.merged_into.is_none(),
            account: accounts.iter().any(|account| account.person_id == id),
            roles: roles_of(work, id).await?,
        });
    }
    Ok([sides[0], sides[1]])
}

/// Tells both at the addresses they have.
async fn tell(work: &Work, double: PersonId, into: PersonId) -> Result<(), Fault> {
    for contact in contacts(work.db(), vec![double, into]).await? {
        if contact.person == into {
            letters::stays(work, contact).await?;
        } else {
            letters::merged(work, contact).await?;
        }
    }
    Ok(())
}

/// Sessions, tokens, links, roles and the second factor of the double end. A letter with which they were invited to
/// open an account opens one for whoever stays, who has none either then.
async fn end_ways_in(work: &Work, double: PersonId, into: Side) -> Result<(), Fault> {
    session::Entity::delete_many()
        .filter(session::COLUMN.person_id.eq(double))
        .exec(work.db())
        .await?;
    api_token::Entity::delete_many()
        .filter(api_token::COLUMN.person_id.eq(double))
        .exec(work.db())
        .await?;
    person_role::Entity::delete_many()
        .filter(person_role::COLUMN.person_id.eq(double))
        .exec(work.db())
        .await?;
    steps::end_of(work, double).await?;
    second_factor::forget(work, double).await?;
    if into.account {
        return links::end_links_of(work, double).await;
    }
    hand_over::<letter_link::Entity>(work, letter_link::Column::PersonId, double, into.person).await
}

/// Whether this is someone the centre knows today, neither erased nor merged into another; a merge
/// waits until this work is done. Whoever writes something for a person asks first.
pub async fn present(work: &Work, person: PersonId) -> Result<bool, Fault> {
    let found = person::Entity::living()
        .filter(person::COLUMN.id.eq(person))
        .lock_shared()
        .one(work.db())
        .await?;
    Ok(found.is_some())
}
