//! Rates of consumption tax: dated rows, added and never changed.

use kernel::{Failed, Work};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::gate;
use crate::{
    entity::tax_rate,
    events, read,
    refused::Refused,
    rules::{DraftTax, may_set},
};

/// Enters a rate from a day to come on. What is charged keeps its rate; what is charged later is
/// charged by the rate of the day of use.
///
/// `seen`: how many rates the form showed; whoever saved in between is not overridden. Whoever knows
/// what was used lets nobody be charged meanwhile.
///
/// # Errors
/// [`Refused::ThereAlready`] when somebody entered one in between.
pub async fn set_tax(work: &Work, draft: &DraftTax, seen: usize) -> Result<(), Failed<Refused>> {
    if !may_set(work.actor()) {
        return Err(Refused::MayNot.into());
    }
    gate::one_by_one(work).await?;
    let rows = read::tax_rows(work.db()).await?;
    if rows.len() != seen {
        return Err(Refused::ThereAlready.into());
    }
    let new = draft
        .allowed(&rows, work.now().date())
        .map_err(Refused::Wrong)?;
    tax_rate::Entity::insert(tax_rate::ActiveModel {
        code: Set(new.code),
        valid_from: Set(new.valid_from.to_string()),
        thousandths: Set(i32::from(new.rate.thousandths())),
        source: Set(new.source.clone()),
        made_by: Set(work.actor().person),
        made_at: Set(Some(work.now())),
    })
    .exec_without_returning(work.db())
    .await?;
    work.record(events::tax_set(work.new_id(), &new));
    Ok(())
}
