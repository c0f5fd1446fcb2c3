//! The JSON API of consultations, by the same rules and verbs as the pages.

mod asked;
mod create;
mod told;
mod wanted;

use axum::Json;
use bookings::{api::Problem, read::Catalogue};
use kernel::Failed;
use utoipa::OpenApi;
use web::{Error, Id, Page, Routes, Typed};

use crate::{
    Refused,
    entity::CaseId,
    read::{self, Card},
    rules::Reading,
};
use told::{Appointments, Consultation, Consultations, Expert, Experts, FreeHours};
use wanted::wanted;

/// So many days ahead an expert's appointments are told.
const AHEAD: u64 = 400;

/// The API's routes.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/api/v1/experts", experts)
        .get("/api/v1/consultation-hours", hours)
        .get("/api/v1/consultations", consultations)
        .post("/api/v1/consultations", create::create)
        .get("/api/v1/consultations/{id}", consultation)
        .get("/api/v1/appointments", appointments)
}

/// The description of these routes, to be merged into the whole.
#[derive(OpenApi)]
#[openapi(paths(
    experts,
    hours,
    consultations,
    create::create,
    consultation,
    appointments
))]
pub struct Document;

/// The experts whom anybody may choose.
#[utoipa::path(get, path = "/api/v1/experts", tag = "consultations", responses(
    (status = 200, description = "Every expert whom the public sees", body = Experts),
))]
async fn experts(page: Page) -> Result<Json<Experts>, Error> {
    let cards = shown(&page).await?;
    Ok(Json(Experts {
        items: cards.iter().map(Expert::of).collect(),
        next: None,
    }))
}

async fn shown(page: &Page) -> Result<Vec<Card>, Error> {
    let today = page.app.clock.now().date();
    let mut cards = read::cards(page.app.db.reader()).await?;
    cards.retain(|card| card.row.shown && card.row.advises_on(today));
    Ok(cards)
}

/// The times that can be asked for, and with whom.
#[utoipa::path(get, path = "/api/v1/consultation-hours", tag = "consultations",
    params(
        ("mode" = String, Query, description = "`centre`, `online`, `visit` or `telephone`"),
        ("field" = Option<String>, Query, description = "A field of advice: `founding`, `sales`, …; may be given several times"),
        ("lang" = Option<String>, Query, description = "`ja`, `en`, `zh`, `ko` or `vi`"),
        ("expert" = Option<Uuid>, Query, description = "Only this expert's"),
        ("from" = String, Query, description = "A date in Tokyo"),
        ("until" = String, Query, description = "A date in Tokyo, which is included; at most 62 days after `from`"),
    ),
    responses(
        (status = 200, description = "The times, in their order", body = FreeHours),
        (status = 404, description = "No such expert", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "A field is wrong", body = Problem, content_type = "application/problem+json"),
    ))]
async fn hours(page: Page, typed: Typed) -> Result<Json<FreeHours>, Error> {
    let wanted = wanted(&typed).map_err(|wrong| Failed::from(Refused::Invalid(wrong)))?;
    let known = shown(&page).await?;
    if let Some(expert) = wanted.expert
        && !known.iter().any(|card| card.row.id == expert)
    {
        return Err(Failed::from(Refused::NotThere).into());
    }
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let slots = read::free_hours(db, page.app.db.kept(), &wanted, now).await?;
    Ok(Json(FreeHours::of(&slots)))
}

/// One's own consultations, the latest first.
#[utoipa::path(get, path = "/api/v1/consultations", tag = "consultations", security(("token" = [])),
    responses(
        (status = 200, description = "Every consultation of one's own", body = Consultations),
        (status = 401, description = "No token, or a wrong one", body = Problem, content_type = "application/problem+json"),
    ))]
async fn consultations(page: Page) -> Result<Json<Consultations>, Error> {
    let person = page.person()?.person;
    let catalogue = Catalogue::current(&page.app).await?;
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let mut items = Vec::new();
    for row in read::of_person(db, person).await? {
        let case = read::case_page(db, &catalogue, row.id, Reading::Handles).await?;
        items.extend(case.map(|case| Consultation::of(&case, now)));
    }
    Ok(Json(Consultations { items, next: None }))
}

/// One consultation of one's own.
#[utoipa::path(get, path = "/api/v1/consultations/{id}", tag = "consultations", security(("token" = [])),
    params(("id" = Uuid, Path, description = "The consultation")),
    responses(
        (status = 200, description = "The consultation with its appointments", body = Consultation),
        (status = 401, description = "No token, or a wrong one", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such consultation, or another person's", body = Problem, content_type = "application/problem+json"),
    ))]
async fn consultation(page: Page, Id(id): Id<CaseId>) -> Result<Json<Consultation>, Error> {
    let person = page.person()?.person;
    let catalogue = Catalogue::current(&page.app).await?;
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let case = read::case_page(db, &catalogue, id, Reading::Handles).await?;
    let own = case.filter(|case| case.row.person_id == person);
    let own = own.ok_or(Failed::Refused(Refused::NotThere))?;
    Ok(Json(Consultation::of(&own, now)))
}

/// An expert's own appointments from today on: when and where, with the reference, without names.
#[utoipa::path(get, path = "/api/v1/appointments", tag = "consultations", security(("token" = [])),
    responses(
        (status = 200, description = "Every appointment ahead", body = Appointments),
        (status = 401, description = "No token, or a wrong one", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "Whoever asks is no expert", body = Problem, content_type = "application/problem+json"),
    ))]
async fn appointments(page: Page) -> Result<Json<Appointments>, Error> {
    let person = page.person()?.person;
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let expert = read::expert_on(db, person, now.date()).await?;
    let expert = expert.ok_or(Failed::Refused(Refused::MayNot))?;
    let catalogue = Catalogue::current(&page.app).await?;
    let coming = read::coming(db, &catalogue, expert.id, (now, AHEAD)).await?;
    Ok(Json(Appointments::of(&coming, now)))
}
