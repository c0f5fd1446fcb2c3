//! A person chooses another time themselves, once the one before was called off.

use kernel::{Failed, Instant, Work};

use super::{
    super::{found::case, limits::has_time},
    place,
};
use crate::{
    Refused,
    entity::{CaseId, ExpertId, MeetingId},
    read, rules,
};

/// Arranges a meeting at a time that is offered by an expert who has the case; both are told.
///
/// # Errors
/// [`Refused::MeetingAhead`] when one stands; [`Refused::Unmet`] when it is the centre's to arrange the
/// next one; [`Refused::SlotTaken`].
pub async fn choose_again(
    work: &Work,
    id: CaseId,
    (expert, from): (ExpertId, Instant),
) -> Result<MeetingId, Failed<Refused>> {
    let found = case(work, id).await?;
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
    let experts = read::experts_of(work.db(), id).await?;
    if !experts.iter().any(|own| own.id == expert) {
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
    place(
        work,
        &found,
        (&expert, found.mode, span),
        (String::new(), None),
    )
    .await
}
