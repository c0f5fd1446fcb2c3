//! A plan is begun, handed in, answered, taken back, changed.

use std::collections::HashMap;

use approvals::{
    entity::{ApprovalId, approval::Side},
    rules::Verdict,
    service::Submission,
};
use kernel::{Actor, Failed, Fault, Work, events::Event, violated_constraint};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::written::{drafted, held, version, waiting};
use crate::{
    Refused, Unfit,
    entity::{PlanId, PlanVersionId, PolicyId, ProgrammeId, plan, plan_version},
    read::{
        contents,
        plans::{self as read, KIND, Plan},
        policies, review,
    },
    rules::{
        carry::carried,
        difference,
        plan::{self as rules, Begun, Draft},
        schedule::Years,
        whole::Content,
    },
};

/// The version that somebody saw, so that nothing happens to one that they did not.
#[derive(Clone, Copy, Debug)]
pub struct Seen {
    /// Which version.
    pub version: PlanVersionId,
    /// Its edition, or the version of its approval, as it was then.
    pub count: i32,
}

/// Begins a plan with the draft of its first version: empty, or with what the plan says that it
/// carries on.
///
/// # Errors
/// Everything that is wrong at once; [`Unfit::ThereAlready`] when the year has its plan.
pub async fn begin(
    work: &Work,
    wish: &Draft,
    from: Option<PlanId>,
) -> Result<PlanId, Failed<Refused>> {
    let begun = wish.read().map_err(Refused::Invalid)?;
    if !rules::may_write(work.actor(), begun.kind) {
        return Err(Refused::MayNot.into());
    }
    let content = match from {
        Some(from) => carried_on(work, from, &begun).await?,
        None => Content::default(),
    };
    let id: PlanId = work.new_id();
    let inserted = plan::Entity::insert(plan::ActiveModel {
        id: Set(id),
        kind: Set(begun.kind),
        name: Set(begun.name),
        first_year: Set(begun.first.year()),
        last_year: Set(begun.last.year()),
        based_on: Set(from),
    })
    .exec_without_returning(work.db())
    .await;
    inserted.map_err(there_already)?;
    version(work, id, 1, "", &content).await?;
    let event = Event::new("plan.begun", id).with("kind", begun.kind.code());
    work.record(event.with("programmes", content.programmes.len()));
    Ok(id)
}

/// A year has one annual plan: the second is refused by the database.
fn there_already(error: DbErr) -> Failed<Refused> {
    match violated_constraint(&error).as_deref() {
        Some("plans_annual_year" | "plans.first_year") => {
            Refused::Unfit(Unfit::ThereAlready).into()
        }
        _ => error.into(),
    }
}

/// What a new plan begins with: what holds of the other one, else its newest version.
async fn carried_on(work: &Work, from: PlanId, begun: &Begun) -> Result<Content, Failed<Refused>> {
    let found = read::plan(work.db(), work.actor(), from).await?;
    let earlier = found.ok_or(Refused::NotThere)?;
    let version = earlier.in_force().or_else(|| earlier.versions.first());
    let version = version.ok_or(Refused::NotThere)?;
    let content = contents::content(work.db(), version.row.id).await?;
    let years = begun.first.year()..=begun.last.year();
    let policies = same_fields(work, &earlier.years(), &years).await?;
    let new_id = || work.new_id::<ProgrammeId>();
    Ok(carried(
        &content,
        &earlier.years(),
        &years,
        |policy| policies.get(&policy).copied(),
        new_id,
    ))
}

/// Which policy of the new years is of the same field as one of the old.
async fn same_fields(
    work: &Work,
    from: &Years,
    to: &Years,
) -> Result<HashMap<PolicyId, PolicyId>, Fault> {
    let actor: &Actor = work.actor();
    let old = policies::issued(work.db(), actor, from).await?;
    let new: HashMap<String, PolicyId> = policies::issued(work.db(), actor, to)
        .await?
        .into_iter()
        .collect();
    let same = |(field, id): &(String, PolicyId)| Some((*id, *new.get(field)?));
    Ok(old.iter().filter_map(same).collect())
}

/// Begins the next version with what one of the versions says. Once anything was approved it is a
/// change (変更申請), and says why.
///
/// # Errors
/// [`Unfit::Open`] while a version is written or waits; a change without a reason.
pub async fn revise(
    work: &Work,
    id: PlanId,
    of: PlanVersionId,
    reason: &str,
) -> Result<(), Failed<Refused>> {
    let (plan, newest) = held(work, id).await?;
    if !rules::may_write(work.actor(), plan.row.kind) {
        return Err(Refused::MayNot.into());
    }
    if !newest.standing().is_closed() {
        return Err(Refused::Unfit(Unfit::Open).into());
    }
    let is_change = plan.in_force().is_some();
    let wrong = rules::reason_wrong(reason).filter(|_| is_change);
    if let Some(wrong) = wrong {
        return Err(Refused::Invalid(vec![wrong]).into());
    }
    let begins_with = plan.version_of(of).ok_or(Refused::Changed)?;
    let content = contents::content(work.db(), begins_with.row.id).await?;
    let number = newest.row.number + 1;
    let reason = if is_change { reason } else { "" };
    version(work, id, number, reason, &content).await?;
    let event = Event::new("plan.revised", id).with("number", number);
    work.record(event.with("is_change", is_change));
    Ok(())
}

/// Throws the draft away, as it was seen; with the first version the plan goes. Says whether the plan
/// is still there.
///
/// # Errors
/// [`Refused::Changed`] when somebody edited or handed it in since.
pub async fn discard(work: &Work, id: PlanId, seen: Seen) -> Result<bool, Failed<Refused>> {
    let (plan, newest) = drafted(work, id, seen.version).await?;
    if newest.row.edition != seen.count {
        return Err(Refused::Changed.into());
    }
    let version = newest.row.id;
    super::programmes::clear(work, version).await?;
    plan_version::Entity::delete_by_id(version)
        .exec(work.db())
        .await?;
    let is_left = newest.row.number > 1;
    if !is_left {
        if is_carried_on(work, plan.row.id).await? {
            return Err(Refused::Unfit(Unfit::CarriedOn).into());
        }
        plan::Entity::delete_by_id(id).exec(work.db()).await?;
    }
    work.record(Event::new("plan.discarded", id).with("number", newest.row.number));
    Ok(is_left)
}

/// Whether another plan carries this one on.
async fn is_carried_on(work: &Work, id: PlanId) -> Result<bool, Fault> {
    let next = plan::Entity::find().filter(plan::COLUMN.based_on.eq(id));
    Ok(next.one(work.db()).await?.is_some())
}

/// Hands the draft in, as it was seen; it is not changed any more.
///
/// # Errors
/// [`Unfit::Incomplete`] with everything that is missing; [`Refused::Changed`] when somebody edited
/// it since.
pub async fn submit(work: &Work, id: PlanId, seen: Seen) -> Result<(), Failed<Refused>> {
    let (plan, newest) = drafted(work, id, seen.version).await?;
    if newest.row.edition != seen.count {
        return Err(Refused::Changed.into());
    }
    let content = contents::content(work.db(), newest.row.id).await?;
    let mut missing = content.missing(plan.row.kind);
    if let Some(in_force) = plan.in_force() {
        let holds = contents::content(work.db(), in_force.row.id).await?;
        missing.extend(difference::nothing_changed(&holds, &content));
    }
    if !missing.is_empty() {
        return Err(Refused::Unfit(Unfit::Incomplete(missing)).into());
    }
    let (name, number, reason) = (&plan.row.name, newest.row.number, &newest.row.reason);
    let submission = Submission {
        kind: KIND,
        subject: newest.row.id.into(),
        title: rules::title(name, number, !reason.is_empty()),
        link: format!("/plans/{id}?version={number}"),
        from: rules::writing_side(plan.row.kind),
        asked_of: Side::Ward,
        digest: approvals::rules::digest(&content.text(name, number, reason)),
        needed_by: None,
    };
    let submitted = approvals::service::submit(work, &submission).await;
    let approval = submitted.map_err(Refused::of)?;
    work.record(happened("plan.submitted", &plan, number, approval.id));
    Ok(())
}

/// Answers the version that waits, as it was seen. What was said as a condition of a programme is
/// named in the approval.
///
/// # Errors
/// Those of `approvals`; nobody answers what they wrote.
pub async fn decide(
    work: &Work,
    id: PlanId,
    seen: Seen,
    verdict: &Verdict,
) -> Result<(), Failed<Refused>> {
    let (plan, newest) = waiting(work, id, seen.version).await?;
    if work.actor().is(newest.row.written_by) {
        return Err(Refused::Approval(approvals::Refused::Own).into());
    }
    let approval = newest.approval.ok_or(Refused::Changed)?.id;
    let conditions = review::conditions(work.db(), newest.row.id).await?;
    let verdict = rules::with_conditions(verdict, &conditions);
    let decided = approvals::service::decide(work, approval, seen.count, &verdict).await;
    decided.map_err(Refused::of)?;
    let kind = match verdict {
        Verdict::Approve { .. } => "plan.approved",
        Verdict::Return { .. } => "plan.returned",
        Verdict::Refuse { .. } => "plan.refused",
    };
    work.record(happened(kind, &plan, newest.row.number, approval));
    Ok(())
}

/// Takes the version back that waits, as it was seen.
///
/// # Errors
/// Those of `approvals`.
pub async fn withdraw(work: &Work, id: PlanId, seen: Seen) -> Result<(), Failed<Refused>> {
    let (plan, newest) = waiting(work, id, seen.version).await?;
    let approval = newest.approval.ok_or(Refused::Changed)?.id;
    let withdrawn = approvals::service::withdraw(work, approval, seen.count).await;
    withdrawn.map_err(Refused::of)?;
    work.record(happened(
        "plan.withdrawn",
        &plan,
        newest.row.number,
        approval,
    ));
    Ok(())
}

/// What became of a version, with the approval that says more.
fn happened(kind: &'static str, plan: &Plan, number: i32, approval: ApprovalId) -> Event {
    Event::new(kind, plan.row.id)
        .with("number", number)
        .with("approval", approval.to_string())
}
