//! 訪問シート: one target with what was seen there.

mod typed;

use axum::response::Response;
use kernel::{Failed, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed, sent};

use self::typed::{draft, filled};
use super::{super::facts as words, facts};
use crate::{
    Refused,
    entity::{VisitSheetId, VisitTargetId, visit_target},
    read, rules, service,
};

const ONE: &str = "consultations/visit.html";

/// `GET /visit-targets/{id}`: who goes there and coordinators read and write; who runs campaigns sees
/// that somebody was there. That it was opened is written down.
pub(super) async fn one(page: Page, Id(id): Id<VisitTargetId>) -> Result<Response, Error> {
    let page = page.nav("visits");
    let target = seen(&page, id).await?;
    let facts = given(&page, &target, None).await?;
    let now = page.app.clock.now();
    let filled = sent::named(Typed::default())
        .or("day", &now.date().to_string())
        .or("time", &now.time().format("%H:%M").to_string());
    page.form(ONE, &facts, &filled)
}

/// `POST /visit-targets/{id}/sheets`: a sheet that was sent already answers with the one it made.
pub(super) async fn write(
    page: Page,
    Id(id): Id<VisitTargetId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("visits");
    let target = writable(&page, id).await?;
    let draft = draft(&typed);
    let written = sent::once(&page, &typed, async |work| {
        service::write_visit(work, id, &draft).await
    });
    let written = written.await.map(drop);
    answered(&page, (&target, None), &typed, written).await
}

/// `GET /visit-targets/{id}/sheets/{sheet}`: the form with what stands in the sheet.
pub(super) async fn edit(
    page: Page,
    Id((id, sheet)): Id<(VisitTargetId, VisitSheetId)>,
) -> Result<Response, Error> {
    let page = page.nav("visits");
    let target = writable(&page, id).await?;
    let sheets = read::sheets_of(page.app.db.reader(), id).await?;
    let own = sheets.iter().find(|one| one.row.id == sheet);
    let filled = filled(own.ok_or_else(Error::not_found)?);
    let facts = given(&page, &target, Some(sheet)).await?;
    page.form(ONE, &facts, &filled)
}

/// `POST /visit-targets/{id}/sheets/{sheet}`
pub(super) async fn rewrite(
    page: Page,
    Id((id, sheet)): Id<(VisitTargetId, VisitSheetId)>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("visits");
    let target = writable(&page, id).await?;
    let row = read::sheet_row(page.app.db.reader(), sheet).await?;
    row.filter(|row| row.target_id == id)
        .ok_or_else(Error::not_found)?;
    let (draft, seen) = (draft(&typed), typed.number("edition").unwrap_or(0));
    let changed = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::rewrite_visit(work, sheet, seen, &draft).await
    });
    let changed = changed.await.map(drop);
    answered(&page, (&target, Some(sheet)), &typed, changed).await
}

async fn answered(
    page: &Page,
    (target, sheet): (&visit_target::Model, Option<VisitSheetId>),
    typed: &Typed,
    done: Result<(), Failed<Refused>>,
) -> Result<Response, Error> {
    match done {
        Ok(()) => {
            let flash = Flash::good("visits-written", json!({}));
            Ok(page.go_saying(&format!("/visit-targets/{}", target.id), &flash))
        }
        Err(failed) => {
            let facts = given(page, target, sheet).await?;
            page.refused(failed.into(), ONE, &facts, typed)
        }
    }
}

/// A target for those who run campaigns, and for whoever goes there.
async fn seen(page: &Page, id: VisitTargetId) -> Result<visit_target::Model, Error> {
    let actor = page.person()?.actor;
    if !rules::may_run_visits(&actor) && !rules::may_visit(&actor) {
        return Err(Error::forbidden());
    }
    let target = read::target_row(page.app.db.reader(), id).await?;
    let target = target.ok_or_else(Error::not_found)?;
    if rules::may_run_visits(&actor) || reads(page, &target).await? {
        Ok(target)
    } else {
        Err(Error::not_found())
    }
}

/// Whether whoever looks reads what was said at a target.
async fn reads(page: &Page, target: &visit_target::Model) -> Result<bool, Error> {
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    Ok(read::reads_visit(db, &page.actor(), target, now).await?)
}

/// A target for whoever writes about it.
pub(super) async fn writable(page: &Page, id: VisitTargetId) -> Result<visit_target::Model, Error> {
    let target = seen(page, id).await?;
    if reads(page, &target).await? {
        Ok(target)
    } else {
        Err(Error::forbidden())
    }
}

/// What the page is given: the sheets only for those who may read them.
async fn given(
    page: &Page,
    target: &visit_target::Model,
    editing: Option<VisitSheetId>,
) -> Result<Value, Error> {
    let (db, today) = (page.app.db.reader(), page.app.clock.now().date());
    let reads = reads(page, target).await?;
    let sheets = if reads {
        let opened = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
            service::open_sheets(work, target.id).await
        });
        opened.await?;
        read::sheets_of(db, target.id).await?
    } else {
        Vec::new()
    };
    let saved = sheets.iter().find(|one| Some(one.row.id) == editing);
    Ok(json!({
        "target": facts::target(target, today),
        "sheets": sheets.iter().map(facts::sheet).collect::<Vec<_>>(),
        "saved": saved.map(facts::sheet),
        "editing": editing,
        "reads": reads,
        "runs": rules::may_run_visits(&page.actor()),
        "connects": rules::may_arrange(&page.actor()),
        "choices": words::choices(page)?,
    }))
}
