//! Enrolling through the API, once however often it is asked.

use axum::{
    body::Bytes,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use bookings::{api::Problem, read::Catalogue};
use kernel::{
    Failed, Fault, PersonId,
    answers::{Asked, once},
};
use web::{Error, Page};

use super::{
    asked::NewEnrolment,
    enrolled::{Enrolment, told},
};
use crate::{Refused, read, service};

/// Takes a place, or waits for one. The same `Idempotency-Key` with the same body gives the first answer
/// again.
#[utoipa::path(post, path = "/api/v1/enrolments", tag = "seminars", security(("token" = [])),
    request_body = NewEnrolment,
    params(("Idempotency-Key" = Option<String>, Header, description = "A name for this request, kept for 24 hours; 200 characters at most")),
    responses(
        (status = 201, description = "The enrolment: `status` says whether there is a place", body = Enrolment),
        (status = 400, description = "Not JSON", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "No token, or a wrong one", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "The token may only read", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such seminar", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "Applications are not taken now, or one is enrolled already", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Every wrong field", body = Problem, content_type = "application/problem+json"),
    ))]
pub(super) async fn create(page: Page, headers: HeaderMap, body: Bytes) -> Result<Response, Error> {
    let person = page.person()?.person;
    let new = NewEnrolment::read(&body).ok_or(Error::Status(StatusCode::BAD_REQUEST))?;
    let key = headers.get("idempotency-key").map(|key| key.to_str());
    let key = match key {
        None => None,
        Some(Ok(key)) if (1..=200).contains(&key.len()) => Some(format!("api-enrolment:{key}")),
        Some(_) => return Err(Error::Status(StatusCode::BAD_REQUEST)),
    };
    let what = String::from_utf8_lossy(&body);
    let json = enrol(&page, person, &new, (key.as_deref(), &what)).await?;
    let id = serde_json::from_str::<Enrolment>(&json).map(|made| made.id);
    let location = id.map_or_else(|_| String::new(), |id| format!("/api/v1/enrolments/{id}"));
    let headers = [
        (header::CONTENT_TYPE, "application/json".to_owned()),
        (header::LOCATION, location),
    ];
    Ok((StatusCode::CREATED, headers, json).into_response())
}

/// Enrols, or finds the answer that was given to the same request before.
async fn enrol(
    page: &Page,
    person: PersonId,
    new: &NewEnrolment,
    (key, what): (Option<&str>, &str),
) -> Result<String, Failed<Refused>> {
    let app = &page.app;
    let (wish, wrong) = (new.wish(), new.wrong());
    let (Some(seminar), true) = (new.seminar(), wrong.is_empty()) else {
        return Err(Refused::Invalid(wrong).into());
    };
    let catalogue = Catalogue::current(app).await?;
    let asked = key.map(|key| Asked {
        person,
        key,
        what,
        status: 201,
    });
    once(
        &app.db,
        (page.actor(), &app.clock),
        (asked, Refused::KeyReused.into()),
        async |work| {
            let id = service::enrol(work, seminar, person, &wish).await?;
            work.flush().await.map_err(Fault::from)?;
            let made = read::enrolment(work.db(), id).await?;
            let beside = read::beside(work.db(), made.as_slice(), work.now()).await?;
            let made = made.map(|made| told(&made, &beside, (&catalogue, work.now())));
            let body = serde_json::to_string(&made)
                .map_err(|error| Fault::broken("writing an answer", error))?;
            Ok(body)
        },
    )
    .await
}
