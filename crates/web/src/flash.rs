//! A sentence carried over a redirect: what was just done.

use axum::http::{HeaderMap, HeaderValue};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{Site, cookies};

/// How a flash is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tone {
    /// Done.
    Good,
    /// Be careful.
    Care,
    /// Not done.
    Bad,
    /// For your information.
    Info,
}

/// A sentence for the next page.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Flash {
    /// How it is meant.
    pub kind: Tone,
    /// The key of the sentence.
    pub key: String,
    /// What the sentence needs.
    pub args: Value,
}

const COOKIE: &str = "shinko-flash";

impl Flash {
    /// Something was done.
    pub fn good(key: &str, args: Value) -> Self {
        Self {
            kind: Tone::Good,
            key: key.to_owned(),
            args,
        }
    }

    /// Something was not done.
    pub fn bad(key: &str) -> Self {
        Self {
            kind: Tone::Bad,
            ..Self::good(key, Value::default())
        }
    }

    pub(crate) fn cookie(&self, site: &Site) -> HeaderValue {
        let text = serde_json::to_vec(self).unwrap_or_default();
        cookies::set(site, COOKIE, URL_SAFE_NO_PAD.encode(text), Some(60))
    }

    /// What the last answer left behind; nonsense is nothing.
    pub(crate) fn read(site: &Site, headers: &HeaderMap) -> Option<Self> {
        let text = cookies::read(site, headers, COOKIE)?;
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(text).ok()?).ok()
    }

    pub(crate) fn removal(site: &Site) -> HeaderValue {
        cookies::set(site, COOKIE, String::new(), Some(0))
    }
}
