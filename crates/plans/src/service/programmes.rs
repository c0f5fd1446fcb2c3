//! The programmes of a draft are written, changed, taken out, or entered from a table; its budget is
//! set.

use kernel::{Failed, Fault, Work, events::Event, violated_constraint};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::written::{self, drafted, touched, writer};
use crate::{
    Refused, Unfit,
    entity::{
        PlanId, PlanVersionId, ProgrammeId, activity, budget_line, measure, plan_version, programme,
    },
    read::{contents, plans::known},
    rules::{
        budget,
        programme::{Programme, Written},
        whole::MOST_PROGRAMMES,
    },
};

/// Writes a programme into the draft.
///
/// # Errors
/// Everything that is wrong at once; [`Unfit::NumberTaken`].
pub async fn add(
    work: &Work,
    id: PlanId,
    seen: PlanVersionId,
    written: &Written,
) -> Result<ProgrammeId, Failed<Refused>> {
    let (plan, draft) = drafted(work, id, seen).await?;
    let one = written
        .read(&known(work.db(), work.actor(), &plan).await?)
        .map_err(Refused::Invalid)?;
    let there = contents::numbers(work.db(), seen).await?;
    if there.len() >= MOST_PROGRAMMES {
        return Err(Refused::Unfit(Unfit::TooMany).into());
    }
    let programme_id: ProgrammeId = work.new_id();
    let row = written::row(seen, programme_id, &one, 1, writer(work)?);
    let inserted = programme::Entity::insert(row)
        .exec_without_returning(work.db())
        .await;
    inserted.map_err(number_taken)?;
    written::parts(work, seen, &[(programme_id, one)]).await?;
    touched(work, &draft).await?;
    work.record(Event::new("plan.programme_added", id).with("programme", programme_id.to_string()));
    Ok(programme_id)
}

/// Two programmes of a version have different numbers: the database refuses the second.
fn number_taken(error: DbErr) -> Failed<Refused> {
    match violated_constraint(&error).as_deref() {
        Some("programmes_version_id_number_key" | "programmes.version_id, programmes.number") => {
            Refused::Unfit(Unfit::NumberTaken).into()
        }
        _ => error.into(),
    }
}

/// Changes a programme of the draft, as it was seen.
///
/// # Errors
/// [`Refused::Changed`] when somebody changed it since; everything that is wrong at once.
pub async fn change(
    work: &Work,
    id: PlanId,
    seen: PlanVersionId,
    (programme_id, edition): (ProgrammeId, i32),
    written: &Written,
) -> Result<(), Failed<Refused>> {
    let (plan, draft) = drafted(work, id, seen).await?;
    let (_, now) = there(work, seen, programme_id).await?;
    if now != edition {
        return Err(Refused::Changed.into());
    }
    let one = written
        .read(&known(work.db(), work.actor(), &plan).await?)
        .map_err(Refused::Invalid)?;
    let row = written::row(seen, programme_id, &one, edition + 1, writer(work)?);
    row.update(work.db()).await.map_err(number_taken)?;
    drop_parts(work, seen, programme_id).await?;
    written::parts(work, seen, &[(programme_id, one)]).await?;
    touched(work, &draft).await?;
    work.record(
        Event::new("plan.programme_changed", id).with("programme", programme_id.to_string()),
    );
    Ok(())
}

/// Takes a programme out of the draft, as it was seen; lines of the budget that were for it are then
/// for the centre as a whole.
///
/// # Errors
/// [`Refused::Changed`] when somebody changed it since.
pub async fn take_out(
    work: &Work,
    id: PlanId,
    seen: PlanVersionId,
    (programme_id, edition): (ProgrammeId, i32),
) -> Result<(), Failed<Refused>> {
    let (_, draft) = drafted(work, id, seen).await?;
    let (_, now) = there(work, seen, programme_id).await?;
    if now != edition {
        return Err(Refused::Changed.into());
    }
    drop_parts(work, seen, programme_id).await?;
    programme::Entity::delete_by_id((seen, programme_id))
        .exec(work.db())
        .await?;
    budget_line::Entity::update_many()
        .col_expr(budget_line::Column::ProgrammeId, Expr::value(None::<Uuid>))
        .filter(budget_line::COLUMN.version_id.eq(seen))
        .filter(budget_line::COLUMN.programme_id.eq(programme_id))
        .exec(work.db())
        .await?;
    touched(work, &draft).await?;
    work.record(
        Event::new("plan.programme_dropped", id).with("programme", programme_id.to_string()),
    );
    Ok(())
}

/// Sets the budget of the draft, as it was seen.
///
/// # Errors
/// [`Refused::Changed`] when somebody set it since; everything that is wrong at once.
pub async fn set_budget(
    work: &Work,
    id: PlanId,
    (seen, edition): (PlanVersionId, i32),
    lines: &[budget::Written],
) -> Result<(), Failed<Refused>> {
    let (_, draft) = drafted(work, id, seen).await?;
    if draft.row.budget_edition != edition {
        return Err(Refused::Changed.into());
    }
    let numbers = contents::numbers(work.db(), seen).await?;
    let lines = budget::read(lines, &numbers).map_err(Refused::Invalid)?;
    let old = budget_line::Entity::delete_many().filter(budget_line::COLUMN.version_id.eq(seen));
    old.exec(work.db()).await?;
    written::budget(work, seen, &lines).await?;
    let row = plan_version::ActiveModel {
        id: Set(seen),
        budget_edition: Set(edition + 1),
        ..Default::default()
    };
    row.update(work.db()).await?;
    touched(work, &draft).await?;
    work.record(Event::new("plan.budget_set", id).with("lines", lines.len()));
    Ok(())
}

/// Enters the programmes of a table into the draft, as it was seen. Those whose number is there
/// already take its place and stay the same programme; what the table does not name stays.
///
/// # Errors
/// [`Refused::Changed`] when somebody edited the draft since.
pub async fn enter(
    work: &Work,
    id: PlanId,
    seen: super::plans::Seen,
    table: &[Programme],
) -> Result<(), Failed<Refused>> {
    let (_, draft) = drafted(work, id, seen.version).await?;
    if draft.row.edition != seen.count {
        return Err(Refused::Changed.into());
    }
    let before = contents::content(work.db(), seen.version).await?;
    let mut all = before.programmes;
    for one in table {
        let mut one = one.clone();
        match all.iter_mut().find(|(_, there)| there.number == one.number) {
            Some((_, there)) => {
                one.take_over(there);
                *there = one;
            }
            None => all.push((work.new_id(), one)),
        }
    }
    if all.len() > MOST_PROGRAMMES {
        return Err(Refused::Unfit(Unfit::TooMany).into());
    }
    all.sort_by_key(|(_, one)| one.number);
    clear_programmes(work, seen.version).await?;
    written::programmes(work, seen.version, &all).await?;
    touched(work, &draft).await?;
    work.record(Event::new("plan.table_entered", id).with("programmes", table.len()));
    Ok(())
}

/// Takes everything out of a version.
pub(super) async fn clear(work: &Work, version: PlanVersionId) -> Result<(), Fault> {
    let lines =
        budget_line::Entity::delete_many().filter(budget_line::COLUMN.version_id.eq(version));
    lines.exec(work.db()).await?;
    clear_programmes(work, version).await
}

async fn clear_programmes(work: &Work, version: PlanVersionId) -> Result<(), Fault> {
    // What belongs to them goes with them.
    let all = programme::Entity::delete_many().filter(programme::COLUMN.version_id.eq(version));
    all.exec(work.db()).await?;
    Ok(())
}

async fn there(
    work: &Work,
    version: PlanVersionId,
    id: ProgrammeId,
) -> Result<(Programme, i32), Failed<Refused>> {
    let found = contents::programme(work.db(), version, id).await?;
    Ok(found.ok_or(Refused::Changed)?)
}

async fn drop_parts(work: &Work, version: PlanVersionId, id: ProgrammeId) -> Result<(), Fault> {
    let measures = measure::Entity::delete_many()
        .filter(measure::COLUMN.version_id.eq(version))
        .filter(measure::COLUMN.programme_id.eq(id));
    measures.exec(work.db()).await?;
    let activities = activity::Entity::delete_many()
        .filter(activity::COLUMN.version_id.eq(version))
        .filter(activity::COLUMN.programme_id.eq(id));
    activities.exec(work.db()).await?;
    Ok(())
}
