//! Breaking the glass, and who has read a case.

use axum::response::Response;
use chrono::TimeDelta;
use kernel::transact;
use serde_json::json;
use web::{Error, Id, Page, Typed};

use super::{acts::saved, opened, triage::again};
use crate::{entity::CaseId, pages::viewer, read, service};

/// So many openings are listed.
const MANY: u64 = 200;
/// So far back readings for a reason are listed.
const LISTED: TimeDelta = TimeDelta::days(400);

/// `POST /cases/{id}/glass`
pub(super) async fn break_glass(
    page: Page,
    Id(id): Id<CaseId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("cases");
    viewer(&page)?;
    let why = typed.text("why").replace("\r\n", "\n");
    let broken = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::break_glass(work, id, &why).await
    });
    match broken.await {
        Ok(()) => Ok(saved(&page, id, "cases-glass-broken")),
        Err(failed) => again(&page, id, failed.into(), &typed).await,
    }
}

/// `GET /cases/readings`: who read cases for a reason that they gave, of all cases; for the manager.
pub(super) async fn readings(page: Page) -> Result<Response, Error> {
    let page = page.nav("cases");
    page.manager()?;
    let since = page.app.clock.now() - LISTED;
    let rows = read::broken(page.app.db.reader(), since, MANY).await?;
    let row = |one: &read::Access| {
        json!({
            "case": one.row.case_id, "reference": one.reference, "name": one.name,
            "at": one.row.at.rfc3339(), "why": one.row.why,
        })
    };
    let facts = json!({ "readings": rows.iter().map(row).collect::<Vec<_>>() });
    page.show("consultations/readings.html", &facts)
}

/// `GET /cases/{id}/accesses`: for those who may read the case, and the manager.
pub(super) async fn accesses(page: Page, Id(id): Id<CaseId>) -> Result<Response, Error> {
    let page = page.nav("cases");
    let (case, reading) = opened(&page, id).await?;
    if !reading.asked() {
        page.manager()?;
    }
    let rows = read::accesses(page.app.db.reader(), id, MANY).await?;
    // Who handles a case that is for those involved only is not told by who reads it either; who
    // broke the glass is always named.
    let told = reading.asked() || !case.row.need_to_know;
    let row = |one: &read::Access| {
        let name = (told || one.row.why.is_some()).then_some(&one.name);
        json!({ "name": name, "at": one.row.at.rfc3339(), "why": one.row.why })
    };
    let facts = json!({
        "case": { "id": id, "reference": case.row.reference },
        "accesses": rows.iter().map(row).collect::<Vec<_>>(),
    });
    page.show("consultations/accesses.html", &facts)
}
