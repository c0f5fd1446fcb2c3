//! One letter for all times of a series, with one file for the calendar.

use accounts::read::Contact;
use kernel::{Fault, Work};
use serde_json::{Value, json};

use crate::{
    entity::{booking, series},
    letters,
    read::{self, Catalogue},
};

/// Which letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letter {
    /// The bookings stand.
    Reserved,
    /// They were changed.
    Changed,
    /// They were called off.
    Cancelled,
}

impl Letter {
    const fn template(self) -> &'static str {
        match self {
            Self::Reserved => "bookings/series_reserved",
            Self::Changed => "bookings/series_changed",
            Self::Cancelled => "bookings/series_cancelled",
        }
    }
}

/// Writes to the person, if they have an address.
pub(super) async fn tell(
    work: &Work,
    letter: Letter,
    series: &series::Model,
    bookings: &[booking::Model],
    catalogue: &Catalogue,
    who: &Contact,
) -> Result<(), Fault> {
    let Some(email) = who.email.clone() else {
        return Ok(());
    };
    let mut facts = json!({
        "name": who.name,
        "series": read::rhythm(series),
        "bookings": [],
        "events": [],
    });
    facts["series"]["id"] = json!(series.id);
    facts["series"]["reference"] = json!(series.reference);
    let known = |booking: &booking::Model| catalogue.place(booking.space_id);
    facts["bookings"] = bookings
        .iter()
        .filter_map(|booking| Some(said(booking, known(booking)?, who)))
        .collect();
    facts["events"] = bookings
        .iter()
        .filter_map(|booking| {
            let name = known(booking)?.name(who.lang);
            let event = letters::event(booking, name, letter == Letter::Cancelled);
            Some(json!(event))
        })
        .collect();
    mail::post(
        work,
        mail::Letter {
            template: letter.template(),
            email,
            person: Some(series.person_id),
            lang: who.lang,
            facts,
        },
    )
    .await?;
    Ok(())
}

fn said(booking: &booking::Model, place: &read::Place, who: &Contact) -> Value {
    let unit = place.unit(booking.unit).filter(|_| place.units.len() > 1);
    json!({
        "id": booking.id,
        "reference": booking.reference,
        "space": place.name(who.lang),
        "kind": place.space.kind,
        "floor": place.space.floor,
        "unit": unit.map(|unit| unit.label.as_str()),
        "starts_at": booking.starts_at.rfc3339(),
        "ends_at": booking.ends_at.rfc3339(),
        "purpose": booking.purpose,
        "attendees": booking.attendees,
    })
}
