//! The rows of a booking that is made.

use kernel::{Fault, Work, violated_constraint};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use crate::{
    entity::{booking, booking_waiver},
    events,
};

/// Keeps why a rule was waived, where it can be erased; the event only says that it was.
pub(super) fn keep_waiver(work: &Work, made: &booking::Model, reason: Option<&str>) {
    work.put(booking_waiver::Entity::insert(
        booking_waiver::ActiveModel {
            booking_id: Set(made.id),
            reason: Set(reason.map(|reason| reason.trim().to_owned())),
            given_by: Set(work.actor().person),
            given_at: Set(work.now()),
        },
    ));
    work.record(events::upon("booking.rule_waived", made));
}

/// Two references alike, once in half a million million: the next try draws another.
pub(in super::super) fn drawn_twice(error: DbErr) -> Fault {
    match violated_constraint(&error) {
        Some(name) if name.contains("reference") => Fault::Busy(error),
        _ => error.into(),
    }
}

/// A booking as it is written for the first time.
pub(in super::super) fn row(made: &booking::Model) -> booking::ActiveModel {
    booking::ActiveModel {
        id: Set(made.id),
        hold_id: Set(made.hold_id),
        space_id: Set(made.space_id),
        unit: Set(made.unit),
        person_id: Set(made.person_id),
        booked_by: Set(made.booked_by),
        reference: Set(made.reference.clone()),
        starts_at: Set(made.starts_at),
        ends_at: Set(made.ends_at),
        purpose: Set(made.purpose.clone()),
        attendees: Set(made.attendees),
        arrived_at: Set(made.arrived_at),
        version: Set(made.version),
        created_at: Set(made.created_at),
        series_id: Set(made.series_id),
        kept_yen: Set(made.kept_yen),
        purpose_before: Set(made.purpose_before.clone()),
        organisation_id: Set(made.organisation_id),
    }
}
