//! Who applies.

use std::collections::BTreeMap;

use bookings::{entity::booking::Party, rules::terms::Taken};
use chrono::TimeDelta;
use kernel::{Fault, Instant, PersonId};
use organisations::entity::OrganisationId;
use sea_orm::{Condition, PaginatorTrait, QueryOrder, entity::prelude::*};

use crate::{
    entity::{
        EntryId, LotteryId,
        entry::{self, State},
        lottery,
    },
    rules::{can_come, remind_at},
};

/// An entry with its lottery.
#[derive(Clone, Debug)]
pub struct Own {
    /// The entry.
    pub row: entry::Model,
    /// The lottery.
    pub lottery: lottery::Model,
}

/// One entry.
pub async fn entry(db: &impl ConnectionTrait, id: EntryId) -> Result<Option<Own>, Fault> {
    let Some(row) = entry::Entity::find_by_id(id).one(db).await? else {
        return Ok(None);
    };
    let lottery = lottery::Entity::find_by_id(row.lottery_id).one(db).await?;
    Ok(lottery.map(|lottery| Own { row, lottery }))
}

/// Everybody of a lottery, in the order of arrival.
pub async fn entries_of(
    db: &impl ConnectionTrait,
    id: LotteryId,
) -> Result<Vec<entry::Model>, Fault> {
    Ok(entry::Entity::of(id).all(db).await?)
}

/// Who waits for the draw, in the order of arrival.
pub async fn applied(db: &impl ConnectionTrait, id: LotteryId) -> Result<Vec<entry::Model>, Fault> {
    let rows = entry::Entity::of(id).filter(entry::Column::State.eq(State::Applied));
    Ok(rows.all(db).await?)
}

/// The same by the time for which they apply.
pub async fn entries_by_slot(
    db: &impl ConnectionTrait,
    id: LotteryId,
) -> Result<BTreeMap<Instant, Vec<entry::Model>>, Fault> {
    let mut by = BTreeMap::<Instant, Vec<entry::Model>>::new();
    for row in applied(db, id).await? {
        by.entry(row.starts_at).or_default().push(row);
    }
    Ok(by)
}

/// How many entries somebody has in a lottery that wait for the draw: the person's own, or those of the
/// organisation, whoever made them.
pub async fn open_of(db: &impl ConnectionTrait, id: LotteryId, party: Party) -> Result<u64, Fault> {
    let rows = entry::Entity::of(id).filter(entry::Column::State.eq(State::Applied));
    let rows = match organisations_of(db, party).await? {
        Some(all) => rows.filter(entry::Column::OrganisationId.is_in(all)),
        None => rows
            .filter(entry::COLUMN.person_id.eq(party.person))
            .filter(entry::COLUMN.organisation_id.is_null()),
    };
    Ok(rows.count(db).await?)
}

/// Whether the person, as whomever, or the organisation has an entry for a time.
pub async fn has_applied(
    db: &impl ConnectionTrait,
    id: LotteryId,
    party: Party,
    starts_at: Instant,
) -> Result<bool, Fault> {
    let mut whose = Condition::any().add(entry::COLUMN.person_id.eq(party.person));
    if let Some(all) = organisations_of(db, party).await? {
        whose = whose.add(entry::Column::OrganisationId.is_in(all));
    }
    let rows = entry::Entity::of(id)
        .filter(entry::Column::State.eq(State::Applied))
        .filter(entry::COLUMN.starts_at.eq(starts_at))
        .filter(whose);
    Ok(rows.count(db).await? > 0)
}

/// What somebody may win in any lottery that is still to be drawn, as if they had it: the person's own
/// entries, or those of the organisation, whoever made them.
pub async fn waiting(db: &impl ConnectionTrait, party: Party) -> Result<Vec<Taken>, Fault> {
    let rows = entry::Entity::find().filter(entry::Column::State.eq(State::Applied));
    let rows = match organisations_of(db, party).await? {
        Some(all) => rows.filter(entry::Column::OrganisationId.is_in(all)),
        None => rows
            .filter(entry::COLUMN.person_id.eq(party.person))
            .filter(entry::COLUMN.organisation_id.is_null()),
    };
    let all = with_lotteries(db, rows.all(db).await?).await?;
    let taken = |own: &Own| Taken {
        space: own.lottery.space_id,
        span: own.row.span(),
    };
    Ok(all.iter().map(taken).collect())
}

/// The organisation as which somebody applies, with all that were merged into it.
async fn organisations_of(
    db: &impl ConnectionTrait,
    party: Party,
) -> Result<Option<Vec<OrganisationId>>, Fault> {
    match party.organisation {
        Some(id) => Ok(Some(organisations::read::all_of(db, id).await?)),
        None => Ok(None),
    }
}

/// What a person has applied for, and what others have for the organisations they act for, the latest
/// first.
pub async fn of_person(
    db: &impl ConnectionTrait,
    person: PersonId,
    now: Instant,
) -> Result<Vec<Own>, Fault> {
    let mut whose = Condition::any().add(entry::COLUMN.person_id.eq(person));
    for one in organisations::read::represented(db, person, now.date()).await? {
        let all = organisations::read::all_of(db, one.id).await?;
        whose = whose.add(entry::Column::OrganisationId.is_in(all));
    }
    let rows = entry::Entity::find()
        .filter(whose)
        .order_by_desc(entry::COLUMN.starts_at)
        .order_by_desc(entry::COLUMN.number)
        .all(db)
        .await?;
    with_lotteries(db, rows).await
}

async fn with_lotteries(
    db: &impl ConnectionTrait,
    rows: Vec<entry::Model>,
) -> Result<Vec<Own>, Fault> {
    let ids: Vec<LotteryId> = rows.iter().map(|row| row.lottery_id).collect();
    let lotteries = lottery::Entity::find()
        .filter(lottery::COLUMN.id.is_in(ids))
        .all(db)
        .await?;
    let own = |row: entry::Model| {
        let of = lotteries.iter().find(|one| one.id == row.lottery_id)?;
        let lottery = of.clone();
        Some(Own { row, lottery })
    };
    Ok(rows.into_iter().filter_map(own).collect())
}

/// What a person has won, for themselves or an organisation, and has not answered yet: what is to be
/// answered first comes first.
pub async fn to_answer(
    db: &impl ConnectionTrait,
    person: PersonId,
    now: Instant,
) -> Result<Vec<Own>, Fault> {
    let all = of_person(db, person, now).await?;
    let waits = |own: &Own| {
        let by = own.row.answer_by.filter(|by| now < *by);
        own.row.state == State::Won && by.is_some()
    };
    let mut open: Vec<Own> = all.into_iter().filter(waits).collect();
    let rows: Vec<&entry::Model> = open.iter().map(|own| &own.row).collect();
    let held = super::held(db, &rows).await?;
    open.retain(|own| {
        let held = own.row.booking_id.and_then(|id| held.get(&id));
        held.is_some_and(|held| can_come(held.state))
    });
    open.sort_by_key(|own| own.row.answer_by);
    Ok(open)
}

/// Who may be due for a reminder: nobody has reminded them, and their time is over within two days.
pub async fn to_remind(db: &impl ConnectionTrait, now: Instant) -> Result<Vec<EntryId>, Fault> {
    let rows = entry::Entity::find()
        .filter(entry::Column::State.eq(State::Won))
        .filter(entry::COLUMN.reminded_at.is_null())
        .filter(entry::COLUMN.answer_by.gt(now))
        .filter(entry::COLUMN.answer_by.lte(now + TimeDelta::days(2)))
        .order_by_asc(entry::COLUMN.answer_by)
        .all(db)
        .await?;
    let all = with_lotteries(db, rows).await?;
    let due = |own: &Own| {
        let at = remind_at(own.lottery.drawn_at?, own.row.answer_by?)?;
        (at <= now).then_some(own.row.id)
    };
    Ok(all.iter().filter_map(due).collect())
}

/// Who won and did not say in time that they come.
pub async fn to_confirm(db: &impl ConnectionTrait, now: Instant) -> Result<Vec<EntryId>, Fault> {
    let rows = entry::Entity::find()
        .filter(entry::Column::State.eq(State::Won))
        .filter(entry::COLUMN.answer_by.lte(now))
        .order_by_asc(entry::COLUMN.answer_by);
    Ok(rows.all(db).await?.into_iter().map(|row| row.id).collect())
}
