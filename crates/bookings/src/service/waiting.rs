//! Waiting for what is taken: joining a line, whose turn it is, answering an offer.
//!
//! All that happens in a line happens under the locks of its resources, so that cancelling,
//! accepting and lapsing come one after the other, and everything has one holder.

mod answer;
mod closed;
mod join;
mod line;
mod rows;
mod tell;
mod twice;

use kernel::{Fault, Work};

use self::line::Line;
use super::Reserve;
use crate::{
    entity::{SpaceId, waiting_entry},
    read,
    rules::Use,
};

pub use answer::{accept_offer, leave_line};
pub use join::join_line;

pub(super) use closed::withdraw_offers;
pub(super) use twice::leave_twice;

/// Ends what has lapsed and offers what is free to whoever comes next, in the lines of these
/// spaces and of those that share something with them; says whether anyone is in them.
///
/// Whoever books asks for this first: nobody gets past the line, however quick.
pub(super) async fn settle(work: &Work, spaces: &[SpaceId]) -> Result<bool, Fault> {
    let waited_for = read::spaces_waited_for(work.db()).await?;
    if waited_for.is_empty() {
        return Ok(false);
    }
    let beside = read::beside(work.db(), spaces).await?;
    if !beside.iter().any(|id| waited_for.contains(id)) {
        return Ok(false);
    }
    Box::pin(async {
        let line = Line::lock(work, spaces).await?;
        line.settle(work).await
    })
    .await?;
    Ok(true)
}

/// The same for every line of the house, when a closure ends.
pub(super) async fn settle_all(work: &Work) -> Result<(), Fault> {
    let spaces = read::spaces_waited_for(work.db()).await?;
    settle(work, &spaces).await.map(|_| ())
}

/// Before another crate takes one of these spaces in the ledger: no closure slips in between, and
/// whoever waits for one and can have it comes first. Before any row is locked.
pub async fn make_way(work: &Work, spaces: &[SpaceId]) -> Result<(), Fault> {
    super::gate::keep_open(work).await?;
    settle(work, spaces).await.map(|_| ())
}

/// Moves the line of one space along, and says how much happened: for the sweep.
pub async fn settle_line(work: &Work, space: SpaceId) -> Result<usize, Fault> {
    super::gate::keep_open(work).await?;
    let line = Line::lock(work, &[space]).await?;
    line.settle(work).await
}

/// What someone waits for, as the wish that becomes the booking.
fn wish(entry: &waiting_entry::Model) -> Reserve {
    Reserve {
        space: Some(entry.space_id),
        unit: None,
        person: entry.person_id,
        r#use: Use::new(entry.span(), &entry.purpose, entry.attendees),
        organisation: entry.organisation_id,
        waiver: None,
    }
}
