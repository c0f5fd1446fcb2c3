//! 相談につなぐ: a wish of a visit becomes a case of somebody whom the centre knows.

use accounts::read::{find_people, person};
use axum::response::Response;
use kernel::{PersonId, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::{super::ask::wish, super::facts as words, facts, sheets::writable};
use crate::{
    Refused,
    entity::{VisitTargetId, visit_target},
    read, rules, service,
};

const FORM: &str = "consultations/visit_case.html";

/// `GET /visit-targets/{id}/case?q=`: who was met is looked for among those whom the centre knows.
pub(super) async fn form(
    page: Page,
    Id(id): Id<VisitTargetId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("visits");
    let target = connectable(&page, id).await?;
    let sheets = read::sheets_of(page.app.db.reader(), id).await?;
    let mut filled = typed
        .or("company", &target.company)
        .or("stage", "company")
        .or("in_ward", "yes")
        .or("mode", "visit")
        .or("consult_in", "ja");
    if let Some(last) = sheets.first() {
        filled = filled.or("about", &last.row.wishes);
        for need in &last.needs {
            filled = filled.and("fields", need.code().to_owned());
        }
    }
    let facts = given(&page, &target, &filled).await?;
    page.form(FORM, &facts, &filled)
}

/// `POST /visit-targets/{id}/case`
pub(super) async fn create(
    page: Page,
    Id(id): Id<VisitTargetId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("visits");
    let target = connectable(&page, id).await?;
    let who = typed.text("person").parse::<PersonId>();
    let made = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        let who = who.map_err(|_error| Refused::Unmet("visits-person-missing"))?;
        service::connect_visit(work, id, (who, &wish(&typed))).await
    });
    match made.await {
        Ok(case) => {
            let flash = Flash::good("visits-connected", json!({}));
            Ok(page.go_saying(&format!("/cases/{case}"), &flash))
        }
        Err(failed) => {
            let facts = given(&page, &target, &typed).await?;
            page.refused(failed.into(), FORM, &facts, &typed)
        }
    }
}

/// A target for coordinators.
async fn connectable(page: &Page, id: VisitTargetId) -> Result<visit_target::Model, Error> {
    let target = writable(page, id).await?;
    if rules::may_arrange(&page.actor()) {
        Ok(target)
    } else {
        Err(Error::forbidden())
    }
}

/// The form, with those whom the search finds.
async fn given(page: &Page, target: &visit_target::Model, typed: &Typed) -> Result<Value, Error> {
    let db = page.app.db.reader();
    let mut people = Vec::new();
    let chosen = typed.text("person").parse::<PersonId>();
    if let Ok(chosen) = chosen {
        people.extend(person(db, chosen).await?);
    }
    if !typed.text("q").is_empty() {
        let found = find_people(db, typed.text("q"), None).await?.items;
        people.extend(found.into_iter().filter(|one| Ok(one.id) != chosen));
    }
    let option =
        |one: &accounts::read::Person| json!({ "value": one.id.to_string(), "label": one.name });
    Ok(json!({
        "target": facts::target(target, page.app.clock.now().date()),
        "people": people.iter().map(option).collect::<Vec<_>>(),
        "choices": words::choices(page)?,
    }))
}
