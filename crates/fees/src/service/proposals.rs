//! Reductions beyond the ward's criteria: proposed to the ward, decided by its approver.

use approvals::{
    entity::approval::Side,
    rules::{Verdict, digest, may_submit},
    service::Submission,
};
use japan::money::Yen;
use kernel::{Actor, Failed, Work, violated_constraint};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::{
    bills::{lock_one, settle},
    reduced::{Reduction, reduce},
    reductions::{Grant, Granting, granting, still_proposed},
};
use crate::{
    entity::{ReductionProposalId, reduction_proposal},
    events,
    read::{self, Bill, KIND, Proposal},
    refused::Refused,
    rules::{Proposed, Way},
};

/// A proposal as somebody saw it, so that nothing is decided that they did not.
#[derive(Clone, Copy, Debug)]
pub struct Seen {
    /// How far its approval was.
    pub count: i32,
    /// What was open on the bill.
    pub open: Yen,
}

/// Proposes a reduction that the ward decides about: the manager does, or an officer of the ward. The
/// ward's approver gets a letter.
///
/// # Errors
/// Those of [`granting`]; [`Refused::AnotherDecides`] when it is no proposal that is needed,
/// [`Refused::Proposed`] while another of the bill waits, and what `approvals` refuses.
pub async fn propose(work: &Work, wish: &Grant) -> Result<ReductionProposalId, Failed<Refused>> {
    let found = granting(work, wish).await?;
    let (Some(from), Some(person)) = (side(work.actor()), work.actor().person) else {
        return Err(Refused::AnotherDecides.into());
    };
    if found.way != Way::Approval {
        return Err(Refused::AnotherDecides.into());
    }
    let id: ReductionProposalId = work.new_id();
    let row = reduction_proposal::ActiveModel {
        id: Set(id),
        bill_id: Set(wish.bill),
        charge_id: Set(found.charge.id),
        charged: Set(found.bill.balance().charged.0),
        kind_id: Set(wish.kind),
        percent: Set(found.percent),
        reason: Set(Some(found.reason.clone())),
        proposed_by: Set(person),
        proposed_at: Set(work.now()),
        answered_at: Set(None),
    };
    let inserted = reduction_proposal::Entity::insert(row);
    let inserted = inserted.exec_without_returning(work.db()).await;
    inserted.map_err(proposed_already)?;
    let proposed = proposed(&found, wish);
    let submission = Submission {
        kind: KIND,
        subject: id.into(),
        title: proposed.title(),
        link: format!("/counter/reductions/proposals/{id}"),
        from,
        asked_of: Side::Ward,
        digest: digest(&proposed.content()),
        needed_by: found.bill.row.used_on.parse().ok(),
    };
    let submitted = approvals::service::submit(work, &submission).await;
    let approval = submitted.map_err(Refused::of)?.id;
    work.record(events::proposed(
        "reduction.proposed",
        wish.bill,
        id,
        approval,
    ));
    Ok(id)
}

/// For which side this actor proposes.
fn side(actor: &Actor) -> Option<Side> {
    let mut sides = [Side::Manager, Side::Ward].into_iter();
    sides.find(|side| may_submit(actor, *side))
}

fn proposed<'p>(found: &'p Granting, wish: &Grant) -> Proposed<'p> {
    let bill = &found.bill.row;
    Proposed {
        reference: &bill.reference,
        payer: bill.person_id,
        organisation: bill.organisation_id,
        charge: found.charge.id,
        amount: found.charge.amount,
        kind: wish.kind,
        percent: found.percent,
        reason: &found.reason,
    }
}

/// Two may propose for one bill at once: the second is refused by the database.
fn proposed_already(error: DbErr) -> Failed<Refused> {
    match violated_constraint(&error).as_deref() {
        Some("reduction_proposals_open" | "reduction_proposals.bill_id") => {
            Refused::Proposed(None).into()
        }
        _ => error.into(),
    }
}

/// Decides about a proposal, as it was seen: what is approved is taken off the bill at once. Whoever
/// proposed it gets a letter.
///
/// # Errors
/// What `approvals` refuses; [`Refused::ProposedOtherwise`] when the bill was charged anew or reduced
/// since it was proposed, which can only be returned or refused; [`Refused::OwedOtherwise`] when
/// something was paid since it was seen.
pub async fn decide_proposal(
    work: &Work,
    id: ReductionProposalId,
    seen: Seen,
    verdict: &Verdict,
) -> Result<(), Failed<Refused>> {
    let (proposal, bill) = held(work, id).await?;
    let approval = proposal.approval.id;
    let decided = approvals::service::decide(work, approval, seen.count, verdict).await;
    decided.map_err(Refused::of)?;
    close(work, id).await?;
    let kind = match verdict {
        Verdict::Approve { .. } => {
            approved(work, &proposal, &bill, seen).await?;
            "reduction.approved"
        }
        Verdict::Return { .. } => "reduction.returned",
        Verdict::Refuse { .. } => "reduction.refused",
    };
    work.record(events::proposed(kind, bill.row.id, id, approval));
    Ok(())
}

/// Takes off what was proposed, if the bill is still the one it was proposed for.
async fn approved(
    work: &Work,
    proposal: &Proposal,
    bill: &Bill,
    seen: Seen,
) -> Result<(), Failed<Refused>> {
    let row = &proposal.row;
    let charge = proposal.unchanged(bill);
    let charge = charge.ok_or(Refused::ProposedOtherwise)?;
    if bill.balance().open() != seen.open {
        return Err(Refused::OwedOtherwise.into());
    }
    let kind = still_proposed(work, bill, row.kind_id).await?;
    let reduction = Reduction::new(work, kind.as_ref(), row.percent, row.reason.clone());
    reduce(work, row.bill_id, charge, reduction).await?;
    work.record(events::granted(
        row.bill_id,
        charge.id,
        row.kind_id,
        row.percent,
    ));
    settle(work, row.bill_id).await?;
    Ok(())
}

/// Takes a proposal back that waits, as it was seen: everybody does who could have made it.
pub async fn withdraw_proposal(
    work: &Work,
    id: ReductionProposalId,
    count: i32,
) -> Result<(), Failed<Refused>> {
    let (proposal, bill) = held(work, id).await?;
    let approval = proposal.approval.id;
    let withdrawn = approvals::service::withdraw(work, approval, count).await;
    withdrawn.map_err(Refused::of)?;
    close(work, id).await?;
    work.record(events::proposed(
        "reduction.withdrawn",
        bill.row.id,
        id,
        approval,
    ));
    Ok(())
}

/// The proposal with its bill, which is locked: nobody changes or pays it meanwhile.
async fn held(work: &Work, id: ReductionProposalId) -> Result<(Proposal, Bill), Failed<Refused>> {
    let found = read::proposal(work.db(), id).await?;
    let bill_id = found.ok_or(Refused::NoSuchProposal)?.row.bill_id;
    let bill = lock_one(work, bill_id).await?;
    // Read again behind the lock.
    let found = read::proposal(work.db(), id).await?;
    Ok((found.ok_or(Refused::NoSuchProposal)?, bill))
}

/// It waits no longer: another can be made for the bill.
async fn close(work: &Work, id: ReductionProposalId) -> Result<(), Failed<Refused>> {
    let answered = reduction_proposal::ActiveModel {
        id: Set(id),
        answered_at: Set(Some(work.now())),
        ..Default::default()
    };
    reduction_proposal::Entity::update(answered)
        .exec(work.db())
        .await?;
    Ok(())
}
