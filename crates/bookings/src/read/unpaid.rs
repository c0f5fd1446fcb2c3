//! Bookings that stay unpaid, and those that were released for it.

use kernel::{Fault, Instant};
use sea_orm::{Condition, QueryOrder, QuerySelect, QueryTrait, entity::prelude::*};

use super::charges::terms_on;
use crate::{
    entity::{
        BookingId, SpaceId,
        booking::{self, Party},
        booking_charge,
        hold::{self, State},
        space_unit, unpaid_release,
    },
    rules::terms::{Taken, Unpaid},
};

/// The bookings that lie ahead and whose day of payment has passed without any payment, the
/// earliest use first.
pub async fn unpaid(
    db: &impl ConnectionTrait,
    now: Instant,
    most: u64,
) -> Result<Vec<BookingId>, Fault> {
    let overdue = booking_charge::Entity::find()
        .select_only()
        .column(booking_charge::Column::BookingId)
        .filter(booking_charge::Column::BillId.in_subquery(fees::read::overdue(now.date())))
        .into_query();
    let found = booking::Entity::find()
        .inner_join(hold::Entity)
        .filter(hold::Column::State.eq(State::Confirmed))
        .filter(booking::COLUMN.starts_at.gt(now))
        .filter(booking::Column::Id.in_subquery(overdue))
        .order_by_asc(booking::COLUMN.starts_at)
        .order_by_asc(booking::COLUMN.id)
        .limit(most);
    let found = found.all(db).await?.into_iter();
    Ok(found.map(|booking| booking.id).collect())
}

/// What this party let go unpaid and would still lie ahead: the person's own, and the
/// organisation's, whoever booked it.
pub(super) async fn unpaid_of(
    db: &impl ConnectionTrait,
    party: Party,
    now: Instant,
) -> Result<Vec<Unpaid>, Fault> {
    let mut whose = Condition::any().add(unpaid_release::COLUMN.person_id.eq(party.person));
    if let Some(id) = party.organisation {
        let all = organisations::read::all_of(db, id).await?;
        whose = whose.add(unpaid_release::Column::OrganisationId.is_in(all));
    }
    let found = unpaid_release::Entity::find()
        .filter(whose)
        .filter(unpaid_release::COLUMN.ends_at.gt(now))
        .all(db)
        .await?;
    let mut all = Vec::with_capacity(found.len());
    for row in found {
        let booked = booking::Entity::find_by_id(row.booking_id).one(db).await?;
        let Some(booked) = booked else {
            continue;
        };
        let terms = terms_on(db, booked.created_at.date()).await?;
        all.push(Unpaid {
            spaces: sharing(db, row.space_id).await?,
            taken: Taken {
                space: row.space_id,
                span: row.span(),
            },
            booking: row.booking_id,
            reference: booked.reference,
            released_on: row.released_at.date(),
            since: terms.and_then(|terms| terms.valid_from.parse().ok()),
        });
    }
    Ok(all)
}

/// The spaces that take something of what this one takes; itself too.
async fn sharing(db: &impl ConnectionTrait, space: SpaceId) -> Result<Vec<SpaceId>, Fault> {
    let own = space_unit::Entity::find()
        .select_only()
        .column(space_unit::Column::ResourceId)
        .filter(space_unit::COLUMN.space_id.eq(space))
        .into_query();
    let all = space_unit::Entity::find()
        .select_only()
        .column(space_unit::Column::SpaceId)
        .distinct()
        .filter(space_unit::Column::ResourceId.in_subquery(own));
    Ok(all.into_tuple().all(db).await?)
}

/// Whether a booking was released because it was not paid.
pub async fn went_unpaid(db: &impl ConnectionTrait, id: BookingId) -> Result<bool, Fault> {
    let row = unpaid_release::Entity::find_by_id(id).one(db).await?;
    Ok(row.is_some())
}
