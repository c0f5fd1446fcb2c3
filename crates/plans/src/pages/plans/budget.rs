//! The budget of the draft is set.

use axum::response::Response;
use kernel::{Failed, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::{
    super::reader,
    acts::{answer, of_version},
    facts,
    programme_form::draft,
};
use crate::{
    Refused,
    entity::PlanId,
    read::{
        contents,
        plans::{Plan, Version},
    },
    rules::{budget, whole::Content},
    service::programmes as service,
};

const FORM: &str = "plans/budget_form.html";

/// So many empty lines stand below those that are there.
const EMPTY: usize = 5;

/// `GET /plans/{id}/budget`
pub(in super::super) async fn edit(page: Page, Id(id): Id<PlanId>) -> Result<Response, Error> {
    let page = page.nav("plans");
    let Some((plan, draft)) = draft(&page, id).await? else {
        return Ok(page.go(&format!("/plans/{id}")));
    };
    let content = contents::content(page.app.db.reader(), draft.row.id).await?;
    let typed = filled(&content);
    page.form(FORM, &facts(&plan, &draft, &content, &typed), &typed)
}

/// `POST /plans/{id}/budget`
pub(in super::super) async fn set(
    page: Page,
    Id(id): Id<PlanId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("plans");
    reader(&page)?;
    let lines = written(&typed);
    let set = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        let of = of_version(&typed)?;
        let edition = typed.number("edition").ok_or(Refused::Changed)?;
        service::set_budget(work, id, (of, edition), &lines).await
    });
    let then = match typed.text("then") {
        "more" => "/budget",
        _ => "",
    };
    match set.await {
        Ok(()) => {
            let flash = Flash::good("plans-budget-saved", json!({}));
            Ok(page.go_saying(&format!("/plans/{id}{then}"), &flash))
        }
        Err(failed) => again(&page, id, failed, &typed).await,
    }
}

/// The form again with what is wrong; the plan, if it is no draft any more.
async fn again(
    page: &Page,
    id: PlanId,
    failed: Failed<Refused>,
    typed: &Typed,
) -> Result<Response, Error> {
    let Some((plan, draft)) = draft(page, id).await? else {
        return answer(page, id, typed, Err(failed), "plans-budget-saved").await;
    };
    let content = contents::content(page.app.db.reader(), draft.row.id).await?;
    let facts = facts(&plan, &draft, &content, typed);
    page.refused(failed.into(), FORM, &facts, typed)
}

fn written(typed: &Typed) -> Vec<budget::Written> {
    let text = |name: &str| typed.text(name).to_owned();
    let line = |fields: &budget::Fields| budget::Written {
        side: text(fields.side),
        item: text(fields.item),
        programme: text(fields.programme),
        yen: text(fields.yen),
        note: text(fields.note),
    };
    budget::ROWS.iter().map(line).collect()
}

fn filled(content: &Content) -> Typed {
    let mut typed = Typed::default();
    for (line, fields) in content.budget.iter().zip(&budget::ROWS) {
        let mut programmes = content.programmes.iter();
        let programme = programmes.find(|(id, _)| Some(*id) == line.programme);
        let number = programme
            .map(|(_, one)| one.number.to_string())
            .unwrap_or_default();
        typed = typed
            .or(fields.side, line.side.code())
            .or(fields.item, &line.item)
            .or(fields.programme, &number)
            .or(fields.yen, &line.yen.to_string())
            .or(fields.note, &line.note);
    }
    typed
}

fn facts(plan: &Plan, draft: &Version, content: &Content, typed: &Typed) -> Value {
    let is_filled = |fields: &budget::Fields| {
        !typed.text(fields.item).is_empty() || !typed.text(fields.yen).is_empty()
    };
    let last = budget::ROWS
        .iter()
        .rposition(is_filled)
        .map_or(0, |at| at + 1);
    let rows = (last + EMPTY).min(budget::ROWS.len());
    let choice = |number: i32, name: &str| json!({ "value": number.to_string(), "label": format!("{number}　{name}") });
    let programmes = content
        .programmes
        .iter()
        .map(|(_, one)| choice(one.number, &one.name));
    json!({
        "plan": facts::plan(plan),
        "version": facts::version(draft),
        "budget": facts::budget(content),
        "programmes": programmes.collect::<Vec<_>>(),
        "rows": (1..=rows).collect::<Vec<_>>(),
    })
}
