//! A case as its page and the list show it.

use kernel::{Instant, Role};
use serde_json::{Value, json};
use web::Page;

use super::{acts, beyond, papers, records, sheet};
use crate::{
    entity::case,
    pages::{dispatches::dispatch, facts},
    read::{self, CasePage, Listed},
    rules::{self, Reading},
};

/// How the person is reached, for those who handle the case: they call, or send the address.
fn contact(case: &CasePage) -> Value {
    match (&case.who, case.reading) {
        (Some(who), Reading::Handles) => json!({ "telephone": who.telephone, "email": who.email }),
        _ => Value::Null,
    }
}

/// What the page of a case is given.
pub(super) fn described(page: &Page, case: &CasePage, reading: Reading) -> Value {
    let now = page.app.clock.now();
    let row = &case.row;
    let told = reading.asked() || !row.need_to_know;
    let meeting = |one: &read::Planned| {
        let mut fact = facts::meeting(one, now);
        fact["said"] = json!(case.said.get(&one.meeting.row.id).map(records::said));
        fact
    };
    json!({
        "case": {
            "id": row.id, "reference": row.reference, "person": row.person_id,
            "name": case.who.as_ref().map(|who| who.name.clone()),
            "asked_at": row.asked_at.rfc3339(), "due_on": row.due_on,
            "company": row.company, "stage": row.stage.code(), "industry": row.industry.code(),
            "employees": row.employees, "capital": row.capital_yen, "in_ward": row.in_ward,
            "about": row.about, "times": row.times, "mode": row.mode.code(), "lang": row.lang,
            "urgent": row.urgent, "desk": case.desk.as_ref().filter(|_| told), "told": told,
            "contact": contact(case), "secret": row.need_to_know, "state": row.state.code(), "withdrawn": told && row.outcome == Some(case::Outcome::Withdrawn),
            "outcome": row.outcome.map(case::Outcome::code), "closing_note": row.closing_note,
            "erased_at": row.erased_at.map(Instant::rfc3339), "lead": case.lead, "edition": row.edition, "fields": facts::fields(&case.fields),
        },
        "reads": reading.asked(), "said": reading.said(), "handles": reading == Reading::Handles,
        "by_reason": reading == Reading::ByReason,
        "lists": reading.asked() || page.actor().roles.has(Role::Manager),
        "leads": row.lead_id.is_some() && row.lead_id == page.actor().person,
        "arranges": rules::may_arrange(&page.actor()),
        "erases": rules::may_keep_experts(&page.actor()) && row.state == case::State::Closed && row.erased_at.is_none(),
        "breaks": page.actor().roles.has(Role::Manager) || rules::may_arrange(&page.actor()),
        "experts": case.experts.iter().map(facts::expert).collect::<Vec<_>>(),
        "meetings": case.meetings.iter().map(meeting).collect::<Vec<_>>(),
        "dispatches": case.dispatches.iter().map(|one| dispatch(one, told)).collect::<Vec<_>>(),
        "applies": rules::may_apply(&page.actor(), row, reading) && row.state != case::State::Closed,
        "sheet": case.sheet.as_ref().map(sheet::sheet_facts),
        "answers": case.answers,
        "papers": case.papers.iter().map(papers::paper).collect::<Vec<_>>(),
        "referrals": case.referrals.iter().map(beyond::referral).collect::<Vec<_>>(),
        "milestones": case.milestones.iter().map(beyond::milestone).collect::<Vec<_>>(),
        "actions": case.actions.iter().map(acts::action).collect::<Vec<_>>(),
        "follow_ups": case.follow_ups.iter().map(acts::follow_up_facts).collect::<Vec<_>>(),
    })
}

/// A case in the list.
pub(super) fn listed(one: &Listed, today: &str) -> Value {
    let row = &one.row;
    let waits = row.state == case::State::Waiting;
    let told = one.reading.asked() || !row.need_to_know;
    json!({
        "id": row.id,
        "reference": row.reference,
        "name": one.name,
        "asked_at": row.asked_at.rfc3339(),
        "due_on": waits.then_some(row.due_on.as_str()),
        "overdue": waits && row.due_on.as_str() < today,
        "urgent": row.urgent,
        "secret": row.need_to_know,
        "state": row.state.code(),
        "withdrawn": told && row.outcome == Some(case::Outcome::Withdrawn),
        "mode": row.mode.code(),
        "fields": facts::fields(&one.fields),
        "told": told,
        "desk": one.desk,
        "experts": one.experts,
        "left": one.left,
    })
}
