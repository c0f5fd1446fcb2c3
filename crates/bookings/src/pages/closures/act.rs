//! Closing, once the manager has seen whom it concerns.

use std::{collections::HashSet, hash::Hash, str::FromStr};

use kernel::{Failed, transact};
use web::{Page, Typed};

use super::form::Wished;
use crate::{
    entity::ClosureId,
    read::{self, Catalogue},
    refused::Refused,
    service::{self, Close},
};

/// Closes, having looked up for everyone shown what they can have instead.
pub(super) async fn close(
    page: &Page,
    typed: &Typed,
    wished: &Wished,
) -> Result<ClosureId, Failed<Refused>> {
    let (app, db) = (&page.app, page.app.db.reader());
    let now = app.clock.now();
    let catalogue = Catalogue::current(app)
        .await?
        .with(wished.venue, &wished.closure);
    let affected = read::affected(db, &catalogue, wished.venue, &wished.closure, now).await?;
    let wish = Close {
        venue: wished.venue,
        closure: wished.closure.clone(),
        seen: ids(typed.text("seen")),
        offers_seen: ids(typed.text("offers_seen")),
        instead: read::instead(db, &catalogue, &affected.called_off, now).await?,
    };
    transact(&app.db, page.actor(), &app.clock, async |work| {
        service::close(work, &wish).await
    })
    .await
}

/// What was shown, as the form sends it back.
fn ids<T: FromStr + Hash + Eq>(text: &str) -> HashSet<T> {
    let ids = text.split_whitespace();
    ids.filter_map(|id| id.parse().ok()).collect()
}
