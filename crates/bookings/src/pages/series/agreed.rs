//! Whether whoever changes a series has seen what it comes to.

use kernel::Failed;
use web::{Error, Page, Typed};

use super::seen;
use crate::{
    entity::SeriesId,
    read::{self, Card, Wanted},
    service::{self, ChangeSeries},
};

/// Whether the person has seen what it comes to in all; whatever else is wrong is said by the act.
pub(super) async fn has_agreed(
    page: &Page,
    id: SeriesId,
    wish: &ChangeSeries,
    typed: &Typed,
) -> Result<bool, Error> {
    let (card, _) = seen(page, id).await?;
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    match service::changes(db, &page.actor(), now, &card, wish).await {
        Ok(changes) => {
            let price = price(page, &changes).await?;
            Ok(price.is_none_or(|(_, after)| after.to_string() == typed.text("fee")))
        }
        Err(Failed::Refused(_)) => Ok(true),
        Err(fault) => Err(fault.into()),
    }
}

/// What they cost so far and would cost in all, when that differs.
pub(super) async fn price(
    page: &Page,
    changes: &[(&Card, Wanted)],
) -> Result<Option<(i64, i64)>, Error> {
    let target = |(card, wanted): &(&Card, Wanted)| Some((card.booking.clone(), wanted.target()?));
    let targets: Vec<_> = changes.iter().filter_map(target).collect();
    let targets: Vec<_> = targets.iter().map(|(booking, to)| (booking, *to)).collect();
    Ok(read::changed_price(page.app.db.reader(), &targets).await?)
}
