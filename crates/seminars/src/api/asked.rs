//! What is asked of the API: read leniently, so that everything wrong can be named at once.

use accounts::rules::wrong_field;
use kernel::Detail;
use serde_json::{Map, Value};
use surveys::rules::FIELDS;
use utoipa::ToSchema;

use crate::{
    entity::{SeminarId, enrolment::Mode},
    rules::{Answers, Leaves, Wish},
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
    /// Whether they are one of those for whom the seminar is meant (`audience`); asked for unless that is
    /// `anyone`.
    #[schema(value_type = Option<bool>)]
    within: Value,
    /// Answers by the number of the question (`{"1": "…", "2": ["1", "3"], "3": true}`): words, a number,
    /// `true` or `false`, the number of an option or several. `GET /api/v1/seminars/{id}/questions` lists
    /// what is asked; files are handed in later, on the page of the enrolment.
    #[schema(value_type = Option<Object>)]
    answers: Value,
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
            within: take("within"),
            answers: take("answers"),
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
            (
                "within",
                !self.within.is_null() && !self.within.is_boolean(),
            ),
            ("answers", self.answers().is_none()),
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
            within: self.within.as_bool(),
            answers: Answers {
                given: self.answers().unwrap_or_default(),
                papers: Vec::new(),
                leaves: Leaves::Papers,
            },
        }
    }

    /// What is answered, question by question; none when it cannot be read, or names a question that no
    /// seminar has.
    fn answers(&self) -> Option<surveys::rules::Wish> {
        let mut all = vec![Vec::new(); FIELDS.len()];
        let given = match &self.answers {
            Value::Null => return Some(all),
            Value::Object(given) => given,
            _ => return None,
        };
        for (number, value) in given {
            let at = number.parse::<usize>().ok()?.checked_sub(1)?;
            *all.get_mut(at)? = match value {
                Value::Array(several) => several.iter().map(said).collect::<Option<_>>()?,
                one => vec![said(one)?],
            };
        }
        Some(all)
    }
}

/// One value as a form would send it.
fn said(value: &Value) -> Option<String> {
    match value {
        Value::String(words) => Some(words.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(true) => Some("yes".to_owned()),
        Value::Bool(false) => Some("no".to_owned()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}
