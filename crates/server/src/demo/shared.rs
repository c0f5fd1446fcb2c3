//! The space that the demonstration's ward knows too, with its numbers.

use bookings::{
    entity::space::Kind,
    read::{self, Filter},
    service,
};
use kernel::{Clock, Db, Role, transact};

use super::{
    people::{People, acting},
    spaces::Opened,
    stage::passed_over,
};
use crate::Failed;

/// So many bookings ahead have a number already; the others get theirs at the counter.
const NUMBERED: u64 = 3;

/// Marks the community room as shared, and writes the numbers of its next bookings.
pub(super) async fn enter(
    db: &Db,
    clock: &Clock,
    people: &People,
    opened: &[Opened],
) -> Result<(), Failed> {
    let Some(room) = opened.iter().find(|one| one.space.kind == Kind::Community) else {
        return Ok(());
    };
    let manager = acting(people.manager, Role::Manager);
    let shared = transact(db, manager, clock, async |work| {
        service::share_space(work, room.id, true).await
    });
    passed_over(shared.await)?;
    let ahead = Filter {
        from: Some(clock.now()),
        standing_only: true,
        ..Filter::default()
    };
    let cards = read::list(db.reader(), ahead, 200).await?;
    let own = cards.iter().filter(|card| card.space.id == room.id);
    let reception = acting(people.reception, Role::Reception);
    for (number, card) in (101..101 + NUMBERED).zip(own) {
        let (hold, typed) = (card.booking.hold_id, format!("区施-000{number}"));
        let written = transact(db, reception, clock, async |work| {
            service::write_ward_reference(work, hold, room.id, &typed).await
        });
        passed_over(written.await)?;
    }
    Ok(())
}
