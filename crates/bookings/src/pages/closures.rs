//! 休館・保守: what closes and when, entering a closure with a look at whom it concerns, ending one.

mod act;
mod facts;
mod form;
mod holidays;
mod letters;

use axum::response::Response;
use kernel::{Failed, Fault, transact};
use serde_json::{Value, json};
use web::{Error, FieldError, Flash, Id, Page, Typed, sheet::Form};

pub(super) use self::letters::letters;
use self::{act::close, form::Wished};
use super::lists::{CLOSURES, RELEASED};
use crate::{
    entity::{ClosureId, hold},
    read::{self, Card, Catalogue},
    refused::Refused,
    service,
};

/// `GET /counter/closures?as=`
pub(super) async fn all(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("closures");
    page.staff()?;
    let facts = facts::all(&page).await?;
    if let Some(form) = Form::asked(&typed)? {
        let rows = both(&facts, ["ahead", "over"]);
        return page.file_of_today(form, &CLOSURES, &rows).await;
    }
    page.show("bookings/closures/all.html", &facts)
}

/// The rows of both tables of a page, for a file: the days of every year as `12/28`.
fn both(facts: &Value, names: [&str; 2]) -> Vec<Value> {
    let rows = |name: &str| facts[name].as_array().cloned().unwrap_or_default();
    let mut all: Vec<Value> = names.into_iter().flat_map(rows).collect();
    for row in all.iter_mut().filter(|row| row["kind"] == "yearly") {
        for end in ["first", "last"] {
            let day = row["when"][end].clone();
            row["when"][end] = format!("{}/{}", day[0], day[1]).into();
        }
    }
    all
}

/// `GET /counter/closures/{id}?as=`: the rule, whom it concerned, and opening again.
pub(super) async fn one(
    page: Page,
    Id(id): Id<ClosureId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("closures");
    page.staff()?;
    let facts = facts::one(&page, id).await?;
    if let Some(form) = Form::asked(&typed)? {
        let rows = both(&facts, ["by_telephone", "by_letter"]);
        return page.file_of_today(form, &RELEASED, &rows).await;
    }
    let tomorrow = page.app.clock.now().date().succ_opt();
    let tomorrow = tomorrow.map(|date| date.to_string()).unwrap_or_default();
    let typed = Typed::default().or("from", &tomorrow);
    page.form("bookings/closures/one.html", &facts, &typed)
}

/// `GET /counter/closures/new?kind=`
pub(super) async fn new(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("closures");
    page.manager()?;
    let today = page.app.clock.now().date().to_string();
    let typed = typed
        .or("kind", "once")
        .or("moves", "on")
        .or("since", &today);
    let catalogue = Catalogue::current(&page.app).await?;
    let facts = form::facts(&catalogue, &typed, page.app.clock.now().date());
    page.form("bookings/closures/new.html", &facts, &typed)
}

/// `POST /counter/closures/confirmation`: whom it would concern; changes nothing.
pub(super) async fn confirm(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("closures");
    page.manager()?;
    if typed.text("back") == "back" {
        let catalogue = Catalogue::current(&page.app).await?;
        let facts = form::facts(&catalogue, &typed, page.app.clock.now().date());
        return page.form("bookings/closures/new.html", &facts, &typed);
    }
    match wished(&page, &typed).await {
        Ok(wished) => preview(&page, &typed, &wished, None).await,
        Err(failed) => again(&page, &typed, failed).await,
    }
}

/// `POST /counter/closures`
pub(super) async fn create(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("closures");
    page.manager()?;
    let wished = match wished(&page, &typed).await {
        Ok(wished) => wished,
        Err(failed) => return again(&page, &typed, failed).await,
    };
    match close(&page, &typed, &wished).await {
        Ok(id) => {
            let flash = Flash::good("bookings-closing-done", json!({}));
            Ok(page.go_saying(&format!("/counter/closures/{id}"), &flash))
        }
        Err(Failed::Refused(more @ Refused::Unseen(_))) => {
            preview(&page, &typed, &wished, Some(more)).await
        }
        Err(failed) => again(&page, &typed, failed).await,
    }
}

/// What was typed, as a closure that can be entered.
async fn wished(page: &Page, typed: &Typed) -> Result<Wished, Failed<Refused>> {
    if !["once", "weekly", "yearly", "for_good"].contains(&typed.text("kind")) {
        return Err(Refused::NoSuchClosure.into());
    }
    let catalogue = Catalogue::current(&page.app).await?;
    let today = page.app.clock.now().date();
    form::wished(&catalogue, typed, today).map_err(|wrong| Refused::Unclosable(wrong).into())
}

/// Shows every booking that would be called off, and what will happen.
async fn preview(
    page: &Page,
    typed: &Typed,
    wished: &Wished,
    refused: Option<Refused>,
) -> Result<Response, Error> {
    let mut facts = facts::preview(page, wished).await?;
    facts["kept"] = form::kept(typed).into();
    let template = "bookings/closures/confirm.html";
    match refused {
        None => page.form(template, &facts, typed),
        Some(refused) => page.refused(Failed::from(refused).into(), template, &facts, typed),
    }
}

/// The form again, with what is wrong beside its field.
async fn again(page: &Page, typed: &Typed, failed: Failed<Refused>) -> Result<Response, Error> {
    let catalogue = Catalogue::current(&page.app).await?;
    let facts = form::facts(&catalogue, typed, page.app.clock.now().date());
    page.refused(failed.into(), "bookings/closures/new.html", &facts, typed)
}

/// `POST /counter/closures/{id}/end`: opens again from a date on.
pub(super) async fn end(
    page: Page,
    Id(id): Id<ClosureId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("closures");
    page.manager()?;
    let template = "bookings/closures/one.html";
    let Some(from) = japan::calendar::parse_date(typed.text("from")) else {
        let wrong = [FieldError::new("from", "bookings-closing-date")];
        return page.again(template, &facts::one(&page, id).await?, &typed, &wrong);
    };
    let ended = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::open_again(work, id, from).await
    });
    if let Err(failed) = ended.await {
        let facts = facts::one(&page, id).await?;
        return page.refused(failed.into(), template, &facts, &typed);
    }
    let flash = Flash::good("bookings-closing-ended", json!({ "date": from }));
    Ok(page.go_saying(&format!("/counter/closures/{id}"), &flash))
}

/// Why the centre called it off, if it did.
pub(super) async fn released_for(page: &Page, card: &Card) -> Result<Option<String>, Fault> {
    if card.state != hold::State::Released {
        return Ok(None);
    }
    let reason = read::released_for(page.app.db.reader(), card.booking.id).await?;
    Ok(reason.map(|reason| reason.said(page.lang).to_owned()))
}
