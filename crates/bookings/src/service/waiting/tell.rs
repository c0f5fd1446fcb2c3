//! The letter of an offer.

use accounts::read::Contact;
use kernel::{Fault, Instant, Work};
use serde_json::json;

use crate::{
    entity::{booking_rule::Kind, waiting_entry},
    read::{self, Place},
    rules::Terms,
};

/// Writes to the person that it is their turn, if they have an address.
pub(super) async fn tell(
    work: &Work,
    entry: &waiting_entry::Model,
    place: &Place,
    who: &Contact,
) -> Result<(), Fault> {
    let Some(email) = who.email.clone() else {
        return Ok(());
    };
    let (db, party, span) = (work.db(), entry.party(), entry.span());
    let price = read::price(db, entry.space_id, party, span).await?;
    let rules = read::rules(db).await?;
    let asker = read::asking(db, &rules, party, work.now()).await?;
    let terms = Terms::new(&rules, &asker);
    let approval = terms.of(Kind::Approval, entry.space_id, span.from.date());
    let facts = json!({
        "name": who.name,
        "waiting": {
            "id": entry.id,
            "space": place.name(who.lang),
            "floor": place.whereabouts(who.lang),
            "starts_at": entry.starts_at.rfc3339(),
            "ends_at": entry.ends_at.rfc3339(),
            "expires_at": entry.expires_at.map(Instant::rfc3339),
            "purpose": entry.purpose,
            "price": price.map(|price| price.total().0),
            "approval": approval.is_some(),
        },
    });
    mail::post(
        work,
        mail::Letter {
            template: "bookings/offered",
            email,
            person: Some(entry.person_id),
            lang: who.lang,
            facts,
        },
    );
    Ok(())
}
