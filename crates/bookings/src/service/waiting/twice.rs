//! Two people who are one wait for the same: one place in the line is enough.

use kernel::{Fault, PersonId, Work};

use super::{
    line::Line,
    rows::{give_back, write},
};
use crate::{
    entity::{
        SpaceId, hold,
        waiting_entry::{self, State},
    },
    read,
};

/// Of each two places the one further back is left, and so is its offer; says in the lines of which
/// spaces, so that they are settled when all is handed over.
pub(in crate::service) async fn leave_twice(
    work: &Work,
    double: PersonId,
    into: PersonId,
) -> Result<Vec<SpaceId>, Fault> {
    let spaces: Vec<SpaceId> = read::waiting_twice(work.db(), double, into)
        .await?
        .iter()
        .map(|[first, _]| first.space_id)
        .collect();
    if spaces.is_empty() {
        return Ok(spaces);
    }
    Line::lock(work, &spaces).await?;
    for [_, mut second] in read::waiting_twice(work.db(), double, into).await? {
        leave(work, &mut second).await?;
    }
    Ok(spaces)
}

async fn leave(work: &Work, entry: &mut waiting_entry::Model) -> Result<(), Fault> {
    if entry.state == State::Offered {
        give_back(work, entry, hold::State::Cancelled).await?;
        entry.state = State::Declined;
    } else {
        entry.state = State::Left;
    }
    write(work, entry).await
}
