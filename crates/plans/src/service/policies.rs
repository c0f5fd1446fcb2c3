//! The ward writes policies, the manager acknowledges them.

use approvals::{
    entity::{ApprovalId, approval::Side},
    rules::Verdict,
    service::Submission,
};
use kernel::{Failed, Fault, Work, events::Event, violated_constraint};
use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};

use crate::{
    Refused,
    entity::{PolicyId, PolicyVersionId, policy, policy_version},
    read::policies::{self as read, KIND, Policy, Version},
    rules::{
        Standing,
        policy::{self as rules, Draft, Text},
    },
};

/// The version that somebody saw, so that nothing happens to one that they did not.
#[derive(Clone, Copy, Debug)]
pub struct Seen {
    /// Which version.
    pub version: PolicyVersionId,
    /// Its edition, or the version of its approval, as it was then.
    pub count: i32,
}

/// Begins a policy with the draft of its first version.
///
/// # Errors
/// Everything that is wrong at once; [`Refused::ThereAlready`] when the field has one for that year.
pub async fn draft(work: &Work, wish: &Draft) -> Result<PolicyId, Failed<Refused>> {
    if !rules::may_write(work.actor()) {
        return Err(Refused::MayNot.into());
    }
    let wrong = wish.wrong();
    let Some(year) = wish.fiscal_year.filter(|_| wrong.is_empty()) else {
        return Err(Refused::Invalid(wrong).into());
    };
    let field = wish.field.trim().to_owned();
    let key = japan::kana::search_key(&field);
    let there = policy::Entity::find()
        .filter(policy::COLUMN.fiscal_year.eq(year.year()))
        .filter(policy::COLUMN.field_key.eq(&key))
        .one(work.db())
        .await?;
    if let Some(there) = there {
        return Err(Refused::ThereAlready(Some(there.id)).into());
    }
    let id: PolicyId = work.new_id();
    let inserted = policy::Entity::insert(policy::ActiveModel {
        id: Set(id),
        fiscal_year: Set(year.year()),
        field: Set(field),
        field_key: Set(key),
    })
    .exec_without_returning(work.db())
    .await;
    inserted.map_err(there_already)?;
    write(work, id, 1, &wish.text).await?;
    work.record(Event::new("policy.drafted", id).with("fiscal_year", year.year()));
    Ok(id)
}

/// Two may begin a policy of one field at once: the second is refused by the database.
fn there_already(error: DbErr) -> Failed<Refused> {
    match violated_constraint(&error).as_deref() {
        Some("policies_fiscal_year_field_key_key") => Refused::ThereAlready(None).into(),
        _ => error.into(),
    }
}

/// Edits the draft, as it was seen.
///
/// # Errors
/// [`Refused::Changed`] when somebody edited or issued it since.
pub async fn edit(
    work: &Work,
    id: PolicyId,
    seen: Seen,
    text: &Text,
) -> Result<(), Failed<Refused>> {
    let (policy, newest) = drafted(work, id, seen).await?;
    let year = policy.year().ok_or(Refused::NotThere)?;
    let wrong = text.wrong(year);
    let Some(valid_from) = text.valid_from.filter(|_| wrong.is_empty()) else {
        return Err(Refused::Invalid(wrong).into());
    };
    let row = policy_version::ActiveModel {
        id: Set(newest.row.id),
        body: Set(text.body.trim().to_owned()),
        valid_from: Set(valid_from.to_string()),
        edition: Set(newest.row.edition + 1),
        written_by: Set(writer(work)?),
        written_at: Set(work.now()),
        ..Default::default()
    };
    row.update(work.db()).await?;
    work.record(Event::new("policy.edited", id).with("number", newest.row.number));
    Ok(())
}

/// Begins the next version with what the last one says; it holds from today on, where the last one is
/// in force.
///
/// # Errors
/// [`Refused::Open`] while a version is written or waits.
pub async fn revise(work: &Work, id: PolicyId) -> Result<(), Failed<Refused>> {
    let (policy, newest) = held(work, id).await?;
    if !newest.standing().is_closed() {
        return Err(Refused::Open.into());
    }
    let today = work.now().date();
    let in_force = policy.in_force(today).is_some();
    let from_today = in_force
        && policy
            .year()
            .is_some_and(|year| year.days().contains(&today));
    let text = Text {
        valid_from: from_today
            .then_some(today)
            .or_else(|| newest.row.valid_from.parse().ok()),
        body: newest.row.body,
    };
    let number = newest.row.number + 1;
    write(work, id, number, &text).await?;
    work.record(Event::new("policy.revised", id).with("number", number));
    Ok(())
}

/// Throws the draft away, as it was seen; with the first version the policy goes. Says whether the
/// policy is still there.
///
/// # Errors
/// [`Refused::Changed`] when somebody edited or issued it since.
pub async fn discard(work: &Work, id: PolicyId, seen: Seen) -> Result<bool, Failed<Refused>> {
    let (_, newest) = drafted(work, id, seen).await?;
    policy_version::Entity::delete_by_id(newest.row.id)
        .exec(work.db())
        .await?;
    let is_left = newest.row.number > 1;
    if !is_left {
        policy::Entity::delete_by_id(id).exec(work.db()).await?;
    }
    work.record(Event::new("policy.discarded", id).with("number", newest.row.number));
    Ok(is_left)
}

/// Hands the draft, as it was seen, to the manager to be acknowledged; it is not changed any more.
///
/// # Errors
/// [`Refused::Changed`] when somebody edited or issued it since.
pub async fn issue(work: &Work, id: PolicyId, seen: Seen) -> Result<(), Failed<Refused>> {
    let (policy, newest) = drafted(work, id, seen).await?;
    let year = policy.year().ok_or(Refused::NotThere)?;
    let (field, version) = (&policy.row.field, &newest.row);
    let content = rules::content(
        year,
        field,
        version.number,
        &version.valid_from,
        &version.body,
    );
    let submission = Submission {
        kind: KIND,
        subject: version.id.into(),
        title: rules::title(year, field, version.number),
        link: format!("/policies/{id}?version={}", version.number),
        from: Side::Ward,
        asked_of: Side::Manager,
        digest: approvals::rules::digest(&content),
        needed_by: None,
    };
    let submitted = approvals::service::submit(work, &submission).await;
    let approval = submitted.map_err(Refused::of)?;
    work.record(happened("policy.issued", id, version.number, approval.id));
    Ok(())
}

/// Acknowledges the version that waits, as it was seen, or hands it back; a policy of the ward is
/// not refused.
pub async fn decide(
    work: &Work,
    id: PolicyId,
    seen: Seen,
    verdict: &Verdict,
) -> Result<(), Failed<Refused>> {
    if matches!(verdict, Verdict::Refuse { .. }) {
        return Err(Refused::Approval(approvals::Refused::MayNot).into());
    }
    let (approval, number) = waiting(work, id, seen).await?;
    if wrote(work, seen.version).await? {
        return Err(Refused::Approval(approvals::Refused::Own).into());
    }
    let decided = approvals::service::decide(work, approval, seen.count, verdict).await;
    decided.map_err(Refused::of)?;
    let kind = match verdict {
        Verdict::Approve { .. } => "policy.acknowledged",
        _ => "policy.returned",
    };
    work.record(happened(kind, id, number, approval));
    Ok(())
}

/// Takes the version back that waits, as it was seen.
pub async fn withdraw(work: &Work, id: PolicyId, seen: Seen) -> Result<(), Failed<Refused>> {
    let (approval, number) = waiting(work, id, seen).await?;
    let withdrawn = approvals::service::withdraw(work, approval, seen.count).await;
    withdrawn.map_err(Refused::of)?;
    work.record(happened("policy.withdrawn", id, number, approval));
    Ok(())
}

/// The approval of the newest version and its number, if that is the one that was seen.
async fn waiting(
    work: &Work,
    id: PolicyId,
    seen: Seen,
) -> Result<(ApprovalId, i32), Failed<Refused>> {
    let (_, newest) = held(work, id).await?;
    if newest.row.id != seen.version {
        return Err(Refused::Changed.into());
    }
    let approval = newest.approval.ok_or(Refused::Changed)?;
    Ok((approval.id, newest.row.number))
}

/// Whether the actor wrote a version: whoever is of both sides does not answer their own words either.
async fn wrote(work: &Work, version: PolicyVersionId) -> Result<bool, Fault> {
    let found = policy_version::Entity::find_by_id(version);
    let found = found.one(work.db()).await?;
    Ok(found.is_some_and(|row| work.actor().is(row.written_by)))
}

/// What became of a version, with the approval that says more.
fn happened(kind: &'static str, id: PolicyId, number: i32, approval: ApprovalId) -> Event {
    Event::new(kind, id)
        .with("number", number)
        .with("approval", approval.to_string())
}

/// The policy and its newest version, if that is a draft and still as it was seen.
async fn drafted(
    work: &Work,
    id: PolicyId,
    seen: Seen,
) -> Result<(Policy, Version), Failed<Refused>> {
    if !rules::may_write(work.actor()) {
        return Err(Refused::MayNot.into());
    }
    let (policy, newest) = held(work, id).await?;
    let is_same = newest.row.id == seen.version && newest.row.edition == seen.count;
    if newest.standing() != Standing::Draft || !is_same {
        return Err(Refused::Changed.into());
    }
    Ok((policy, newest))
}

/// The policy, locked, and its newest version.
async fn held(work: &Work, id: PolicyId) -> Result<(Policy, Version), Failed<Refused>> {
    if work.locks_rows() {
        let locked = policy::Entity::find_by_id(id).lock_exclusive();
        locked.one(work.db()).await?;
    }
    let found = read::policy(work.db(), work.actor(), id).await?;
    let policy = found.ok_or(Refused::NotThere)?;
    let newest = policy.versions.first().cloned().ok_or(Refused::NotThere)?;
    Ok((policy, newest))
}

async fn write(work: &Work, id: PolicyId, number: i32, text: &Text) -> Result<(), Failed<Refused>> {
    let valid_from = text.valid_from.map(|day| day.to_string());
    policy_version::Entity::insert(policy_version::ActiveModel {
        id: Set(work.new_id::<PolicyVersionId>()),
        policy_id: Set(id),
        number: Set(number),
        body: Set(text.body.trim().to_owned()),
        valid_from: Set(valid_from.unwrap_or_default()),
        edition: Set(1),
        written_by: Set(writer(work)?),
        written_at: Set(work.now()),
    })
    .exec_without_returning(work.db())
    .await?;
    Ok(())
}

fn writer(work: &Work) -> Result<kernel::PersonId, Refused> {
    work.actor().person.ok_or(Refused::MayNot)
}
