//! The letters of this crate: `templates/letters/lotteries/news/`, one letter to each person with everything
//! that happened to their entries, and `to_draw/` to the managers.

mod free;
mod managers;
mod news;

use std::collections::BTreeMap;

use accounts::read::{Contact, contact};
use bookings::read::{Catalogue, Place, owing};
use kernel::{Fault, Instant, PersonId, Work};
use mail::Letter;
use serde_json::{Value, json};

use crate::{
    entity::entry,
    read::{self, Listed},
    rules::{entry_code, shown},
};

pub(crate) use managers::to_managers;
pub(crate) use news::News;

/// To each person about their entries, in the order of time, with what is free instead.
pub(crate) async fn to_each(
    work: &Work,
    listed: &Listed,
    entries: &[entry::Model],
    news: News,
) -> Result<(), Fault> {
    let mut by = BTreeMap::<PersonId, Vec<&entry::Model>>::new();
    for own in entries {
        by.entry(own.person_id).or_default().push(own);
    }
    if by.is_empty() {
        return Ok(());
    }
    let catalogue = Catalogue::known(work.db(), work.kept()).await?;
    let Some(place) = catalogue.place(listed.row.space_id) else {
        return Ok(());
    };
    let free = if news.names_free() {
        free::free(work, &catalogue, listed).await?
    } else {
        Vec::new()
    };
    for (person, mut own) in by {
        own.sort_by_key(|own| own.starts_at);
        if let Some(who) = contact(work.db(), person).await? {
            let instead = free::instead(work, (&catalogue, place), &free, &own).await?;
            post(work, listed, (place, instead), (&who, &own), news).await?;
        }
    }
    Ok(())
}

async fn post(
    work: &Work,
    listed: &Listed,
    (place, free): (&Place, Value),
    (who, own): (&Contact, &[&entry::Model]),
    news: News,
) -> Result<(), Fault> {
    let Some(email) = who.email.clone() else {
        return Ok(());
    };
    let mut rows = Vec::new();
    for one in own {
        rows.push(said(work, one).await?);
    }
    let facts = json!({
        "name": who.name,
        "news": news.code(),
        "space": place.name(who.lang),
        "floor": place.whereabouts(who.lang),
        "month": listed.row.month.as_str(),
        "entries": rows,
        "free": free,
        "words": listed.row.called_off_why,
        "lottery": listed.row.id,
        "day": listed.row.month.as_str(),
    });
    let letter = Letter {
        template: "lotteries/news",
        email,
        person: Some(who.person),
        lang: who.lang,
        facts,
    };
    mail::post(work, letter);
    Ok(())
}

/// What a letter says of an entry: with what is to be paid, and by when one says that one comes.
async fn said(work: &Work, own: &entry::Model) -> Result<Value, Fault> {
    let ids: Vec<_> = own.booking_id.into_iter().collect();
    let owes = owing(work.db(), &ids).await?;
    let held = read::held(work.db(), &[own]).await?;
    let held = own.booking_id.and_then(|id| held.get(&id).copied());
    let shown = shown(own, held.as_ref());
    let answers = own.state == entry::State::Won && shown.is_won();
    Ok(json!({
        "id": own.id,
        "number": entry_code(own.number),
        "state": shown.code(),
        "why": own.why.map(entry::Why::code),
        "starts_at": own.starts_at.rfc3339(),
        "ends_at": own.ends_at.rfc3339(),
        "answer_by": own.answer_by.filter(|_| answers).map(Instant::rfc3339),
        "booking": own.booking_id,
        "fee": owes,
    }))
}
