//! Both sides are told before an agreement runs out, and a side before its action is due.

use std::time::Duration;

use kernel::{Actor, Clock, Db, Fault, Via, transact};
use tasks::{Running, Sweep};

use crate::{read, service};

/// Tells the ward and the manager once that an agreement runs out, from the day on which somebody has
/// to think of it.
#[derive(Clone, Copy, Debug, Default)]
pub struct AgreementReminders;

impl Sweep for AgreementReminders {
    fn name(&self) -> &'static str {
        "agreements.remind"
    }

    fn every(&self) -> Duration {
        Duration::from_hours(1)
    }

    fn run<'r>(&'r self, db: &'r Db, clock: &'r Clock) -> Running<'r> {
        Box::pin(async move {
            let today = clock.now().date();
            let mut written = 0;
            for id in read::agreements_to_remind(db.reader(), today).await? {
                written += transact(db, Actor::system(Via::Task), clock, async |work| {
                    service::remind_of_agreement(work, id).await
                })
                .await?;
            }
            Ok::<_, Fault>(written)
        })
    }
}

/// Reminds a side once of what it has to do, some days before it is due.
#[derive(Clone, Copy, Debug, Default)]
pub struct ActionReminders;

impl Sweep for ActionReminders {
    fn name(&self) -> &'static str {
        "actions.remind"
    }

    fn every(&self) -> Duration {
        Duration::from_hours(1)
    }

    fn run<'r>(&'r self, db: &'r Db, clock: &'r Clock) -> Running<'r> {
        Box::pin(async move {
            let today = clock.now().date();
            let mut written = 0;
            for id in read::actions_to_remind(db.reader(), today).await? {
                written += transact(db, Actor::system(Via::Task), clock, async |work| {
                    service::remind_of_action(work, id).await
                })
                .await?;
            }
            Ok::<_, Fault>(written)
        })
    }
}
