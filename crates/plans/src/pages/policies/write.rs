//! The ward writes policies.

use axum::response::Response;
use japan::{calendar::parse_date, fiscal::FiscalYear};
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::{
    super::{seen_version, writer, year},
    ONE, answer, seen,
};
use crate::{
    Refused,
    entity::PolicyId,
    read::policies as read,
    rules::policy::{Draft, Text},
    service::policies as service,
};

const FORM: &str = "plans/policy_form.html";

/// `GET /policies/new?year=2027&from=`: empty, or with what another policy says.
pub(in super::super) async fn new(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("policies");
    writer(&page)?;
    let year = year(&page, &typed)?;
    let mut filled = Typed::default()
        .or("year", &year.year().to_string())
        .or("valid_from", &year.first_day().to_string());
    if let Ok(from) = typed.text("from").parse() {
        let found = read::policy(page.app.db.reader(), &page.actor(), from).await?;
        let earlier = found.ok_or_else(Error::not_found)?;
        // The version on whose page it was asked for.
        let number = typed.number::<i32>("version");
        let mut versions = earlier.versions.iter();
        let read = versions.find(|one| number.is_none_or(|number| one.row.number == number));
        let read = read.ok_or_else(Error::not_found)?;
        filled = filled
            .or("field", &earlier.row.field)
            .or("body", &read.row.body);
    }
    let facts = facts(&page, year, None).await?;
    page.form(FORM, &facts, &filled)
}

/// `POST /policies`
pub(in super::super) async fn create(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("policies");
    writer(&page)?;
    let draft = Draft {
        fiscal_year: FiscalYear::parse(typed.text("year")),
        field: typed.text("field").to_owned(),
        text: text(&typed),
    };
    let made = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::draft(work, &draft).await
    });
    match made.await {
        Ok(id) => {
            let flash = Flash::good("plans-drafted", json!({}));
            Ok(page.go_saying(&format!("/policies/{id}"), &flash))
        }
        Err(failed) => {
            let today = FiscalYear::of(page.app.clock.now().date());
            let facts = facts(&page, draft.fiscal_year.unwrap_or(today), None).await?;
            page.refused(failed.into(), FORM, &facts, &typed)
        }
    }
}

/// `GET /policies/{id}/edit`
pub(in super::super) async fn edit(page: Page, Id(id): Id<PolicyId>) -> Result<Response, Error> {
    let page = page.nav("policies");
    writer(&page)?;
    let shown = seen(&page, id, None).await?;
    if shown["may_edit"] != true {
        // The page of the policy says how far it is.
        return Ok(page.go(&format!("/policies/{id}")));
    }
    let said = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let typed = Typed::default()
        .or("body", &said(&shown["body"]))
        .or("valid_from", &said(&shown["version"]["valid_from"]))
        .or("of", &said(&shown["version"]["id"]))
        .or("edition", &shown["version"]["edition"].to_string());
    page.form(FORM, &edited(&page, id, &shown).await?, &typed)
}

/// `POST /policies/{id}`
pub(in super::super) async fn change(
    page: Page,
    Id(id): Id<PolicyId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("policies");
    writer(&page)?;
    let (edition, text) = (seen_version(&typed, "edition"), text(&typed));
    let changed = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::edit(work, id, edition.ok_or(Refused::Changed)?, &text).await
    });
    match changed.await {
        Ok(()) => {
            let flash = Flash::good("plans-edited", json!({}));
            Ok(page.go_saying(&format!("/policies/{id}"), &flash))
        }
        Err(failed) => {
            let shown = seen(&page, id, None).await?;
            if shown["may_edit"] != true {
                // It was handed over meanwhile: what was typed is shown, there is nothing to save.
                return page.refused(failed.into(), ONE, &shown, &typed);
            }
            let facts = edited(&page, id, &shown).await?;
            page.refused(failed.into(), FORM, &facts, &typed)
        }
    }
}

/// `POST /policies/{id}/removal`: the draft is thrown away.
pub(in super::super) async fn discard(
    page: Page,
    Id(id): Id<PolicyId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("policies");
    writer(&page)?;
    let edition = seen_version(&typed, "edition");
    let discarded = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::discard(work, id, edition.ok_or(Refused::Changed)?).await
    });
    match discarded.await {
        Ok(false) => {
            let flash = Flash::good("plans-discarded", json!({}));
            Ok(page.go_saying("/policies", &flash))
        }
        left => answer(&page, id, &typed, left.map(|_| ()), "plans-discarded").await,
    }
}

/// `POST /policies/{id}/revision`: the next version begins with what this one says.
pub(in super::super) async fn revise(
    page: Page,
    Id(id): Id<PolicyId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("policies");
    writer(&page)?;
    let revised = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::revise(work, id).await
    });
    answer(&page, id, &typed, revised.await, "plans-revised").await
}

fn text(typed: &Typed) -> Text {
    Text {
        // As browsers count its lines.
        body: typed.text("body").replace("\r\n", "\n"),
        valid_from: parse_date(typed.text("valid_from")),
    }
}

/// The form of a draft that is there: its words now, for whoever was overtaken.
async fn edited(page: &Page, id: PolicyId, shown: &Value) -> Result<Value, Error> {
    let year = shown["year"]
        .as_i64()
        .and_then(|year| i32::try_from(year).ok());
    let year = year.and_then(|year| FiscalYear::try_starting_in(year).ok());
    let mut facts = facts(page, year.ok_or_else(Error::not_found)?, Some(id)).await?;
    facts["field"] = shown["field"].clone();
    facts["now"] = shown["body"].clone();
    facts["now_from"] = shown["version"]["valid_from"].clone();
    facts["of"] = shown["version"]["id"].clone();
    facts["edition"] = shown["version"]["edition"].clone();
    Ok(facts)
}

/// What the form needs to be written.
async fn facts(page: &Page, year: FiscalYear, id: Option<PolicyId>) -> Result<Value, Error> {
    let next = year.next();
    let years = [year.previous(), year, next, next.next()];
    let choice =
        |year: FiscalYear| json!({ "value": year.year().to_string(), "label": year.name() });
    Ok(json!({
        "id": id,
        "field": null,
        "now": null,
        "now_from": null,
        "of": null,
        "edition": null,
        "year_name": year.name(),
        "first": year.first_day(),
        "years": years.map(choice),
        "fields": read::fields(page.app.db.reader()).await?,
    }))
}
