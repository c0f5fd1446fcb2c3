//! Visits: campaigns, their targets, who goes, what was seen.

use std::collections::HashMap;

use accounts::read::{contacts, with_role};
use chrono::NaiveDate;
use kernel::{Actor, Fault, Instant, PersonId, Role};
use sea_orm::{QueryOrder, entity::prelude::*};

use crate::{
    entity::{
        VisitCampaignId, VisitSheetId, VisitTargetId, case, case_field::Field, visit_campaign,
        visit_need, visit_sheet, visit_target,
    },
    read::standing,
    rules::{Coverage, may_read, may_read_visit},
};

/// A campaign as lists have it.
#[derive(Clone, Debug)]
pub struct Campaign {
    /// The campaign.
    pub row: visit_campaign::Model,
    /// Who runs it.
    pub runs: String,
    /// How far it has come.
    pub coverage: Coverage,
}

/// A target with who goes there.
#[derive(Clone, Debug)]
pub struct Target {
    /// The target.
    pub row: visit_target::Model,
    /// Who goes there.
    pub assignee: Option<String>,
}

/// A sheet with its needs and who wrote it.
#[derive(Clone, Debug)]
pub struct VisitSheet {
    /// The sheet.
    pub row: visit_sheet::Model,
    /// With what they need help.
    pub needs: Vec<Field>,
    /// Who wrote it last.
    pub by: String,
}

/// Every campaign, the latest first.
pub async fn campaigns(db: &impl ConnectionTrait) -> Result<Vec<Campaign>, Fault> {
    let rows = visit_campaign::Entity::find()
        .order_by_desc(visit_campaign::COLUMN.starts_on)
        .order_by_desc(visit_campaign::COLUMN.id)
        .all(db)
        .await?;
    let mut states: HashMap<VisitCampaignId, Vec<visit_target::State>> = HashMap::new();
    for row in visit_target::Entity::find().all(db).await? {
        states.entry(row.campaign_id).or_default().push(row.state);
    }
    let names = names(db, rows.iter().map(|row| row.runs_id).collect()).await?;
    let seen = |row: visit_campaign::Model| Campaign {
        runs: names.get(&row.runs_id).cloned().unwrap_or_default(),
        coverage: Coverage::of(states.remove(&row.id).unwrap_or_default()),
        row,
    };
    Ok(rows.into_iter().map(seen).collect())
}

/// One campaign.
pub async fn campaign_row(
    db: &impl ConnectionTrait,
    id: VisitCampaignId,
) -> Result<Option<visit_campaign::Model>, Fault> {
    Ok(visit_campaign::Entity::find_by_id(id).one(db).await?)
}

/// The targets of a campaign, in the order of its list.
pub async fn targets_of(
    db: &impl ConnectionTrait,
    id: VisitCampaignId,
) -> Result<Vec<Target>, Fault> {
    let rows = visit_target::Entity::find()
        .filter(visit_target::COLUMN.campaign_id.eq(id))
        .order_by_asc(visit_target::COLUMN.position)
        .order_by_asc(visit_target::COLUMN.id)
        .all(db)
        .await?;
    assigned(db, rows).await
}

/// One target.
pub async fn target_row(
    db: &impl ConnectionTrait,
    id: VisitTargetId,
) -> Result<Option<visit_target::Model>, Fault> {
    Ok(visit_target::Entity::find_by_id(id).one(db).await?)
}

/// Whether an actor may hand a target to somebody: anybody's who runs campaigns, but for one of which a
/// case of few came; that only who reads it.
pub async fn reads_if_kept(
    db: &impl ConnectionTrait,
    actor: &Actor,
    target: &visit_target::Model,
    now: Instant,
) -> Result<bool, Fault> {
    let case = match target.case_id {
        Some(id) => case::Entity::find_by_id(id).one(db).await?,
        None => None,
    };
    let few = case.is_some_and(|case| case.need_to_know);
    Ok(!few || reads_visit(db, actor, target, now).await?)
}

/// Whether an actor reads and writes what was said at a target, as it is now.
pub async fn reads_visit(
    db: &impl ConnectionTrait,
    actor: &Actor,
    target: &visit_target::Model,
    now: Instant,
) -> Result<bool, Fault> {
    let case = match target.case_id {
        Some(id) => case::Entity::find_by_id(id).one(db).await?,
        None => None,
    };
    let Some(case) = case else {
        return Ok(may_read_visit(actor, target, None));
    };
    let reading = may_read(actor, &case, standing(db, actor, case.id, now).await?, now);
    Ok(may_read_visit(actor, target, Some((&case, reading))))
}

/// Where somebody goes in campaigns that are not over, and where they go again: what is due first first,
/// then where nobody was yet.
pub async fn visits_of(
    db: &impl ConnectionTrait,
    person: PersonId,
    today: NaiveDate,
) -> Result<Vec<(visit_target::Model, visit_campaign::Model)>, Fault> {
    let rows = visit_target::Entity::find()
        .filter(visit_target::COLUMN.assignee_id.eq(person))
        .order_by_asc(visit_target::COLUMN.campaign_id)
        .order_by_asc(visit_target::COLUMN.position)
        .all(db)
        .await?;
    let ids: Vec<VisitCampaignId> = rows.iter().map(|row| row.campaign_id).collect();
    let campaigns: HashMap<_, _> = visit_campaign::Entity::find()
        .filter(visit_campaign::COLUMN.id.is_in(ids))
        .all(db)
        .await?
        .into_iter()
        .map(|row| (row.id, row))
        .collect();
    let today = today.to_string();
    let with = rows.into_iter().filter_map(|row| {
        let campaign = campaigns.get(&row.campaign_id)?.clone();
        let going_on = today <= campaign.ends_on || row.next_on.is_some();
        going_on.then_some((row, campaign))
    });
    let mut all: Vec<_> = with.collect();
    let rank = |row: &visit_target::Model| match (&row.next_on, row.state) {
        (Some(day), _) => (0, day.clone()),
        (None, visit_target::State::Open) => (1, String::new()),
        (None, _) => (2, String::new()),
    };
    all.sort_by_key(|(row, _)| rank(row));
    Ok(all)
}

/// The sheets of a target, the latest visit first.
pub async fn sheets_of(
    db: &impl ConnectionTrait,
    id: VisitTargetId,
) -> Result<Vec<VisitSheet>, Fault> {
    let rows = visit_sheet::Entity::find()
        .filter(visit_sheet::COLUMN.target_id.eq(id))
        .order_by_desc(visit_sheet::COLUMN.visited_at)
        .order_by_desc(visit_sheet::COLUMN.id)
        .all(db)
        .await?;
    let ids: Vec<VisitSheetId> = rows.iter().map(|row| row.id).collect();
    let mut needs: HashMap<VisitSheetId, Vec<Field>> = HashMap::new();
    for row in visit_need::Entity::find()
        .filter(visit_need::COLUMN.sheet_id.is_in(ids))
        .all(db)
        .await?
    {
        needs.entry(row.sheet_id).or_default().push(row.field);
    }
    let names = names(db, rows.iter().map(|row| row.written_by).collect()).await?;
    let with = rows.into_iter().map(|row| {
        let mut own = needs.remove(&row.id).unwrap_or_default();
        own.sort_unstable();
        VisitSheet {
            needs: own,
            by: names.get(&row.written_by).cloned().unwrap_or_default(),
            row,
        }
    });
    Ok(with.collect())
}

/// One sheet.
pub async fn sheet_row(
    db: &impl ConnectionTrait,
    id: VisitSheetId,
) -> Result<Option<visit_sheet::Model>, Fault> {
    Ok(visit_sheet::Entity::find_by_id(id).one(db).await?)
}

/// Who can be sent: experts and coordinators, with their names.
pub async fn visitors(db: &impl ConnectionTrait) -> Result<Vec<(PersonId, String)>, Fault> {
    let mut people = with_role(db, Role::Expert).await?;
    people.extend(with_role(db, Role::Coordinator).await?);
    people.sort_unstable();
    people.dedup();
    let names = names(db, people.clone()).await?;
    let with = |person: PersonId| Some((person, names.get(&person)?.clone()));
    let mut all: Vec<(PersonId, String)> = people.into_iter().filter_map(with).collect();
    all.sort_by(|one, other| one.1.cmp(&other.1));
    Ok(all)
}

async fn assigned(
    db: &impl ConnectionTrait,
    rows: Vec<visit_target::Model>,
) -> Result<Vec<Target>, Fault> {
    let people = rows.iter().filter_map(|row| row.assignee_id).collect();
    let names = names(db, people).await?;
    let with = |row: visit_target::Model| Target {
        assignee: row
            .assignee_id
            .and_then(|person| names.get(&person).cloned()),
        row,
    };
    Ok(rows.into_iter().map(with).collect())
}

async fn names(
    db: &impl ConnectionTrait,
    people: Vec<PersonId>,
) -> Result<HashMap<PersonId, String>, Fault> {
    let known = contacts(db, people).await?.into_iter();
    Ok(known.map(|known| (known.person, known.name)).collect())
}
