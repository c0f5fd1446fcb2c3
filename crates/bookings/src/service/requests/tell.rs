//! The letters of a decision: one for all bookings that were decided together.

use accounts::read::{Contact, contact};
use kernel::{Fault, Work};
use serde_json::{Value, json};

use crate::{
    entity::{BookingId, booking, booking_request::Ground, hold},
    letters,
    read::{self, Catalogue, Place},
    service::tell::{self, said, tell_more},
};

/// Which letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letter {
    /// The space may be used.
    Approved,
    /// It may not.
    Refused,
    /// Nobody decided in time.
    Lapsed,
}

impl Letter {
    const fn template(self) -> &'static str {
        match self {
            Self::Approved => "bookings/approved",
            Self::Refused => "bookings/refused",
            Self::Lapsed => "bookings/lapsed",
        }
    }

    const fn state(self) -> hold::State {
        match self {
            Self::Approved => hold::State::Confirmed,
            Self::Refused => hold::State::Refused,
            Self::Lapsed => hold::State::Expired,
        }
    }
}

/// Writes to the person that their request is there, by when it is decided, and what it would cost;
/// `changed`: it was there before, for another time or use.
pub(in crate::service) async fn tell_asked(
    work: &Work,
    booking: &booking::Model,
    place: &Place,
    who: &Contact,
    changed: bool,
) -> Result<(), Fault> {
    let request = read::request_of(work.db(), booking.id).await?;
    let bill = read::bills_of(work.db(), &[booking.id])
        .await?
        .remove(&booking.id);
    let price = read::price_asked(work.db(), booking, bill.as_ref(), request.as_ref()).await?;
    let more = json!({
        "changed": changed,
        "by": request.map(|request| request.decide_by),
        "price": price.0,
    });
    tell_more(work, tell::Letter::Requested, booking, place, who, more).await
}

/// Writes to the person of these bookings, if they have an address.
pub(super) async fn tell(
    work: &Work,
    letter: Letter,
    bookings: &[booking::Model],
) -> Result<(), Fault> {
    let Some(first) = bookings.first() else {
        return Ok(());
    };
    let who = contact(work.db(), first.person_id).await?;
    let Some((email, who)) = who.and_then(|who| Some((who.email.clone()?, who))) else {
        return Ok(());
    };
    let catalogue = Catalogue::known(work.db(), work.kept()).await?;
    let known = |booking: &booking::Model| catalogue.place(booking.space_id);
    let told = |booking: &booking::Model| Some(said(booking, known(booking)?, who.lang));
    let event = |booking: &booking::Model| {
        let name = known(booking)?.name(who.lang);
        Some(json!(letters::event(booking, name, letter.state())))
    };
    let ids: Vec<BookingId> = bookings.iter().map(|booking| booking.id).collect();
    let request = read::request_of(work.db(), first.id).await?;
    let facts = json!({
        "name": who.name,
        "bookings": bookings.iter().filter_map(told).collect::<Vec<Value>>(),
        "events": bookings.iter().filter_map(event).collect::<Vec<Value>>(),
        "fee": read::owing(work.db(), &ids).await?,
        "words": request.as_ref().and_then(|one| one.words.as_deref()),
        "ground": request.as_ref().and_then(|one| one.ground).map(Ground::code),
    });
    mail::post(
        work,
        mail::Letter {
            template: letter.template(),
            email,
            person: Some(first.person_id),
            lang: who.lang,
            facts,
        },
    );
    Ok(())
}
