//! What happens by itself: lotteries are announced, lists are frozen and drawn, people reminded, what
//! nobody confirmed is released.

mod answers;
mod lists;

use kernel::{Actor, Clock, Db, Failed, Fault, Via, Work, transact};

use crate::Refused;

pub use answers::{AnswersRemind, UnconfirmedEnd};
pub use lists::{Announcements, ListsFreeze, Undrawn};

/// Does something with each of these, one after the other; says how much was done.
async fn each<Id>(
    (db, clock): (&Db, &Clock),
    found: Vec<Id>,
    verb: impl for<'w> AsyncFn(&'w Work, Id) -> Result<usize, Failed<Refused>>,
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
