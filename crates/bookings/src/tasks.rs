//! What happens by itself: holds that lapse, uses that end.

mod lines;
mod requests;
mod unpaid;

use std::time::Duration;

use kernel::{Actor, Clock, Db, Fault, Instant, Via, transact};
use sea_orm::{Condition, QuerySelect, entity::prelude::*, sea_query::Expr};
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
            let due = lapsed.len() + over.len();
            if due == 0 {
                return Ok(0);
            }
            transact(db, Actor::system(Via::Task), clock, async |work| {
                let turn = async |ids: &[HoldId], state| {
                    hold::Entity::update_many()
                        .col_expr(hold::Column::State, Expr::value(state))
                        .filter(hold::COLUMN.id.is_in(ids.to_vec()))
                        .filter(still_due(now))
                        .exec(work.db())
                        .await
                };
                turn(&lapsed, hold::State::Expired).await?;
                turn(&over, hold::State::Finished).await?;
                for (kind, ids) in [("hold.expired", &lapsed), ("hold.finished", &over)] {
                    for id in ids {
                        work.record(events::ended(kind, *id));
                    }
                }
                Ok::<_, Fault>(due)
            })
            .await
        })
    }
}

/// What another node, or a person, has not turned in the meantime.
fn still_due(now: Instant) -> Condition {
    let waiting = [hold::State::Offered, hold::State::Held];
    Condition::any()
        .add(hold::Column::State.eq(hold::State::InUse))
        .add(
            Condition::all()
                .add(hold::Column::State.is_in(waiting))
                .add(hold::COLUMN.expires_at.lte(now)),
        )
}

async fn lapsed(db: &Db, now: Instant) -> Result<Vec<HoldId>, Fault> {
    Ok(hold::Entity::find()
        .filter(hold::Column::State.is_in([hold::State::Offered, hold::State::Held]))
        .filter(hold::COLUMN.expires_at.lte(now))
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
        .filter(hold::Column::State.eq(hold::State::InUse))
        .filter(booking::COLUMN.ends_at.lte(now))
        .limit(AT_ONCE)
        .all(db.reader())
        .await?
        .into_iter()
        .map(|(booking, _)| booking.hold_id)
        .collect())
}
