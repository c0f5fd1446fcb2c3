//! The letters of this crate. Each has its folder under `templates/letters/plans/`.

use approvals::entity::approval::Side;
use kernel::{Fault, Role, Work};
use mail::Letter;
use serde_json::{Value, json};

use crate::{
    entity::{coordination_action, coordination_entry},
    read::Agreement,
};

/// To both sides: an agreement runs out. Says how many letters were written.
pub(crate) async fn agreement_ends(work: &Work, agreement: &Agreement) -> Result<usize, Fault> {
    let row = &agreement.row;
    let facts = json!({
        "title": row.name,
        "agency": agreement.agency,
        "until": row.valid_until,
        "link": format!("/agreements/{}", row.id),
    });
    let both = [Side::Ward, Side::Manager];
    to_sides(work, "plans/agreement_ends", &both, &facts).await
}

/// To the side whose it is: an action is due. Says how many letters were written.
pub(crate) async fn action_due(
    work: &Work,
    action: &coordination_action::Model,
    entry: &coordination_entry::Model,
) -> Result<usize, Fault> {
    let facts = json!({
        "what": action.what,
        "who": action.who,
        "due_on": action.due_on,
        "subject": entry.subject,
        "link": format!("/coordination/{}", entry.id),
    });
    to_sides(work, "plans/action_due", &[action.side], &facts).await
}

/// To everybody of these sides who has an address.
async fn to_sides(
    work: &Work,
    template: &'static str,
    sides: &[Side],
    facts: &Value,
) -> Result<usize, Fault> {
    let mut people = Vec::new();
    for side in sides {
        let roles: &[Role] = match side {
            Side::Ward => &[Role::WardOfficer, Role::WardApprover],
            Side::Manager => &[Role::Manager],
        };
        for role in roles {
            people.extend(accounts::read::with_role(work.db(), *role).await?);
        }
    }
    people.sort_unstable();
    people.dedup();
    let mut written = 0;
    for contact in accounts::read::contacts(work.db(), people).await? {
        let Some(email) = contact.email else {
            continue;
        };
        let mut facts = facts.clone();
        facts["name"] = contact.name.into();
        let letter = Letter {
            template,
            email,
            person: Some(contact.person),
            lang: contact.lang,
            facts,
        };
        mail::post(work, letter);
        written += 1;
    }
    Ok(written)
}
