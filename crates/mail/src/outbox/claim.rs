//! What the rows say about sending: who has taken a letter, and what became of it.

use chrono::TimeDelta;
use kernel::{Fault, Work};
use sea_orm::{
    EntityTrait, ExprTrait, QuerySelect,
    entity::prelude::*,
    sea_query::{LockBehavior, LockType},
};

use super::{LEASE, Outcome};
use crate::{
    entity::letter::{self, State},
    rules,
};

/// How many letters one run takes.
const ROUND: u64 = 20;

/// Takes what is due, so that no other node takes it before the lease ends.
pub(super) async fn claim(work: &Work) -> Result<Vec<letter::Model>, Fault> {
    let rows = letter::Entity::due(work.now())
        .limit(ROUND)
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
        .all(work.db())
        .await?;
    if rows.is_empty() {
        return Ok(rows);
    }
    let lease = TimeDelta::from_std(LEASE).unwrap_or_default();
    letter::Entity::update_many()
        .col_expr(letter::Column::DueAt, Expr::value(work.now() + lease))
        .col_expr(
            letter::Column::Attempts,
            Expr::col(letter::Column::Attempts).add(1),
        )
        .filter(letter::COLUMN.id.is_in(rows.iter().map(|row| row.id)))
        .exec(work.db())
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| letter::Model {
            attempts: row.attempts + 1,
            ..row
        })
        .collect())
}

/// Notes what became of each letter; one that another node took over meanwhile is left to it.
pub(super) async fn note(work: &Work, outcomes: &[(letter::Model, Outcome)]) -> Result<(), Fault> {
    for (row, outcome) in outcomes {
        let mut change = letter::Entity::update_many()
            .filter(letter::COLUMN.id.eq(row.id))
            .filter(letter::Column::State.eq(State::Waiting))
            .filter(letter::COLUMN.attempts.eq(row.attempts));
        change = match outcome {
            Outcome::Sent => change
                .col_expr(letter::Column::State, Expr::value(State::Sent))
                .col_expr(letter::Column::SentAt, Expr::value(work.now()))
                .col_expr(letter::Column::Failure, Expr::value(None::<String>)),
            Outcome::Untouched => change
                .col_expr(letter::Column::DueAt, Expr::value(work.now()))
                .col_expr(letter::Column::Attempts, Expr::value(row.attempts - 1)),
            Outcome::Failed { code, permanent } => {
                let rest = rules::rest(row.attempts).filter(|_| !permanent);
                let change = change.col_expr(letter::Column::Failure, Expr::value(*code));
                match rest {
                    Some(rest) => {
                        change.col_expr(letter::Column::DueAt, Expr::value(work.now() + rest))
                    }
                    None => change.col_expr(letter::Column::State, Expr::value(State::Dead)),
                }
            }
        };
        change.exec(work.db()).await?;
    }
    Ok(())
}
