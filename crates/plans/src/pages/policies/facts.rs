//! What pages are told about policies.

use approvals::{read::steps, rules::may_decide};
use kernel::Fault;
use serde_json::{Value, json};
use web::Page;

use crate::{
    read::policies::{Policy, Version},
    rules::{self, Standing, policy},
};

/// A policy as the list shows it: the newest version, and the one in force.
pub(super) fn listed(page: &Page, policy: &Policy) -> Value {
    let today = page.app.clock.now().date();
    let newest = policy.versions.first();
    json!({
        "id": policy.row.id,
        "field": policy.row.field,
        "newest": newest.map(version),
        "in_force": policy.in_force(today).map(version),
    })
}

/// A policy with the version that is read, and everything that can be done about it.
pub(super) async fn one(page: &Page, policy: &Policy, read: &Version) -> Result<Value, Fault> {
    let (db, actor) = (page.app.db.reader(), page.actor());
    let newest = policy.versions.first().unwrap_or(read);
    let is_newest = newest.row.id == read.row.id;
    let approval = read.approval.as_ref();
    let steps = match approval {
        Some(approval) => steps(db, approval.id).await?,
        None => Vec::new(),
    };
    let earlier = policy
        .versions
        .iter()
        .find(|one| one.row.number < read.row.number);
    let writes = is_newest && policy::may_write(&actor);
    let waits = read.standing().code() == "submitted";
    let today = page.app.clock.now().date();
    Ok(json!({
        "id": policy.row.id,
        "field": policy.row.field,
        "year": policy.row.fiscal_year,
        "year_name": policy.year().map(japan::fiscal::FiscalYear::name),
        "version": version(read),
        "body": read.row.body,
        "in_force": policy.in_force(today).map(version),
        "versions": policy.versions.iter().map(version).collect::<Vec<_>>(),
        "changes": earlier.map(|earlier| changes(earlier, read)),
        "approval": approval,
        "steps": steps,
        "may_edit": writes && read.standing() == Standing::Draft,
        "may_revise": writes && read.standing().is_closed(),
        "may_withdraw": writes && waits,
        "may_decide": is_newest && waits && approval.is_some_and(|approval| {
            may_decide(&actor, approval.asked_of, approval.submitted_by)
        }),
        "may_write": policy::may_write(&actor),
    }))
}

/// What a version says otherwise than the one before that may be read.
fn changes(earlier: &Version, read: &Version) -> Value {
    let lines = rules::compared(&earlier.row.body, &read.row.body);
    let is_same = lines.iter().all(|line| line.place == rules::Place::Both);
    let line = |line: &rules::Line| json!({ "place": line.place.code(), "text": line.text });
    json!({
        "number": earlier.row.number,
        "valid_from": (earlier.row.valid_from != read.row.valid_from)
            .then_some(&earlier.row.valid_from),
        "lines": lines.iter().filter(|_| !is_same).map(line).collect::<Vec<_>>(),
    })
}

fn version(version: &Version) -> Value {
    json!({
        "id": version.row.id.to_string(),
        "number": version.row.number,
        "valid_from": version.row.valid_from,
        "standing": version.standing().code(),
        "edition": version.row.edition,
        "written_at": version.row.written_at.rfc3339(),
    })
}
