//! A sweep that does one thing after the other, each in a transaction of its own.

use kernel::{Actor, Clock, Db, Failed, Fault, Refusal, Via, Work, transact};

/// Does something with each of these as the system, each in its own transaction; says how much was
/// done. What is refused was done meanwhile by another node, or is no longer to be done: it is passed
/// over, and not counted.
///
/// # Errors
/// The first fault; what was done before it stays done.
pub async fn each<Id, R: Refusal>(
    (db, clock): (&Db, &Clock),
    found: Vec<Id>,
    verb: impl for<'w> AsyncFn(&'w Work, Id) -> Result<usize, Failed<R>>,
) -> Result<usize, Fault>
where
    Id: Copy + Send,
{
    let mut done = 0;
    for id in found {
        let system = Actor::system(Via::Task);
        match transact(db, system, clock, async |work| verb(work, id).await).await {
            Ok(many) => done += many,
            Err(Failed::Refused(refused)) => tracing::debug!(%refused, "passed over"),
            Err(Failed::Fault(fault)) => return Err(fault),
        }
    }
    Ok(done)
}
