//! An offer is answered, a place or the wait for one given up: by the person, or at the counter for them.

use axum::response::Response;
use kernel::{Failed, Work, transact};
use serde_json::json;
use web::{Error, Flash, Id, Page, Typed};

use super::mine::{ONE, given, seen};
use crate::{Refused, entity::EnrolmentId, service};

/// `POST /enrolments/{id}/acceptance`
pub(super) async fn accept(
    page: Page,
    Id(id): Id<EnrolmentId>,
    typed: Typed,
) -> Result<Response, Error> {
    let why = typed.text("why");
    let accepts = async |work: &Work| service::accept(work, id, why).await;
    does(&page, id, "seminars-accepted", accepts).await
}

/// `POST /enrolments/{id}/decline`
pub(super) async fn decline(
    page: Page,
    Id(id): Id<EnrolmentId>,
    typed: Typed,
) -> Result<Response, Error> {
    let why = typed.text("why");
    let declines = async |work: &Work| service::decline(work, id, why).await;
    does(&page, id, "seminars-declined", declines).await
}

/// `POST /enrolments/{id}/cancellation`
pub(super) async fn cancel(
    page: Page,
    Id(id): Id<EnrolmentId>,
    typed: Typed,
) -> Result<Response, Error> {
    let why = typed.text("why");
    let cancels = async |work: &Work| service::cancel(work, id, why).await;
    does(&page, id, "seminars-cancelled", cancels).await
}

/// Does something with an enrolment. Whoever works at the centre does it for somebody on the telephone,
/// and is back at the list of people.
async fn does(
    page: &Page,
    id: EnrolmentId,
    said: &str,
    verb: impl for<'w> AsyncFnOnce(&'w Work) -> Result<(), Failed<Refused>>,
) -> Result<Response, Error> {
    let own = seen(page, id).await?;
    let theirs = page.person()?.person == own.row.person_id;
    let done = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        verb(work).await
    });
    let people = format!("/counter/seminars/{}/people", own.row.seminar_id);
    let back = if theirs {
        format!("/enrolments/{id}")
    } else {
        people
    };
    match done.await {
        Ok(()) => Ok(page.go_saying(&back, &Flash::good(said, json!({})))),
        Err(Failed::Refused(Refused::Invalid(_))) if !theirs => {
            Ok(page.go_saying(&back, &Flash::bad("seminars-why-for-missing")))
        }
        Err(failed) if theirs => {
            let facts = given(page, id).await?;
            page.refused(failed.into(), ONE, &facts, &Typed::default())
        }
        Err(failed) => Err(failed.into()),
    }
}
