//! 派遣の申込み: by the person, or by staff for them.

use axum::response::Response;
use japan::fiscal::FiscalYear;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::{super::viewer, facts};
use crate::{
    entity::{CaseId, DispatchId, case, case_field::Field},
    read,
    rules::{self, DispatchDraft},
    service,
};

const FORM: &str = "consultations/dispatch_form.html";
const STAFF_FORM: &str = "consultations/dispatch_staff_form.html";

/// `GET /consultations/{id}/dispatches/new`
pub(super) async fn own_new(page: Page, Id(id): Id<CaseId>) -> Result<Response, Error> {
    let page = page.nav("consult");
    let case = theirs(&page, id).await?;
    let facts = given(&page, &case).await?;
    page.form(FORM, &facts, &Typed::default().or("times", "1"))
}

/// `POST /consultations/{id}/dispatches`
pub(super) async fn own(page: Page, Id(id): Id<CaseId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("consult");
    let case = theirs(&page, id).await?;
    send(page, &case, &typed, (FORM, "consultations")).await
}

/// `GET /cases/{id}/dispatches/new`
pub(super) async fn staff_new(page: Page, Id(id): Id<CaseId>) -> Result<Response, Error> {
    let page = page.nav("cases");
    let case = anothers(&page, id).await?;
    let facts = given(&page, &case).await?;
    page.form(STAFF_FORM, &facts, &Typed::default().or("times", "1"))
}

/// `POST /cases/{id}/dispatches`
pub(super) async fn staff(page: Page, Id(id): Id<CaseId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("cases");
    let case = anothers(&page, id).await?;
    send(page, &case, &typed, (STAFF_FORM, "cases")).await
}

/// `POST /consultations/{id}/dispatches/{dispatch}/withdrawal`
pub(super) async fn own_withdraw(
    page: Page,
    Id((id, dispatch)): Id<(CaseId, DispatchId)>,
    typed: Typed,
) -> Result<Response, Error> {
    let case = theirs(&page, id).await?;
    let row = read::dispatch_row(page.app.db.reader(), dispatch).await?;
    let row = row.filter(|row| row.case_id == case.id);
    row.ok_or_else(Error::not_found)?;
    let seen = typed.number("edition").unwrap_or(0);
    let ended = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::withdraw_dispatch(work, dispatch, seen, "").await
    });
    ended.await?;
    let flash = Flash::good("dispatches-withdrawn", json!({}));
    Ok(page.go_saying(&format!("/consultations/{id}"), &flash))
}

async fn send(
    page: Page,
    case: &case::Model,
    typed: &Typed,
    (form, at): (&str, &str),
) -> Result<Response, Error> {
    let draft = DispatchDraft {
        field: Field::parse(typed.text("field")),
        place: typed.text("place").to_owned(),
        wish: typed.text("wish").replace("\r\n", "\n"),
        times: typed.number("times"),
        agreed: !typed.text("agreed").is_empty(),
    };
    let asked = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::apply(work, case.id, &draft).await
    });
    match asked.await {
        Ok(_) => {
            let flash = Flash::good("dispatches-asked", json!({}));
            Ok(page.go_saying(&format!("/{at}/{}", case.id), &flash))
        }
        Err(failed) => {
            let facts = given(&page, case).await?;
            page.refused(failed.into(), form, &facts, typed)
        }
    }
}

/// The case of whoever looks.
async fn theirs(page: &Page, id: CaseId) -> Result<case::Model, Error> {
    let person = page.person()?.person;
    let case = read::case_row(page.app.db.reader(), id).await?;
    let case = case.filter(|case| rules::is_theirs(case, Some(person)));
    case.ok_or_else(Error::not_found)
}

/// A case of somebody for whom staff asks.
async fn anothers(page: &Page, id: CaseId) -> Result<case::Model, Error> {
    viewer(page)?;
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let case = read::case_row(db, id).await?;
    let case = case.ok_or_else(Error::not_found)?;
    let standing = read::standing(db, &page.actor(), id, now).await?;
    let reading = rules::may_read(&page.actor(), &case, standing, now);
    if rules::may_apply(&page.actor(), &case, reading) {
        Ok(case)
    } else {
        Err(Error::forbidden())
    }
}

/// The form: its themes, each with the times that are left, and whether the law and the ward speak
/// against it.
async fn given(page: &Page, case: &case::Model) -> Result<Value, Error> {
    let db = page.app.db.reader();
    let today = page.app.clock.now().date();
    let terms = read::dispatch_terms(db, today).await?;
    let (mut given, spent) = facts::eligible(page, case, FiscalYear::of(today)).await?;
    let fields = read::fields_of(db, vec![case.id]).await?.remove(&case.id);
    let theme = |field: Field| {
        let name = page.worded(&format!("consultations-field-{}", field.code()))?;
        let args = json!({ "field": name, "left": spent.left(&terms, field) });
        let label = page
            .app
            .views
            .text(page.lang, "dispatches-theme-left", &args)?;
        Ok::<_, Error>(json!({ "value": field.code(), "label": label }))
    };
    let themes = fields.unwrap_or_default().into_iter().map(theme);
    given["themes"] = themes.collect::<Result<Value, _>>()?;
    given["terms"] = facts::terms(&terms);
    Ok(given)
}
