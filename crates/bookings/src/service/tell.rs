//! Letters about bookings, written in the transaction of what they tell.

use accounts::read::Contact;
use kernel::{Fault, Work};
use serde_json::{Value, json};

use crate::{
    entity::booking,
    read::{self, Place},
};

/// Which letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letter {
    /// The booking stands.
    Confirmed,
    /// Its time or use was changed.
    Changed,
    /// It was called off.
    Cancelled,
    /// The centre called it off.
    Released,
    /// The centre released it: it was not paid.
    Unpaid,
    /// Nobody came.
    Absent,
}

impl Letter {
    const fn template(self) -> &'static str {
        match self {
            Self::Confirmed => "bookings/confirmed",
            Self::Changed => "bookings/changed",
            Self::Cancelled => "bookings/cancelled",
            Self::Released => "bookings/released",
            Self::Unpaid => "bookings/unpaid",
            Self::Absent => "bookings/absent",
        }
    }
}

/// Writes to the person, if they have an address.
pub(super) async fn tell(
    work: &Work,
    letter: Letter,
    booking: &booking::Model,
    place: &Place,
    who: &Contact,
) -> Result<(), Fault> {
    tell_more(work, letter, booking, place, who, json!({})).await
}

/// The same, with more for the letter to say.
pub(super) async fn tell_more(
    work: &Work,
    letter: Letter,
    booking: &booking::Model,
    place: &Place,
    who: &Contact,
    more: Value,
) -> Result<(), Fault> {
    let Some(email) = who.email.clone() else {
        return Ok(());
    };
    let called_off = matches!(
        letter,
        Letter::Cancelled | Letter::Released | Letter::Unpaid
    );
    let fee = read::owing(work.db(), &[booking.id]).await?;
    let facts = json!({
        "name": who.name,
        "booking": {
            "id": booking.id,
            "reference": booking.reference,
            "space": place.name(who.lang),
            "kind": place.space.kind,
            "floor": place.space.floor,
            "unit": place
                .unit(booking.unit)
                .filter(|_| place.units.len() > 1)
                .map(|unit| unit.label.as_str()),
            "starts_at": booking.starts_at.rfc3339(),
            "ends_at": booking.ends_at.rfc3339(),
            "purpose": booking.purpose,
            "attendees": booking.attendees,
            "fee": fee,
        },
        "event": crate::letters::event(booking, place.name(who.lang), called_off),
        "more": more,
    });
    mail::post(
        work,
        mail::Letter {
            template: letter.template(),
            email,
            person: Some(booking.person_id),
            lang: who.lang,
            facts,
        },
    )
    .await?;
    Ok(())
}
