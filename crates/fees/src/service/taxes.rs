//! Rates of consumption tax: dated rows, never changed once they have begun.

use kernel::{Failed, Work};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::gate;
use crate::{
    entity::tax_rate,
    events, read,
    refused::{Refused, What, Wrong},
    rules::{Clash, DraftTax, Seen, may_set, takes_place},
};

/// Enters a rate from a day to come on. What is charged keeps its rate; what is charged later is
/// charged by the rate of the day of use.
///
/// A rate that has not begun is put right by entering its day again. `seen`: what the page showed;
/// whoever saved in between is not overridden. Whoever knows what was used lets nobody be charged
/// meanwhile.
///
/// # Errors
/// [`Refused::ThereAlready`] when somebody entered one in between.
pub async fn set_tax(work: &Work, draft: &DraftTax, seen: &Seen) -> Result<(), Failed<Refused>> {
    if !may_set(work.actor()) {
        return Err(Refused::MayNot.into());
    }
    gate::one_by_one(work).await?;
    let rows = read::tax_rows(work.db()).await?;
    if rows.len() != seen.rows {
        return Err(Refused::ThereAlready.into());
    }
    let new = draft
        .allowed(&rows, work.now().date())
        .map_err(Refused::Wrong)?;
    let day = new.valid_from.to_string();
    let there = rows
        .iter()
        .find(|row| row.code == new.code && row.valid_from == day);
    let mark = there.map(tax_rate::Model::mark);
    // A rate begins tomorrow or later, so what begins on the same day has not begun.
    let replaces = takes_place(mark.as_deref(), false, Some(seen)).map_err(clash)?;
    if replaces {
        let planned = tax_rate::Entity::delete_by_id((new.code, day.clone()));
        planned.exec(work.db()).await?;
    }
    tax_rate::Entity::insert(tax_rate::ActiveModel {
        code: Set(new.code),
        valid_from: Set(day),
        thousandths: Set(i32::from(new.rate.thousandths())),
        source: Set(new.source.clone()),
        made_by: Set(work.actor().person),
        made_at: Set(Some(work.now())),
    })
    .exec_without_returning(work.db())
    .await?;
    let former = there.map(|row| row.thousandths);
    work.record(events::tax_set(work.new_id(), &new, former));
    Ok(())
}

fn clash(clash: Clash) -> Refused {
    match clash {
        Clash::Taken => Refused::Wrong(vec![Wrong::new("valid_from", What::Begun)]),
        Clash::Changed => Refused::ThereAlready,
    }
}
