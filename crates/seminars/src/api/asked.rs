//! What is asked of the API: read leniently, so that everything wrong can be named at once.

use accounts::rules::wrong_field;
use kernel::Detail;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::{
    entity::{SeminarId, enrolment::Mode},
    rules::Wish,
};

/// What is there and cannot be read.
const UNKNOWN: &str = "seminars-api-unknown";

/// Somebody would like to take part. A field that is missing or of another type is named in the answer,
/// like one that breaks a rule.
#[derive(ToSchema)]
pub(super) struct NewEnrolment {
    /// In which seminar.
    #[schema(value_type = Uuid)]
    seminar_id: Value,
    /// `here` or `online`.
    #[schema(value_type = String)]
    mode: Value,
    /// For which company they come.
    #[schema(value_type = Option<String>)]
    company: Value,
    /// What they need so that they can take part, 1,000 characters at most.
    #[schema(value_type = Option<String>, max_length = 1000)]
    needs: Value,
}

impl NewEnrolment {
    /// Reads a JSON object; `None` when it is none.
    pub(super) fn read(body: &[u8]) -> Option<Self> {
        let mut all: Map<String, Value> = serde_json::from_slice(body).ok()?;
        let mut take = |name: &str| all.remove(name).unwrap_or_default();
        Some(Self {
            seminar_id: take("seminar_id"),
            mode: take("mode"),
            company: take("company"),
            needs: take("needs"),
        })
    }

    /// In which seminar; none when that cannot be read.
    pub(super) fn seminar(&self) -> Option<SeminarId> {
        self.seminar_id.as_str()?.parse().ok()
    }

    /// What is wrong before any rule is asked.
    pub(super) fn wrong(&self) -> Vec<Detail> {
        let is_words = |value: &Value| value.is_null() || value.is_string();
        let fields = [
            ("seminar_id", self.seminar().is_none()),
            ("company", !is_words(&self.company)),
            ("needs", !is_words(&self.needs)),
        ];
        let wrong = fields.into_iter().filter(|(_, wrong)| *wrong);
        wrong
            .map(|(field, _)| wrong_field(field, UNKNOWN))
            .collect()
    }

    /// As the rules take it; what could not be read is left for them to name.
    pub(super) fn wish(&self) -> Wish {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        Wish {
            mode: self.mode.as_str().and_then(Mode::parse),
            company: text(&self.company),
            needs: text(&self.needs),
        }
    }
}
