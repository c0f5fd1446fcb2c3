//! Letters about bookings, written in the transaction of what they tell.

use accounts::read::Contact;
use kernel::{Fault, Work};
use serde_json::{Value, json};
use views::Lang;

use crate::{
    entity::{booking, hold},
    read::{self, Place},
};

/// Which letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letter {
    /// The booking stands.
    Confirmed,
    /// It waits for an approval.
    Requested,
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
            Self::Requested => "bookings/requested",
            Self::Changed => "bookings/changed",
            Self::Cancelled => "bookings/cancelled",
            Self::Released => "bookings/released",
            Self::Unpaid => "bookings/unpaid",
            Self::Absent => "bookings/absent",
        }
    }

    const fn calls_off(self) -> bool {
        matches!(self, Self::Cancelled | Self::Released | Self::Unpaid)
    }

    /// How the hold of the booking stands of which it tells.
    const fn state(self) -> hold::State {
        match self {
            Self::Requested => hold::State::Requested,
            Self::Confirmed | Self::Changed | Self::Absent => hold::State::Confirmed,
            Self::Cancelled => hold::State::Cancelled,
            Self::Released | Self::Unpaid => hold::State::Released,
        }
    }
}

/// Writes to the person of a booking that this work has made, if they have an address: what it costs
/// and what is lent with it is only looked up where there can be any.
pub(super) async fn tell_made(
    work: &Work,
    made: &booking::Model,
    place: &Place,
    who: &Contact,
    (charged, lends): (bool, bool),
) -> Result<(), Fault> {
    let mut own = said(made, place, who.lang);
    if charged {
        own["fee"] = json!(read::owing(work.db(), &[made.id]).await?);
    }
    if lends {
        own["devices"] = json!(read::lent_facts(work.db(), made.hold_id, who.lang).await?);
    }
    post(work, Letter::Confirmed, made, (place, own), who, &json!({}));
    Ok(())
}

/// Writes to the person, if they have an address, with more for the letter to say.
pub(super) async fn tell_more(
    work: &Work,
    letter: Letter,
    booking: &booking::Model,
    place: &Place,
    who: &Contact,
    more: Value,
) -> Result<(), Fault> {
    if who.email.is_none() {
        return Ok(());
    }
    let fee = read::owing(work.db(), &[booking.id]).await?;
    let devices = read::lent_facts(work.db(), booking.hold_id, who.lang).await?;
    let mut own = said(booking, place, who.lang);
    own["fee"] = json!(fee);
    if fee.is_some() {
        own["fee"]["before"] = more["fee_before"].clone();
        own["fee"]["called_off"] = letter.calls_off().into();
    }
    own["devices"] = json!(devices);
    post(work, letter, booking, (place, own), who, &more);
    Ok(())
}

fn post(
    work: &Work,
    letter: Letter,
    booking: &booking::Model,
    (place, own): (&Place, Value),
    who: &Contact,
    more: &Value,
) {
    let Some(email) = who.email.clone() else {
        return;
    };
    let facts = json!({
        "name": who.name,
        "booking": own,
        "event": crate::letters::event(booking, place.name(who.lang), letter.state()),
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
    );
}

/// What every letter says of a booking.
pub(super) fn said(booking: &booking::Model, place: &Place, lang: Lang) -> Value {
    let unit = place.unit(booking.unit).filter(|_| place.units.len() > 1);
    json!({
        "id": booking.id,
        "reference": booking.reference,
        "space": place.name(lang),
        "kind": place.space.kind,
        "floor": place.whereabouts(lang),
        "unit": unit.map(|unit| unit.label.as_str()),
        "starts_at": booking.starts_at.rfc3339(),
        "ends_at": booking.ends_at.rfc3339(),
        "purpose": booking.purpose,
        "attendees": booking.attendees,
        "organisation": booking.organisation_id,
        "fee": Value::Null,
        "devices": [],
    })
}
