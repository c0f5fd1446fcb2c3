//! One kind of background work.

use std::{future::Future, pin::Pin, time::Duration};

use kernel::{Clock, Db, Fault};

/// A run on its way: how much it did, or why it could not.
pub type Running<'r> = Pin<Box<dyn Future<Output = Result<usize, Fault>> + Send + 'r>>;

/// Something the centre does by itself: sends letters, ends what has lapsed, seals the log.
///
/// Several nodes may run the same sweep at the same moment, so a run claims what it takes.
pub trait Sweep: Send + Sync {
    /// What it is called in logs: `letters`, `holds.expire`.
    fn name(&self) -> &'static str;

    /// How long it rests when nobody nudges it.
    fn every(&self) -> Duration;

    /// Does what is due by `clock`, or a part of it, and says how many things it did.
    ///
    /// After more than 0 it is called again at once; 0 means that waiting is all there is to do.
    /// Write it as `Box::pin(async move { … })`.
    fn run<'r>(&'r self, db: &'r Db, clock: &'r Clock) -> Running<'r>;
}
