//! What a renewal begins with.

use kernel::{Fault, PersonId};
use sea_orm::{ExprTrait, QueryOrder, entity::prelude::*};

use super::{current, details};
use crate::{
    entity::{
        OrganisationId,
        application::{self, State},
        organisation, registration,
    },
    rules::{Category, Details},
};

/// What is known of a person or an organisation, and what was granted to them last; none when
/// nothing ever was.
///
/// An organisation is as it is registered, whatever a double of it had applied for.
pub async fn to_renew(
    db: &impl ConnectionTrait,
    person: PersonId,
    organisation: Option<OrganisationId>,
) -> Result<Option<(Details, Category)>, Fault> {
    match organisation {
        None => approved_last(db, person).await,
        Some(id) => as_registered(db, id).await,
    }
}

async fn approved_last(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Option<(Details, Category)>, Fault> {
    let own = application::COLUMN.person_id.eq(person);
    let row = application::Entity::find()
        .filter(own.and(application::Column::OrganisationId.is_null()))
        .filter(application::Column::State.eq(State::Approved))
        .order_by_desc(application::COLUMN.reviewed_at)
        .one(db)
        .await?;
    let read = |row: application::Model| {
        let category = Category {
            locality: row.locality,
            party: row.party,
            stage: row.stage,
        };
        Ok((details(&row)?, category))
    };
    row.map(read).transpose()
}

async fn as_registered(
    db: &impl ConnectionTrait,
    id: OrganisationId,
) -> Result<Option<(Details, Category)>, Fault> {
    let Some(one) = current(db, id).await? else {
        return Ok(None);
    };
    let newest = registration::Entity::of_organisations(vec![one.id]);
    let Some(row) = newest.one(db).await? else {
        return Ok(None);
    };
    let category = Category {
        locality: row.locality,
        party: row.party,
        stage: row.stage,
    };
    Ok(Some((described(one), category)))
}

fn described(one: organisation::Model) -> Details {
    Details {
        founded_on: one.founded_on.and_then(|day| day.parse().ok()),
        name: one.name,
        kana: one.kana,
        corporate_number: one.corporate_number,
        registration_number: one.registration_number,
        postal_code: one.postal_code,
        address: one.address,
        telephone: one.telephone,
        workplace: String::new(),
    }
}
