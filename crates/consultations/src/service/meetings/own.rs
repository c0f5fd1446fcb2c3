//! A person chooses another time themselves, once the one before was called off.

use accounts::read::contact;
use kernel::{Failed, Instant, Span, Work};

use super::{
    super::{ask::hold_time, found, limits::has_time},
    place,
};
use crate::{
    Refused,
    entity::{CaseId, ExpertId, MeetingId, case, expert},
    letters::{self, News},
    read, rules,
};

/// Arranges a meeting at a time that is offered by an expert who has the case; both are told. Before
/// anybody has it, the time is asked for like the first one.
///
/// # Errors
/// [`Refused::MeetingAhead`] when one stands; [`Refused::Unmet`] when it is the centre's to arrange the
/// next one; [`Refused::SlotTaken`].
pub async fn choose_again(
    work: &Work,
    id: CaseId,
    (expert, from): (ExpertId, Instant),
) -> Result<MeetingId, Failed<Refused>> {
    let found = found::case(work, id).await?;
    if !rules::is_theirs(&found, work.actor().person) {
        return Err(Refused::MayNot.into());
    }
    let meetings = read::meetings_of(work.db(), id).await?;
    if meetings.iter().any(|one| one.is_ahead(work.now())) {
        return Err(Refused::MeetingAhead.into());
    }
    let dispatched = !read::dispatches_of(work.db(), id, rules::Reading::Handles)
        .await?
        .is_empty();
    if dispatched || !read::waits_for_a_time(&found, meetings.iter()) {
        return Err(Refused::Unmet("meetings-centre-arranges").into());
    }
    // Before somebody has the case, they go on wishing for whom they wished.
    let waits = found.state == case::State::Waiting;
    let experts = read::experts_of(work.db(), id).await?;
    let wished = waits && meetings.iter().any(|one| one.row.expert_id == expert);
    if !wished && !experts.iter().any(|own| own.id == expert) {
        return Err(Refused::NotTheirs.into());
    }
    let offered = read::is_offered(
        work.db(),
        work.kept(),
        (expert, found.mode, from),
        work.now(),
    );
    let (expert, span) = offered.await?.ok_or(Refused::SlotTaken)?;
    has_time(work, found.person_id, span, None).await?;
    if waits {
        return wish(work, &found, (expert, span)).await;
    }
    place(
        work,
        &found,
        (&expert, found.mode, span),
        (String::new(), None),
    )
    .await
}

/// Holds the time until a coordinator has looked at the request; the person is told.
async fn wish(
    work: &Work,
    case: &case::Model,
    chosen: (expert::Model, Span),
) -> Result<MeetingId, Failed<Refused>> {
    let who = contact(work.db(), case.person_id).await?;
    let who = who.ok_or(Refused::NotThere)?;
    let row = hold_time(work, case, &who.name, chosen).await?;
    letters::arranged(work, case, &row, News::Wished).await?;
    Ok(row.id)
}
