//! Lists of organisations and of applications as files.

use serde_json::{Value, json};
use web::sheet::{Column, List};

use crate::read::{Application, Listed};

const LOCALITY: Column = Column::Said(
    "organisations-locality",
    "/category/locality",
    "organisations-locality-",
);
const PARTY: Column = Column::Said(
    "organisations-party",
    "/category/party",
    "organisations-party-",
);
const STAGE: Column = Column::Said(
    "organisations-stage",
    "/category/stage",
    "organisations-stage-",
);

/// The registered organisations.
pub(super) const ORGANISATIONS: List = List {
    name: "organisations",
    taken: Some("organisations.list_taken"),
    columns: &[
        Column::Text("organisations-name", "/name"),
        Column::Text("organisations-kana", "/kana"),
        Column::Text("organisations-corporate-number", "/corporate_number"),
        LOCALITY,
        PARTY,
        STAGE,
        Column::Date("organisations-until", "/until"),
        Column::Text("organisations-address", "/address"),
        Column::Text("organisations-telephone", "/telephone"),
    ],
};

/// What was applied for.
pub(super) const APPLICATIONS: List = List {
    name: "applications",
    taken: Some("applications.list_taken"),
    columns: &[
        Column::Time("organisations-submitted-at", "/submitted_at"),
        Column::Text("organisations-reference", "/reference"),
        Column::Text("organisations-name", "/details/name"),
        Column::Text("organisations-applicant", "/applicant"),
        Column::Text(
            "organisations-corporate-number",
            "/details/corporate_number",
        ),
        Column::Text("organisations-telephone", "/details/telephone"),
        LOCALITY,
        PARTY,
        STAGE,
        Column::Text("organisations-renewal", "/renewal"),
        Column::Said("organisations-state", "/state", "organisations-state-"),
        Column::Time("organisations-reviewed-at", "/reviewed_at"),
    ],
};

/// An organisation; one whose registration has run out is of no category.
pub(super) fn organisation(one: &Listed) -> Value {
    let mut facts = json!(one);
    if one.until.is_none() {
        facts["category"] = Value::Null;
    }
    facts
}

/// An application.
pub(super) fn application(one: &Application) -> Value {
    json!(one)
}
