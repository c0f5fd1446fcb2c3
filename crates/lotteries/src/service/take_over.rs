//! A person was merged into another: what belonged to one belongs to the other.

use kernel::{Fault, PersonId, Work, hand_over};
use sea_orm::entity::prelude::*;

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

async fn open(work: &Work, person: PersonId) -> Result<Vec<entry::Model>, Fault> {
    let open = entry::Entity::find()
        .filter(entry::COLUMN.person_id.eq(person))
        .filter(entry::Column::State.eq(State::Applied));
    Ok(open.all(work.db()).await?)
}
