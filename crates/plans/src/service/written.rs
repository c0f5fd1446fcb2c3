//! Writes what a version says, and finds the draft that somebody saw.

use approvals::entity::approval::State;
use kernel::{Failed, Fault, PersonId, Work};
use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};

use crate::{
    Refused,
    entity::{
        MeasureId, PlanId, PlanVersionId, ProgrammeId, activity, budget_line, measure, plan,
        plan_version, programme,
    },
    read::plans::{self as read, Plan, Version},
    rules::{Standing, budget::BudgetLine, plan as rules, programme::Programme, whole::Content},
};

/// So many rows go into one statement: a database takes so many values at most.
const ROWS: usize = 500;

/// The plan, locked, with its newest version.
pub(super) async fn held(work: &Work, id: PlanId) -> Result<(Plan, Version), Failed<Refused>> {
    if work.locks_rows() {
        let locked = plan::Entity::find_by_id(id).lock_exclusive();
        locked.one(work.db()).await?;
    }
    let found = read::plan(work.db(), work.actor(), id).await?;
    let plan = found.ok_or(Refused::NotThere)?;
    let newest = plan.versions.first().cloned().ok_or(Refused::NotThere)?;
    Ok((plan, newest))
}

/// The plan and its newest version, if that is a draft of this actor's side and the one that was seen.
pub(super) async fn drafted(
    work: &Work,
    id: PlanId,
    seen: PlanVersionId,
) -> Result<(Plan, Version), Failed<Refused>> {
    let (plan, newest) = held(work, id).await?;
    if !rules::may_write(work.actor(), plan.row.kind) {
        return Err(Refused::MayNot.into());
    }
    if newest.standing() != Standing::Draft || newest.row.id != seen {
        return Err(Refused::Changed.into());
    }
    Ok((plan, newest))
}

/// The version that waits for an answer, if it is the one that was seen.
pub(super) async fn waiting(
    work: &Work,
    id: PlanId,
    seen: PlanVersionId,
) -> Result<(Plan, Version), Failed<Refused>> {
    let (plan, newest) = held(work, id).await?;
    let is_seen = newest.row.id == seen && newest.standing() == Standing::Issued(State::Submitted);
    if is_seen {
        Ok((plan, newest))
    } else {
        Err(Refused::Changed.into())
    }
}

/// Who writes.
pub(super) fn writer(work: &Work) -> Result<PersonId, Refused> {
    work.actor().person.ok_or(Refused::MayNot)
}

/// Begins a version that says this.
pub(super) async fn version(
    work: &Work,
    plan: PlanId,
    number: i32,
    reason: &str,
    content: &Content,
) -> Result<PlanVersionId, Failed<Refused>> {
    let id: PlanVersionId = work.new_id();
    plan_version::Entity::insert(plan_version::ActiveModel {
        id: Set(id),
        plan_id: Set(plan),
        number: Set(number),
        reason: Set(reason.trim().to_owned()),
        edition: Set(1),
        budget_edition: Set(1),
        written_by: Set(writer(work)?),
        written_at: Set(work.now()),
    })
    .exec_without_returning(work.db())
    .await?;
    programmes(work, id, &content.programmes).await?;
    budget(work, id, &content.budget).await?;
    Ok(id)
}

/// Notes that something in the draft changed, and who changed it.
pub(super) async fn touched(work: &Work, version: &Version) -> Result<(), Failed<Refused>> {
    let row = plan_version::ActiveModel {
        id: Set(version.row.id),
        edition: Set(version.row.edition + 1),
        written_by: Set(writer(work)?),
        written_at: Set(work.now()),
        ..Default::default()
    };
    row.update(work.db()).await?;
    Ok(())
}

/// Writes programmes with all that belongs to them, each as its first edition.
pub(super) async fn programmes(
    work: &Work,
    version: PlanVersionId,
    all: &[(ProgrammeId, Programme)],
) -> Result<(), Failed<Refused>> {
    let by = writer(work)?;
    for some in all.chunks(ROWS) {
        let rows = some.iter().map(|(id, one)| row(version, *id, one, 1, by));
        programme::Entity::insert_many(rows)
            .exec_without_returning(work.db())
            .await?;
    }
    parts(work, version, all).await?;
    Ok(())
}

/// Writes what belongs to programmes: measures, and the schedule.
pub(super) async fn parts(
    work: &Work,
    version: PlanVersionId,
    all: &[(ProgrammeId, Programme)],
) -> Result<(), Fault> {
    let (mut measures, mut activities) = (Vec::new(), Vec::new());
    for (id, one) in all {
        for (at, measure) in (1..).zip(&one.measures) {
            let id_of = measure.id.unwrap_or_else(|| work.new_id::<MeasureId>());
            measures.push(measure::ActiveModel {
                version_id: Set(version),
                measure_id: Set(id_of),
                programme_id: Set(*id),
                position: Set(at),
                kind: Set(measure.kind),
                name: Set(measure.name.clone()),
                unit: Set(measure.unit.clone()),
                baseline_year: Set(measure.baseline.map(|(year, _)| year)),
                baseline: Set(measure.baseline.map(|(_, value)| value)),
                target_year: Set(measure.target_year),
                target: Set(measure.target),
                every_years: Set(measure.every_years),
            });
        }
        for (at, activity) in (1..).zip(&one.activities) {
            activities.push(activity::ActiveModel {
                version_id: Set(version),
                programme_id: Set(*id),
                position: Set(at),
                name: Set(activity.name.clone()),
                first_month: Set(activity.first.clone()),
                last_month: Set(activity.last.clone()),
            });
        }
    }
    for some in measures.chunks(ROWS) {
        measure::Entity::insert_many(some.to_vec())
            .exec_without_returning(work.db())
            .await?;
    }
    for some in activities.chunks(ROWS) {
        activity::Entity::insert_many(some.to_vec())
            .exec_without_returning(work.db())
            .await?;
    }
    Ok(())
}

/// Writes the lines of a budget.
pub(super) async fn budget(
    work: &Work,
    version: PlanVersionId,
    lines: &[BudgetLine],
) -> Result<(), Fault> {
    if lines.is_empty() {
        return Ok(());
    }
    let row = |(at, line): (i32, &BudgetLine)| budget_line::ActiveModel {
        version_id: Set(version),
        position: Set(at),
        side: Set(line.side),
        programme_id: Set(line.programme),
        item: Set(line.item.clone()),
        yen: Set(line.yen),
        note: Set(line.note.clone()),
    };
    let rows = (1..).zip(lines).map(row);
    budget_line::Entity::insert_many(rows)
        .exec_without_returning(work.db())
        .await?;
    Ok(())
}

/// A programme as its table has it.
pub(super) fn row(
    version: PlanVersionId,
    id: ProgrammeId,
    one: &Programme,
    edition: i32,
    by: PersonId,
) -> programme::ActiveModel {
    programme::ActiveModel {
        version_id: Set(version),
        programme_id: Set(id),
        number: Set(one.number),
        goal: Set(one.goal.clone()),
        strategy: Set(one.strategy.clone()),
        name: Set(one.name.clone()),
        summary: Set(one.summary.clone()),
        owner_department: Set(one.owner_department.clone()),
        related_departments: Set(one.related_departments.join("\n")),
        is_priority: Set(one.is_priority),
        is_new: Set(one.is_new),
        horizon: Set(one.horizon),
        stage: Set(one.stage),
        place: Set(one.place.clone()),
        ward_role: Set(one.ward_role.clone()),
        manager_role: Set(one.manager_role.clone()),
        policy_id: Set(one.policy),
        carried_from: Set(one.carried_from),
        edition: Set(edition),
        written_by: Set(by),
    }
}
