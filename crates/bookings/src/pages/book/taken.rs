//! What can be had instead of what someone else has taken, or of what stands against a rule.

use axum::response::Response;
use kernel::Failed;
use serde_json::{Value, json};
use web::{Error, Page, Typed};

use super::{
    super::slot,
    book_form::{self, clock},
};
use crate::{
    read,
    refused::{Alternative, Refused},
};

/// The form again with every broken rule, or that someone was faster; and what can be had instead,
/// each with a button.
pub(in crate::pages) async fn refused(
    page: &Page,
    typed: &Typed,
    failed: Failed<Refused>,
) -> Result<Response, Error> {
    let mut facts = book_form::facts(page, typed).await?;
    let mut template = "bookings/use.html";
    match &failed {
        Failed::Refused(Refused::SlotTaken(instead)) => {
            facts["alternatives"] = offers(instead);
            facts["slot"] = slot::typed(typed).into();
            template = "bookings/taken.html";
        }
        Failed::Refused(Refused::WrongBut(_, instead)) => facts["alternatives"] = offers(instead),
        _ => {}
    }
    page.refused(failed.into(), template, &facts, typed)
}

/// The form with why nobody can have this time, and what can be had instead.
pub(super) async fn instead(page: &Page, typed: &Typed, why: Refused) -> Result<Response, Error> {
    let now = page.app.clock.now();
    let near = book_form::wish(page, typed)?.near(now);
    let why = Err::<(), _>(why.into());
    match read::with_alternatives(why, near, &page.app, now, page.lang).await {
        Err(failed) => refused(page, typed, failed).await,
        Ok(()) => Err(Error::not_found()),
    }
}

fn offers(alternatives: &[Alternative]) -> Value {
    let offer = |other: &Alternative| {
        json!({
            "space_id": other.space_id,
            "space": other.space,
            "date": other.span.from.date(),
            "starts_at": clock(other.span.from),
            "ends_at": clock(other.span.until),
            "from": other.span.from.rfc3339(),
            "until": other.span.until.rfc3339(),
        })
    };
    alternatives.iter().map(offer).collect()
}
