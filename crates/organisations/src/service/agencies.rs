//! Keeping the directory of partners.

use japan::kana;
use kernel::{Failed, Work, events::Event, violated_constraint};
use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};

use crate::{
    AgencyRefused,
    entity::{AgencyId, agency},
    rules::{AgencyDraft, may_keep_agencies},
};

/// Enters a partner of the centre.
///
/// # Errors
/// Everything that is wrong at once; [`AgencyRefused::ThereAlready`] when one of that name stands
/// there.
pub async fn add_agency(
    work: &Work,
    wish: &AgencyDraft,
) -> Result<AgencyId, Failed<AgencyRefused>> {
    let id: AgencyId = work.new_id();
    let row = written(work, wish)?;
    new_name(work, id, wish).await?;
    let row = agency::ActiveModel {
        id: Set(id),
        edition: Set(1),
        ..row
    };
    let inserted = agency::Entity::insert(row).exec_without_returning(work.db());
    inserted.await.map_err(there_already)?;
    work.record(Event::new("agency.entered", id));
    Ok(id)
}

/// Edits it, as it was seen.
///
/// # Errors
/// [`AgencyRefused::Changed`] when somebody edited it since; everything that is wrong at once.
pub async fn edit_agency(
    work: &Work,
    id: AgencyId,
    seen: i32,
    wish: &AgencyDraft,
) -> Result<(), Failed<AgencyRefused>> {
    let row = written(work, wish)?;
    let found = agency::Entity::find_by_id(id).lock_exclusive();
    let before = found.one(work.db()).await?.ok_or(AgencyRefused::NotThere)?;
    if before.edition != seen {
        return Err(AgencyRefused::Changed.into());
    }
    new_name(work, id, wish).await?;
    let row = agency::ActiveModel {
        id: Set(id),
        edition: Set(before.edition + 1),
        ..row
    };
    row.update(work.db()).await.map_err(there_already)?;
    work.record(Event::new("agency.edited", id).with("edition", before.edition + 1));
    Ok(())
}

/// What is written down, if the actor may and nothing is wrong.
fn written(work: &Work, wish: &AgencyDraft) -> Result<agency::ActiveModel, AgencyRefused> {
    let person = work
        .actor()
        .person
        .filter(|_| may_keep_agencies(work.actor()));
    let person = person.ok_or(AgencyRefused::MayNot)?;
    let wrong = wish.wrong();
    let Some(sort) = wish.sort.filter(|_| wrong.is_empty()) else {
        return Err(AgencyRefused::Invalid(wrong));
    };
    Ok(agency::ActiveModel {
        name: Set(wish.name.clone()),
        name_key: Set(kana::search_key(&wish.name)),
        search_key: Set(wish.search_key()),
        sort: Set(sort),
        contact: Set(wish.contact.clone()),
        telephone: Set(kana::digits(&wish.telephone)),
        email: Set(wish.email.clone()),
        address: Set(wish.address.clone()),
        good_for: Set(wish.good_for.clone()),
        in_use: Set(wish.in_use),
        written_by: Set(person),
        written_at: Set(work.now()),
        ..Default::default()
    })
}

/// Refuses the name of another agency, and says which.
async fn new_name(
    work: &Work,
    id: AgencyId,
    wish: &AgencyDraft,
) -> Result<(), Failed<AgencyRefused>> {
    let other = agency::Entity::find()
        .filter(agency::COLUMN.name_key.eq(kana::search_key(&wish.name)))
        .filter(agency::COLUMN.id.ne(id))
        .one(work.db())
        .await?;
    match other {
        Some(other) => Err(AgencyRefused::ThereAlready(Some(other.id)).into()),
        None => Ok(()),
    }
}

/// Two may enter one agency at once: the second is refused by the database.
fn there_already(error: DbErr) -> Failed<AgencyRefused> {
    match violated_constraint(&error).as_deref() {
        Some("agencies_name_key_key" | "agencies.name_key") => {
            AgencyRefused::ThereAlready(None).into()
        }
        _ => error.into(),
    }
}
