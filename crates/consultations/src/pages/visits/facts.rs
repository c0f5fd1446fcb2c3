//! What pages are given of visits.

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::{
    entity::visit_target,
    read::{Campaign, Target, VisitSheet},
    rules::{Coverage, due},
};

/// A campaign with how far it has come.
pub(super) fn campaign(one: &Campaign, today: NaiveDate) -> Value {
    let row = &one.row;
    let mut facts = coverage(&one.coverage);
    facts["id"] = json!(row.id);
    facts["name"] = json!(row.name);
    facts["purpose"] = json!(row.purpose);
    facts["starts_on"] = json!(row.starts_on);
    facts["ends_on"] = json!(row.ends_on);
    facts["over"] = json!(row.ends_on < today.to_string());
    facts["follows"] = json!(row.follows_id);
    facts["runs"] = json!(one.runs);
    facts["edition"] = json!(row.edition);
    facts
}

/// How far something has come.
pub(super) fn coverage(coverage: &Coverage) -> Value {
    let states = coverage.by_state();
    let states = states.map(|(state, count)| json!({ "state": state.code(), "count": count }));
    json!({
        "all": coverage.all(),
        "percent": coverage.percent(),
        "states": states.collect::<Vec<_>>(),
    })
}

/// A target of a list.
pub(super) fn listed(one: &Target, today: NaiveDate) -> Value {
    let mut facts = target(&one.row, today);
    facts["assignee"] = json!(one.assignee);
    facts
}

/// A target.
pub(super) fn target(row: &visit_target::Model, today: NaiveDate) -> Value {
    json!({
        "id": row.id,
        "campaign": row.campaign_id,
        "position": row.position,
        "company": row.company,
        "address": row.address,
        "telephone": row.telephone,
        "note": row.note,
        "state": row.state.code(),
        "next_on": row.next_on,
        "due": row.next_on.as_deref().map(|next_on| due(next_on, today)),
        "case": row.case_id,
        "edition": row.edition,
    })
}

/// A sheet, for those who may read it.
pub(super) fn sheet(one: &VisitSheet) -> Value {
    let row = &one.row;
    json!({
        "id": row.id,
        "visited_at": row.visited_at.rfc3339(),
        "result": row.result.code(),
        "met": row.met,
        "situation": row.situation,
        "needs": one.needs.iter().map(|need| need.code()).collect::<Vec<_>>(),
        "wishes": row.wishes,
        "next_step": row.next_step,
        "next_on": row.next_on,
        "by": one.by,
        "written_at": row.written_at.rfc3339(),
        "edition": row.edition,
    })
}
