//! 予約のきまり: what holds and since when, a new rule with a look at what it changes, ending one.

mod facts;
mod form;

use axum::response::Response;
use kernel::{Failed, transact};
use serde_json::json;
use web::{Error, FieldError, Flash, Id, Page, Typed};

use crate::{entity::RuleId, read::Catalogue, refused::Refused, rules::Rule, service};

/// `GET /counter/rules`
pub(super) async fn all(page: Page) -> Result<Response, Error> {
    let page = page.nav("rules");
    reader(&page)?;
    let facts = facts::all(&page).await?;
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
    let facts = form::facts(&catalogue, &typed);
    page.form("bookings/rules/new.html", &facts, &typed)
}

/// `POST /counter/rules/confirmation`: what it would change; changes nothing.
pub(super) async fn confirm(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("rules");
    page.manager()?;
    let catalogue = Catalogue::current(&page.app).await?;
    if typed.text("back") == "back" {
        let facts = form::facts(&catalogue, &typed);
        return page.form("bookings/rules/new.html", &facts, &typed);
    }
    match form::rule(&catalogue, &typed, page.app.clock.now().date()) {
        Ok(rule) => {
            let mut facts = facts::preview(&page, &catalogue, &rule).await?;
            facts["kept"] = form::kept(&typed).into();
            page.form("bookings/rules/confirm.html", &facts, &typed)
        }
        Err(wrong) => again(&page, &typed, Refused::Unruly(wrong).into()).await,
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
        Err(failed) => again(&page, &typed, failed).await,
    }
}

async fn make(page: &Page, typed: &Typed) -> Result<RuleId, Failed<Refused>> {
    let app = &page.app;
    let catalogue = Catalogue::current(app).await?;
    let rule: Rule =
        form::rule(&catalogue, typed, app.clock.now().date()).map_err(Refused::Unruly)?;
    transact(&app.db, page.actor(), &app.clock, async |work| {
        service::make_rule(work, &rule).await
    })
    .await
}

/// The form again, with what is wrong beside its field.
async fn again(page: &Page, typed: &Typed, failed: Failed<Refused>) -> Result<Response, Error> {
    let catalogue = Catalogue::current(&page.app).await?;
    let facts = form::facts(&catalogue, typed);
    page.refused(failed.into(), "bookings/rules/new.html", &facts, typed)
}

/// `POST /counter/rules/{id}/end`
pub(super) async fn end(page: Page, Id(id): Id<RuleId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("rules");
    page.manager()?;
    let template = "bookings/rules/one.html";
    let Some(last) = japan::calendar::parse_date(typed.text("last")) else {
        let wrong = [FieldError::new("last", "bookings-closing-date")];
        return page.again(template, &facts::one(&page, id).await?, &typed, &wrong);
    };
    let ended = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::end_rule(work, id, last).await
    });
    if let Err(failed) = ended.await {
        let facts = facts::one(&page, id).await?;
        return page.refused(failed.into(), template, &facts, &typed);
    }
    let flash = Flash::good("bookings-rule-ended", json!({ "date": last }));
    Ok(page.go_saying(&format!("/counter/rules/{id}"), &flash))
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
