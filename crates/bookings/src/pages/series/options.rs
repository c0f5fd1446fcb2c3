//! What each alternative of a series costs, and whether it must be approved: as a single booking of
//! it would say before its button.

use kernel::{Fault, Span};
use serde_json::Value;
use web::Page;

use super::super::{requests, slot};
use crate::{
    entity::{SpaceId, booking::Party},
    read,
};

/// Adds the price to every time that can be had: a tariff may begin in the middle of a series; and
/// price and approval to every alternative of every time that needs a choice.
pub(super) async fn priced(page: &Page, facts: &mut Value, party: Party) -> Result<(), Fault> {
    let troubled = facts["troubled"].as_array_mut().into_iter().flatten();
    for option in troubled.flat_map(options) {
        let Some(slot) = option["value"].as_str().and_then(slot::read) else {
            continue;
        };
        let (amount, approval) = comes_to(page, party, (slot.space, slot.span)).await?;
        option["amount"] = amount.into();
        option["approval"] = approval.into();
    }
    let free = facts["free"].as_array_mut().into_iter().flatten();
    for one in free {
        let Some(slot) = one["at"].as_str().and_then(slot::read) else {
            continue;
        };
        let price = read::price(page.app.db.reader(), slot.space, party, slot.span).await?;
        one["amount"] = price.map(|price| price.total().0).into();
    }
    Ok(())
}

fn options(one: &mut Value) -> impl Iterator<Item = &mut Value> {
    one["options"].as_array_mut().into_iter().flatten()
}

/// What one of them costs, in yen, and whether it must be approved.
async fn comes_to(page: &Page, party: Party, at: (SpaceId, Span)) -> Result<(i64, bool), Fault> {
    let (space, span) = at;
    let price = read::price(page.app.db.reader(), space, party, span).await?;
    let approval = requests::of_wish(page, party, &[at]).await?;
    Ok((
        price.map_or(0, |price| price.total().0),
        !approval.is_null(),
    ))
}
