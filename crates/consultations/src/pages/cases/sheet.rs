//! 全体の見立て: the whole of a case at a glance.

use axum::response::Response;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::handled;
use crate::{
    entity::{CaseId, case_sheet},
    read::CasePage,
    rules::SheetDraft,
    service,
};

const SHEET: &str = "consultations/sheet_form.html";

/// The whole of a case at a glance, as pages have it.
pub(super) fn sheet_facts(row: &case_sheet::Model) -> Value {
    json!({
        "strengths": row.strengths, "problems": row.problems, "plan": row.plan,
        "edition": row.edition, "written_at": row.written_at.rfc3339(),
    })
}

/// `GET /cases/{id}/sheet`
pub(super) async fn edit(page: Page, Id(id): Id<CaseId>) -> Result<Response, Error> {
    let page = page.nav("cases");
    let case = handled(&page, id).await?;
    let mut filled = Typed::default();
    if let Some(row) = &case.sheet {
        filled = filled
            .or("strengths", &row.strengths)
            .or("problems", &row.problems)
            .or("plan", &row.plan)
            .or("edition", &row.edition.to_string());
    }
    let facts = sheet_given(&case);
    page.form(SHEET, &facts, &filled.or("edition", "0"))
}

/// `POST /cases/{id}/sheet`
pub(super) async fn save(page: Page, Id(id): Id<CaseId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("cases");
    let case = handled(&page, id).await?;
    let text = |name| typed.text(name).replace("\r\n", "\n");
    let draft = SheetDraft {
        strengths: text("strengths"),
        problems: text("problems"),
        plan: text("plan"),
    };
    let seen = typed.number("edition").unwrap_or(-1);
    let saved = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::save_sheet(work, id, seen, &draft).await
    });
    match saved.await {
        Ok(()) => {
            let flash = Flash::good("cases-sheet-saved", json!({}));
            Ok(page.go_saying(&format!("/cases/{id}"), &flash))
        }
        Err(failed) => page.refused(failed.into(), SHEET, &sheet_given(&case), &typed),
    }
}

fn sheet_given(case: &CasePage) -> Value {
    json!({
        "case": { "id": case.row.id, "reference": case.row.reference },
        "saved": case.sheet.as_ref().map(sheet_facts),
    })
}
