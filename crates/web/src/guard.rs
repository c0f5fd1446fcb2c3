//! What stands before every handler: forged forms, headers, the language, panics, sizes.

use axum::{
    Router,
    extract::{DefaultBodyLimit, Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
};
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer, csrf::CsrfLayer};

use crate::{
    App, Error, cookies, errors,
    page::{LANG_COOKIE, asked},
    rest::read_on,
};

/// The largest body a form or an API request may have.
pub(crate) const LARGEST_BODY: usize = 2 * 1024 * 1024;

const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; \
    img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; \
    frame-src 'self'; frame-ancestors 'self'";

/// Puts the guards around a router. `identify` runs first and tells who is asking.
pub fn guarded(router: Router<App>, app: &App) -> Router<App> {
    router
        .fallback(async || Error::not_found())
        .method_not_allowed_fallback(async || Error::Status(StatusCode::METHOD_NOT_ALLOWED))
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .layer(CatchPanicLayer::custom(|_panic| {
            Error::Fault(kernel::Fault::broken("a handler", "panicked")).into_response()
        }))
        .layer(
            CsrfLayer::new().with_rejection_response(|_error| Error::forbidden().into_response()),
        )
        .layer(middleware::from_fn(bearer))
        .layer(middleware::from_fn_with_state(app.clone(), errors::answer))
        .layer(middleware::from_fn(read_on))
}

/// The outermost layers: the language asked for is remembered, every answer gets its headers.
pub fn outermost(router: Router<App>, app: &App) -> Router<App> {
    router
        .layer(middleware::from_fn_with_state(app.clone(), headers))
        .layer(CompressionLayer::new())
}

/// A bearer token is never sent by a browser on its own, so a request of the API that carries one
/// is not forged; `accounts` then looks at no cookie.
async fn bearer(mut request: Request, next: Next) -> Response {
    let headers = request.headers();
    if request.uri().path().starts_with("/api/") && headers.contains_key(header::AUTHORIZATION) {
        request.headers_mut().remove(header::ORIGIN);
        request.headers_mut().remove("sec-fetch-site");
    }
    next.run(request).await
}

async fn headers(State(app): State<App>, request: Request, next: Next) -> Response {
    let chosen = request.uri().query().and_then(asked);
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    if let Some(lang) = chosen {
        let year = 365 * 24 * 60 * 60;
        let cookie = cookies::set(&app.site, LANG_COOKIE, lang.code().to_owned(), Some(year));
        cookies::add(headers, cookie);
    }
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (header::X_FRAME_OPTIONS, "SAMEORIGIN"),
    ] {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
    headers.insert(
        "cross-origin-opener-policy",
        HeaderValue::from_static("same-origin"),
    );
    headers.insert(
        "cross-origin-resource-policy",
        HeaderValue::from_static("same-origin"),
    );
    headers.insert(
        "permissions-policy",
        HeaderValue::from_static("camera=(), geolocation=(), microphone=(), payment=()"),
    );
    if app.site.secure {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=31536000; includeSubDomains"),
        );
    }
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    headers
        .entry(header::VARY)
        .or_insert(HeaderValue::from_static("Cookie, Accept-Language"));
    response
}
