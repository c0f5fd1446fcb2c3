//! Cancelling several bookings of a series at once.

use axum::response::Response;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::{super::comes_to, seen};
use crate::{
    entity::{BookingId, SeriesId},
    read::{ComesTo, SeriesCard},
    service::{self, Scope},
};

const CANCEL: &str = "bookings/series_cancel.html";

/// `GET /series/{id}/cancellation?from=`: lists what would be cancelled, and asks.
pub(crate) async fn cancel_form(
    page: Page,
    Id(id): Id<SeriesId>,
    typed: Typed,
) -> Result<Response, Error> {
    let facts = cancel_facts(&page, id, &typed, None).await?;
    page.show(CANCEL, &facts)
}

async fn cancel_facts(
    page: &Page,
    id: SeriesId,
    typed: &Typed,
    real: Option<ComesTo>,
) -> Result<Value, Error> {
    let (card, facts) = seen(page, id).await?;
    let scope = scope(id, typed)?;
    let mut facts = scoped(page, &card, scope, typed, facts)?;
    let now = page.app.clock.now();
    let due = card.remaining(scope.first(&card)?, now);
    comes_to::fill_cancelling(page, &mut facts, &due, real).await?;
    Ok(facts)
}

/// `POST /series/{id}/cancellation`
pub(crate) async fn cancel(
    page: Page,
    Id(id): Id<SeriesId>,
    typed: Typed,
) -> Result<Response, Error> {
    page.person()?;
    let (app, scope) = (&page.app, scope(id, &typed)?);
    let cancelled = transact(&app.db, page.actor(), &app.clock, async |work| {
        let cancelled = service::cancel_series(work, scope).await?;
        service::agreed_cancellation(work, &cancelled, comes_to::shown(&typed)).await?;
        Ok(cancelled.len())
    })
    .await;
    let real = comes_to::otherwise(&cancelled);
    if let Some(wrong) = comes_to::wrong(real) {
        let facts = cancel_facts(&page, id, &typed, real).await?;
        return comes_to::answer(&page, CANCEL, &facts, &typed, &[wrong]);
    }
    let count = json!({ "count": cancelled? });
    let flash = Flash::good("bookings-series-cancelled-flash", count);
    Ok(page.go_saying(&format!("/series/{id}"), &flash))
}

/// Which bookings are meant: from one on, or all.
pub(super) fn scope(series: SeriesId, typed: &Typed) -> Result<Scope, Error> {
    let from = match typed.text("from") {
        "" => None,
        id => Some(
            id.parse::<BookingId>()
                .map_err(|_error| Error::not_found())?,
        ),
    };
    Ok(Scope { series, from })
}

/// Adds what is meant, and what is left alone because it has begun or is over.
pub(super) fn scoped(
    page: &Page,
    card: &SeriesCard,
    scope: Scope,
    typed: &Typed,
    mut facts: Value,
) -> Result<Value, Error> {
    let now = page.app.clock.now();
    let first = scope.first(card)?;
    let (due, left) = (card.remaining(first, now), card.left_alone(first, now));
    facts["from"] = json!(scope.from);
    facts["due"] = SeriesCard::list(&due, page.lang, now);
    facts["left"] = SeriesCard::list(&left, page.lang, now);
    // The booking that the person came from: how far to reach is a question only beside one.
    let turn = typed.text("turn").parse().ok().or(scope.from);
    let of_series = |id: &BookingId| card.cards.iter().any(|card| card.booking.id == *id);
    facts["turn"] = json!(turn.filter(of_series));
    Ok(facts)
}
