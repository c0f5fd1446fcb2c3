//! Which organisations may be doubles of each other.

use std::collections::HashSet;

use chrono::NaiveDate;
use kernel::{Fault, PersonId};
use sea_orm::{Condition, QueryOrder, QuerySelect, entity::prelude::*};
use serde::Serialize;

use super::organisations::{Listed, listed};
use crate::{
    entity::{OrganisationId, organisation, registration, representative},
    rules::{self, Compared, Keys, Reason},
};

/// So many doubles are shown at most.
const ALIKE: u64 = 10;

/// An organisation that may be the same as another, and why.
#[derive(Clone, Debug, Serialize)]
pub struct Alike {
    /// Which.
    #[serde(flatten)]
    pub listed: Listed,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// The registered organisations that may be the same as this one, as its application describes it.
pub async fn alike(
    db: &impl ConnectionTrait,
    id: OrganisationId,
    details: &rules::Details,
    today: NaiveDate,
) -> Result<Vec<Alike>, Fault> {
    let own = Compared {
        keys: Keys::of(details),
        number: details.corporate_number.clone(),
    };
    let shared = shared(db, id).await?;
    let rows = organisation::Entity::living()
        .filter(organisation::COLUMN.id.ne(id))
        .filter(candidates(&own, &shared))
        .order_by_asc(organisation::COLUMN.search_key)
        .limit(ALIKE)
        .all(db)
        .await?;
    let ids = rows.iter().map(|one| one.id).collect();
    let registrations = registration::Entity::of_organisations(ids).all(db).await?;
    let found = rows.into_iter().map(|one| {
        let reasons = rules::alike(&own, &compared(&one), shared.contains(&one.id));
        Alike {
            reasons,
            listed: listed(one, &registrations, today),
        }
    });
    Ok(found.filter(|one| !one.reasons.is_empty()).collect())
}

/// The organisations for which someone acts who also acts for this one.
async fn shared(
    db: &impl ConnectionTrait,
    id: OrganisationId,
) -> Result<HashSet<OrganisationId>, Fault> {
    let people: Vec<PersonId> = representative::Entity::find()
        .filter(representative::COLUMN.organisation_id.eq(id))
        .all(db)
        .await?
        .into_iter()
        .map(|row| row.person_id)
        .collect();
    let rows = representative::Entity::find()
        .filter(representative::COLUMN.person_id.is_in(people))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| row.organisation_id).collect())
}

fn candidates(own: &Compared, shared: &HashSet<OrganisationId>) -> Condition {
    let mut any = Condition::any()
        .add(organisation::Column::Id.is_in(shared.iter().copied()))
        .add(organisation::COLUMN.name_key.eq(own.keys.name.clone()))
        .add(organisation::COLUMN.kana_key.eq(own.keys.kana.clone()))
        .add(organisation::COLUMN.place_key.eq(own.keys.place.clone()));
    if let Some(number) = &own.number {
        any = any.add(organisation::Column::CorporateNumber.eq(number.clone()));
    }
    any
}

fn compared(one: &organisation::Model) -> Compared {
    Compared {
        keys: Keys {
            search: one.search_key.clone(),
            name: one.name_key.clone(),
            kana: one.kana_key.clone(),
            place: one.place_key.clone(),
            telephone: one.telephone_key.clone(),
        },
        number: one.corporate_number.clone(),
    }
}

/// The registered organisation of this 法人番号, other than this one.
pub async fn of_number(
    db: &impl ConnectionTrait,
    number: Option<&str>,
    other_than: OrganisationId,
) -> Result<Option<OrganisationId>, Fault> {
    let Some(number) = number else {
        return Ok(None);
    };
    let found = organisation::Entity::living()
        .filter(organisation::Column::CorporateNumber.eq(number))
        .filter(organisation::COLUMN.id.ne(other_than))
        .one(db)
        .await?;
    Ok(found.map(|one| one.id))
}
