//! A closure ends what was offered inside it: nobody accepts what would then be refused.

use accounts::read::contact;
use kernel::{Failed, Fault, Work};
use serde_json::json;

use super::{
    line::Line,
    rows::{give_back, write},
};
use crate::{
    entity::{
        ClosureId, SpaceId, hold,
        waiting_entry::{self, State},
    },
    events,
    read::{self, Catalogue, Place},
    refused::{Refused, Unseen},
    rules::Closure,
    service::Close,
};

/// Takes back every open offer that this closure stands against, and writes to each why. Whoever
/// waited keeps their place in the line: opened again, it is their turn as before. Where spaces are
/// given up, the lines end.
///
/// # Errors
/// [`Unseen::MoreAffected`] when somebody was offered a place in it that the manager has not seen.
pub(in crate::service) async fn withdraw_offers(
    work: &Work,
    id: ClosureId,
    catalogue: &Catalogue,
    wish: &Close,
) -> Result<(), Failed<Refused>> {
    let (db, now, closure) = (work.db(), work.now(), &wish.closure);
    let find = async || read::offers_shut_by(db, catalogue, wish.venue, closure, now).await;
    let spaces: Vec<SpaceId> = find().await?.iter().map(|one| one.space.id).collect();
    if spaces.is_empty() {
        return Ok(());
    }
    Line::lock(work, &spaces).await?;
    let for_good = closure.is_for_good();
    for mut offered in find().await? {
        let entry = &mut offered.entry;
        if !wish.offers_seen.contains(&entry.id) {
            return Err(Refused::Unseen(Unseen::MoreAffected).into());
        }
        give_back(work, entry, hold::State::Released).await?;
        entry.state = if for_good {
            State::Over
        } else {
            State::Waiting
        };
        write(work, entry).await?;
        let event = events::waiting("waiting.withdrawn", entry);
        work.record(event.with("closure", id.to_string()));
        if let Some(place) = catalogue.place(entry.space_id) {
            tell(work, entry, place, closure).await?;
        }
    }
    Ok(())
}

/// Writes to the person that the offer is over, and why, if they have an address.
async fn tell(
    work: &Work,
    entry: &waiting_entry::Model,
    place: &Place,
    closure: &Closure,
) -> Result<(), Fault> {
    let Some(who) = contact(work.db(), entry.person_id).await? else {
        return Ok(());
    };
    let Some(email) = who.email else {
        return Ok(());
    };
    let facts = json!({
        "name": who.name,
        "waiting": {
            "id": entry.id,
            "space": place.name(who.lang),
            "floor": place.whereabouts(who.lang),
            "starts_at": entry.starts_at.rfc3339(),
            "ends_at": entry.ends_at.rfc3339(),
            "purpose": entry.purpose,
        },
        "reason": closure.reason.said(who.lang),
        "for_good": closure.is_for_good(),
    });
    let letter = mail::Letter {
        template: "bookings/offer_withdrawn",
        email,
        person: Some(entry.person_id),
        lang: who.lang,
        facts,
    };
    mail::post(work, letter);
    Ok(())
}
