//! The programmes that councils speak of.

use std::collections::HashMap;

use chrono::NaiveDate;
use japan::fiscal::FiscalYear;
use kernel::Fault;
use sea_orm::{QueryOrder, entity::prelude::*};

use super::plans::{Plan, Version, published};
use crate::entity::{PlanId, PlanVersionId, ProgrammeId, plan::Kind, programme};

/// A programme as it was approved, and where that is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpokenOf {
    /// The same through all versions of its plan.
    pub id: ProgrammeId,
    /// Its plan.
    pub plan: PlanId,
    /// What that is called.
    pub plan_name: String,
    /// The number of the version.
    pub version: i32,
    /// 事業番号.
    pub number: i32,
    /// What it is called.
    pub name: String,
}

/// The programmes that a meeting on this day can speak of: those in force of the plans of its fiscal
/// year, of the year before, on which it looks back, and of the next; the annual plan of its own year
/// first.
pub async fn programmes_to_speak_of(
    db: &impl ConnectionTrait,
    on: NaiveDate,
) -> Result<Vec<SpokenOf>, Fault> {
    let year = FiscalYear::of(on).year();
    let mut plans = published(db).await?;
    plans.retain(|plan| plan.row.first_year <= year + 1 && plan.row.last_year >= year - 1);
    let place = |plan: &Plan| {
        (
            plan.row.kind != Kind::Annual,
            (plan.row.first_year - year).abs(),
        )
    };
    plans.sort_by_key(place);
    let in_force = |plan| Plan::in_force(plan).map(|version| (plan, version));
    let versions: Vec<(&Plan, &Version)> = plans.iter().filter_map(in_force).collect();
    let ids = versions.iter().map(|(_, version)| version.row.id);
    let rows = programme::Entity::find()
        .filter(programme::COLUMN.version_id.is_in(ids))
        .order_by_asc(programme::COLUMN.number)
        .all(db)
        .await?;
    let mut of_version: HashMap<PlanVersionId, Vec<programme::Model>> = HashMap::new();
    for row in rows {
        of_version.entry(row.version_id).or_default().push(row);
    }
    let of = |(plan, version): (&Plan, &Version)| {
        let own = of_version.remove(&version.row.id).unwrap_or_default();
        let said = own.into_iter().map(|row| spoken_of(plan, version, row));
        said.collect::<Vec<_>>()
    };
    Ok(versions.into_iter().flat_map(of).collect())
}

/// These programmes, each as the newest approved version that has it says.
pub(super) async fn programmes_spoken_of(
    db: &impl ConnectionTrait,
    ids: Vec<ProgrammeId>,
) -> Result<HashMap<ProgrammeId, SpokenOf>, Fault> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let plans = published(db).await?;
    let versions = plans
        .iter()
        .flat_map(|plan| plan.versions.iter().map(move |version| (plan, version)));
    let versions: HashMap<PlanVersionId, (&Plan, &Version)> =
        versions.map(|both| (both.1.row.id, both)).collect();
    let rows = programme::Entity::find()
        .filter(programme::COLUMN.programme_id.is_in(ids))
        .all(db)
        .await?;
    let mut newest: HashMap<ProgrammeId, SpokenOf> = HashMap::new();
    for row in rows {
        let Some((plan, version)) = versions.get(&row.version_id) else {
            continue;
        };
        let there = newest.get(&row.programme_id);
        if there.is_none_or(|one| one.version < version.row.number) {
            newest.insert(row.programme_id, spoken_of(plan, version, row));
        }
    }
    Ok(newest)
}

fn spoken_of(plan: &Plan, version: &Version, row: programme::Model) -> SpokenOf {
    SpokenOf {
        id: row.programme_id,
        plan: plan.row.id,
        plan_name: plan.row.name.clone(),
        version: version.row.number,
        number: row.number,
        name: row.name,
    }
}
