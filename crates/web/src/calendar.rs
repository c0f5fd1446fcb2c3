//! An iCalendar file under an address that calendars fetch again and again: told anew only when it has
//! changed.

use std::fmt::Write;

use axum::{
    http::{HeaderMap, HeaderName, StatusCode, header},
    response::{IntoResponse, Response},
};
use chrono::DateTime;
use kernel::Instant;
use sha2::{Digest, Sha256};

/// What a calendar is told that fetches an address.
#[derive(Debug)]
pub struct CalendarFile {
    text: String,
    etag: String,
    changed: Option<String>,
    cache: &'static str,
}

impl CalendarFile {
    /// For the one calendar that knows the address; `changed` is since when it tells this.
    pub fn private(text: String, changed: Option<Instant>) -> Self {
        let changed = changed.map(|at| at.utc().format("%a, %d %b %Y %H:%M:%S GMT").to_string());
        Self {
            etag: calendar_tag(&text),
            text,
            changed,
            cache: "private, max-age=300",
        }
    }

    /// For everybody.
    pub fn public(text: String) -> Self {
        Self {
            etag: calendar_tag(&text),
            text,
            changed: None,
            cache: "public, max-age=3600",
        }
    }

    /// All of it, or that nothing has changed.
    pub fn answer(self, asked: &HeaderMap) -> Response {
        let known = self.is_known(asked);
        let mut headers = vec![
            (header::CACHE_CONTROL, self.cache.to_owned()),
            (header::ETAG, self.etag),
        ];
        headers.extend(self.changed.map(|at| (header::LAST_MODIFIED, at)));
        let mut response = if known {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            let kind = "text/calendar; charset=utf-8".to_owned();
            headers.push((header::CONTENT_TYPE, kind));
            self.text.into_response()
        };
        for (name, value) in headers {
            if let Ok(value) = value.parse() {
                response.headers_mut().insert(name, value);
            }
        }
        response
    }

    fn is_known(&self, asked: &HeaderMap) -> bool {
        let text = |name: HeaderName| asked.get(name).and_then(|value| value.to_str().ok());
        if let Some(tags) = text(header::IF_NONE_MATCH) {
            let own = |tag: &str| tag.trim().trim_start_matches("W/") == self.etag;
            return tags.split(',').any(own);
        }
        let read = |at: &str| DateTime::parse_from_rfc2822(at).ok();
        let since = text(header::IF_MODIFIED_SINCE).and_then(read);
        let changed = self.changed.as_deref().and_then(read);
        since
            .zip(changed)
            .is_some_and(|(since, changed)| changed <= since)
    }
}

/// The tag of what a calendar is told: the same as long as it is.
pub fn calendar_tag(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    let hex = digest.iter().take(16).fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    format!("\"{hex}\"")
}
