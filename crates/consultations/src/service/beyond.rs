//! Referring somebody to a partner, and what they reached.

use kernel::{Failed, Work, events::Event};
use organisations::read::agency;
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::found::writer;
use crate::{
    Refused,
    entity::{CaseId, MilestoneId, ReferralId, milestone, referral},
    rules::{MilestoneDraft, ReferralDraft},
};

/// Writes down that somebody is referred to a partner: what for, what is told, and that they consented.
///
/// # Errors
/// Everything that is wrong at once; [`Refused::Closed`].
pub async fn refer(
    work: &Work,
    id: CaseId,
    draft: &ReferralDraft,
) -> Result<ReferralId, Failed<Refused>> {
    let by = writer(work, id).await?;
    let wrong = draft.wrong(work.now().date());
    let (Some(to), Some(consented_on), Some(consent), true) = (
        draft.agency,
        draft.consented_on,
        draft.consent,
        wrong.is_empty(),
    ) else {
        return Err(Refused::Invalid(wrong).into());
    };
    let known = agency(work.db(), to).await?;
    if !known.is_some_and(|known| known.in_use) {
        return Err(Refused::NotThere.into());
    }
    let referral: ReferralId = work.new_id();
    referral::Entity::insert(referral::ActiveModel {
        id: Set(referral),
        case_id: Set(id),
        agency_id: Set(to),
        purpose: Set(draft.purpose.trim().to_owned()),
        items: Set(draft.items.trim().to_owned()),
        consented_on: Set(consented_on.to_string()),
        consent: Set(consent),
        written_by: Set(by),
        written_at: Set(work.now()),
        ended_at: Set(None),
    })
    .exec_without_returning(work.db())
    .await?;
    work.record(Event::new("case.referred", id).with("referral", referral.to_string()));
    Ok(referral)
}

/// The person took their consent back: nothing more is told.
///
/// # Errors
/// [`Refused::Changed`] when it was taken back before.
pub async fn end_referral(
    work: &Work,
    (id, referral): (CaseId, ReferralId),
) -> Result<(), Failed<Refused>> {
    writer(work, id).await?;
    let ended = referral::Entity::update_many()
        .col_expr(referral::Column::EndedAt, Expr::value(Some(work.now())))
        .filter(referral::COLUMN.id.eq(referral))
        .filter(referral::COLUMN.case_id.eq(id))
        .filter(referral::COLUMN.ended_at.is_null())
        .exec(work.db())
        .await?;
    if ended.rows_affected == 0 {
        return Err(Refused::Changed.into());
    }
    work.record(Event::new("case.consent_ended", id).with("referral", referral.to_string()));
    Ok(())
}

/// Writes down what somebody reached, and what shows it. Also when the case is closed: most is reached
/// later.
///
/// # Errors
/// Everything that is wrong at once.
pub async fn reach(
    work: &Work,
    id: CaseId,
    draft: &MilestoneDraft,
) -> Result<MilestoneId, Failed<Refused>> {
    let case = super::found::case(work, id).await?;
    let by = super::found::remembered(work, &case).await?;
    let wrong = draft.wrong(work.now().date());
    let (Some(kind), Some(reached_on), true) = (draft.kind, draft.reached_on, wrong.is_empty())
    else {
        return Err(Refused::Invalid(wrong).into());
    };
    let milestone: MilestoneId = work.new_id();
    milestone::Entity::insert(milestone::ActiveModel {
        id: Set(milestone),
        case_id: Set(id),
        kind: Set(kind),
        reached_on: Set(reached_on.to_string()),
        evidence: Set(draft.evidence.trim().to_owned()),
        written_by: Set(by),
        written_at: Set(work.now()),
    })
    .exec_without_returning(work.db())
    .await?;
    if kind == milestone::Kind::Succeeded {
        super::found::keep_to_few(work, &case).await?;
    }
    work.record(Event::new("case.milestone_reached", id).with("milestone", milestone.to_string()));
    Ok(milestone)
}

/// Removes what was written down by mistake.
///
/// # Errors
/// [`Refused::NotThere`] when it was removed before.
pub async fn remove_milestone(
    work: &Work,
    (id, milestone): (CaseId, MilestoneId),
) -> Result<(), Failed<Refused>> {
    let case = super::found::case(work, id).await?;
    super::found::handler(work, &case).await?;
    let removed = milestone::Entity::delete_by_id(milestone)
        .filter(milestone::COLUMN.case_id.eq(id))
        .exec(work.db())
        .await?;
    if removed.rows_affected == 0 {
        return Err(Refused::NotThere.into());
    }
    work.record(Event::new("case.milestone_removed", id).with("milestone", milestone.to_string()));
    Ok(())
}
