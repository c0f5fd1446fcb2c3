//! Reminding people that a registration ends.

use kernel::{Fault, PersonId, Work, events::Event};
use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect, entity::prelude::*};

use crate::{
    entity::{RegistrationId, registration, representative},
    letters, read, rules,
};

/// Sends the reminder that is due for this registration, once; nothing when another node has, or
/// when its renewal lies with reception. Says how many letters were written.
pub async fn remind(work: &Work, id: RegistrationId) -> Result<usize, Fault> {
    let query = registration::Entity::find_by_id(id);
    let Some(row) = query.clone().one(work.db()).await? else {
        return Ok(0);
    };
    let people = told(work, &row).await?;
    let found = query.lock_exclusive().one(work.db()).await?;
    let Some(row) = found else { return Ok(0) };
    let today = work.now().date();
    let until = row.valid_until.parse().ok();
    let Some(term) = read::term_on(work.db(), today).await? else {
        return Ok(0);
    };
    let due = until.and_then(|until| rules::reminder_due(until, row.reminded_days, today, &term));
    let Some(days) = due else { return Ok(0) };
    registration::ActiveModel {
        id: Set(id),
        reminded_days: Set(Some(days)),
        ..Default::default()
    }
    .update(work.db())
    .await?;
    let open = read::has_open(work.db(), row.person_id, row.organisation_id).await?;
    if open || read::is_prolonged(work.db(), &row).await? {
        return Ok(0);
    }
    work.record(Event::new("registration.reminded", id).with("days", days));
    letters::ending(work, &row, &people).await?;
    Ok(people.len())
}

/// Who is told: whose it is, or who acts for the organisation. Their merge waits until it is done.
async fn told(work: &Work, row: &registration::Model) -> Result<Vec<PersonId>, Fault> {
    let people = match (row.person_id, row.organisation_id) {
        (Some(person), _) => vec![person],
        (None, Some(organisation)) => representative::Entity::find()
            .filter(representative::COLUMN.organisation_id.eq(organisation))
            .order_by_asc(representative::COLUMN.person_id)
            .all(work.db())
            .await?
            .into_iter()
            .map(|row| row.person_id)
            .collect(),
        (None, None) => Vec::new(),
    };
    let mut present = Vec::new();
    for person in people {
        if accounts::service::present(work, person).await? {
            present.push(person);
        }
    }
    Ok(present)
}
