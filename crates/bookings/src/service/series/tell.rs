//! One letter for all times of a series, with one file for the calendar.

use accounts::read::Contact;
use kernel::{Fault, Work};
use serde_json::{Value, json};

use crate::{
    entity::{BookingId, HoldId, booking, hold, series},
    letters,
    read::{self, Catalogue},
    service::tell::said,
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

/// Writes to the person, if they have an address; with more for the letter to say.
pub(super) async fn tell(
    work: &Work,
    (letter, more): (Letter, Value),
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
        "more": more,
    });
    facts["series"]["id"] = json!(series.id);
    facts["series"]["reference"] = json!(series.reference);
    let known = |booking: &booking::Model| catalogue.place(booking.space_id);
    let ids: Vec<BookingId> = bookings.iter().map(|booking| booking.id).collect();
    let fees = read::owings(work.db(), &ids).await?;
    facts["fee"] = json!(read::owing(work.db(), &ids).await?);
    facts["called_off"] = (letter == Letter::Cancelled).into();
    let holds: Vec<HoldId> = bookings.iter().map(|booking| booking.hold_id).collect();
    let lent = read::all_lent_facts(work.db(), &holds, who.lang).await?;
    let requests = read::requests_of(work.db(), &ids).await?;
    let request = |booking: &booking::Model| requests.get(&booking.id).filter(|one| one.waits());
    facts["bookings"] = bookings
        .iter()
        .filter_map(|booking| {
            let mut own = said(booking, known(booking)?, who.lang);
            own["fee"] = json!(fees.get(&booking.id));
            own["devices"] = json!(lent.get(&booking.hold_id));
            own["by"] = json!(request(booking).map(|request| &request.decide_by));
            Some(own)
        })
        .collect();
    facts["requests"] = json!(bookings.iter().filter_map(request).count());
    facts["events"] = bookings
        .iter()
        .filter_map(|booking| {
            let name = known(booking)?.name(who.lang);
            let state = match request(booking) {
                _ if letter == Letter::Cancelled => hold::State::Cancelled,
                Some(_) => hold::State::Requested,
                None => hold::State::Confirmed,
            };
            Some(json!(letters::event(booking, name, state)))
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
    );
    Ok(())
}
