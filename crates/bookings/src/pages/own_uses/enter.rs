//! Entering an own use: what is wished, a look at every time of it, and taking it.

use axum::response::Response;
use kernel::{Failed, transact};
use serde_json::json;
use web::{Error, Flash, Page, Typed};

use super::{facts, form};
use crate::{
    read::{self, Catalogue, OwnPlan},
    refused::{Refused, Unowned},
    rules::own_uses::OwnWish,
    service,
};

const FORM: &str = "bookings/own_uses/new.html";
const CHECK: &str = "bookings/own_uses/check.html";

/// `GET /counter/own-uses/new?space_id=&date=&starts_at=&ends_at=`
pub(in super::super) async fn new(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("own-uses");
    page.staff()?;
    let facts = form::facts(&page, &typed).await?;
    page.form(FORM, &facts, &typed)
}

/// `POST /counter/own-uses/confirmation`: every time with what stands there; changes nothing.
pub(in super::super) async fn confirm(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("own-uses");
    page.staff()?;
    let typed = form::with_instead(&typed);
    if typed.text("back") == "back" {
        return page.form(FORM, &form::facts(&page, &typed).await?, &typed);
    }
    let wish = form::wish(&typed);
    match planned(&page, &wish).await {
        Ok(plan) => {
            let facts = facts::check(&page, &plan, &wish, form::kept(&typed)).await?;
            page.form(CHECK, &facts, &typed)
        }
        Err(failed) => again(&page, &typed, failed).await,
    }
}

/// `POST /counter/own-uses`
pub(in super::super) async fn create(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("own-uses");
    page.staff()?;
    let wish = form::wish(&typed);
    let made = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::use_own(work, &wish).await
    });
    match made.await {
        Ok(id) => {
            let flash = Flash::good("bookings-own-made-flash", json!({}));
            Ok(page.go_saying(&format!("/counter/own-uses/{id}"), &flash))
        }
        Err(Failed::Refused(Refused::Own(why))) if why == [Unowned::Taken] => {
            let plan = planned(&page, &wish).await?;
            let facts = facts::check(&page, &plan, &wish, form::kept(&typed)).await?;
            let failed = Failed::from(Refused::Own(why));
            page.refused(failed.into(), CHECK, &facts, &typed)
        }
        Err(failed) => again(&page, &typed, failed).await,
    }
}

/// What is wished, with the devices that are there at every time of it.
async fn planned(page: &Page, wish: &OwnWish) -> Result<OwnPlan, Failed<Refused>> {
    let db = page.app.db.reader();
    let catalogue = Catalogue::current(&page.app).await?;
    let plan = read::own_plan(db, &catalogue, wish, page.app.clock.now()).await?;
    let lacks = read::own_lacks(db, &plan, &wish.devices).await?;
    if lacks.is_empty() {
        Ok(plan)
    } else {
        Err(Refused::Wrong(lacks).into())
    }
}

/// The form again, with what is wrong beside its field.
async fn again(page: &Page, typed: &Typed, failed: Failed<Refused>) -> Result<Response, Error> {
    let facts = form::facts(page, typed).await?;
    page.refused(failed.into(), FORM, &facts, typed)
}
