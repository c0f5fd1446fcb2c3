//! センター使用: what the centre uses itself, month by month for the counter and the ward, and
//! giving a space back.

mod change;
mod enter;
mod facts;
mod form;
mod reasons;
mod sheet;

use axum::response::Response;
use japan::fiscal::FiscalYear;
use kernel::{Failed, Fault, transact};
use plans::read::offered::offered;
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed, sheet::Form};

use super::{
    figures::{asked, name},
    rules::reader,
};
use crate::{
    entity::{OwnUseId, own_use},
    read::{self, Catalogue, OwnFilter},
    refused::{Refused, Unowned},
    service,
};

pub(super) use change::{change, change_form};
pub(super) use enter::{confirm, create, new};
pub(super) use facts::line;
pub(super) use reasons::{add_reason, end_reason, reasons};

pub(super) const ONE: &str = "bookings/own_uses/one.html";

/// `GET /counter/own-uses?month=2026-12&as=`: for those who work here, and for the ward.
pub(super) async fn month(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("own-uses");
    reader(&page)?;
    let month = asked(page.app.clock.now().date(), typed.text("month"))?;
    let catalogue = Catalogue::current(&page.app).await?;
    let filter = OwnFilter::Within(read::span_of(month));
    let cards = read::own_cards(page.app.db.reader(), &catalogue, filter).await?;
    if let Some(form) = Form::asked(&typed)? {
        let rows = sheet::rows(&page, &cards);
        return page.file(form, &sheet::OWN_USES, &name(month), &rows).await;
    }
    let facts = facts::month(&page, month, &cards);
    page.show("bookings/own_uses/month.html", &facts)
}

/// `GET /counter/own-uses/{id}`
pub(super) async fn one(page: Page, Id(id): Id<OwnUseId>) -> Result<Response, Error> {
    let page = page.nav("own-uses");
    reader(&page)?;
    let (_, facts) = seen(&page, id).await?;
    page.form(ONE, &facts, &Typed::default().or("reach", "this"))
}

/// An own use, and what its page shows.
pub(super) async fn seen(page: &Page, id: OwnUseId) -> Result<(own_use::Model, Value), Error> {
    let (row, mut facts) = facts::one(page, id).await?;
    facts["is_planned"] = is_planned(page, &row).await?.into();
    facts["ward"] = super::ward_numbers::of(page, row.hold_id, row.space_id).await?;
    Ok((row, facts))
}

/// Whether what it is for is still in the approved plan of its year, or has the ward's consent; a use
/// from before there were plans names nothing.
async fn is_planned(page: &Page, row: &own_use::Model) -> Result<bool, Fault> {
    let Some(programme) = row.programme_id else {
        return Ok(true);
    };
    let year = FiscalYear::of(row.starts_at.date()).year();
    let offered = offered(page.app.db.reader(), &[year]).await?;
    Ok(offered.iter().any(|one| one.id == programme))
}

/// `POST /counter/own-uses/{id}/return`: gives the space back, this time or from it on.
pub(super) async fn give_back(
    page: Page,
    Id(id): Id<OwnUseId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("own-uses");
    page.staff()?;
    let following = typed.text("reach") == "following";
    let given = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::give_back(work, id, following).await
    });
    match given.await {
        Ok(()) => {
            let flash = Flash::good("bookings-own-ended-flash", json!({}));
            Ok(page.go_saying(&format!("/counter/own-uses/{id}"), &flash))
        }
        Err(Failed::Refused(Refused::Own(why))) if why == [Unowned::NotStanding] => {
            let failed = Failed::from(Refused::Own(why));
            page.refused(failed.into(), ONE, &seen(&page, id).await?.1, &typed)
        }
        Err(failed) => Err(failed.into()),
    }
}
