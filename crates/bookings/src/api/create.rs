//! Booking through the API, once however often it is asked.

use axum::{
    body::Bytes,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use kernel::{
    Failed, PersonId,
    answers::{Asked, once},
};
use web::{Error, Page};

use super::dto::{self, Booking, NewBooking, Problem};
use crate::{
    read,
    refused::Refused,
    service::{self, Reserve},
};

/// Books a space. The same `Idempotency-Key` with the same body gives the first answer again.
#[utoipa::path(post, path = "/api/v1/bookings", tag = "bookings", security(("token" = [])),
    request_body = NewBooking,
    params(("Idempotency-Key" = Option<String>, Header, description = "A name for this request, kept for 24 hours; 200 characters at most")),
    responses(
        (status = 201, description = "The booking", body = Booking),
        (status = 400, description = "Not JSON", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "No token, or a wrong one", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "The token may only read, or the booking is for another person", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such space", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`slot-taken`, with alternatives", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Every wrong field, with alternatives where another time or space keeps the rules", body = Problem, content_type = "application/problem+json"),
    ))]
pub(super) async fn create(page: Page, headers: HeaderMap, body: Bytes) -> Result<Response, Error> {
    let viewer = page.person()?;
    let new = NewBooking::read(&body).ok_or(Error::Status(StatusCode::BAD_REQUEST))?;
    let wish = new.wish(viewer.person);
    let key = headers.get("idempotency-key").map(|key| key.to_str());
    let key = match key {
        None => None,
        Some(Ok(key)) if (1..=200).contains(&key.len()) => Some(format!("api:{key}")),
        Some(_) => return Err(Error::Status(StatusCode::BAD_REQUEST)),
    };
    let what = String::from_utf8_lossy(&body);
    let json = book(&page, &wish, viewer.person, key.as_deref(), &what).await?;
    let id = serde_json::from_str::<Booking>(&json).map(|booking| booking.id);
    let location = id.map_or_else(|_| String::new(), |id| format!("/api/v1/bookings/{id}"));
    let headers = [
        (header::CONTENT_TYPE, "application/json".to_owned()),
        (header::LOCATION, location),
    ];
    Ok((StatusCode::CREATED, headers, json).into_response())
}

/// Books, or finds the answer that was given to the same request before.
async fn book(
    page: &Page,
    wish: &Reserve,
    asker: PersonId,
    key: Option<&str>,
    what: &str,
) -> Result<String, Failed<Refused>> {
    let app = &page.app;
    let mut actor = page.actor();
    actor.on_behalf_of = Some(wish.person).filter(|person| *person != asker);
    let request = key.map(|key| Asked {
        person: asker,
        key,
        what,
        status: 201,
    });
    let outcome = once(
        &app.db,
        (actor, &app.clock),
        (request, Refused::KeyReused.into()),
        async |work| {
            let made = service::reserve(work, wish).await?;
            let made = [read::seen_by(work.db(), work.actor(), made.id).await?];
            let besides = read::besides(work.db(), &made).await?;
            let body = dto::json(&Booking::all(&made, &besides, work.now())[0])?;
            Ok(body)
        },
    )
    .await;
    let now = app.clock.now();
    read::with_alternatives(outcome, wish.near(now), app, now, page.lang).await
}
