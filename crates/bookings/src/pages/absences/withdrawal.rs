//! Taking a day with a warning back: first what then counts, whom it restricts and who is told.

use axum::response::Response;
use kernel::{Failed, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::{super::counter::named, LISTED, TEMPLATE, facts};
use crate::{
    entity::WarningId,
    read::{self, CountsAgain, Withdrawal},
    refused::{Refused, Unruled},
    service,
};

const CHECK: &str = "bookings/rules/withdrawal.html";

/// `GET /counter/absences/warnings/{id}`: what withdrawing it brings.
pub(in super::super) async fn withdrawal(
    page: Page,
    Id(id): Id<WarningId>,
) -> Result<Response, Error> {
    let page = page.nav("rules");
    page.staff()?;
    let found = read::withdrawal(page.app.db.reader(), id, page.app.clock.now()).await?;
    let facts = said(&page, &found.ok_or_else(Error::not_found)?).await?;
    page.form(CHECK, &facts, &Typed::default())
}

/// `POST /counter/absences/warnings/{id}/withdrawal`
pub(in super::super) async fn withdraw(
    page: Page,
    Id(id): Id<WarningId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("rules");
    page.staff()?;
    let seen = typed.text("seen");
    let done = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::withdraw_warning(work, id, seen).await
    });
    match done.await {
        Ok(warning) => {
            let told = json!({ "date": warning.on_date, "warning": warning.warning });
            let flash = Flash::good("bookings-warning-withdrawn", told);
            Ok(page.go_saying("/counter/absences", &flash))
        }
        Err(failed) => again(&page, id, &typed, failed).await,
    }
}

/// What follows now, for whoever saw something else; what was withdrawn already leads to the list.
async fn again(
    page: &Page,
    id: WarningId,
    typed: &Typed,
    failed: Failed<Refused>,
) -> Result<Response, Error> {
    let found = read::withdrawal(page.app.db.reader(), id, page.app.clock.now()).await?;
    let Some(found) = found else {
        let gone = Failed::Refused(Refused::Ruled(Unruled::NoSuchWarning));
        let facts = facts(page, LISTED).await?;
        return page.refused(gone.into(), TEMPLATE, &facts, typed);
    };
    page.refused(failed.into(), CHECK, &said(page, &found).await?, typed)
}

async fn said(page: &Page, found: &Withdrawal) -> Result<Value, Error> {
    let cards: Vec<_> = found.again.iter().map(|one| one.card.clone()).collect();
    let all = named(page, &cards).await?.into_iter();
    let row = |(mut facts, one): (Value, &CountsAgain)| {
        facts["asked_on"] = one.asked_on.as_deref().into();
        facts["follows"] = one.follows(page.lang).into();
        facts
    };
    Ok(json!({
        "id": found.warning.id,
        "on": found.warning.on_date,
        "warning": found.warning.warning,
        "entered_at": found.warning.made_at.rfc3339(),
        "rows": all.zip(&found.again).map(row).collect::<Vec<_>>(),
        "seen": found.seen(),
    }))
}
