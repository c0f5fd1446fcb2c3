//! Taking an expert's time, and a room where one is needed, in the ledger.

use bookings::{
    entity::{HoldId, ResourceId, SpaceId, hold},
    ledger::{self, Claim, Taken},
    read::Catalogue,
};
use kernel::{Failed, Fault, Span, Work};

use crate::{
    Refused,
    entity::{expert, meeting::Mode},
    read::{self, Room},
};

/// The kind of a meeting's hold.
pub(crate) const MEETING: &str = "meeting";

/// What was taken.
pub(super) struct Held {
    /// The hold.
    pub(super) hold: HoldId,
    /// In which room.
    pub(super) space: Option<SpaceId>,
}

/// Takes the expert's time, and a room where they meet in one; the meeting may refer to it.
///
/// # Errors
/// [`Refused::SlotTaken`] when one of them is not free.
pub(super) async fn take(
    work: &Work,
    claim: Claim,
    expert: &expert::Model,
    mode: Mode,
    span: Span,
) -> Result<Held, Failed<Refused>> {
    let tries = if mode == Mode::Centre {
        let rooms = rooms(work, span, &[]).await?.into_iter();
        rooms.map(|(space, rest)| (Some(space), rest)).collect()
    } else {
        vec![(None, Vec::new())]
    };
    for (space, mut resources) in tries {
        resources.push(expert.resource_id);
        if let Taken::Held(hold) = ledger::take(work, claim.clone(), &resources, span).await? {
            work.flush().await?;
            return Ok(Held { hold, space });
        }
    }
    Err(Refused::SlotTaken.into())
}

/// Moves a hold to another time, or to another expert; a room is found anew.
///
/// # Errors
/// [`Refused::SlotTaken`] when one of them is not free; it stays where it was.
pub(super) async fn exchange(
    work: &Work,
    held: &hold::Model,
    expert: &expert::Model,
    mode: Mode,
    span: Span,
) -> Result<Option<SpaceId>, Failed<Refused>> {
    if mode != Mode::Centre {
        return match ledger::move_to(work, held, &[expert.resource_id], span).await? {
            Taken::Held(_) => Ok(None),
            Taken::Conflict => Err(Refused::SlotTaken.into()),
        };
    }
    for (space, mut resources) in rooms(work, span, &[held.id]).await? {
        resources.push(expert.resource_id);
        match ledger::move_to(work, held, &resources, span).await? {
            Taken::Held(_) => return Ok(Some(space)),
            Taken::Conflict => {}
        }
    }
    Err(Refused::SlotTaken.into())
}

/// The rooms in which the centre advises that look free and are open, unit by unit; what is about to
/// move does not count.
async fn rooms(work: &Work, span: Span, moving: &[HoldId]) -> Result<Vec<Room>, Fault> {
    let catalogue = Catalogue::known(work.db(), work.kept()).await?;
    let all = read::rooms(work.db(), &catalogue).await?;
    let resources = all.iter().flat_map(|(_, resources)| resources.clone());
    let resources: Vec<ResourceId> = resources.collect();
    let taken = ledger::standing(work.db(), &[span], Some(&resources), moving).await?;
    let is_free = |(space, resources): &Room| {
        let free = !taken
            .iter()
            .any(|other| resources.contains(&other.resource_id));
        free && read::is_open(&catalogue, *space, span)
    };
    Ok(all.into_iter().filter(is_free).collect())
}
