//! Asking through the API, once however often it is asked.

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
    asked::{NewConsultation, named},
    told::Consultation,
};
use crate::{Refused, read, rules::Reading, service};

/// Asks for advice. The same `Idempotency-Key` with the same body gives the first answer again.
#[utoipa::path(post, path = "/api/v1/consultations", tag = "consultations", security(("token" = [])),
    request_body = NewConsultation,
    params(("Idempotency-Key" = Option<String>, Header, description = "A name for this request, kept for 24 hours; 200 characters at most")),
    responses(
        (status = 201, description = "The consultation", body = Consultation),
        (status = 400, description = "Not JSON", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "No token, or a wrong one", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "The token may only read", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "The time is taken: ask for the free hours again; or too many requests wait already", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Every wrong field", body = Problem, content_type = "application/problem+json"),
    ))]
pub(super) async fn create(page: Page, headers: HeaderMap, body: Bytes) -> Result<Response, Error> {
    let person = page.person()?.person;
    let new = NewConsultation::read(&body).ok_or(Error::Status(StatusCode::BAD_REQUEST))?;
    let key = headers.get("idempotency-key").map(|key| key.to_str());
    let key = match key {
        None => None,
        Some(Ok(key)) if (1..=200).contains(&key.len()) => Some(format!("api-case:{key}")),
        Some(_) => return Err(Error::Status(StatusCode::BAD_REQUEST)),
    };
    let what = String::from_utf8_lossy(&body);
    let made = ask(&page, person, &new, (key.as_deref(), &what)).await;
    let json = made.map_err(by_name)?;
    let id = serde_json::from_str::<Consultation>(&json).map(|made| made.id);
    let location = id.map_or_else(
        |_| String::new(),
        |id| format!("/api/v1/consultations/{id}"),
    );
    let headers = [
        (header::CONTENT_TYPE, "application/json".to_owned()),
        (header::LOCATION, location),
    ];
    Ok((StatusCode::CREATED, headers, json).into_response())
}

/// What is wrong, by the names of the API.
fn by_name(failed: Failed<Refused>) -> Failed<Refused> {
    match failed {
        Failed::Refused(Refused::Invalid(wrong)) => {
            Refused::Invalid(wrong.into_iter().map(named).collect()).into()
        }
        other => other,
    }
}

/// Asks, or finds the answer that was given to the same request before.
async fn ask(
    page: &Page,
    person: PersonId,
    new: &NewConsultation,
    (key, what): (Option<&str>, &str),
) -> Result<String, Failed<Refused>> {
    let app = &page.app;
    let wish = new.wish();
    let wrong = new.wrong(&wish);
    if !wrong.is_empty() {
        return Err(Refused::Invalid(wrong).into());
    }
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
            let id = service::ask(work, person, &wish, Vec::new()).await?;
            let made = read::case_page(work.db(), &catalogue, id, Reading::Handles).await?;
            let made = made.map(|made| Consultation::of(&made, work.now()));
            let body = serde_json::to_string(&made)
                .map_err(|error| Fault::broken("writing an answer", error))?;
            Ok(body)
        },
    )
    .await
}
