//! Initiatives of the manager: proposed to the ward, decided by its approver.

use approvals::{
    entity::approval::Side,
    rules::{Verdict, digest},
    service::Submission,
};
use japan::fiscal::FiscalYear;
use kernel::{Failed, Work, events::Event, violated_constraint};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use crate::{
    Refused, Unfit,
    entity::{ProgrammeId, initiative},
    read::initiatives::{KIND, initiative},
    rules::initiative::{Draft, content, may_propose},
};

/// Proposes an initiative; the ward's approver gets a letter.
///
/// # Errors
/// Everything that is wrong with it at once; [`Unfit::InitiativeThere`] when one of that name waits or
/// has consent in that year; what `approvals` refuses.
pub async fn propose(work: &Work, draft: &Draft) -> Result<ProgrammeId, Failed<Refused>> {
    let Some(person) = work.actor().person.filter(|_| may_propose(work.actor())) else {
        return Err(Refused::MayNot.into());
    };
    let now = FiscalYear::of(work.now().date());
    let year = draft.read(now).map_err(Refused::Invalid)?;
    let (name, summary) = (draft.name.trim(), draft.summary.trim());
    let id: ProgrammeId = work.new_id();
    let inserted = initiative::Entity::insert(initiative::ActiveModel {
        id: Set(id),
        fiscal_year: Set(year),
        name: Set(name.to_owned()),
        summary: Set(summary.to_owned()),
        proposed_by: Set(person),
        proposed_at: Set(work.now()),
        stands: Set(true),
    })
    .exec_without_returning(work.db())
    .await;
    inserted.map_err(there_already)?;
    let submission = Submission {
        kind: KIND,
        subject: id.into(),
        title: format!("自主事業　{name}"),
        link: format!("/plans/initiatives/{id}"),
        from: Side::Manager,
        asked_of: Side::Ward,
        digest: digest(&content(year, name, summary)),
        needed_by: None,
    };
    let submitted = approvals::service::submit(work, &submission).await;
    let approval = submitted.map_err(Refused::of)?.id;
    let event = Event::new("initiative.proposed", id).with("fiscal_year", year);
    work.record(event.with("approval", approval.to_string()));
    Ok(id)
}

/// Two may propose the same at once: the second is refused by the database.
fn there_already(error: DbErr) -> Failed<Refused> {
    match violated_constraint(&error).as_deref() {
        Some("initiatives_standing" | "initiatives.fiscal_year, initiatives.name") => {
            Refused::Unfit(Unfit::InitiativeThere).into()
        }
        _ => error.into(),
    }
}

/// Answers a proposal, as it was seen. Whoever proposed it gets a letter.
///
/// # Errors
/// What `approvals` refuses.
pub async fn decide(
    work: &Work,
    id: ProgrammeId,
    count: i32,
    verdict: &Verdict,
) -> Result<(), Failed<Refused>> {
    let found = initiative(work.db(), id).await?.ok_or(Refused::NotThere)?;
    let approval = found.approval.id;
    let decided = approvals::service::decide(work, approval, count, verdict).await;
    decided.map_err(Refused::of)?;
    let kind = match verdict {
        Verdict::Approve { .. } => "initiative.approved",
        Verdict::Return { .. } => "initiative.returned",
        Verdict::Refuse { .. } => "initiative.refused",
    };
    if !matches!(verdict, Verdict::Approve { .. }) {
        stands_no_more(work, id).await?;
    }
    work.record(Event::new(kind, id).with("approval", approval.to_string()));
    Ok(())
}

/// Takes a proposal back that waits, as it was seen.
///
/// # Errors
/// What `approvals` refuses.
pub async fn withdraw(work: &Work, id: ProgrammeId, count: i32) -> Result<(), Failed<Refused>> {
    let found = initiative(work.db(), id).await?.ok_or(Refused::NotThere)?;
    let approval = found.approval.id;
    let withdrawn = approvals::service::withdraw(work, approval, count).await;
    withdrawn.map_err(Refused::of)?;
    stands_no_more(work, id).await?;
    let event = Event::new("initiative.withdrawn", id);
    work.record(event.with("approval", approval.to_string()));
    Ok(())
}

/// Another of its name can be proposed.
async fn stands_no_more(work: &Work, id: ProgrammeId) -> Result<(), Failed<Refused>> {
    let over = initiative::ActiveModel {
        id: Set(id),
        stands: Set(false),
        ..Default::default()
    };
    initiative::Entity::update(over).exec(work.db()).await?;
    Ok(())
}
