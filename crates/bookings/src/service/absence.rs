//! Absences (無断不使用), and what follows from them.

use accounts::read::contact;
use chrono::NaiveDate;
use kernel::{Failed, Fault, Work};
use sea_orm::{ActiveValue::Set, entity::prelude::*};
use serde_json::{Value, json};
use views::Lang;

use super::{
    cancel::standing,
    tell::{Letter, tell_more},
};
use crate::{
    entity::{
        BookingId, SpaceId, absence,
        booking::{self, Party},
    },
    events,
    read::{self, Card, Catalogue},
    refused::{Refused, Unruled},
    rules::{self, Rule, Terms, terms::Restriction},
};

/// Nobody came: it counts as an absence, and the person is told what follows.
pub async fn mark_absent(work: &Work, id: BookingId) -> Result<booking::Model, Failed<Refused>> {
    rules::may_mark(work.actor())?;
    let card = standing(work, id).await?;
    rules::may_mark_absent(card.state, card.booking.span(), work.now())?;
    if read::is_absent(work.db(), id).await? {
        return Err(Refused::Ruled(Unruled::NotAbsent).into());
    }
    write(work, &card.booking, None).await?;
    work.record(events::upon("booking.absent", &card.booking));
    tell_what_follows(work, &card).await?;
    Ok(card.booking)
}

/// They came after all, or had called: it no longer counts.
pub async fn unmark_absent(work: &Work, id: BookingId) -> Result<booking::Model, Failed<Refused>> {
    rules::may_mark(work.actor())?;
    let card = standing(work, id).await?;
    let gone = absence::Entity::delete_by_id(id).exec(work.db()).await?;
    if gone.rows_affected == 0 {
        return Err(Refused::Ruled(Unruled::NoSuchAbsence).into());
    }
    work.record(events::upon("booking.absence_undone", &card.booking));
    Ok(card.booking)
}

/// Calling off too late for another to come counts as an absence, where a rule says so and nobody
/// has marked it already: how many of them no warning excuses. The bookings are one party's; what
/// never stood is let be.
pub(super) async fn note_late(
    work: &Work,
    cards: &[&Card],
    asked_on: NaiveDate,
) -> Result<usize, Fault> {
    let rules = read::rules(work.db()).await?;
    let late = read::late_ones(work.db(), &rules, cards, asked_on, work.now()).await?;
    for card in &late {
        write(work, &card.booking, Some(asked_on)).await?;
    }
    let warned = read::warned(work.db(), &late, asked_on).await?;
    let counted = late.iter().filter(|card| warned.of(card).is_none());
    Ok(counted.count())
}

/// What a letter about cancelling says of so many absences of a party: none, and it says nothing.
pub(super) async fn said_late(
    work: &Work,
    late: usize,
    party: Party,
    lang: Lang,
) -> Result<Value, Fault> {
    if late == 0 {
        return Ok(json!({}));
    }
    let mut said = what_follows(work, party, None, lang).await?;
    said["late"] = json!(late);
    Ok(said)
}

async fn write(
    work: &Work,
    booking: &booking::Model,
    asked_on: Option<NaiveDate>,
) -> Result<(), Fault> {
    absence::Entity::insert(absence::ActiveModel {
        booking_id: Set(booking.id),
        person_id: Set(booking.person_id),
        organisation_id: Set(booking.organisation_id),
        space_id: Set(booking.space_id),
        on_date: Set(booking.starts_at.date().to_string()),
        asked_on: Set(asked_on.map(|date| date.to_string())),
        made_by: Set(work.actor().person.filter(|_| asked_on.is_none())),
        made_at: Set(work.now()),
    })
    .exec_without_returning(work.db())
    .await?;
    Ok(())
}

/// Writes what follows from staying away, until when, and by which rule.
async fn tell_what_follows(work: &Work, card: &Card) -> Result<(), Fault> {
    let db = work.db();
    let catalogue = Catalogue::known(work.db(), work.kept()).await?;
    let (Some(who), Some(place)) = (
        contact(db, card.booking.person_id).await?,
        catalogue.place(card.space.id),
    ) else {
        return Ok(());
    };
    let party = card.booking.party();
    let more = what_follows(work, party, Some(card.space.id), who.lang).await?;
    tell_more(work, Letter::Absent, &card.booking, place, &who, more).await
}

/// Until when a party books nothing new, in a space or anywhere, and by which rule.
async fn what_follows(
    work: &Work,
    party: Party,
    space: Option<SpaceId>,
    lang: Lang,
) -> Result<Value, Fault> {
    let rules = read::rules(work.db()).await?;
    let booker = read::missed(work.db(), &rules, party, work.now()).await?;
    let terms = Terms::new(&rules, &booker);
    let all = terms.restrictions(space);
    let ahead = all
        .into_iter()
        .filter(|(one, _)| work.now().date() <= one.until);
    let last: Option<(Restriction, &Rule)> = ahead.max_by_key(|(one, _)| one.until);
    Ok(json!({
        "from": last.map(|(one, _)| one.from),
        "until": last.map(|(one, _)| one.until),
        "source": last.map(|(_, rule)| rule.source.said(lang)),
        "since": last.map(|(_, rule)| rule.valid_from),
    }))
}
