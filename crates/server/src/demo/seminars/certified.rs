//! Whoever attended enough of what was reported has a certificate.

use ::seminars::{entity::SeminarId, service};
use kernel::{Clock, Db, Role, transact};

use super::super::{
    people::{People, acting},
    stage::passed_over,
};
use crate::Failed;

/// Issues them to all at once, as the coordinator does.
pub(super) async fn certify(
    db: &Db,
    clock: &Clock,
    people: &People,
    id: SeminarId,
) -> Result<(), Failed> {
    let coordinator = acting(people.coordinator, Role::Coordinator);
    let issued = transact(db, coordinator, clock, async |work| {
        service::issue(work, id).await
    });
    passed_over(issued.await)?;
    Ok(())
}
