//! Visiting businesses (企業訪問): campaigns, their targets, and who goes there.

mod sheets;
mod targets;

use chrono::NaiveDate;
use japan::fiscal::FiscalYear;
use kernel::{Failed, Fault, PersonId, Work, events::Event};
use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};

pub use sheets::{connect_visit, open_sheets, rewrite_visit, write_visit};
pub use targets::{add_target, assign_targets, enter_targets};

use crate::{
    Refused,
    entity::{VisitCampaignId, visit_campaign, visit_target::State},
    read,
    rules::{self, CampaignDraft, TargetDraft},
};

/// Makes a campaign; with `follows` it begins with the targets of that one and who goes there, but for
/// those who are no longer there (定期巡回).
///
/// # Errors
/// Everything that is wrong at once; [`Refused::MayNot`].
pub async fn open_campaign(
    work: &Work,
    draft: &CampaignDraft,
) -> Result<VisitCampaignId, Failed<Refused>> {
    let by = runner(work)?;
    let (starts_on, ends_on) = days(draft)?;
    let before = match draft.follows {
        Some(before) => {
            let row = read::campaign_row(work.db(), before).await?;
            row.ok_or(Refused::NotThere)?;
            read::targets_of(work.db(), before).await?
        }
        None => Vec::new(),
    };
    let id: VisitCampaignId = work.new_id();
    visit_campaign::Entity::insert(visit_campaign::ActiveModel {
        id: Set(id),
        name: Set(draft.name.trim().to_owned()),
        purpose: Set(draft.purpose.trim().to_owned()),
        starts_on: Set(starts_on.to_string()),
        ends_on: Set(ends_on.to_string()),
        follows_id: Set(draft.follows),
        runs_id: Set(by),
        edition: Set(1),
        made_at: Set(work.now()),
        ward_sums: Set(None),
    })
    .exec_without_returning(work.db())
    .await?;
    let again = before.iter().filter(|one| one.row.state != State::Moved);
    let again = again.map(|one| {
        let target = TargetDraft {
            company: one.row.company.clone(),
            address: one.row.address.clone(),
            telephone: one.row.telephone.clone(),
            note: one.row.note.clone(),
        };
        (target, one.row.assignee_id)
    });
    let again: Vec<(TargetDraft, Option<PersonId>)> = again.collect();
    targets::insert(work, (id, 1), &again).await?;
    work.record(Event::new("visit_campaign.opened", id).with("targets", again.len()));
    Ok(id)
}

/// Changes what a campaign is called, what it is for and when it goes on, as it was seen.
///
/// # Errors
/// [`Refused::Changed`] when somebody changed it since; everything that is wrong at once.
pub async fn edit_campaign(
    work: &Work,
    id: VisitCampaignId,
    seen: i32,
    draft: &CampaignDraft,
) -> Result<(), Failed<Refused>> {
    runner(work)?;
    let (starts_on, ends_on) = days(draft)?;
    let before = campaign(work, id).await?;
    if before.edition != seen {
        return Err(Refused::Changed.into());
    }
    let row = visit_campaign::ActiveModel {
        id: Set(id),
        name: Set(draft.name.trim().to_owned()),
        purpose: Set(draft.purpose.trim().to_owned()),
        starts_on: Set(starts_on.to_string()),
        ends_on: Set(ends_on.to_string()),
        edition: Set(before.edition + 1),
        ..Default::default()
    };
    row.update(work.db()).await?;
    work.record(Event::new("visit_campaign.edited", id).with("edition", before.edition + 1));
    Ok(())
}

/// Makes what the ward sees of campaigns that ended in a fiscal year that is over for it, and keeps it:
/// what is entered later is not in it, since the difference would tell about single businesses
/// (docs/decisions/024).
pub async fn visits_for_ward(work: &Work) -> Result<(), Fault> {
    let last = *rules::years_for_ward(work.now().date()).end();
    for one in read::campaigns(work.db()).await? {
        let over = one
            .row
            .ends_on
            .parse()
            .is_ok_and(|ends| FiscalYear::of(ends) <= last);
        if !over || one.row.ward_sums.is_some() {
            continue;
        }
        let sums = one.coverage.for_ward();
        let sums = sums.map_err(|source| Fault::broken("making figures for the ward", source))?;
        let sums = serde_json::to_string(&sums)
            .map_err(|source| Fault::broken("writing figures for the ward", source))?;
        // Whoever looks at the same moment sees the same.
        let kept = visit_campaign::Entity::update_many()
            .col_expr(visit_campaign::Column::WardSums, Expr::value(Some(sums)))
            .filter(visit_campaign::COLUMN.id.eq(one.row.id))
            .filter(visit_campaign::COLUMN.ward_sums.is_null())
            .exec(work.db())
            .await?;
        if kept.rows_affected > 0 {
            work.record(Event::new("visit_figures.made", one.row.id));
        }
    }
    Ok(())
}

fn days(draft: &CampaignDraft) -> Result<(NaiveDate, NaiveDate), Refused> {
    let wrong = draft.wrong();
    match (draft.starts_on, draft.ends_on) {
        (Some(from), Some(until)) if wrong.is_empty() => Ok((from, until)),
        _ => Err(Refused::Invalid(wrong)),
    }
}

/// The campaign, locked.
async fn campaign(
    work: &Work,
    id: VisitCampaignId,
) -> Result<visit_campaign::Model, Failed<Refused>> {
    let found = visit_campaign::Entity::find_by_id(id).lock_exclusive();
    Ok(found.one(work.db()).await?.ok_or(Refused::NotThere)?)
}

/// Lets pass who runs campaigns, and says who it is.
fn runner(work: &Work) -> Result<PersonId, Refused> {
    let may = rules::may_run_visits(work.actor());
    work.actor().person.filter(|_| may).ok_or(Refused::MayNot)
}
