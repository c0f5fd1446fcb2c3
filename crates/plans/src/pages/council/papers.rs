//! The papers of a meeting.

use axum::response::Response;
use files::{Form, PaperId, Store};
use kernel::{Failed, transact};
use web::{Error, Id, Page, Typed};

use super::{super::coordinator, meetings::meeting, minutes::answer};
use crate::{CoordinationRefused as Refused, entity::CouncilMeetingId, service};

/// `POST /council-meetings/{id}/papers`
pub(super) async fn add(
    page: Page,
    Id(id): Id<CouncilMeetingId>,
    sent: Form,
) -> Result<Response, Error> {
    let page = page.nav("councils");
    coordinator(&page)?;
    let added = match sent.papers() {
        Ok(papers) => {
            transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
                service::add_papers(work, id, papers).await
            })
            .await
        }
        Err(refused) => Err(Failed::from(Refused::Paper(refused))),
    };
    answer(&page, id, &Typed::default(), added, "council-papers-added").await
}

/// `GET /council-meetings/{id}/papers/{paper}`: to be saved.
pub(super) async fn one(
    page: Page,
    axum::Extension(store): axum::Extension<Store>,
    Id((id, paper)): Id<(CouncilMeetingId, PaperId)>,
) -> Result<Response, Error> {
    coordinator(&page)?;
    let found = meeting(&page, id).await?;
    let db = page.app.db.reader();
    let own = found.papers.iter().any(|own| own.id == paper);
    let found = files::read::paper(db, paper).await?.filter(|_| own);
    let found = found.ok_or_else(Error::not_found)?;
    Ok(files::attached(&store, &found).await?)
}

/// `POST /council-meetings/{id}/papers/{paper}/removal`: added by mistake.
pub(super) async fn remove(
    page: Page,
    Id((id, paper)): Id<(CouncilMeetingId, PaperId)>,
) -> Result<Response, Error> {
    let page = page.nav("councils");
    coordinator(&page)?;
    let removed = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::remove_paper(work, id, paper).await
    });
    answer(
        &page,
        id,
        &Typed::default(),
        removed.await,
        "council-paper-removed",
    )
    .await
}
