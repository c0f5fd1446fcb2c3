//! 資料: papers that those who have a place take home.

use axum::{Extension, response::Response};
use files::{Form, PaperId, Store, read::Paper};
use kernel::{Failed, Work, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Routes, Typed};

use super::{counter::found, keeper, mine::seen};
use crate::{
    Refused,
    entity::{EnrolmentId, SeminarId, enrolment::State},
    letters::title,
    read::{self, Own},
    rules, service,
};

const LIST: &str = "seminars/materials.html";

/// The routes of materials.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/counter/seminars/{id}/materials", list)
        .post("/counter/seminars/{id}/materials", add)
        .get("/counter/seminars/{id}/materials/{paper}", taken)
        .post("/counter/seminars/{id}/materials/{paper}/removal", remove)
        .get("/enrolments/{id}/materials/{paper}", own)
}

/// What somebody who has a place may take.
pub(super) async fn of(page: &Page, own: &Own) -> Result<Vec<Value>, Error> {
    if own.row.state != State::Enrolled {
        return Ok(Vec::new());
    }
    let papers = read::materials(page.app.db.reader(), own.row.seminar_id).await?;
    Ok(papers.iter().map(paper).collect())
}

fn paper(one: &Paper) -> Value {
    json!({ "id": one.id, "name": one.name, "kilobytes": one.kilobytes })
}

/// `GET /counter/seminars/{id}/materials`
async fn list(page: Page, Id(id): Id<SeminarId>) -> Result<Response, Error> {
    let page = page.nav("seminars");
    page.staff()?;
    let facts = given(&page, id).await?;
    page.form(LIST, &facts, &Typed::default())
}

/// `POST /counter/seminars/{id}/materials`
async fn add(page: Page, Id(id): Id<SeminarId>, sent: Form) -> Result<Response, Error> {
    let verb = async |work: &Work| {
        let papers = sent.papers().map_err(Refused::Paper)?;
        service::add_materials(work, id, papers).await
    };
    done(&page, id, verb, "seminars-materials-added").await
}

/// `POST /counter/seminars/{id}/materials/{paper}/removal`
async fn remove(page: Page, Id((id, paper)): Id<(SeminarId, PaperId)>) -> Result<Response, Error> {
    let verb = async |work: &Work| service::remove_material(work, id, paper).await;
    done(&page, id, verb, "seminars-material-removed").await
}

async fn done(
    page: &Page,
    id: SeminarId,
    verb: impl for<'w> AsyncFnOnce(&'w Work) -> Result<(), Failed<Refused>>,
    said: &str,
) -> Result<Response, Error> {
    keeper(page)?;
    let done = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        verb(work).await
    });
    match done.await {
        Ok(()) => {
            let place = format!("/counter/seminars/{id}/materials");
            Ok(page.go_saying(&place, &Flash::good(said, json!({}))))
        }
        Err(failed) => {
            let facts = given(page, id).await?;
            page.refused(failed.into(), LIST, &facts, &Typed::default())
        }
    }
}

async fn given(page: &Page, id: SeminarId) -> Result<Value, Error> {
    let one = found(page, id).await?;
    let papers = read::materials(page.app.db.reader(), id).await?;
    Ok(json!({
        "seminar": { "id": id, "title": title(&one.row, page.lang) },
        "papers": papers.iter().map(paper).collect::<Vec<_>>(),
        "keeps": rules::may_keep(&page.actor()),
    }))
}

/// `GET /counter/seminars/{id}/materials/{paper}`
async fn taken(
    page: Page,
    Extension(store): Extension<Store>,
    Id((id, paper)): Id<(SeminarId, PaperId)>,
) -> Result<Response, Error> {
    page.staff()?;
    attached(&page, &store, (id, paper)).await
}

/// `GET /enrolments/{id}/materials/{paper}`: for whoever has a place.
async fn own(
    page: Page,
    Extension(store): Extension<Store>,
    Id((id, paper)): Id<(EnrolmentId, PaperId)>,
) -> Result<Response, Error> {
    let own = seen(&page, id).await?;
    if own.row.state != State::Enrolled {
        return Err(Error::not_found());
    }
    attached(&page, &store, (own.row.seminar_id, paper)).await
}

/// A paper of a seminar, to be saved.
async fn attached(
    page: &Page,
    store: &Store,
    (id, paper): (SeminarId, PaperId),
) -> Result<Response, Error> {
    let db = page.app.db.reader();
    let known = read::materials(db, id).await?;
    let known = known.iter().any(|one| one.id == paper);
    let found = files::read::paper(db, paper).await?;
    let found = found.filter(|_| known).ok_or_else(Error::not_found)?;
    Ok(files::attached(store, &found).await?)
}
