//! The JSON API of seminars, by the same rules and verbs as the pages.

mod asked;
mod create;
mod enrolled;
mod questions;
mod told;

use axum::Json;
use bookings::{api::Problem, read::Catalogue};
use kernel::{Failed, PersonId, transact};
use utoipa::OpenApi;
use web::{Error, Id, Page, Routes, Typed};

use crate::{
    Refused,
    entity::{EnrolmentId, SeminarId},
    pages::Looked,
    read, service,
};
use enrolled::{Enrolment, Enrolments, told};
use told::{Seminar, Seminars};

/// The API's routes.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/api/v1/seminars", seminars)
        .get("/api/v1/seminars/{id}", seminar)
        .get("/api/v1/seminars/{id}/questions", questions::questions)
        .get("/api/v1/enrolments", enrolments)
        .post("/api/v1/enrolments", create::create)
        .get("/api/v1/enrolments/{id}", enrolment)
        .post("/api/v1/enrolments/{id}/cancellation", cancel)
}

/// The description of these routes, to be merged into the whole.
#[derive(OpenApi)]
#[openapi(paths(
    seminars,
    seminar,
    questions::questions,
    enrolments,
    create::create,
    enrolment,
    cancel
))]
pub struct Document;

/// The seminars to come, the next first.
#[utoipa::path(get, path = "/api/v1/seminars", tag = "seminars",
    params(
        ("q" = Option<String>, Query, description = "Words of the title or the contents"),
        ("month" = Option<String>, Query, description = "Only those with a lesson in this month: `2026-12`"),
        ("programme" = Option<Uuid>, Query, description = "Only those of this programme of the plan"),
        ("audience" = Option<String>, Query, description = "`anyone`, `resident`, `worker`, `business` or `founder`"),
        ("area" = Option<String>, Query, description = "`management`, `finance`, `people` or `sales`"),
        ("mode" = Option<String>, Query, description = "`here` or `online`"),
        ("free" = Option<String>, Query, description = "`on`: only those in which places are free now"),
        ("when" = Option<String>, Query, description = "`past`: those that were held"),
    ),
    responses((status = 200, description = "The seminars that everybody sees", body = Seminars)))]
async fn seminars(page: Page, typed: Typed) -> Result<Json<Seminars>, Error> {
    let (now, looked) = (page.app.clock.now(), Looked::of(&typed));
    let catalogue = Catalogue::current(&page.app).await?;
    let mut found = read::public(page.app.db.reader()).await?;
    found.retain(|one| looked.finds(one, now));
    let told = |one: &read::Seminar| Seminar::of(one, &catalogue, now);
    Ok(Json(Seminars {
        items: found.iter().map(told).collect(),
        next: None,
    }))
}

/// One seminar.
#[utoipa::path(get, path = "/api/v1/seminars/{id}", tag = "seminars",
    params(("id" = Uuid, Path, description = "The seminar")),
    responses(
        (status = 200, description = "The seminar with its lessons", body = Seminar),
        (status = 404, description = "No such seminar, or not for everybody to see", body = Problem, content_type = "application/problem+json"),
    ))]
async fn seminar(page: Page, Id(id): Id<SeminarId>) -> Result<Json<Seminar>, Error> {
    let catalogue = Catalogue::current(&page.app).await?;
    let found = read::seminar(page.app.db.reader(), id).await?;
    let found = found.filter(|one| one.row.published_at.is_some());
    let found = found.ok_or(Failed::Refused(Refused::NotThere))?;
    let now = page.app.clock.now();
    Ok(Json(Seminar::of(&found, &catalogue, now)))
}

/// One's own enrolments, the latest first.
#[utoipa::path(get, path = "/api/v1/enrolments", tag = "seminars", security(("token" = [])),
    responses(
        (status = 200, description = "Every enrolment of one's own", body = Enrolments),
        (status = 401, description = "No token, or a wrong one", body = Problem, content_type = "application/problem+json"),
    ))]
async fn enrolments(page: Page) -> Result<Json<Enrolments>, Error> {
    let person = page.person()?.person;
    let catalogue = Catalogue::current(&page.app).await?;
    let found = read::of_person(page.app.db.reader(), person).await?;
    let now = page.app.clock.now();
    let beside = read::beside(page.app.db.reader(), &found, now).await?;
    let one = |own: &read::Own| told(own, &beside, (&catalogue, now));
    Ok(Json(Enrolments {
        items: found.iter().map(one).collect(),
        next: None,
    }))
}

/// One enrolment of one's own.
#[utoipa::path(get, path = "/api/v1/enrolments/{id}", tag = "seminars", security(("token" = [])),
    params(("id" = Uuid, Path, description = "The enrolment")),
    responses(
        (status = 200, description = "The enrolment with its seminar", body = Enrolment),
        (status = 401, description = "No token, or a wrong one", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such enrolment, or another person's", body = Problem, content_type = "application/problem+json"),
    ))]
async fn enrolment(page: Page, Id(id): Id<EnrolmentId>) -> Result<Json<Enrolment>, Error> {
    let person = page.person()?.person;
    let own = own(&page, id, person).await?;
    answer(&page, own).await
}

/// Gives a place back, or stops waiting for one, until the seminar is over.
#[utoipa::path(post, path = "/api/v1/enrolments/{id}/cancellation", tag = "seminars", security(("token" = [])),
    params(("id" = Uuid, Path, description = "The enrolment")),
    responses(
        (status = 200, description = "The enrolment, cancelled", body = Enrolment),
        (status = 401, description = "No token, or a wrong one", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "The token may only read", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such enrolment, or another person's", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "It is over already", body = Problem, content_type = "application/problem+json"),
    ))]
async fn cancel(page: Page, Id(id): Id<EnrolmentId>) -> Result<Json<Enrolment>, Error> {
    let person = page.person()?.person;
    let app = &page.app;
    own(&page, id, person).await?;
    transact(&app.db, page.actor(), &app.clock, async |work| {
        service::cancel(work, id, "").await
    })
    .await?;
    let own = own(&page, id, person).await?;
    answer(&page, own).await
}

/// Somebody's own enrolment; another's is as if there were none.
async fn own(page: &Page, id: EnrolmentId, person: PersonId) -> Result<read::Own, Failed<Refused>> {
    let found = read::enrolment(page.app.db.reader(), id).await?;
    let found = found.filter(|own| own.row.person_id == person);
    Ok(found.ok_or(Refused::NotThere)?)
}

async fn answer(page: &Page, own: read::Own) -> Result<Json<Enrolment>, Error> {
    let catalogue = Catalogue::current(&page.app).await?;
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let beside = read::beside(db, std::slice::from_ref(&own), now).await?;
    Ok(Json(told(&own, &beside, (&catalogue, now))))
}
