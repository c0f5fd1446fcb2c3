//! 料金表: what uses cost, from when on; entering a price with a look at what changes.

use axum::response::Response;
use kernel::{Failed, transact};
use organisations::rules::Category;
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed, sheet::Form};

use super::{facts, lists, pay, tariff_form};
use crate::{
    entity::TariffId,
    read::{self, Tariff},
    refused::Refused,
    rules::{NewRate, Rate, gaps, in_force, may_set},
    service,
};

/// `GET /counter/tariffs?as=`
pub(super) async fn all(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("fees");
    page.staff()?;
    let facts = all_facts(&page).await?;
    if let Some(form) = Form::asked(&typed)? {
        let tariffs = facts["rows"].as_array().map_or(&[][..], Vec::as_slice);
        let rows = lists::prices(tariffs);
        return page.file_of_today(form, &lists::TARIFFS, &rows).await;
    }
    page.form("fees/tariffs.html", &facts, &Typed::default())
}

async fn all_facts(page: &Page) -> Result<Value, Error> {
    let tariffs = read::tariffs(page.app.db.reader()).await?;
    let rows: Vec<Value> = tariffs.iter().map(|one| facts::tariff(page, one)).collect();
    Ok(json!({ "rows": rows, "may_set": may_set(&page.actor()) }))
}

/// `POST /counter/tariffs`: a new one, by name.
pub(super) async fn open(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("fees");
    page.manager()?;
    let opened = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::open_tariff(work, typed.text("name"), typed.text("name_en")).await
    });
    match opened.await {
        Ok(id) => Ok(page.go(&format!("/counter/tariffs/{id}/new"))),
        Err(failed) => {
            let facts = all_facts(&page).await?;
            page.refused(failed.into(), "fees/tariffs.html", &facts, &typed)
        }
    }
}

/// `GET /counter/tariffs/{id}`
pub(super) async fn one(page: Page, Id(id): Id<TariffId>) -> Result<Response, Error> {
    let page = page.nav("fees");
    page.staff()?;
    let tariff = found(&page, id).await?;
    let facts = json!({
        "tariff": facts::tariff(&page, &tariff),
        "may_set": may_set(&page.actor()),
    });
    page.show("fees/tariff.html", &facts)
}

async fn found(page: &Page, id: TariffId) -> Result<Tariff, Error> {
    let tariff = read::tariff(page.app.db.reader(), id).await?;
    tariff.ok_or_else(Error::not_found)
}

/// `GET /counter/tariffs/{id}/new`: the form of a price.
pub(super) async fn new(page: Page, Id(id): Id<TariffId>) -> Result<Response, Error> {
    let page = page.nav("fees");
    page.manager()?;
    let tariff = found(&page, id).await?;
    let typed = Typed::default()
        .or("tax", "standard")
        .or("pricing", "within")
        .or("unit", "hour")
        .or("step_minutes", "60")
        .or("seen", &tariff.rates.len().to_string());
    page.form("fees/rate.html", &form_facts(&page, &tariff), &typed)
}

fn form_facts(page: &Page, tariff: &Tariff) -> Value {
    let mut facts = tariff_form::choices();
    facts["tariff"] = facts::tariff(page, tariff);
    facts["today"] = super::now(page).date().to_string().into();
    facts
}

/// What was asked about a price: is it right, or what is said instead.
pub enum RateAsked {
    /// It can be entered: what its page says of it, and the price itself.
    Sure(Value, NewRate),
    /// The form again: on the way back, or with what is wrong.
    Answer(Response),
}

/// What a price would change in its tariff, before it is entered. Whose bookings it touches is
/// added by whoever knows them: they show [`RATE_CONFIRM`].
pub async fn ask_about_rate(page: &Page, id: TariffId, typed: &Typed) -> Result<RateAsked, Error> {
    page.manager()?;
    let tariff = found(page, id).await?;
    let mut facts = form_facts(page, &tariff);
    if typed.text("back") == "back" {
        return page
            .form("fees/rate.html", &facts, typed)
            .map(RateAsked::Answer);
    }
    match tariff_form::rate(typed).allowed(super::now(page).date()) {
        Ok(new) => {
            facts["change"] = change(&tariff, &new);
            facts["kept"] = facts::kept(typed, &tariff_form::FIELDS).into();
            Ok(RateAsked::Sure(facts, new))
        }
        Err(wrong) => {
            let errors = pay::errors(&Refused::Wrong(wrong));
            page.again("fees/rate.html", &facts, typed, &errors)
                .map(RateAsked::Answer)
        }
    }
}

/// The page that asks whether a price is right: what [`ask_about_rate`] says, `touched`, `count`,
/// `limit`.
pub const RATE_CONFIRM: &str = "fees/rate_confirm.html";

/// The new price beside the one whose place it takes.
fn change(tariff: &Tariff, new: &NewRate) -> Value {
    let entered = new.entered();
    let same = tariff
        .rates
        .iter()
        .filter(|rate| rate.selector == new.selector);
    let same: Vec<Rate> = same.cloned().collect();
    // Whoever the new price speaks of pays by these now, or by the price for everyone.
    let category = Category {
        locality: new
            .selector
            .locality
            .unwrap_or(Category::UNREVIEWED.locality),
        party: new.selector.party.unwrap_or(Category::UNREVIEWED.party),
        stage: new.selector.stage.unwrap_or(Category::UNREVIEWED.stage),
    };
    let mut all = tariff.rates.clone();
    all.push(entered.clone());
    let before = in_force(&same, category, new.valid_from)
        .or_else(|| in_force(&tariff.rates, category, new.valid_from));
    json!({
        "before": before.map(read::rate_facts),
        "after": read::rate_facts(&entered),
        "gaps": read::gap_facts(&gaps(&all, new.valid_from)),
        "corrects": before.is_some_and(|rate| {
            rate.selector == new.selector && rate.valid_from == new.valid_from
        }),
    })
}

/// `POST /counter/tariffs/{id}/rates`
pub(super) async fn set(page: Page, Id(id): Id<TariffId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("fees");
    page.manager()?;
    let tariff = found(&page, id).await?;
    let saved = match tariff_form::rate(&typed).allowed(super::now(&page).date()) {
        Ok(new) => {
            let seen = typed.text("seen").parse().ok();
            transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
                service::set_rate(work, id, &new, seen).await
            })
            .await
        }
        Err(wrong) => Err(Failed::Refused(Refused::Wrong(wrong))),
    };
    if let Err(failed) = saved {
        let facts = form_facts(&page, &tariff);
        return page.refused(failed.into(), "fees/rate.html", &facts, &typed);
    }
    let flash = Flash::good("fees-rate-flash", json!({}));
    Ok(page.go_saying(&format!("/counter/tariffs/{id}"), &flash))
}
