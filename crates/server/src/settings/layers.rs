//! The default settings, and what a file, the environment and flags put over them.

use std::{collections::BTreeMap, fs, ops::RangeInclusive, path::Path};

use toml::{Table, Value};

use super::{Flags, Wrong};

/// Every setting with its default; a setting that is not in it does not exist.
const DEFAULTS: &str = include_str!("../../../../config/default.toml");

/// Settings by their dotted names.
pub(super) struct Layers(BTreeMap<String, Value>);

impl Default for Layers {
    fn default() -> Self {
        // The file is compiled in, and a test reads it: there is nothing to report here.
        let table: Table = DEFAULTS.parse().unwrap_or_default();
        Self(flat(table))
    }
}

impl Layers {
    pub(super) fn file(&mut self, path: &Path) -> Result<(), Wrong> {
        let place = path.display().to_string();
        let text = fs::read_to_string(path).map_err(|source| Wrong::Unreadable {
            path: place.clone(),
            source,
        })?;
        let table: Table = text.parse().map_err(|source| Wrong::NotToml {
            path: place.clone(),
            source: Box::new(source),
        })?;
        for (key, value) in flat(table) {
            self.put(&key, value, &place)?;
        }
        Ok(())
    }

    pub(super) fn environment(&mut self, variables: &[(String, String)]) -> Result<(), Wrong> {
        for (name, text) in variables {
            // Those of the test harness lie in the same environment.
            if name == "SHINKO_CONFIG" || name.starts_with("SHINKO_TEST_") {
                continue;
            }
            let place = format!("environment variable {name}");
            let known = self.0.keys().find(|key| variable(key) == *name).cloned();
            let key = known.ok_or_else(|| Wrong::Unknown {
                key: name.clone(),
                place: place.clone(),
            })?;
            self.put_text(&key, text, &place)?;
        }
        Ok(())
    }

    pub(super) fn flags(&mut self, flags: &Flags) -> Result<(), Wrong> {
        for (key, text) in flags {
            self.put_text(key, text, "command line")?;
        }
        Ok(())
    }

    pub(super) fn text(&self, key: &str) -> &str {
        self.0.get(key).and_then(Value::as_str).unwrap_or_default()
    }

    pub(super) fn list(&self, key: &str) -> Vec<&str> {
        let list = self.0.get(key).and_then(Value::as_array);
        list.into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect()
    }

    pub(super) fn number(
        &self,
        key: &'static str,
        range: RangeInclusive<u64>,
        expected: &'static str,
    ) -> Result<u64, Wrong> {
        let number = self.0.get(key).and_then(Value::as_integer).unwrap_or(-1);
        u64::try_from(number)
            .ok()
            .filter(|number| range.contains(number))
            .ok_or_else(|| Wrong::Value {
                key,
                found: number.to_string(),
                expected,
            })
    }

    /// Puts a value over the one before, which says of what kind it must be.
    fn put(&mut self, key: &str, value: Value, place: &str) -> Result<(), Wrong> {
        let before = self.0.get_mut(key).ok_or_else(|| Wrong::Unknown {
            key: key.to_owned(),
            place: place.to_owned(),
        })?;
        let texts_only = |value: &Value| {
            value
                .as_array()
                .is_none_or(|list| list.iter().all(Value::is_str))
        };
        if before.type_str() != value.type_str() || !texts_only(&value) {
            return Err(Wrong::Kind {
                key: key.to_owned(),
                place: place.to_owned(),
                expected: kind(before),
            });
        }
        *before = value;
        Ok(())
    }

    fn put_text(&mut self, key: &str, text: &str, place: &str) -> Result<(), Wrong> {
        let value = match self.0.get(key) {
            Some(Value::Integer(_)) => text
                .trim()
                .parse()
                .map_or_else(|_| Value::String(text.to_owned()), Value::Integer),
            Some(Value::Array(_)) => Value::Array(
                text.split(',')
                    .map(str::trim)
                    .filter(|part| !part.is_empty())
                    .map(|part| Value::String(part.to_owned()))
                    .collect(),
            ),
            _ => Value::String(text.to_owned()),
        };
        self.put(key, value, place)
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Integer(_) => "a whole number",
        Value::Array(_) => "a list of texts",
        _ => "a text",
    }
}

/// `mail.host` is `SHINKO_MAIL_HOST` in the environment.
fn variable(key: &str) -> String {
    format!("SHINKO_{}", key.replace('.', "_").to_uppercase())
}

fn flat(table: Table) -> BTreeMap<String, Value> {
    let mut all = BTreeMap::new();
    for (name, value) in table {
        match value {
            Value::Table(inner) => all.extend(
                flat(inner)
                    .into_iter()
                    .map(|(key, value)| (format!("{name}.{key}"), value)),
            ),
            value => {
                all.insert(name, value);
            }
        }
    }
    all
}
