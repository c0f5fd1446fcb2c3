//! What became of the bookings that were won.

use std::collections::HashMap;

use bookings::{
    entity::{BookingId, hold},
    read::{Filter, list, owings, went_unpaid},
};
use kernel::{Actor, Fault};
use sea_orm::ConnectionTrait;

use crate::{
    entity::entry,
    rules::{Held, may_receive},
};

/// So many bookings are asked for at once.
const AT_ONCE: usize = 500;

/// The bookings of these entries, by their identifiers.
pub async fn held(
    db: &impl ConnectionTrait,
    entries: &[&entry::Model],
) -> Result<HashMap<BookingId, Held>, Fault> {
    let ids: Vec<BookingId> = entries.iter().filter_map(|own| own.booking_id).collect();
    let mut all = HashMap::new();
    for some in ids.chunks(AT_ONCE) {
        let filter = Filter {
            ids: Some(some.to_vec()),
            ..Filter::default()
        };
        let fees = owings(db, some).await?;
        for card in list(db, filter, AT_ONCE as u64).await? {
            let id = card.booking.id;
            let released = card.state == hold::State::Released;
            let held = Held {
                state: card.state,
                owes: fees.get(&id).is_some_and(|fee| fee.open > 0),
                unpaid: released && went_unpaid(db, id).await?,
            };
            all.insert(id, held);
        }
    }
    Ok(all)
}

/// Whether the actor may see an entry, answer and withdraw it: who made it, whoever acts for the same
/// organisation, and those who work at the counter.
pub async fn may_see(
    db: &impl ConnectionTrait,
    actor: &Actor,
    own: &entry::Model,
) -> Result<bool, Fault> {
    if actor.is(own.person_id) || may_receive(actor) {
        return Ok(true);
    }
    match own.organisation_id {
        Some(id) => organisations::read::acts_for(db, actor, id).await,
        None => Ok(false),
    }
}
