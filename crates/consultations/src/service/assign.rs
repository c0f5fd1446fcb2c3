//! Finding somebody for a case (振り分け).

use kernel::{Failed, Instant, Work, events::Event, violated_constraint};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::{
    found::{coordinator, open_case},
    requested::{confirm_requested, take_requested},
};
use crate::{
    Refused,
    entity::{CaseExpertId, CaseId, ExpertId, case, case_expert, expert, meeting},
    letters, read,
    rules::{self, Reading, first_due},
};

/// A coordinator takes the lead of a case that nobody leads. What another leads is taken over only by
/// whoever wrote down why they had to read it (the glass, `rules::Reading::ByReason`); the one who led it
/// is told.
///
/// # Errors
/// [`Refused::MayNot`]; [`Refused::Changed`] when somebody changed the case since.
pub async fn lead(work: &Work, id: CaseId, seen: i32) -> Result<(), Failed<Refused>> {
    let person = coordinator(work)?;
    let case = open_case(work, id, seen).await?;
    if case.lead_id == Some(person) {
        return Ok(());
    }
    if rules::is_theirs(&case, Some(person)) {
        return Err(Refused::MayNot.into());
    }
    if let Some(before) = case.lead_id {
        let standing = read::standing(work.db(), work.actor(), id, work.now()).await?;
        let reading = rules::may_read(work.actor(), &case, standing, work.now());
        if reading != Reading::ByReason {
            return Err(Refused::MayNot.into());
        }
        letters::taken_over(work, &case, before).await?;
    }
    let row = case::ActiveModel {
        id: Set(id),
        lead_id: Set(Some(person)),
        edition: Set(case.edition + 1),
        ..Default::default()
    };
    row.update(work.db()).await?;
    work.record(Event::new("case.led", id).with("by", person.to_string()));
    Ok(())
}

/// Gives a case to an expert; the coordinator who does leads it, when nobody does yet. A time that was
/// asked for with this expert stands from now on, and the person is told.
///
/// # Errors
/// [`Refused::Barred`] when the expert cannot have it; [`Refused::NotTheirs`] when they have it.
pub async fn assign(
    work: &Work,
    id: CaseId,
    seen: i32,
    to: ExpertId,
) -> Result<(), Failed<Refused>> {
    let person = coordinator(work)?;
    let case = open_case(work, id, seen).await?;
    let another = case.lead_id.is_some_and(|lead| lead != person);
    if another || rules::is_theirs(&case, Some(person)) {
        return Err(Refused::MayNot.into());
    }
    let found = read::candidate(work.db(), &case, to, work.now()).await?;
    let (expert, candidate) = found.ok_or(Refused::NotThere)?;
    if let Some(why) = rules::barred(&candidate, &case.company) {
        return Err(Refused::Barred(why).into());
    }
    give(work, &case, &expert, work.now()).await?;
    let row = case::ActiveModel {
        id: Set(id),
        lead_id: Set(case.lead_id.or(Some(person))),
        state: Set(case::State::Running),
        assigned_at: Set(case.assigned_at.or(Some(work.now()))),
        edition: Set(case.edition + 1),
        ..Default::default()
    };
    row.update(work.db()).await?;
    work.record(Event::new("case.assigned", id).with("expert", to.to_string()));
    letters::assigned(work, &case, &expert).await?;
    take_requested(work, id, to).await?;
    confirm_requested(work, &case, to).await
}

/// The expert has the case from now on.
pub(super) async fn give(
    work: &Work,
    case: &case::Model,
    expert: &expert::Model,
    now: Instant,
) -> Result<(), Failed<Refused>> {
    let row = case_expert::ActiveModel {
        id: Set(work.new_id::<CaseExpertId>()),
        case_id: Set(case.id),
        expert_id: Set(expert.id),
        assigned_at: Set(now),
        assigned_by: Set(work.actor().person),
        ended_at: Set(None),
        ended_why: Set(None),
    };
    let given = case_expert::Entity::insert(row);
    match given.exec_without_returning(work.db()).await {
        Ok(_) => Ok(()),
        Err(error) => Err(match violated_constraint(&error).as_deref() {
            Some("case_experts_once" | "case_experts.case_id, case_experts.expert_id") => {
                Refused::NotTheirs.into()
            }
            _ => error.into(),
        }),
    }
}

/// Takes a case from an expert, with a reason. They read it no longer; meetings that they still have
/// are to be moved or called off first.
///
/// # Errors
/// [`Refused::NotTheirs`] when they do not have it; [`Refused::Open`] when a meeting with them is to
/// come.
pub async fn unassign(
    work: &Work,
    id: CaseId,
    seen: i32,
    (from, why): (ExpertId, &str),
) -> Result<(), Failed<Refused>> {
    let person = coordinator(work)?;
    let wrong = accounts::rules::Words::text("why", why, 1_000).or_missing("cases-why-missing");
    if let Some(wrong) = wrong {
        return Err(Refused::Invalid(vec![wrong]).into());
    }
    let case = open_case(work, id, seen).await?;
    if case.lead_id != Some(person) {
        return Err(Refused::MayNot.into());
    }
    let ahead = read::standing_meetings(work.db(), id).await?;
    let theirs = |one: &meeting::Model| one.expert_id == from;
    if ahead
        .iter()
        .any(|one| theirs(one) && work.now() < one.ends_at)
    {
        return Err(Refused::MeetingAhead.into());
    }
    take_from(work, case, from, why).await
}

/// The expert has the case no longer; a case that nobody has waits again.
pub(super) async fn take_from(
    work: &Work,
    case: case::Model,
    from: ExpertId,
    why: &str,
) -> Result<(), Failed<Refused>> {
    let id = case.id;
    let ended = case_expert::Entity::update_many()
        .col_expr(case_expert::Column::EndedAt, Expr::value(Some(work.now())))
        .col_expr(
            case_expert::Column::EndedWhy,
            Expr::value(Some(why.trim().to_owned())),
        )
        .filter(case_expert::COLUMN.case_id.eq(id))
        .filter(case_expert::COLUMN.expert_id.eq(from))
        .filter(case_expert::COLUMN.ended_at.is_null())
        .exec(work.db())
        .await?;
    if ended.rows_affected == 0 {
        return Err(Refused::NotTheirs.into());
    }
    letters::unassigned(work, &case, from).await?;
    let left = read::experts_of(work.db(), id).await?;
    let state = if left.is_empty() {
        case::State::Waiting
    } else {
        case.state
    };
    let terms = read::terms(work.db(), work.now().date()).await?;
    let due_on = match state {
        case::State::Waiting => first_due(work.now().date(), terms.triage_days).to_string(),
        _ => case.due_on,
    };
    let row = case::ActiveModel {
        id: Set(id),
        state: Set(state),
        due_on: Set(due_on),
        edition: Set(case.edition + 1),
        ..Default::default()
    };
    row.update(work.db()).await?;
    work.record(Event::new("case.unassigned", id).with("expert", from.to_string()));
    Ok(())
}
