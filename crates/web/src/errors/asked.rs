//! What an error page has to know of the request: the page it came from, and what was typed there.

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderMap, StatusCode, header},
};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use crate::{App, Error, Page, Typed, guard::LARGEST_BODY};

/// Where a form was sent from, and what it held if it was sent by nobody who is signed in.
#[derive(Default)]
pub(super) struct Asked {
    /// The address of the page with the form, on this site.
    pub(super) back: Option<String>,
    typed: Option<Typed>,
}

impl Asked {
    /// Looks at a request before it is handled. Of people who have signed in nothing is read.
    pub(super) async fn look(
        app: &App,
        page: &Page,
        request: Request,
    ) -> Result<(Self, Request), Error> {
        if request.method().is_safe() {
            return Ok((Self::default(), request));
        }
        let back = back(app, request.headers());
        if page.viewer.is_some() || !is_small_form(request.headers()) {
            return Ok((Self { back, typed: None }, request));
        }
        let (parts, body) = request.into_parts();
        let read = to_bytes(body, LARGEST_BODY).await;
        let bytes = read.map_err(|error| {
            tracing::debug!(%error, "a form broke off");
            Error::Status(StatusCode::BAD_REQUEST)
        })?;
        let typed = Typed::parse(&bytes).ok().filter(can_be_sent_again);
        let asked = Self { back, typed };
        Ok((asked, Request::from_parts(parts, Body::from(bytes))))
    }

    /// Where signing in leads back to.
    pub(super) fn next(&self, page: &Page) -> String {
        let here = self.back.clone().unwrap_or_else(|| page.here());
        utf8_percent_encode(&here, NON_ALPHANUMERIC).to_string()
    }

    /// What was typed, as hidden fields: it can be sent again after signing in.
    pub(super) fn kept(&self) -> Vec<Value> {
        let row = |name: &str, value: &str| json!({ "name": name, "value": value });
        let Some(typed) = &self.typed else {
            return Vec::new();
        };
        let every = |name| typed.all(name).into_iter().map(move |one| row(name, one));
        typed.names().flat_map(every).collect()
    }
}

/// Fields that hold what only their owner knows: they are never written into a page.
const SECRET: [&str; 4] = ["password", "current", "passkey", "code"];

/// Whether a form can be written into a page whole; nothing is to be sent again without a part of it.
fn can_be_sent_again(typed: &Typed) -> bool {
    !typed.is_empty() && !typed.names().any(|name| SECRET.contains(&name))
}

fn is_small_form(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let length = text(header::CONTENT_LENGTH).and_then(|length| length.parse().ok());
    text(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"))
        && length.is_some_and(|length: usize| length <= LARGEST_BODY)
}

/// The page a browser says it came from, if it is one of ours.
fn back(app: &App, headers: &HeaderMap) -> Option<String> {
    let from = headers.get(header::REFERER)?.to_str().ok()?;
    let path = from.strip_prefix(&app.site.public_url)?;
    path.starts_with('/').then(|| path.to_owned())
}
