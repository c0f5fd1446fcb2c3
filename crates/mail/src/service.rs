//! What staff do with letters, and whose notices they are.

use kernel::{Failed, Fault, PersonId, Work, events, hand_over};
use sea_orm::entity::prelude::*;

use crate::{
    LetterId, Refused,
    entity::letter::{self, State},
    read,
};

/// Tries a letter that was given up once more, from the beginning: the mailbox is there again.
pub async fn send_again(work: &Work, id: LetterId) -> Result<(), Failed<Refused>> {
    let revived = letter::Entity::update_many()
        .col_expr(letter::Column::State, Expr::value(State::Waiting))
        .col_expr(letter::Column::DueAt, Expr::value(work.now()))
        .col_expr(letter::Column::Attempts, Expr::value(0_i64))
        .filter(letter::COLUMN.id.eq(id))
        .filter(letter::Column::State.eq(State::Dead))
        .exec(work.db())
        .await?;
    if revived.rows_affected == 0 {
        let there = read::one(work.db(), id).await?.is_some();
        return Err(if there {
            Refused::NotDead.into()
        } else {
            Refused::NoSuchLetter.into()
        });
    }
    work.record(events::Event::new("letter.sent_again", id));
    Ok(())
}

/// A person was merged into another: the notices of `double` are those of `into`.
pub async fn take_over(work: &Work, double: PersonId, into: PersonId) -> Result<(), Fault> {
    hand_over::<letter::Entity>(work, letter::Column::PersonId, double, into).await
}
