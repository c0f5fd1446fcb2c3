//! The letters of this crate: one template, `templates/letters/lotteries/news/`, one letter to each person
//! with everything that happened to their entries.

use std::collections::BTreeMap;

use accounts::read::{Contact, contact};
use bookings::read::{Catalogue, Place, owing};
use kernel::{Fault, Instant, PersonId, Work};
use mail::Letter;
use serde_json::{Value, json};

use crate::{
    entity::entry::{self, State},
    read::{self, Listed},
    rules::entry_code,
};

/// So many times that are free are named in a letter.
const FREE: usize = 6;

/// What a letter tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum News {
    /// The draw was held.
    Result,
    /// A time will not be drawn.
    LeftOut,
    /// What was won is free again: nobody said that they come.
    Lapsed,
}

impl News {
    /// As texts name it.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Result => "result",
            Self::LeftOut => "left_out",
            Self::Lapsed => "lapsed",
        }
    }
}

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
    let free = free(work, &catalogue, listed).await?;
    for (person, mut own) in by {
        own.sort_by_key(|own| own.starts_at);
        if let Some(who) = contact(work.db(), person).await? {
            post(work, listed, (place, &free), (&who, &own), news).await?;
        }
    }
    Ok(())
}

/// The times of the month that nobody has: they are booked by whoever comes first.
async fn free(
    work: &Work,
    catalogue: &Catalogue,
    listed: &Listed,
) -> Result<Vec<read::Times>, Fault> {
    let slots = read::free_slots(work.db(), catalogue, listed).await?;
    let free = slots.into_iter().filter(|(_, units)| *units > 0);
    let free = free.map(|(times, _)| times);
    Ok(free.filter(|(from, _)| work.now() < *from).collect())
}

/// Of what is free, what is nearest to what somebody did not get; nothing where they got all of it, or
/// where the draw is still to come.
fn instead(free: &[read::Times], own: &[&entry::Model]) -> Vec<Value> {
    let without = [State::Lost, State::NotGiven, State::Lapsed];
    let mut missed = own.iter().filter(|own| without.contains(&own.state));
    let Some(wished) = missed.next().map(|own| own.starts_at) else {
        return Vec::new();
    };
    let mut near = free.to_vec();
    near.sort_by_key(|(from, _)| (*from - wished).abs());
    near.truncate(FREE);
    near.sort_unstable();
    let said = |(from, until): &read::Times| json!({ "starts_at": from.rfc3339(), "ends_at": until.rfc3339() });
    near.iter().map(said).collect()
}

async fn post(
    work: &Work,
    listed: &Listed,
    (place, free): (&Place, &[read::Times]),
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
        "free": instead(free, own),
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
    Ok(json!({
        "id": own.id,
        "number": entry_code(own.number),
        "state": own.state.code(),
        "starts_at": own.starts_at.rfc3339(),
        "ends_at": own.ends_at.rfc3339(),
        "answer_by": own.answer_by.map(Instant::rfc3339),
        "booking": own.booking_id,
        "fee": owes,
    }))
}
