//! Whom a campaign visits, and who goes there.

use kernel::{Failed, PersonId, Work, events::Event, violated_constraint};
use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};

use super::{campaign, runner};
use crate::{
    Refused,
    entity::{
        VisitCampaignId, VisitTargetId,
        visit_target::{self, State},
    },
    read,
    rules::TargetDraft,
};

/// So many rows are written at once: databases take some thousand values in one question.
const AT_ONCE: usize = 80;

/// Adds one target to the list of a campaign.
///
/// # Errors
/// Everything that is wrong at once; [`Refused::Unmet`] when it is on the list.
pub async fn add_target(
    work: &Work,
    id: VisitCampaignId,
    draft: &TargetDraft,
) -> Result<(), Failed<Refused>> {
    enter_targets(work, id, std::slice::from_ref(draft)).await
}

/// Adds targets to the list of a campaign: all of them, or none.
///
/// # Errors
/// Everything that is wrong at once; [`Refused::Unmet`] when one is on the list.
pub async fn enter_targets(
    work: &Work,
    id: VisitCampaignId,
    drafts: &[TargetDraft],
) -> Result<(), Failed<Refused>> {
    runner(work)?;
    campaign(work, id).await?;
    let wrong: Vec<_> = drafts.iter().flat_map(TargetDraft::wrong).collect();
    if !wrong.is_empty() {
        return Err(Refused::Invalid(wrong).into());
    }
    let there = read::targets_of(work.db(), id).await?;
    let first = there.iter().map(|one| one.row.position).max().unwrap_or(0) + 1;
    let rows: Vec<_> = drafts.iter().map(|draft| (draft.clone(), None)).collect();
    insert(work, (id, first), &rows).await?;
    work.record(Event::new("visit_targets.entered", id).with("targets", drafts.len()));
    Ok(())
}

/// Writes targets from a place of the list on.
pub(super) async fn insert(
    work: &Work,
    (id, first): (VisitCampaignId, i32),
    rows: &[(TargetDraft, Option<PersonId>)],
) -> Result<(), Failed<Refused>> {
    let text = |text: &str| Set(text.trim().to_owned());
    let rows: Vec<_> = (first..)
        .zip(rows)
        .map(|(position, (draft, assignee))| visit_target::ActiveModel {
            id: Set(work.new_id::<VisitTargetId>()),
            campaign_id: Set(id),
            position: Set(position),
            company: text(&draft.company),
            address: text(&draft.address),
            telephone: text(&draft.telephone),
            note: text(&draft.note),
            assignee_id: Set(*assignee),
            state: Set(State::Open),
            next_on: Set(None),
            case_id: Set(None),
            edition: Set(1),
        })
        .collect();
    for some in rows.chunks(AT_ONCE) {
        let inserted = visit_target::Entity::insert_many(some.to_vec())
            .exec_without_returning(work.db())
            .await;
        inserted.map_err(there_already)?;
    }
    Ok(())
}

/// A business stands once on a list: the database refuses the second.
fn there_already(error: DbErr) -> Failed<Refused> {
    match violated_constraint(&error).as_deref() {
        Some(
            "visit_targets_once"
            | "visit_targets.campaign_id, visit_targets.company, visit_targets.address",
        ) => Refused::Unmet("visits-there-already").into(),
        _ => error.into(),
    }
}

/// Says who goes to some targets of a campaign, each as it was seen, or that nobody does.
///
/// # Errors
/// [`Refused::Changed`] when one of them was changed since: then none is; [`Refused::Unmet`] when nothing
/// was chosen, or the person does not visit.
pub async fn assign_targets(
    work: &Work,
    id: VisitCampaignId,
    targets: &[(VisitTargetId, i32)],
    to: Option<PersonId>,
) -> Result<(), Failed<Refused>> {
    runner(work)?;
    campaign(work, id).await?;
    if targets.is_empty() {
        return Err(Refused::Unmet("visits-nothing-chosen").into());
    }
    if let Some(to) = to {
        let visitors = read::visitors(work.db()).await?;
        if !visitors.iter().any(|(person, _)| *person == to) {
            return Err(Refused::Unmet("visits-nobody-chosen").into());
        }
    }
    let mut targets = targets.to_vec();
    targets.sort_unstable();
    for (target, seen) in targets {
        let found = visit_target::Entity::find_by_id(target)
            .filter(visit_target::COLUMN.campaign_id.eq(id))
            .lock_exclusive()
            .one(work.db())
            .await?
            .ok_or(Refused::NotThere)?;
        if found.edition != seen {
            return Err(Refused::Changed.into());
        }
        // Whoever goes there reads what was said: of a matter of few they are chosen by who may read it.
        if !read::reads_if_kept(work.db(), work.actor(), &found, work.now()).await? {
            return Err(Refused::Unmet("visits-kept-to-few").into());
        }
        let row = visit_target::ActiveModel {
            id: Set(target),
            assignee_id: Set(to),
            edition: Set(found.edition + 1),
            ..Default::default()
        };
        row.update(work.db()).await?;
        let event = Event::new("visit_target.assigned", target);
        work.record(event.with("to", to.map(|to| to.to_string())));
    }
    Ok(())
}
