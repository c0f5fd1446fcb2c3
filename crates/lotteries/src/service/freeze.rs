//! The lists are frozen as soon as applications are no longer taken.

use bookings::read::{Catalogue, Place, free_units};
use fairness::draw::{Fault as Wrong, Frozen};
use kernel::{Failed, Fault, Instant, Span, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::{end, locked, withhold};
use crate::{
    Refused,
    entity::{
        LotteryId,
        entry::{self, State},
        lottery,
        slot::{self, LeftOut},
    },
    letters::{self, News},
    read::{self, Listed},
    rules,
};

/// Freezes who takes part: each time for which somebody applied has a list of its own, with as many
/// places as are free by now. A time that is closed or taken, or begins before who wins could answer, is
/// left out, and who applied for it is told; the managers, that it is to be drawn.
/// Where nothing is left to draw, the month is free at once. Says how many lists were frozen.
///
/// # Errors
/// [`Refused::NotNow`] as long as people can apply, and when it is frozen already.
pub async fn freeze(work: &Work, id: LotteryId) -> Result<usize, Failed<Refused>> {
    bookings::service::shut(work).await?;
    let listed = locked(work, id).await?;
    let over = !listed.row.is_open() || listed.row.frozen_at.is_some();
    if over || work.now() < listed.row.takes_until {
        return Err(Refused::NotNow.into());
    }
    let catalogue = Catalogue::known(work.db(), work.kept()).await?;
    let place = catalogue.place(listed.row.space_id);
    let open = place.map_or_else(Vec::new, |place| {
        let hours = catalogue.hours(&place.space);
        listed.terms.slots(listed.row.month(), hours)
    });
    let (mut drawn, mut told) = (0, Vec::new());
    for entries in read::entries_by_slot(work.db(), id).await?.into_values() {
        let Some(span) = entries.first().map(entry::Model::span) else {
            continue;
        };
        let known = place.filter(|_| open.contains(&span));
        let soon = listed.terms.is_too_soon(span.from, work.now());
        match places(work, known, (span, soon)).await? {
            Ok(places) => {
                let list = list(&listed, span, places, &entries)?;
                write(work, (id, span), Ok(&list)).await?;
                drawn += 1;
            }
            Err(why) => {
                write(work, (id, span), Err(why)).await?;
                for own in &entries {
                    told.push(end(work, own, State::LeftOut).await?);
                }
            }
        }
    }
    note(work, &listed.row, drawn).await?;
    if drawn > 0 {
        letters::to_managers(work, &listed).await?;
    }
    letters::to_each(work, &listed, &told, News::LeftOut).await?;
    Ok(drawn)
}

/// How many places there are at a time, or why it is not drawn.
async fn places(
    work: &Work,
    place: Option<&Place>,
    (span, soon): (Span, bool),
) -> Result<Result<usize, LeftOut>, Fault> {
    let Some(place) = place else {
        return Ok(Err(LeftOut::Closed));
    };
    if soon {
        return Ok(Err(LeftOut::TooSoon));
    }
    Ok(match free_units(work.db(), place, span).await? {
        0 => Err(LeftOut::Taken),
        places => Ok(places),
    })
}

fn list(
    listed: &Listed,
    span: Span,
    places: usize,
    entries: &[entry::Model],
) -> Result<Frozen, Fault> {
    let entries = entries.iter().map(|own| (own.number, own.tier));
    let list = rules::frozen((listed.row.id, &listed.terms), span, places, entries);
    list.map_err(|faults: Vec<Wrong>| {
        let said = std::io::Error::other(format!("{faults:?}"));
        Fault::broken("freezing a lottery", said)
    })
}

async fn write(
    work: &Work,
    (id, span): (LotteryId, Span),
    list: Result<&Frozen, LeftOut>,
) -> Result<(), Fault> {
    slot::Entity::insert(slot::ActiveModel {
        lottery_id: Set(id),
        starts_at: Set(span.from),
        ends_at: Set(span.until),
        entries: Set(list.ok().map(|list| list.text().to_owned())),
        left_out: Set(list.err()),
    })
    .exec_without_returning(work.db())
    .await?;
    let event = Event::new("lottery.frozen", id).with("starts_at", span.from.rfc3339());
    work.record(match list {
        Ok(list) => event
            .with("entries", list.entries().len())
            .with("digest", list.digest().to_string()),
        Err(why) => event.with("left_out", why.code()),
    });
    Ok(())
}

/// Notes that the lists are frozen, and, where there is nothing to draw, that the month is free.
async fn note(work: &Work, row: &lottery::Model, drawn: usize) -> Result<(), Fault> {
    let over: Option<Instant> = (drawn == 0).then(|| work.now());
    lottery::Entity::update(lottery::ActiveModel {
        id: Set(row.id),
        frozen_at: Set(Some(work.now())),
        drawn_at: Set(over),
        ..Default::default()
    })
    .exec(work.db())
    .await?;
    if over.is_some() {
        work.record(Event::new("lottery.drawn", row.id).with("slots", 0));
        withhold(work, row.space_id).await?;
    }
    Ok(())
}
