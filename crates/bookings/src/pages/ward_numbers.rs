//! 区の施設予約システム: which spaces it knows too, and its numbers of bookings and own uses.

use axum::response::Response;
use kernel::{Failed, Fault, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::{mine, own_uses};
use crate::{
    entity::{BookingId, HoldId, OwnUseId, SpaceId},
    read,
    refused::Refused,
    service,
};

/// The ward's number of a use, for its page; none where the space is not shared and never was.
pub(super) async fn of(page: &Page, hold: HoldId, space: SpaceId) -> Result<Value, Fault> {
    let db = page.app.db.reader();
    let reference = read::ward_reference(db, hold, space).await?;
    // A number can be corrected, or taken from a use that has moved away from its space.
    let may_write = read::is_shared(db, space).await? || read::is_numbered(db, hold).await?;
    if reference.is_none() && !may_write {
        return Ok(Value::Null);
    }
    Ok(json!({
        "may_write": page.staff().is_ok() && may_write,
        "value": reference,
        "reference": reference,
    }))
}

/// `POST /bookings/{id}/ward-reference`
pub(super) async fn of_booking(
    page: Page,
    Id(id): Id<BookingId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("bookings");
    page.staff()?;
    let (card, mut facts) = mine::seen(&page, id).await?;
    let (hold, space) = (card.booking.hold_id, card.booking.space_id);
    match written(&page, hold, space, &typed).await {
        Ok(()) => Ok(done(&page, &format!("/bookings/{id}"))),
        Err(failed) => {
            facts["ward"] = again(&facts["ward"], &typed);
            page.refused(failed.into(), "bookings/booking.html", &facts, &typed)
        }
    }
}

/// `POST /counter/own-uses/{id}/ward-reference`
pub(super) async fn of_own_use(
    page: Page,
    Id(id): Id<OwnUseId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("own-uses");
    page.staff()?;
    let (row, mut facts) = own_uses::seen(&page, id).await?;
    match written(&page, row.hold_id, row.space_id, &typed).await {
        Ok(()) => Ok(done(&page, &format!("/counter/own-uses/{id}"))),
        Err(failed) => {
            facts["ward"] = again(&facts["ward"], &typed);
            page.refused(failed.into(), own_uses::ONE, &facts, &typed)
        }
    }
}

async fn written(
    page: &Page,
    hold: HoldId,
    space: SpaceId,
    typed: &Typed,
) -> Result<(), Failed<Refused>> {
    let reference = typed.text("ward_reference");
    transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::write_ward_reference(work, hold, space, reference).await
    })
    .await
}

/// The form once more with what was typed, even where the space is shared no longer.
fn again(ward: &Value, typed: &Typed) -> Value {
    json!({
        "may_write": true,
        "value": typed.text("ward_reference"),
        "reference": ward["reference"],
    })
}

fn done(page: &Page, path: &str) -> Response {
    page.go_saying(path, &Flash::good("bookings-ward-written", json!({})))
}

/// `POST /counter/spaces/{id}/sharing`
pub(super) async fn share(
    page: Page,
    Id(id): Id<SpaceId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("venue");
    page.manager()?;
    let shared = typed.text("shared") == "on";
    transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::share_space(work, id, shared).await
    })
    .await?;
    let key = if shared {
        "bookings-ward-shared"
    } else {
        "bookings-ward-unshared"
    };
    let path = format!("/counter/spaces/{id}");
    Ok(page.go_saying(&path, &Flash::good(key, json!({}))))
}
