//! What happens to experts by itself.

use std::time::Duration;

use kernel::{Actor, Clock, Db, Via, transact};
use tasks::{Running, Sweep};

use crate::service;

/// Takes the role from experts whose last day is over.
#[derive(Clone, Copy, Debug, Default)]
pub struct ExpertsLeave;

impl Sweep for ExpertsLeave {
    fn name(&self) -> &'static str {
        "experts.leave"
    }

    fn every(&self) -> Duration {
        Duration::from_mins(30)
    }

    fn run<'r>(&'r self, db: &'r Db, clock: &'r Clock) -> Running<'r> {
        let system = Actor::system(Via::Task);
        Box::pin(transact(db, system, clock, service::end_roles))
    }
}
