//! The one source of the present moment.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use chrono::{TimeDelta, Utc};

use crate::Instant;

/// Tells the time: the machine's, or one that a test or a demonstration has set.
#[derive(Clone, Debug)]
pub struct Clock(Source);

#[derive(Clone, Debug)]
enum Source {
    Machine { ahead: TimeDelta },
    Set(Arc<AtomicI64>),
}

impl Clock {
    /// The machine's clock.
    pub const fn machine() -> Self {
        Self(Source::Machine {
            ahead: TimeDelta::zero(),
        })
    }

    /// A running clock that shows `moment` now: a demonstration set in another week.
    pub fn running_from(moment: Instant) -> Self {
        Self(Source::Machine {
            ahead: moment - machine_now(),
        })
    }

    /// A clock that stands still until it is moved: tests and demonstration data.
    pub fn set_to(moment: Instant) -> Self {
        Self(Source::Set(Arc::new(AtomicI64::new(moment.micros()))))
    }

    /// The present moment.
    pub fn now(&self) -> Instant {
        match &self.0 {
            Source::Machine { ahead } => machine_now() + *ahead,
            Source::Set(moment) => Instant::from_micros(moment.load(Ordering::SeqCst)),
        }
    }

    /// Moves a clock that was set; a running clock is left alone.
    pub fn move_to(&self, moment: Instant) {
        if let Source::Set(current) = &self.0 {
            current.store(moment.micros(), Ordering::SeqCst);
        }
    }

    /// Moves a clock that was set by so much.
    pub fn advance(&self, by: TimeDelta) {
        self.move_to(self.now() + by);
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reads the machine's clock"
)]
fn machine_now() -> Instant {
    Utc::now().into()
}
