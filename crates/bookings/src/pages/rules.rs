//! 予約のきまり: what holds and since when, a new rule with a look at what it changes, ending one.

mod end;
mod facts;
mod form;

use axum::response::Response;
use kernel::{Failed, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed, sheet::Form};

use super::lists::RULES;
use crate::{
    entity::RuleId,
    read::{self, Catalogue},
    refused::Refused,
    rules::{Rule, terms::Revision},
    service,
};

pub(super) use end::end;

/// `GET /counter/rules?as=`
pub(super) async fn all(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("rules");
    reader(&page)?;
    let facts = facts::all(&page).await?;
    if let Some(form) = Form::asked(&typed)? {
        let kinds = facts["kinds"].as_array().into_iter().flatten();
        let over = facts["over"].as_array().into_iter().flatten();
        let rows = kinds.flat_map(|kind| kind["rows"].as_array().into_iter().flatten());
        let rows: Vec<Value> = rows.chain(over).cloned().collect();
        return page.file_of_today(form, &RULES, &rows).await;
    }
    page.show("bookings/rules/all.html", &facts)
}

/// `GET /counter/rules/{id}`: the rule, and ending it.
pub(super) async fn one(page: Page, Id(id): Id<RuleId>) -> Result<Response, Error> {
    let page = page.nav("rules");
    reader(&page)?;
    let facts = facts::one(&page, id).await?;
    let today = page.app.clock.now().date().to_string();
    let typed = Typed::default().or("last", &today);
    page.form("bookings/rules/one.html", &facts, &typed)
}

/// `GET /counter/rules/new?kind=`
pub(super) async fn new(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("rules");
    page.manager()?;
    let today = page.app.clock.now().date().to_string();
    let typed = typed.or("since", &today).or("clock", "9:00");
    let catalogue = Catalogue::current(&page.app).await?;
    let facts = form::facts(&catalogue, &typed, page.app.clock.now().date());
    page.form("bookings/rules/new.html", &facts, &typed)
}

/// `POST /counter/rules/confirmation`: what it would change; changes nothing.
pub(super) async fn confirm(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("rules");
    page.manager()?;
    let catalogue = Catalogue::current(&page.app).await?;
    if typed.text("back") == "back" {
        let facts = form::facts(&catalogue, &typed, page.app.clock.now().date());
        return page.form("bookings/rules/new.html", &facts, &typed);
    }
    match preview(&page, &typed).await {
        Ok(facts) => page.form("bookings/rules/confirm.html", &facts, &typed),
        Err(failed) => again(&page, &typed, failed).await,
    }
}

/// `POST /counter/rules`
pub(super) async fn create(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("rules");
    page.manager()?;
    match make(&page, &typed).await {
        Ok(id) => {
            let flash = Flash::good("bookings-rule-done", json!({}));
            Ok(page.go_saying(&format!("/counter/rules/{id}"), &flash))
        }
        // Whoever saw something else is shown what it changes now.
        Err(Failed::Refused(Refused::SetUpChanged)) => {
            let facts = preview(&page, &typed).await?;
            let refused = Failed::Refused(Refused::SetUpChanged);
            page.refused(
                refused.into(),
                "bookings/rules/confirm.html",
                &facts,
                &typed,
            )
        }
        Err(failed) => again(&page, &typed, failed).await,
    }
}

/// What the typed rule would change, and the catalogue that this was read from.
async fn preview(page: &Page, typed: &Typed) -> Result<Value, Failed<Refused>> {
    let seen = read::catalogue_version(page.app.db.reader()).await?;
    let catalogue = Catalogue::current(&page.app).await?;
    let today = page.app.clock.now().date();
    let rule = form::rule(&catalogue, typed, today).map_err(Refused::Unruly)?;
    let revision = Revision::entering(&catalogue.rules, &rule);
    let mut facts = facts::preview(page, &catalogue, &revision).await?;
    facts["seen"] = seen.into();
    facts["kept"] = form::kept(typed).into();
    Ok(facts)
}

async fn make(page: &Page, typed: &Typed) -> Result<RuleId, Failed<Refused>> {
    let app = &page.app;
    let catalogue = Catalogue::current(app).await?;
    let today = app.clock.now().date();
    let rule: Rule = form::rule(&catalogue, typed, today).map_err(Refused::Unruly)?;
    transact(&app.db, page.actor(), &app.clock, async |work| {
        service::make_rule(work, &rule, form::seen(typed)).await
    })
    .await
}

/// The form again, with what is wrong beside its field.
async fn again(page: &Page, typed: &Typed, failed: Failed<Refused>) -> Result<Response, Error> {
    let catalogue = Catalogue::current(&page.app).await?;
    let facts = form::facts(&catalogue, typed, page.app.clock.now().date());
    page.refused(failed.into(), "bookings/rules/new.html", &facts, typed)
}

/// Lets those who work here and the ward read.
pub(super) fn reader(page: &Page) -> Result<(), Error> {
    let viewer = page.person()?;
    let roles = viewer.actor.roles;
    if roles.is_staff() || roles.is_ward() {
        Ok(())
    } else {
        Err(Error::forbidden())
    }
}
