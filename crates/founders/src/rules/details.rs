//! What is wrong with an application, as forms show it.

use accounts::rules::Words;
use kernel::Detail;
use serde_json::{Value, json};

use super::{ApplicationDraft, DraftTerms, Wrong};

impl From<Wrong> for Detail {
    fn from(wrong: Wrong) -> Self {
        let day = |day: chrono::NaiveDate| json!({ "day": day.to_string() });
        Self {
            field: Some(wrong.field),
            key: wrong.key,
            args: wrong.day.map_or(Value::Null, day),
        }
    }
}

impl ApplicationDraft {
    /// Everything that is wrong with it, signs that no letter carries among it.
    pub fn details(&self, terms: &DraftTerms) -> Vec<Detail> {
        let mut found: Vec<Detail> = self.wrong(terms).into_iter().map(Detail::from).collect();
        for (field, text) in [
            ("name", &self.name),
            ("head_office", &self.head_office),
            ("address", &self.address),
            ("field", &self.field),
        ] {
            let told = found.iter().any(|one| one.field == Some(field));
            let wrong = Words::line(field, text).wrong();
            found.extend(wrong.filter(|_| !told));
        }
        found
    }
}
