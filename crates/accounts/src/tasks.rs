//! Sweeping away what is over: sessions, steps on the way in, what passkeys were asked, links with
//! the names in them, counts of attempts.

use std::time::Duration;

use kernel::{Actor, Clock, Db, Fault, Via, Work, transact};
use sea_orm::entity::prelude::*;
use tasks::{Running, Sweep};

use crate::{
    entity::{attempt, guest_link, letter_link, passkey_challenge, second_step, session},
    rules::{ATTEMPT_WINDOW, CODE_WINDOW, LETTER_WINDOW, LINK_KEPT},
};

/// Removes sessions, steps, challenges, links and counts that are over. Safe on many nodes: it only deletes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tidy;

impl Sweep for Tidy {
    fn name(&self) -> &'static str {
        "accounts.tidy"
    }

    fn every(&self) -> Duration {
        Duration::from_mins(30)
    }

    fn run<'r>(&'r self, db: &'r Db, clock: &'r Clock) -> Running<'r> {
        Box::pin(transact(db, Actor::system(Via::Task), clock, tidy))
    }
}

async fn tidy(work: &Work) -> Result<usize, Fault> {
    let sessions = session::Entity::delete_many()
        .filter(session::COLUMN.expires_at.lte(work.now()))
        .exec(work.db())
        .await?;
    let links = letter_link::Entity::delete_many()
        .filter(letter_link::COLUMN.expires_at.lte(work.now() - LINK_KEPT))
        .exec(work.db())
        .await?;
    let guests = guest_link::Entity::delete_many()
        .filter(guest_link::COLUMN.expires_at.lte(work.now() - LINK_KEPT))
        .exec(work.db())
        .await?;
    let steps = second_step::Entity::delete_many()
        .filter(second_step::COLUMN.expires_at.lte(work.now()))
        .exec(work.db())
        .await?;
    let challenges = passkey_challenge::Entity::delete_many()
        .filter(passkey_challenge::COLUMN.expires_at.lte(work.now()))
        .exec(work.db())
        .await?;
    let window = ATTEMPT_WINDOW.max(LETTER_WINDOW).max(CODE_WINDOW);
    let attempts = attempt::Entity::delete_many()
        .filter(attempt::COLUMN.since.lte(work.now() - window))
        .exec(work.db())
        .await?;
    let gone: u64 = [sessions, links, guests, steps, challenges, attempts]
        .iter()
        .map(|swept| swept.rows_affected)
        .sum();
    Ok(usize::try_from(gone).unwrap_or(usize::MAX))
}
