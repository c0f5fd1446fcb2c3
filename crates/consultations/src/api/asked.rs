//! What is asked of the API: read leniently, so that everything wrong can be named at once.

use accounts::rules::wrong_field;
use kernel::{Detail, Instant};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::{
    entity::{
        ExpertId,
        case::{Industry, Stage},
        case_field::Field,
        meeting::Mode,
    },
    rules::Request,
};

/// What is there and cannot be read.
pub(super) const UNKNOWN: &str = "consultations-api-unknown";

/// What someone asks. A field that is missing or of another type is named in the answer, like one that
/// breaks a rule.
#[derive(ToSchema)]
pub(super) struct NewConsultation {
    /// About what: `founding`, `sales`, …; five at most.
    #[schema(value_type = Vec<String>)]
    fields: Value,
    /// In their words, 4,000 characters at most.
    #[schema(value_type = String, max_length = 4000)]
    about: Value,
    /// `thinking`, `preparing`, `young`, `company` or `other`.
    #[schema(value_type = String)]
    stage: Value,
    /// What the business is called.
    #[schema(value_type = Option<String>)]
    company: Value,
    /// `manufacturing`, `construction`, `transport`, `wholesale`, `retail`, `services` or `other`.
    #[schema(value_type = String)]
    industry: Value,
    /// How many people they employ.
    #[schema(value_type = Option<i32>)]
    employees: Value,
    /// The capital, in yen.
    #[schema(value_type = Option<i64>)]
    capital_yen: Value,
    /// Whether the business is in the ward, or will be.
    #[schema(value_type = bool)]
    in_ward: Value,
    /// `centre`, `online`, `visit` or `telephone`.
    #[schema(value_type = String)]
    mode: Value,
    /// In which language.
    #[schema(value_type = Option<String>)]
    lang: Value,
    /// Whether it cannot wait.
    #[schema(value_type = Option<bool>)]
    urgent: Value,
    /// Whether they agree to how it is used; nothing is taken without.
    #[schema(value_type = bool)]
    agreed: Value,
    /// With whom; with `starts_at`, or the centre finds somebody.
    #[schema(value_type = Option<Uuid>)]
    expert_id: Value,
    /// RFC 3339, one of the free hours.
    #[schema(value_type = Option<String>, format = DateTime)]
    starts_at: Value,
    /// When they would like to, in their words; needed without `starts_at`.
    #[schema(value_type = Option<String>)]
    times: Value,
}

impl NewConsultation {
    /// Reads a JSON object; `None` when it is none.
    pub(super) fn read(body: &[u8]) -> Option<Self> {
        let mut all: Map<String, Value> = serde_json::from_slice(body).ok()?;
        let mut take = |name: &str| all.remove(name).unwrap_or_default();
        Some(Self {
            fields: take("fields"),
            about: take("about"),
            stage: take("stage"),
            company: take("company"),
            industry: take("industry"),
            employees: take("employees"),
            capital_yen: take("capital_yen"),
            in_ward: take("in_ward"),
            mode: take("mode"),
            lang: take("lang"),
            urgent: take("urgent"),
            agreed: take("agreed"),
            expert_id: take("expert_id"),
            starts_at: take("starts_at"),
            times: take("times"),
        })
    }

    /// Everything that is wrong with it, by the names of these fields. What is there and cannot be read
    /// is never left aside: who names an expert and a time wrongly is not asked for another.
    pub(super) fn wrong(&self, wish: &Request) -> Vec<Detail> {
        let known = |fields: &Value| {
            let all = fields.as_array().map(Vec::len);
            fields.is_null() || all == Some(wish.fields.len())
        };
        let id = self.expert_id.as_str().map(str::parse::<ExpertId>);
        let from = self.starts_at.as_str().map(Instant::parse);
        let is_flag = |value: &Value| value.is_null() || value.is_boolean();
        let unread = [
            ("fields", !known(&self.fields)),
            ("lang", !(self.lang.is_null() || self.lang.is_string())),
            ("urgent", !is_flag(&self.urgent)),
            (
                "expert_id",
                !self.expert_id.is_null() && !matches!(id, Some(Ok(_))),
            ),
            (
                "starts_at",
                !self.starts_at.is_null() && !matches!(from, Some(Some(_))),
            ),
            (
                "starts_at",
                self.starts_at.is_null() && !self.expert_id.is_null(),
            ),
            (
                "expert_id",
                self.expert_id.is_null() && !self.starts_at.is_null(),
            ),
        ];
        let unread = unread.into_iter().filter(|(_, wrong)| *wrong);
        let mut wrong: Vec<Detail> = unread
            .map(|(field, _)| wrong_field(field, UNKNOWN))
            .collect();
        let others = wish.wrong().into_iter().map(named);
        let is_new = |one: &Detail| wrong.iter().all(|known| known.field != one.field);
        let others: Vec<Detail> = others.filter(is_new).collect();
        wrong.extend(others);
        wrong
    }

    /// As the rules take it; what could not be read is left for them to name.
    pub(super) fn wish(&self) -> Request {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let fields = self.fields.as_array().into_iter().flatten();
        let known = fields.filter_map(|field| Field::parse(field.as_str()?));
        let from = self.starts_at.as_str().and_then(Instant::parse);
        let expert = self.expert_id.as_str().and_then(|id| id.parse().ok());
        Request {
            fields: known.collect(),
            about: text(&self.about),
            stage: self.stage.as_str().and_then(Stage::parse),
            company: text(&self.company),
            industry: self.industry.as_str().and_then(Industry::parse),
            employees: number(&self.employees),
            capital_yen: number(&self.capital_yen),
            in_ward: self.in_ward.as_bool(),
            mode: self.mode.as_str().and_then(Mode::parse),
            lang: self.lang.as_str().unwrap_or("ja").to_owned(),
            urgent: self.urgent.as_bool().unwrap_or_default(),
            desk: None,
            agreed: self.agreed.as_bool().unwrap_or_default(),
            chosen: expert.zip(from),
            times: text(&self.times),
        }
    }
}

/// What is wrong, by the names of the API where the form has others.
pub(super) fn named(wrong: Detail) -> Detail {
    let field = match wrong.field {
        Some("consult_in") => Some("lang"),
        Some("chosen") => Some("starts_at"),
        same => same,
    };
    Detail { field, ..wrong }
}

/// A number, or none when nothing was given.
fn number<N: TryFrom<i64>>(value: &Value) -> Result<Option<N>, ()> {
    if value.is_null() {
        return Ok(None);
    }
    let read = value.as_i64().and_then(|number| N::try_from(number).ok());
    read.map(Some).ok_or(())
}
