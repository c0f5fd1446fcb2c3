//! Cookies: `__Host-` and Secure, except on a loopback address over http.

use axum::http::{HeaderMap, HeaderValue, header};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};

use crate::Site;

/// The name under which a cookie is kept.
pub fn name(site: &Site, plain: &str) -> String {
    if site.secure {
        format!("__Host-{plain}")
    } else {
        plain.to_owned()
    }
}

/// What the browser sent under this name.
pub fn read(site: &Site, headers: &HeaderMap, plain: &str) -> Option<String> {
    CookieJar::from_headers(headers)
        .get(&name(site, plain))
        .map(|cookie| cookie.value().to_owned())
}

/// A cookie that lasts so many seconds; none ends it when the browser closes; 0 removes it.
pub fn set(site: &Site, plain: &str, value: String, seconds: Option<i64>) -> HeaderValue {
    let cookie = Cookie::build((name(site, plain), value))
        .path("/")
        .http_only(true)
        .secure(site.secure)
        .same_site(SameSite::Lax)
        .build();
    let age = seconds.map_or_else(String::new, |seconds| format!("; Max-Age={seconds}"));
    let text = format!("{cookie}{age}");
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static(""))
}

/// Adds a cookie to an answer.
pub fn add(headers: &mut HeaderMap, cookie: HeaderValue) {
    headers.append(header::SET_COOKIE, cookie);
}
