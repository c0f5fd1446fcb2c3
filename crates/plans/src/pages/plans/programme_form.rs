//! A programme of the draft is written, changed, taken out.

use axum::response::Response;
use kernel::{Failed, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::{
    super::reader,
    acts::{answer, of_version},
    facts, found,
    typed::{activity_rows, filled, measure_rows, written},
};
use crate::{
    Refused,
    entity::{PlanId, ProgrammeId},
    read::{
        contents,
        plans::{Plan, Version, known},
    },
    rules::{Standing, plan::may_write, programme::Programme, whole::Content},
    service::programmes as service,
};

const FORM: &str = "plans/programme_form.html";

/// `GET /plans/{id}/programmes/new`
pub(in super::super) async fn new(page: Page, Id(id): Id<PlanId>) -> Result<Response, Error> {
    let page = page.nav("plans");
    let Some((plan, draft)) = draft(&page, id).await? else {
        return Ok(page.go(&format!("/plans/{id}")));
    };
    let numbers = contents::numbers(page.app.db.reader(), draft.row.id).await?;
    let next = numbers.last().map_or(1, |(number, _)| number + 1);
    let typed = Typed::default().or("number", &next.to_string());
    page.form(
        FORM,
        &facts(&page, &plan, &draft, None, &typed).await?,
        &typed,
    )
}

/// `POST /plans/{id}/programmes`
pub(in super::super) async fn create(
    page: Page,
    Id(id): Id<PlanId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("plans");
    reader(&page)?;
    let written = written(&typed);
    let added = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        let of = of_version(&typed)?;
        service::add(work, id, of, &written).await
    });
    match added.await {
        Ok(_) => Ok(page.go_saying(
            &format!("/plans/{id}"),
            &Flash::good("plans-programme-saved", json!({})),
        )),
        Err(failed) => match draft(&page, id).await? {
            Some((plan, draft)) => {
                let facts = facts(&page, &plan, &draft, None, &typed).await?;
                page.refused(failed.into(), FORM, &facts, &typed)
            }
            None => answer(&page, id, &typed, Err(failed), "plans-programme-saved").await,
        },
    }
}

/// `GET /plans/{id}/programmes/{programme}/edit`
pub(in super::super) async fn edit(
    page: Page,
    Id((id, programme)): Id<(PlanId, ProgrammeId)>,
) -> Result<Response, Error> {
    let page = page.nav("plans");
    let Some((plan, draft)) = draft(&page, id).await? else {
        return Ok(page.go(&format!("/plans/{id}/programmes/{programme}")));
    };
    let found = contents::programme(page.app.db.reader(), draft.row.id, programme).await?;
    let (one, edition) = found.ok_or_else(Error::not_found)?;
    let typed = filled(
        &one,
        &known(page.app.db.reader(), &page.actor(), &plan).await?,
    );
    let facts = facts(&page, &plan, &draft, Some((programme, edition)), &typed).await?;
    page.form(FORM, &facts, &typed)
}

/// `POST /plans/{id}/programmes/{programme}`
pub(in super::super) async fn change(
    page: Page,
    Id((id, programme)): Id<(PlanId, ProgrammeId)>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("plans");
    reader(&page)?;
    let written = written(&typed);
    let changed = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        let of = of_version(&typed)?;
        let edition = typed.number("edition").ok_or(Refused::Changed)?;
        service::change(work, id, of, (programme, edition), &written).await
    });
    match changed.await {
        Ok(()) => Ok(page.go_saying(
            &format!("/plans/{id}/programmes/{programme}"),
            &Flash::good("plans-programme-saved", json!({})),
        )),
        Err(failed) => again(&page, (id, programme), failed, &typed).await,
    }
}

/// The form again with what is wrong and what stands there now; the plan, if it is no draft any more
/// or the programme is gone.
async fn again(
    page: &Page,
    (id, programme): (PlanId, ProgrammeId),
    failed: Failed<Refused>,
    typed: &Typed,
) -> Result<Response, Error> {
    let saved = "plans-programme-saved";
    let Some((plan, draft)) = draft(page, id).await? else {
        return answer(page, id, typed, Err(failed), saved).await;
    };
    let found = contents::programme(page.app.db.reader(), draft.row.id, programme).await?;
    let Some((now, edition)) = found else {
        return answer(page, id, typed, Err(failed), saved).await;
    };
    let mut facts = facts(page, &plan, &draft, Some((programme, edition)), typed).await?;
    let fields = super::policy_fields(page, &plan).await?;
    facts["now"] = facts::programme(programme, &now, &fields);
    page.refused(failed.into(), FORM, &facts, typed)
}

/// `POST /plans/{id}/programmes/{programme}/removal`
pub(in super::super) async fn take_out(
    page: Page,
    Id((id, programme)): Id<(PlanId, ProgrammeId)>,
    typed: Typed,
) -> Result<Response, Error> {
    reader(&page)?;
    let taken = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        let of = of_version(&typed)?;
        let edition = typed.number("edition").ok_or(Refused::Changed)?;
        service::take_out(work, id, of, (programme, edition)).await
    });
    answer(&page, id, &typed, taken.await, "plans-programme-taken-out").await
}

/// The plan with its newest version, if that is a draft; who does not write it is kept out.
pub(super) async fn draft(page: &Page, id: PlanId) -> Result<Option<(Plan, Version)>, Error> {
    reader(page)?;
    let plan = found(page, id).await?;
    if !may_write(&page.actor(), plan.row.kind) {
        return Err(Error::forbidden());
    }
    let newest = plan.versions.first().cloned();
    let draft = newest.filter(|newest| newest.standing() == Standing::Draft);
    Ok(draft.map(|draft| (plan, draft)))
}

/// What the form needs to be written.
async fn facts(
    page: &Page,
    plan: &Plan,
    draft: &Version,
    there: Option<(ProgrammeId, i32)>,
    typed: &Typed,
) -> Result<Value, Error> {
    let known = known(page.app.db.reader(), &page.actor(), plan).await?;
    let content = contents::content(page.app.db.reader(), draft.row.id).await?;
    let choice = |value: &str| json!({ "value": value, "label": value });
    Ok(json!({
        "plan": facts::plan(plan),
        "version": facts::version(draft),
        "id": there.map(|(id, _)| id.to_string()),
        "edition": there.map(|(_, edition)| edition),
        "now": null,
        "goals": said(&content, |one| &one.goal),
        "strategies": said(&content, |one| &one.strategy),
        "departments": said(&content, |one| &one.owner_department),
        "policies": known.policies.iter().map(|(field, _)| choice(field)).collect::<Vec<_>>(),
        "earlier": known.earlier.iter().map(|(number, _)| choice(&number.to_string())).collect::<Vec<_>>(),
        "measure_rows": (1..=measure_rows(typed)).collect::<Vec<_>>(),
        "activity_rows": (1..=activity_rows(typed)).collect::<Vec<_>>(),
    }))
}

/// What the programmes say there already, each once.
fn said(content: &Content, pick: fn(&Programme) -> &str) -> Value {
    let mut all: Vec<&str> = content
        .programmes
        .iter()
        .map(|(_, one)| pick(one))
        .collect();
    all.sort_unstable();
    all.dedup();
    json!(all)
}
