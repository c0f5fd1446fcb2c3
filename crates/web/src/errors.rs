//! The boundary: whatever goes wrong becomes a page in the person's language, or a problem
//! (RFC 9457) for the API; faults are logged here, once.

mod asked;

use std::sync::Arc;

use axum::{
    Json,
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{Html, IntoResponse, Redirect, Response},
};
use kernel::Secret;
use serde_json::{Value, json};

use self::asked::Asked;
use crate::{App, Error, Page};

/// Marks an error answer that a handler has written itself: a form shown again.
#[derive(Clone, Copy)]
pub(crate) struct Written;

/// Answers every error in the way its asker reads.
pub async fn answer(
    State(app): State<App>,
    mut page: Page,
    request: Request,
    next: Next,
) -> Response {
    let for_machine = page.path.starts_with("/api/");
    let reads = request.method().is_safe();
    let (asked, request) = match Asked::look(&app, &page, request).await {
        Ok(looked) => looked,
        Err(broken) => return error_page(&page, &broken, (None, &Asked::default())),
    };
    let response = next.run(request).await;
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error())
        || response.extensions().get::<Written>().is_some()
    {
        return response;
    }
    let error = response
        .extensions()
        .get::<Arc<Error>>()
        .map_or_else(|| Arc::new(Error::Status(status)), Arc::clone);
    let reference = log(&page, &error);
    let allow = response.headers().get(header::ALLOW).cloned();
    let mut answer = if for_machine {
        problem(&app, &page, &error)
    } else if matches!(*error, Error::SignInFirst) && reads {
        return Redirect::to(&format!("/sign-in?next={}", asked.next(&page))).into_response();
    } else {
        page.nav = "";
        error_page(&page, &error, (reference.as_deref(), &asked))
    };
    if let Some(allow) = allow {
        answer.headers_mut().insert(header::ALLOW, allow);
    }
    if error.status() == StatusCode::SERVICE_UNAVAILABLE {
        answer
            .headers_mut()
            .insert(header::RETRY_AFTER, HeaderValue::from_static("30"));
    }
    answer
}

/// Writes a fault to the log with a number that the person is shown; refusals are no news.
fn log(page: &Page, error: &Error) -> Option<String> {
    let Error::Fault(fault) = error else {
        return None;
    };
    let reference: String = Secret::random().reveal().chars().take(8).collect();
    let first: &dyn std::error::Error = fault;
    let source = std::iter::successors(Some(first), |cause| cause.source())
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(": ");
    tracing::error!(reference, path = page.route, source, "a request failed");
    Some(reference)
}

fn error_page(page: &Page, error: &Error, (reference, asked): (Option<&str>, &Asked)) -> Response {
    let status = known(error.status());
    let mut facts = json!({
        "status": status.as_u16(),
        "said": page.said(error),
        "back": asked.back,
    });
    if matches!(error, Error::SignInFirst) {
        facts["next"] = asked.next(page).into();
        facts["kept"] = asked.kept().into();
    }
    if let Some(reference) = reference {
        facts["reference"] = reference.into();
    }
    match page.render("errors/problem.html", &facts) {
        Ok(html) => (error.status(), Html(html)).into_response(),
        Err(fault) => {
            tracing::error!(?fault, "the error page failed");
            error.status().into_response()
        }
    }
}

/// The API's answer; see RFC 9457. What the refusal knows is added under its own names.
fn problem(app: &App, page: &Page, error: &Error) -> Response {
    let status = error.status();
    let kind = match error {
        Error::Refused(refusal) => code(refusal.key()).to_owned(),
        _ => slug(status.canonical_reason().unwrap_or("error")),
    };
    let text = |key: &str, args: &Value| app.views.text(page.lang, key, args).ok();
    let title = page.said(error).or_else(|| {
        text(
            &format!("error-{}-title", known(status).as_str()),
            &Value::Null,
        )
    });
    let mut body = json!({
        "type": format!("{}/problems/{kind}", app.site.public_url),
        "title": title,
        "status": status.as_u16(),
    });
    if let Error::Refused(refusal) = error {
        if let Value::Object(args) = refusal.args() {
            for (name, value) in args {
                body[name] = value;
            }
        }
        let errors: Vec<Value> = error
            .fields()
            .into_iter()
            .filter(|field| !field.field.is_empty())
            .map(|wrong| {
                json!({
                    "field": wrong.field,
                    "code": code(&wrong.key),
                    "detail": text(&wrong.key, &wrong.args),
                })
            })
            .collect();
        if !errors.is_empty() {
            body["errors"] = errors.into();
        }
    }
    let mut answer = (status, Json(body)).into_response();
    let headers = answer.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/problem+json"),
    );
    if status == StatusCode::UNAUTHORIZED {
        headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    answer
}

/// A text's key without the crate it belongs to: `bookings-slot-taken` is `slot-taken`.
fn code(key: &str) -> &str {
    key.split_once('-').map_or(key, |(_, code)| code)
}

fn slug(text: &str) -> String {
    text.to_ascii_lowercase().replace(' ', "-")
}

/// The nearest status that has its own sentences.
fn known(status: StatusCode) -> StatusCode {
    match status.as_u16() {
        400 | 401 | 403 | 404 | 405 | 409 | 413 | 422 | 429 | 500 | 503 => status,
        415 | 411 | 414 | 431 => StatusCode::BAD_REQUEST,
        408 | 504 => StatusCode::SERVICE_UNAVAILABLE,
        code if code < 500 => StatusCode::BAD_REQUEST,
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    }
}
