//! Two people, or two organisations, were one: what belonged to one belongs to the other.

use std::collections::HashSet;

use kernel::{Fault, PersonId, Work, hand_over};
use organisations::entity::OrganisationId;
use sea_orm::{QueryOrder, entity::prelude::*};

use super::end;
use crate::entity::entry::{self, State};

/// The entries of `double` are those of `into`. Where both wait for one draw, the later is taken back:
/// one person has one chance, also in a list that is frozen; its number then wins nothing.
pub async fn take_over(work: &Work, double: PersonId, into: PersonId) -> Result<(), Fault> {
    let kept = open(work, into).await?;
    for one in open(work, double).await? {
        let same = |own: &&entry::Model| {
            own.lottery_id == one.lottery_id && own.starts_at == one.starts_at
        };
        let Some(other) = kept.iter().find(same) else {
            continue;
        };
        let later = if one.number < other.number {
            other
        } else {
            &one
        };
        end(work, later, State::Withdrawn).await?;
    }
    hand_over::<entry::Entity>(work, entry::Column::PersonId, double, into).await
}

/// An organisation was merged into this one: it has one chance for each time, and of two entries the later
/// is taken back. The entries keep the name under which they were made, and read as those of the one that
/// stays. Behind the gate, in the transaction of the merge.
pub async fn take_over_organisation(work: &Work, into: OrganisationId) -> Result<(), Fault> {
    let all = organisations::read::all_of(work.db(), into).await?;
    let open = entry::Entity::find()
        .filter(entry::Column::OrganisationId.is_in(all))
        .filter(entry::Column::State.eq(State::Applied))
        .order_by_asc(entry::COLUMN.number);
    let mut kept = HashSet::new();
    for one in open.all(work.db()).await? {
        if !kept.insert((one.lottery_id, one.starts_at)) {
            end(work, &one, State::Withdrawn).await?;
        }
    }
    Ok(())
}

async fn open(work: &Work, person: PersonId) -> Result<Vec<entry::Model>, Fault> {
    let open = entry::Entity::find()
        .filter(entry::COLUMN.person_id.eq(person))
        .filter(entry::Column::State.eq(State::Applied));
    Ok(open.all(work.db()).await?)
}
