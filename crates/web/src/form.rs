//! What a person typed, as they typed it.

use std::{
    collections::{BTreeMap, HashSet},
    str::FromStr,
};

use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
    http::{StatusCode, header},
};
use percent_encoding::percent_decode;
use serde::{Serialize, Serializer, ser::SerializeMap};

use crate::{App, Error};

/// So many fields at most: a form of ours has some dozens.
const MOST: usize = 2_000;

/// The fields of a form, or of a query, by name. Shown again unchanged when something is wrong.
#[derive(Clone, Debug, Default)]
pub struct Typed(BTreeMap<String, Vec<String>>);

impl Typed {
    /// Reads `a=1&b=2`; broken UTF-8 is refused rather than repaired.
    pub fn parse(encoded: &[u8]) -> Result<Self, Error> {
        let mut fields = BTreeMap::<String, Vec<String>>::new();
        if encoded.split(|byte| *byte == b'&').count() > MOST {
            return Err(Error::Status(StatusCode::PAYLOAD_TOO_LARGE));
        }
        for pair in encoded
            .split(|byte| *byte == b'&')
            .filter(|pair| !pair.is_empty())
        {
            let mut halves = pair.splitn(2, |byte| *byte == b'=');
            let name = decode(halves.next().unwrap_or_default())?;
            let value = decode(halves.next().unwrap_or_default())?;
            fields.entry(name).or_default().push(value);
        }
        Ok(Self(fields))
    }

    /// A field without the white space around it; empty when it is missing.
    pub fn text(&self, name: &str) -> &str {
        self.raw(name).trim()
    }

    /// A field as a number, in digits of any width; none when it is no such number.
    pub fn number<N: FromStr>(&self, name: &str) -> Option<N> {
        japan::kana::digits(self.text(name)).trim().parse().ok()
    }

    /// A field to the letter, for passwords; empty when it is missing.
    pub fn raw(&self, name: &str) -> &str {
        self.0
            .get(name)
            .and_then(|values| values.last())
            .map_or("", String::as_str)
    }

    /// The names of all fields.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Every value of a field, repeats dropped.
    pub fn all(&self, name: &str) -> Vec<&str> {
        let mut seen = HashSet::new();
        let values = self.0.get(name).into_iter().flatten();
        values
            .map(String::as_str)
            .filter(|value| seen.insert(*value))
            .collect()
    }

    /// Fills in a field that was left out.
    #[must_use]
    pub fn or(mut self, name: &str, value: &str) -> Self {
        self.0
            .entry(name.to_owned())
            .or_insert_with(|| vec![value.to_owned()]);
        self
    }

    /// Adds a value, as a form without script sends it: repeats stand side by side.
    #[must_use]
    pub fn and(mut self, name: &str, value: String) -> Self {
        self.0.entry(name.to_owned()).or_default().push(value);
        self
    }

    /// Whether nothing was typed at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

fn decode(encoded: &[u8]) -> Result<String, Error> {
    let spaced: Vec<u8> = encoded
        .iter()
        .map(|byte| if *byte == b'+' { b' ' } else { *byte })
        .collect();
    percent_decode(&spaced)
        .decode_utf8()
        .map(std::borrow::Cow::into_owned)
        .map_err(|error| {
            tracing::debug!(%error, "a form was not UTF-8");
            Error::Status(StatusCode::BAD_REQUEST)
        })
}

impl Serialize for Typed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, values) in &self.0 {
            match values.as_slice() {
                [one] => map.serialize_entry(name, one)?,
                many => map.serialize_entry(name, many)?,
            }
        }
        map.end()
    }
}

impl FromRequest<App> for Typed {
    type Rejection = Error;

    async fn from_request(request: Request, app: &App) -> Result<Self, Error> {
        if request.method().is_safe() {
            return Self::parse(request.uri().query().unwrap_or_default().as_bytes());
        }
        let is_form = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|kind| kind.to_str().ok())
            .is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"));
        let body = Bytes::from_request(request, app)
            .await
            .map_err(|rejection| Error::Status(rejection.status()))?;
        if !is_form && !body.is_empty() {
            return Err(Error::Status(StatusCode::UNSUPPORTED_MEDIA_TYPE));
        }
        Self::parse(&body)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_kept_to_the_letter() {
        let typed = Typed::parse("a=+1%2B1+&b=%F0%A0%AE%B7&b=2&b=2&c".as_bytes()).unwrap();
        assert_eq!(typed.raw("a"), " 1+1 ");
        assert_eq!(typed.text("a"), "1+1");
        assert_eq!(typed.all("b"), ["𠮷", "2"]);
        assert_eq!(typed.text("c"), "");
        assert_eq!(
            serde_json::to_value(typed.or("d", "5")).unwrap()["d"],
            serde_json::json!("5")
        );
    }

    #[test]
    fn a_form_of_thousands_of_fields_is_none_of_ours() {
        let fields = |count: usize| vec!["a=1"; count].join("&");
        assert_eq!(
            Typed::parse(fields(2_000).as_bytes()).unwrap().all("a"),
            ["1"]
        );
        assert!(Typed::parse(fields(2_001).as_bytes()).is_err());
    }

    #[test]
    fn broken_utf_8_is_refused() {
        for broken in ["a=%FF", "a=%E3%81", "%C0%80=x"] {
            assert!(Typed::parse(broken.as_bytes()).is_err(), "{broken}");
        }
    }
}
