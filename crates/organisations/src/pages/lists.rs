//! Lists of organisations, of applications and of partners as files.

use serde_json::{Value, json};
use web::sheet::{Column, List};

use crate::{
    entity::agency,
    read::{Application, Listed},
};

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

/// The directory of partners.
pub(super) const AGENCIES: List = List {
    name: "agencies",
    taken: Some("agencies.list_taken"),
    columns: &[
        Column::Text("agencies-label-name", "/name"),
        Column::Said("agencies-label-sort", "/sort", "agencies-sort-"),
        Column::Text("agencies-label-contact", "/contact"),
        Column::Text("agencies-label-telephone", "/telephone"),
        Column::Text("agencies-label-email", "/email"),
        Column::Text("agencies-label-address", "/address"),
        Column::Text("agencies-label-good-for", "/good_for"),
        Column::Said("agencies-label-in-use", "/standing", "agencies-standing-"),
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

/// A partner.
pub(super) fn agency(row: &agency::Model) -> Value {
    let mut facts = json!(row);
    facts["standing"] = if row.in_use { "now" } else { "former" }.into();
    facts["written_at"] = row.written_at.rfc3339().into();
    facts
}
