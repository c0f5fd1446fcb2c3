//! A ground of 減免: what it says, who has it, and its end.

use axum::response::Response;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::{house_or_ward, reductions, tariff_form};
use crate::{entity::ReductionKindId, read, rules::may_issue, service};

const TEMPLATE: &str = "fees/kind.html";

/// `GET /counter/reductions/{id}`
pub(super) async fn one(page: Page, Id(id): Id<ReductionKindId>) -> Result<Response, Error> {
    let page = page.nav("fees");
    house_or_ward(&page)?;
    page.form(TEMPLATE, &facts(&page, id).await?, &Typed::default())
}

async fn facts(page: &Page, id: ReductionKindId) -> Result<Value, Error> {
    let (db, today) = (page.app.db.reader(), super::now(page).date());
    let kind = read::kind(db, id).await?.ok_or_else(Error::not_found)?;
    let own = may_issue(&page.actor(), kind.row.issued_by);
    Ok(json!({
        "kind": reductions::told(page, &kind),
        "count": read::count_reduced(db, id, today).await?,
        "may_end": own && kind.valid_until.is_none_or(|until| today < until),
        "planned": today < kind.valid_from,
        "today": today,
    }))
}

/// `POST /counter/reductions/{id}/end`
pub(super) async fn end(
    page: Page,
    Id(id): Id<ReductionKindId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("fees");
    house_or_ward(&page)?;
    let last = tariff_form::date(&typed, "last");
    let facts = facts(&page, id).await?;
    let ended = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::end_kind(work, id, last).await
    });
    if let Err(failed) = ended.await {
        return page.refused(failed.into(), TEMPLATE, &facts, &typed);
    }
    let flash = Flash::good("fees-kind-ended", json!({}));
    Ok(page.go_saying("/counter/reductions", &flash))
}
