//! Which organisations may be doubles of each other.

use std::{cmp::Reverse, collections::HashSet};

use chrono::NaiveDate;
use kernel::{Fault, PersonId};
use sea_orm::{
    Condition, ExprTrait, QueryOrder, QuerySelect, entity::prelude::*, sea_query::LikeExpr,
};
use serde::Serialize;

use super::organisations::{Listed, escaped, listed};
use crate::{
    entity::{OrganisationId, organisation, registration, representative},
    rules::{self, Compared, Keys, Reason},
};

/// So many doubles are shown at most.
const ALIKE: usize = 10;
/// So many are looked at in each of two questions: by what says much, and by what neighbours in one
/// building share.
const LOOKED_AT: u64 = 200;

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
    let number = details.corporate_number.clone();
    let own = Compared::new(Keys::of(details), &details.name, number);
    let shared = shared(db, id).await?;
    let mut rows: Vec<organisation::Model> = Vec::new();
    for candidates in [strong(&own, &shared), weak(&own)] {
        let found = organisation::Entity::living()
            .filter(organisation::COLUMN.id.ne(id))
            .filter(candidates)
            .order_by_asc(organisation::COLUMN.search_key)
            .limit(LOOKED_AT);
        for one in found.all(db).await? {
            if rows.iter().all(|own| own.id != one.id) {
                rows.push(one);
            }
        }
    }
    let mut found: Vec<(organisation::Model, Vec<Reason>)> = rows
        .into_iter()
        .map(|one| {
            let reasons = rules::alike(&own, &compared(&one), shared.contains(&one.id));
            (one, reasons)
        })
        .filter(|(_, reasons)| !reasons.is_empty())
        .collect();
    // Ranked before the list is cut: ten neighbours do not hide the one of the same name.
    found.sort_by_key(|(_, reasons)| Reverse(rules::weight(reasons)));
    found.truncate(ALIKE);
    let ids = found.iter().map(|(one, _)| one.id).collect();
    let registrations = registration::Entity::of_organisations(ids).all(db).await?;
    let said = found.into_iter().map(|(one, reasons)| Alike {
        reasons,
        listed: listed(one, &registrations, today),
    });
    Ok(said.collect())
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

/// Those that say much by themselves.
fn strong(own: &Compared, shared: &HashSet<OrganisationId>) -> Condition {
    let place = Condition::all()
        .add(organisation::COLUMN.place_key.eq(own.keys.place.clone()))
        .add(
            organisation::COLUMN
                .telephone_key
                .eq(own.keys.telephone.clone()),
        );
    let mut any = Condition::any()
        .add(organisation::Column::Id.is_in(shared.iter().copied()))
        .add(organisation::COLUMN.name_key.eq(own.keys.name.clone()))
        .add(organisation::COLUMN.kana_key.eq(own.keys.kana.clone()))
        .add(place);
    if let Some(number) = &own.number {
        any = any.add(organisation::Column::CorporateNumber.eq(number.clone()));
    }
    any
}

/// Those that share something: the beginning of the name, the telephone, the address.
fn weak(own: &Compared) -> Condition {
    let mut any = Condition::any()
        .add(organisation::Column::NameKey.is_in(own.beginnings()))
        .add(
            organisation::COLUMN
                .telephone_key
                .eq(own.keys.telephone.clone()),
        )
        .add(organisation::COLUMN.place_key.eq(own.keys.place.clone()));
    if let Some(beginning) = own.beginning() {
        let key = Expr::col((organisation::Entity, organisation::Column::NameKey));
        any = any.add(key.like(LikeExpr::new(format!("{}%", escaped(beginning))).escape('\\')));
    }
    any
}

fn compared(one: &organisation::Model) -> Compared {
    let keys = Keys {
        search: one.search_key.clone(),
        name: one.name_key.clone(),
        kana: one.kana_key.clone(),
        place: one.place_key.clone(),
        telephone: one.telephone_key.clone(),
    };
    Compared::new(keys, &one.name, one.corporate_number.clone())
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
