//! What versions of plans say, in four readings however many programmes they have.

use std::collections::HashMap;

use kernel::Fault;
use sea_orm::{QueryOrder, entity::prelude::*};

use crate::{
    entity::{PlanVersionId, ProgrammeId, activity, budget_line, measure, programme},
    rules::{
        budget::BudgetLine, measure::Measure, programme::Programme, schedule::Activity,
        whole::Content,
    },
};

/// What each of these versions says.
pub async fn contents(
    db: &impl ConnectionTrait,
    versions: &[PlanVersionId],
) -> Result<HashMap<PlanVersionId, Content>, Fault> {
    let of = || versions.iter().copied();
    let programmes = programme::Entity::find()
        .filter(programme::COLUMN.version_id.is_in(of()))
        .order_by_asc(programme::COLUMN.number)
        .all(db)
        .await?;
    let measures = measure::Entity::find().filter(measure::COLUMN.version_id.is_in(of()));
    let mut measures = Parts::of(
        measures
            .order_by_asc(measure::COLUMN.position)
            .all(db)
            .await?,
    );
    let activities = activity::Entity::find().filter(activity::COLUMN.version_id.is_in(of()));
    let mut activities = Parts::of(
        activities
            .order_by_asc(activity::COLUMN.position)
            .all(db)
            .await?,
    );
    let lines = budget_line::Entity::find().filter(budget_line::COLUMN.version_id.is_in(of()));
    let lines = lines
        .order_by_asc(budget_line::COLUMN.position)
        .all(db)
        .await?;
    let mut contents: HashMap<PlanVersionId, Content> =
        of().map(|version| (version, Content::default())).collect();
    for row in programmes {
        let (version, id) = (row.version_id, row.programme_id);
        let (measures, activities) = (measures.take(version, id), activities.take(version, id));
        if let Some(content) = contents.get_mut(&version) {
            content
                .programmes
                .push((id, whole(row, measures, activities)));
        }
    }
    for row in lines {
        if let Some(content) = contents.get_mut(&row.version_id) {
            content.budget.push(line(row));
        }
    }
    Ok(contents)
}

/// What one version says.
pub async fn content(db: &impl ConnectionTrait, version: PlanVersionId) -> Result<Content, Fault> {
    let mut contents = contents(db, &[version]).await?;
    Ok(contents.remove(&version).unwrap_or_default())
}

/// One programme of a version with its edition, as a form was filled with it.
pub async fn programme(
    db: &impl ConnectionTrait,
    version: PlanVersionId,
    id: ProgrammeId,
) -> Result<Option<(Programme, i32)>, Fault> {
    let found = programme::Entity::find_by_id((version, id)).one(db).await?;
    let Some(row) = found else {
        return Ok(None);
    };
    let measures = measure::Entity::find()
        .filter(measure::COLUMN.version_id.eq(version))
        .filter(measure::COLUMN.programme_id.eq(id))
        .order_by_asc(measure::COLUMN.position)
        .all(db)
        .await?;
    let activities = activity::Entity::find()
        .filter(activity::COLUMN.version_id.eq(version))
        .filter(activity::COLUMN.programme_id.eq(id))
        .order_by_asc(activity::COLUMN.position)
        .all(db)
        .await?;
    let edition = row.edition;
    Ok(Some((whole(row, measures, activities), edition)))
}

/// The numbers of a version's programmes.
pub async fn numbers(
    db: &impl ConnectionTrait,
    version: PlanVersionId,
) -> Result<Vec<(i32, ProgrammeId)>, Fault> {
    let rows = programme::Entity::find()
        .filter(programme::COLUMN.version_id.eq(version))
        .order_by_asc(programme::COLUMN.number)
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.number, row.programme_id))
        .collect())
}

/// What belongs to programmes, ready to be handed out to each.
struct Parts<T>(HashMap<(PlanVersionId, ProgrammeId), Vec<T>>);

impl<T: Part> Parts<T> {
    fn of(rows: Vec<T>) -> Self {
        let mut parts: HashMap<_, Vec<T>> = HashMap::new();
        for row in rows {
            parts.entry(row.of()).or_default().push(row);
        }
        Self(parts)
    }

    fn take(&mut self, version: PlanVersionId, id: ProgrammeId) -> Vec<T> {
        self.0.remove(&(version, id)).unwrap_or_default()
    }
}

trait Part {
    fn of(&self) -> (PlanVersionId, ProgrammeId);
}

impl Part for measure::Model {
    fn of(&self) -> (PlanVersionId, ProgrammeId) {
        (self.version_id, self.programme_id)
    }
}

impl Part for activity::Model {
    fn of(&self) -> (PlanVersionId, ProgrammeId) {
        (self.version_id, self.programme_id)
    }
}

fn whole(
    row: programme::Model,
    measures: Vec<measure::Model>,
    activities: Vec<activity::Model>,
) -> Programme {
    let related = row.related_departments.lines();
    Programme {
        number: row.number,
        goal: row.goal,
        strategy: row.strategy,
        name: row.name,
        summary: row.summary,
        owner_department: row.owner_department,
        related_departments: related.map(str::to_owned).collect(),
        is_priority: row.is_priority,
        is_new: row.is_new,
        horizon: row.horizon,
        stage: row.stage,
        place: row.place,
        ward_role: row.ward_role,
        manager_role: row.manager_role,
        policy: row.policy_id,
        carried_from: row.carried_from,
        measures: measures.into_iter().map(aimed_at).collect(),
        activities: activities.into_iter().map(done).collect(),
    }
}

fn aimed_at(row: measure::Model) -> Measure {
    Measure {
        id: Some(row.measure_id),
        name: row.name,
        kind: row.kind,
        unit: row.unit,
        baseline: row.baseline_year.zip(row.baseline),
        target_year: row.target_year,
        target: row.target,
        every_years: row.every_years,
    }
}

fn done(row: activity::Model) -> Activity {
    Activity {
        name: row.name,
        first: row.first_month,
        last: row.last_month,
    }
}

fn line(row: budget_line::Model) -> BudgetLine {
    BudgetLine {
        side: row.side,
        item: row.item,
        programme: row.programme_id,
        yen: row.yen,
        note: row.note,
    }
}
