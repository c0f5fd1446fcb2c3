//! What happens by itself: holds that lapse, uses that end.

mod lines;
mod requests;
mod unpaid;

use std::time::Duration;

use kernel::{Actor, Clock, Db, Fault, Instant, Via, Work, transact};
use sea_orm::{
    Condition, QuerySelect,
    entity::prelude::*,
    sea_query::{Expr, LockBehavior, LockType},
};
use tasks::{Running, Sweep};

use crate::{
    entity::{HoldId, booking, hold},
    events,
};

pub use lines::LinesMove;
pub use requests::RequestsLapse;
pub use unpaid::UnpaidEnd;

/// So many holds are turned in one transaction.
const AT_ONCE: u64 = 100;

/// Ends what is due: an offer that nobody took up expires, a use that is over is finished.
///
/// Nothing waits for it: whoever asks for a resource expires what lapsed on it first, and pages
/// show a use as over by the clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct HoldsEnd;

impl Sweep for HoldsEnd {
    fn name(&self) -> &'static str {
        "holds"
    }

    fn every(&self) -> Duration {
        Duration::from_mins(1)
    }

    fn run<'r>(&'r self, db: &'r Db, clock: &'r Clock) -> Running<'r> {
        Box::pin(async move {
            let now = clock.now();
            let lapsed = lapsed(db, now).await?;
            let over = over(db, now).await?;
            if lapsed.is_empty() && over.is_empty() {
                return Ok(0);
            }
            transact(db, Actor::system(Via::Task), clock, async |work| {
                let lapsed = turn(work, lapsed, has_lapsed(now), hold::State::Expired).await?;
                let over = turn(work, over, is_in_use(), hold::State::Finished).await?;
                for (kind, ids) in [("hold.expired", &lapsed), ("hold.finished", &over)] {
                    for id in ids {
                        work.record(events::ended(kind, *id));
                    }
                }
                Ok::<_, Fault>(lapsed.len() + over.len())
            })
            .await
        })
    }
}

/// Turns those that are due still, and says which they were: neither what another node or a person
/// has turned in the meantime, nor what somebody is turning just now.
async fn turn(
    work: &Work,
    ids: Vec<HoldId>,
    due: Condition,
    state: hold::State,
) -> Result<Vec<HoldId>, Fault> {
    let rows = hold::Entity::find()
        .filter(hold::COLUMN.id.is_in(ids))
        .filter(due)
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
        .all(work.db())
        .await?;
    let ids: Vec<HoldId> = rows.iter().map(|row| row.id).collect();
    if !ids.is_empty() {
        hold::Entity::update_many()
            .col_expr(hold::Column::State, Expr::value(state))
            .filter(hold::COLUMN.id.is_in(ids.clone()))
            .exec(work.db())
            .await?;
    }
    Ok(ids)
}

fn has_lapsed(now: Instant) -> Condition {
    let waiting = [hold::State::Offered, hold::State::Held];
    Condition::all()
        .add(hold::Column::State.is_in(waiting))
        .add(hold::COLUMN.expires_at.lte(now))
}

fn is_in_use() -> Condition {
    Condition::all().add(hold::Column::State.eq(hold::State::InUse))
}

async fn lapsed(db: &Db, now: Instant) -> Result<Vec<HoldId>, Fault> {
    Ok(hold::Entity::find()
        .filter(has_lapsed(now))
        .limit(AT_ONCE)
        .all(db.reader())
        .await?
        .into_iter()
        .map(|hold| hold.id)
        .collect())
}

async fn over(db: &Db, now: Instant) -> Result<Vec<HoldId>, Fault> {
    Ok(booking::Entity::find()
        .find_also_related(hold::Entity)
        .filter(is_in_use())
        .filter(booking::COLUMN.ends_at.lte(now))
        .limit(AT_ONCE)
        .all(db.reader())
        .await?
        .into_iter()
        .map(|(booking, _)| booking.hold_id)
        .collect())
}
