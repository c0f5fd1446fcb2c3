//! Ending a rule: first what then holds, and whom it concerns.

use axum::response::Response;
use chrono::NaiveDate;
use kernel::{Failed, transact};
use serde_json::json;
use web::{Error, FieldError, Flash, Id, Page, Typed};

use super::{facts, form};
use crate::{
    entity::RuleId,
    read::{self, Catalogue},
    refused::Refused,
    rules::terms::Revision,
    service,
};

const TEMPLATE: &str = "bookings/rules/one.html";

/// `POST /counter/rules/{id}/end`: first shows what it changes, then ends it.
pub(in super::super) async fn end(
    page: Page,
    Id(id): Id<RuleId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("rules");
    page.manager()?;
    if typed.text("act") == "back" {
        return page.form(TEMPLATE, &facts::one(&page, id).await?, &typed);
    }
    let Some(last) = japan::calendar::parse_date(typed.text("last")) else {
        let wrong = [FieldError::new("last", "bookings-closing-date")];
        return page.again(TEMPLATE, &facts::one(&page, id).await?, &typed, &wrong);
    };
    if typed.text("act") != "set" {
        return check(&page, id, last, &typed, None).await;
    }
    let ended = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::end_rule(work, id, last, form::seen(&typed)).await
    });
    match ended.await {
        Ok(()) => {
            let flash = Flash::good("bookings-rule-ended", json!({ "date": last }));
            Ok(page.go_saying(&format!("/counter/rules/{id}"), &flash))
        }
        Err(failed) => check(&page, id, last, &typed, Some(failed)).await,
    }
}

/// The page that asks whether it is right. Whoever saw something else is shown what it changes now;
/// what cannot be ended so leads back to the rule.
async fn check(
    page: &Page,
    id: RuleId,
    last: NaiveDate,
    typed: &Typed,
    failed: Option<Failed<Refused>>,
) -> Result<Response, Error> {
    let db = page.app.db.reader();
    let seen = read::catalogue_version(db).await?;
    let catalogue = Catalogue::current(&page.app).await?;
    let rule = catalogue.rules.iter().find(|rule| rule.id == id);
    let rule = rule.ok_or_else(Error::not_found)?;
    let today = page.app.clock.now().date();
    if let Err(refused) = rule.may_end(last, today) {
        let facts = facts::one(page, id).await?;
        return page.refused(Failed::Refused(refused).into(), TEMPLATE, &facts, typed);
    }
    let revision = Revision::ending(&catalogue.rules, rule, last);
    let mut facts = facts::preview(page, &catalogue, &revision).await?;
    facts["id"] = json!(id);
    facts["last"] = json!(last);
    facts["seen"] = seen.into();
    let template = "bookings/rules/end.html";
    match failed {
        None => page.form(template, &facts, typed),
        Some(failed) => page.refused(failed.into(), template, &facts, typed),
    }
}
