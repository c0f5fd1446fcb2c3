//! The papers of a case, for those who work on it.

use axum::{Extension, response::Response};
use files::{Form, PaperId, Store};
use kernel::Work;
use serde_json::{Value, json};
use web::{Error, Id, Page, Typed};

use super::{beyond::done, opened};
use crate::{Refused, entity::CaseId, pages::viewer, read::CasePaper, service};

/// A paper, as pages have it.
pub(in crate::pages) fn paper(one: &CasePaper) -> Value {
    let mut fact = json!(one.paper);
    fact["at"] = json!(one.paper.at.rfc3339());
    fact["from_client"] = json!(one.from_client);
    fact
}

/// `POST /cases/{id}/papers`
pub(super) async fn add(page: Page, Id(id): Id<CaseId>, sent: Form) -> Result<Response, Error> {
    let verb = async |work: &Work| {
        let papers = sent.papers().map_err(Refused::Paper)?;
        service::add_papers(work, id, papers).await
    };
    done(page, id, &Typed::default(), verb, "papers-added").await
}

/// `GET /cases/{id}/papers/{paper}`: to be saved. That the case was opened is written down.
pub(super) async fn one(
    page: Page,
    Extension(store): Extension<Store>,
    Id((id, paper)): Id<(CaseId, PaperId)>,
) -> Result<Response, Error> {
    viewer(&page)?;
    let (case, _) = opened(&page, id).await?;
    attached(&page, &store, &case.papers, paper).await
}

/// A paper that is among those that may be read, to be saved.
pub(in crate::pages) async fn attached(
    page: &Page,
    store: &Store,
    readable: &[CasePaper],
    paper: PaperId,
) -> Result<Response, Error> {
    let readable = readable.iter().any(|one| one.paper.id == paper);
    let found = files::read::paper(page.app.db.reader(), paper).await?;
    let found = found.filter(|_| readable).ok_or_else(Error::not_found)?;
    Ok(files::attached(store, &found).await?)
}

/// `POST /cases/{id}/papers/{paper}/removal`: added by mistake.
pub(super) async fn remove(page: Page, Id(of): Id<(CaseId, PaperId)>) -> Result<Response, Error> {
    let verb = async |work: &Work| service::remove_paper(work, of).await;
    done(page, of.0, &Typed::default(), verb, "papers-removed").await
}
