//! Policies as the ward and the manager see them.

use std::ops::RangeInclusive;

use approvals::read::{Standing as Approval, of_subjects};
use chrono::NaiveDate;
use japan::fiscal::FiscalYear;
use kernel::{Actor, Fault};
use sea_orm::{QueryOrder, entity::prelude::*};
use uuid::Uuid;

use crate::{
    entity::{PolicyId, policy, policy_version},
    rules::{self, Standing},
};

/// What `approvals` calls a version of a policy.
pub const KIND: &str = "policy";

/// A policy with its versions.
#[derive(Clone, Debug)]
pub struct Policy {
    /// The policy.
    pub row: policy::Model,
    /// Those that may be read, the newest first.
    pub versions: Vec<Version>,
}

/// One version with where it stands.
#[derive(Clone, Debug)]
pub struct Version {
    /// The version.
    pub row: policy_version::Model,
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

impl Policy {
    /// The fiscal year.
    pub fn year(&self) -> Option<FiscalYear> {
        FiscalYear::try_starting_in(self.row.fiscal_year).ok()
    }

    /// The version in force on a date of its fiscal year: the newest that was acknowledged and has
    /// begun.
    pub fn in_force(&self, on: NaiveDate) -> Option<&Version> {
        self.year().filter(|year| year.days().contains(&on))?;
        let (on, approved) = (
            on.to_string(),
            Standing::Issued(approvals::entity::approval::State::Approved),
        );
        let mut all = self.versions.iter();
        all.find(|one| one.standing() == approved && one.row.valid_from <= on)
    }
}

/// The policies of a fiscal year that this actor may read, by field.
pub async fn policies(
    db: &impl ConnectionTrait,
    actor: &Actor,
    year: FiscalYear,
) -> Result<Vec<Policy>, Fault> {
    let rows = policy::Entity::find()
        .filter(policy::COLUMN.fiscal_year.eq(year.year()))
        .order_by_asc(policy::COLUMN.field)
        .all(db)
        .await?;
    with_versions(db, actor, rows).await
}

/// One policy, if this actor may read any of it.
pub async fn policy(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: PolicyId,
) -> Result<Option<Policy>, Fault> {
    let rows = policy::Entity::find_by_id(id).all(db).await?;
    Ok(with_versions(db, actor, rows).await?.pop())
}

/// The policies of some fiscal years that programmes may cite: field and id, those that were issued.
pub async fn issued(
    db: &impl ConnectionTrait,
    actor: &Actor,
    years: &RangeInclusive<i32>,
) -> Result<Vec<(String, PolicyId)>, Fault> {
    let rows = policy::Entity::find()
        .filter(
            policy::COLUMN
                .fiscal_year
                .between(*years.start(), *years.end()),
        )
        .order_by_asc(policy::COLUMN.field)
        .all(db)
        .await?;
    let is_issued = |one: &Version| one.standing() != Standing::Draft;
    let policies = with_versions(db, actor, rows).await?.into_iter();
    let issued = policies.filter(|policy| policy.versions.iter().any(is_issued));
    Ok(issued
        .map(|policy| (policy.row.field, policy.row.id))
        .collect())
}

/// Of which field these policies are: no more than plans say that anybody may read.
pub async fn fields_of(
    db: &impl ConnectionTrait,
    ids: &[PolicyId],
) -> Result<Vec<(PolicyId, String)>, Fault> {
    let rows = policy::Entity::find().filter(policy::COLUMN.id.is_in(ids.iter().copied()));
    let rows = rows.all(db).await?.into_iter();
    Ok(rows.map(|row| (row.id, row.field)).collect())
}

/// The fields that have or had a policy, to be chosen from.
pub async fn fields(db: &impl ConnectionTrait) -> Result<Vec<String>, Fault> {
    let rows = policy::Entity::find()
        .order_by_asc(policy::COLUMN.field)
        .all(db)
        .await?;
    let mut fields: Vec<String> = rows.into_iter().map(|row| row.field).collect();
    fields.dedup();
    Ok(fields)
}

async fn with_versions(
    db: &impl ConnectionTrait,
    actor: &Actor,
    rows: Vec<policy::Model>,
) -> Result<Vec<Policy>, Fault> {
    let ids: Vec<PolicyId> = rows.iter().map(|row| row.id).collect();
    let versions = policy_version::Entity::find()
        .filter(policy_version::COLUMN.policy_id.is_in(ids))
        .order_by_desc(policy_version::COLUMN.number)
        .all(db)
        .await?;
    let subjects = versions.iter().map(|one| Uuid::from(one.id)).collect();
    let approvals = of_subjects(db, KIND, subjects).await?;
    let versions: Vec<Version> = versions
        .into_iter()
        .map(|row| Version {
            approval: approvals.get(&Uuid::from(row.id)).cloned(),
            row,
        })
        .filter(|one| rules::policy::may_read(actor, one.standing()))
        .collect();
    let policy = |row: policy::Model| {
        let own = versions.iter().filter(|one| one.row.policy_id == row.id);
        let versions: Vec<Version> = own.cloned().collect();
        (!versions.is_empty()).then_some(Policy { row, versions })
    };
    Ok(rows.into_iter().filter_map(policy).collect())
}
