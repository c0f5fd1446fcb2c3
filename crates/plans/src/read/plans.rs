//! Plans with their versions.

use approvals::read::{Standing as Approval, of_subjects};
use kernel::{Actor, Fault};
use sea_orm::{QueryOrder, SelectTwo, entity::prelude::*};
use uuid::Uuid;

use super::{contents::numbers, policies::issued};
use crate::{
    entity::{PlanId, PlanVersionId, ProgrammeId, plan, plan_version},
    rules::{
        Standing,
        plan::{self as rules, Kind},
        programme::Known,
        schedule::Years,
    },
};

/// What `approvals` calls a version of a plan.
pub const KIND: &str = "plan";

/// A plan with its versions.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The plan.
    pub row: plan::Model,
    /// Those that may be read, the newest first.
    pub versions: Vec<Version>,
}

/// One version with where it stands.
#[derive(Clone, Debug)]
pub struct Version {
    /// The version.
    pub row: plan_version::Model,
    /// Its approval; none for a draft.
    pub approval: Option<Approval>,
}

impl Version {
    /// Where it stands.
    pub fn standing(&self) -> Standing {
        let approval = self.approval.as_ref();
        approval.map_or(Standing::Draft, |one| Standing::Issued(one.state))
    }
}

impl Plan {
    /// Its fiscal years.
    pub fn years(&self) -> Years {
        self.row.first_year..=self.row.last_year
    }

    /// The version that holds: the newest that was approved.
    pub fn in_force(&self) -> Option<&Version> {
        self.versions
            .iter()
            .find(|one| one.standing().is_approved())
    }

    /// A version by its number; the newest when none is asked for.
    pub fn version(&self, number: Option<i32>) -> Option<&Version> {
        let mut versions = self.versions.iter();
        match number {
            None => versions.next(),
            Some(number) => versions.find(|one| one.row.number == number),
        }
    }

    /// A version by its identifier.
    pub fn version_of(&self, id: PlanVersionId) -> Option<&Version> {
        self.versions.iter().find(|one| one.row.id == id)
    }

    /// What a version is compared with if nobody says otherwise: for a change that which is or was in
    /// force before it, else the version before.
    pub fn before(&self, version: &Version) -> Option<&Version> {
        let earlier = || {
            self.versions
                .iter()
                .filter(|one| one.row.number < version.row.number)
        };
        let in_force = earlier().find(|one| one.standing().is_approved());
        in_force.or_else(|| earlier().next())
    }
}

/// All plans of which this actor may read a version, the latest years first, the manager's before the
/// ward's.
pub async fn plans(db: &impl ConnectionTrait, actor: &Actor) -> Result<Vec<Plan>, Fault> {
    readable(db, Some(actor), versions()).await
}

/// These plans, as far as this actor may read any of them, in the same order.
pub async fn some(
    db: &impl ConnectionTrait,
    actor: &Actor,
    ids: Vec<PlanId>,
) -> Result<Vec<Plan>, Fault> {
    let versions = versions().filter(plan::COLUMN.id.is_in(ids));
    readable(db, Some(actor), versions).await
}

/// One plan, if this actor may read any of it.
pub async fn plan(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: PlanId,
) -> Result<Option<Plan>, Fault> {
    Ok(some(db, actor, vec![id]).await?.pop())
}

/// What anybody may read: plans with their approved versions.
pub async fn published(db: &impl ConnectionTrait) -> Result<Vec<Plan>, Fault> {
    readable(db, None, versions()).await
}

/// One of those.
pub async fn published_one(db: &impl ConnectionTrait, id: PlanId) -> Result<Option<Plan>, Fault> {
    let versions = versions().filter(plan::COLUMN.id.eq(id));
    Ok(readable(db, None, versions).await?.pop())
}

/// The programmes that a plan based on this one may carry on: those that hold, else of its newest
/// version.
pub async fn earlier(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: PlanId,
) -> Result<Vec<(i32, ProgrammeId)>, Fault> {
    let Some(plan) = plan(db, actor, id).await? else {
        return Ok(Vec::new());
    };
    let version = plan.in_force().or_else(|| plan.versions.first());
    match version {
        Some(version) => numbers(db, version.row.id).await,
        None => Ok(Vec::new()),
    }
}

/// What the programmes of a plan may name, as this actor knows it.
pub async fn known(db: &impl ConnectionTrait, actor: &Actor, plan: &Plan) -> Result<Known, Fault> {
    let earlier = match plan.row.based_on {
        Some(based_on) => earlier(db, actor, based_on).await?,
        None => Vec::new(),
    };
    Ok(Known {
        years: plan.years(),
        policies: issued(db, actor, &plan.years()).await?,
        earlier,
    })
}

/// The annual plan of a fiscal year as anybody may read it.
pub async fn annual(db: &impl ConnectionTrait, year: i32) -> Result<Option<Plan>, Fault> {
    Ok(annual_plans(db, &[year]).await?.pop())
}

/// Those of some fiscal years.
pub(super) async fn annual_plans(
    db: &impl ConnectionTrait,
    years: &[i32],
) -> Result<Vec<Plan>, Fault> {
    let versions = versions()
        .filter(plan::COLUMN.kind.eq(Kind::Annual))
        .filter(plan::COLUMN.first_year.is_in(years.iter().copied()));
    readable(db, None, versions).await
}

/// Versions with their plans, the newest first.
fn versions() -> SelectTwo<plan_version::Entity, plan::Entity> {
    plan_version::Entity::find()
        .find_also_related(plan::Entity)
        .order_by_desc(plan::COLUMN.first_year)
        .order_by_asc(plan::COLUMN.kind)
        .order_by_asc(plan::COLUMN.name)
        .order_by_asc(plan::COLUMN.id)
        .order_by_desc(plan_version::COLUMN.number)
}

/// Plans with the versions that the actor may read; without an actor, with those that were approved.
async fn readable(
    db: &impl ConnectionTrait,
    actor: Option<&Actor>,
    versions: SelectTwo<plan_version::Entity, plan::Entity>,
) -> Result<Vec<Plan>, Fault> {
    let rows = versions.all(db).await?;
    let subjects = rows.iter().map(|(one, _)| Uuid::from(one.id)).collect();
    let approvals = of_subjects(db, KIND, subjects).await?;
    let mut plans: Vec<Plan> = Vec::new();
    for (row, plan) in rows {
        let Some(plan) = plan else { continue };
        let approval = approvals.get(&Uuid::from(row.id)).cloned();
        let version = Version { row, approval };
        let may_read = match actor {
            Some(actor) => rules::may_read(actor, plan.kind, version.standing()),
            None => version.standing().is_approved(),
        };
        if !may_read {
            continue;
        }
        match plans.last_mut().filter(|last| last.row.id == plan.id) {
            Some(last) => last.versions.push(version),
            None => plans.push(Plan {
                row: plan,
                versions: vec![version],
            }),
        }
    }
    Ok(plans)
}
