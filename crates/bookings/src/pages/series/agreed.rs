//! What changing a series comes to, said before the button.

use serde_json::{Value, json};
use web::{Error, Page};

use super::super::{comes_to, fee, requests};
use crate::read::{self, Card, ComesTo, Wanted};

/// Adds what they cost so far and would cost, how many would become requests, and both as the form
/// sends them back.
pub(super) async fn fill(
    page: &Page,
    facts: &mut Value,
    changes: &[(&Card, Wanted)],
    real: Option<ComesTo>,
) -> Result<(), Error> {
    let db = page.app.db.reader();
    let targets: Vec<_> = changes
        .iter()
        .filter_map(|(card, wanted)| Some((*card, wanted.target()?)))
        .collect();
    let wished: Vec<_> = targets.iter().map(|(_, to)| *to).collect();
    let now = page.app.clock.now();
    let (before, after) = read::changed_price(db, &targets, now).await?;
    let mut asked = 0;
    if let Some((first, _)) = changes.first() {
        let approval = requests::of_wish(page, first.booking.party(), &wished).await?;
        asked = requests::count(&approval);
        facts["approval"] = approval;
    }
    let ids: Vec<_> = targets.iter().map(|(card, _)| card.booking.id).collect();
    let so_far = read::comes_to(db, &ids).await?;
    facts["price"] = json!((before != after).then_some((before, after)));
    let cards: Vec<_> = changes.iter().map(|(card, _)| *card).collect();
    facts["kept"] = json!(fee::kept_by_change(page, &cards).await?);
    let to = (after, asked + so_far.requests);
    facts["comes_to"] = comes_to::of_changing(page, &cards, to, real).await?;
    Ok(())
}
