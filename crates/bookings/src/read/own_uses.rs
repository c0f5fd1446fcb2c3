//! What the centre uses itself, as the counter and the ward see it.

mod correction;
mod plan;

use std::collections::{BTreeMap, HashMap};

use kernel::{Fault, Instant, PersonId, Span};
use sea_orm::{Condition, QueryOrder, entity::prelude::*};

use super::{Catalogue, Unit};
use crate::{
    entity::{HoldId, OwnUseId, OwnUseReasonId, SpaceId, hold, own_use, own_use_reason},
    ledger,
    rules::{Closure, Standing, own_uses},
};

pub use correction::{OwnCorrection, own_correction, own_reached};
pub use plan::{InTheWay, OwnPlan, in_the_way, own_instead, own_lacks, own_plan, own_years};

/// An own use with the words that say it.
#[derive(Clone, Debug)]
pub struct OwnCard {
    /// The use.
    pub row: own_use::Model,
    /// Where its hold stands.
    pub state: hold::State,
    /// Where: the space, and the unit if it is not all of it.
    pub space: String,
    /// Why.
    pub reason: String,
    /// Who entered it.
    pub by: String,
    /// Who gave the space back.
    pub ended_by: String,
}

/// Which own uses are listed.
#[derive(Clone, Debug)]
pub enum OwnFilter {
    /// This one.
    One(OwnUseId),
    /// The first of those that were entered together, and the others.
    Together(OwnUseId),
    /// What has one of these holds.
    Holding(Vec<HoldId>),
    /// What begins within a stretch of time.
    Within(Span),
    /// What occupies its place at some moment of a stretch of time.
    Standing(Span),
}

/// How often and how long the spaces were used for one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnSum {
    /// The reason.
    pub reason: String,
    /// How many uses stand, or took place at least in part.
    pub uses: usize,
    /// How long together, in minutes.
    pub minutes: i64,
    /// How many were given back before they began.
    pub given_back: usize,
}

impl OwnCard {
    /// Where it stands at a moment.
    pub fn standing(&self, now: Instant) -> Standing {
        own_uses::standing(self.state, self.row.span(), now)
    }

    /// Whether the space can still be given back.
    pub fn can_end(&self, now: Instant) -> bool {
        self.state == hold::State::Confirmed && now < self.row.ends_at
    }

    /// How long the space was used, or will be, in minutes.
    pub fn minutes(&self) -> i64 {
        own_uses::minutes_used(self.row.span(), self.row.ended_at)
    }
}

/// Every reason there ever was, in the order of their names.
pub async fn own_use_reasons(
    db: &impl ConnectionTrait,
) -> Result<Vec<own_use_reason::Model>, Fault> {
    Ok(own_use_reason::Entity::find()
        .order_by_asc(own_use_reason::COLUMN.name)
        .order_by_asc(own_use_reason::COLUMN.valid_from)
        .all(db)
        .await?)
}

/// The own uses that a filter leaves, the first first.
pub async fn own_cards(
    db: &impl ConnectionTrait,
    catalogue: &Catalogue,
    filter: OwnFilter,
) -> Result<Vec<OwnCard>, Fault> {
    let found = own_use::Entity::find()
        .find_also_related(hold::Entity)
        .filter(condition(filter))
        .order_by_asc(own_use::COLUMN.starts_at)
        .order_by_asc(own_use::COLUMN.id)
        .all(db)
        .await?;
    let reasons: HashMap<OwnUseReasonId, String> = own_use_reasons(db)
        .await?
        .into_iter()
        .map(|reason| (reason.id, reason.name))
        .collect();
    let mut people: Vec<PersonId> = found
        .iter()
        .flat_map(|(row, _)| [row.made_by, row.ended_by])
        .flatten()
        .collect();
    people.sort_unstable();
    people.dedup();
    let people: HashMap<PersonId, String> = accounts::read::contacts(db, people)
        .await?
        .into_iter()
        .map(|who| (who.person, who.name))
        .collect();
    let named = |who: Option<PersonId>| {
        let name = who.and_then(|who| people.get(&who));
        name.cloned().unwrap_or_default()
    };
    let card = |(row, hold): (own_use::Model, Option<hold::Model>)| {
        let card = OwnCard {
            state: hold?.state,
            space: place_said(catalogue, row.space_id, row.unit),
            reason: reasons.get(&row.reason_id).cloned().unwrap_or_default(),
            by: named(row.made_by),
            ended_by: named(row.ended_by),
            row,
        };
        Some(card)
    };
    Ok(found.into_iter().filter_map(card).collect())
}

fn condition(filter: OwnFilter) -> Condition {
    let all = Condition::all();
    match filter {
        OwnFilter::One(id) => all.add(own_use::COLUMN.id.eq(id)),
        OwnFilter::Together(first) => all.add(own_use::COLUMN.first_id.eq(first)),
        OwnFilter::Holding(holds) => all.add(own_use::COLUMN.hold_id.is_in(holds)),
        OwnFilter::Within(span) => all
            .add(own_use::COLUMN.starts_at.gte(span.from))
            .add(own_use::COLUMN.starts_at.lt(span.until)),
        OwnFilter::Standing(span) => all
            .add(hold::Column::State.eq(hold::State::Confirmed))
            .add(own_use::COLUMN.starts_at.gt(span.from - ledger::LONGEST))
            .add(own_use::COLUMN.starts_at.lt(span.until))
            .add(own_use::COLUMN.ends_at.gt(span.from)),
    }
}

/// A space, with the unit if it has several and one of them is meant.
fn place_said(catalogue: &Catalogue, space: SpaceId, unit: Option<i32>) -> String {
    let place = catalogue.place(space);
    let name = place.map_or("", |place| place.space.name.as_str());
    let unit = place
        .filter(|place| place.units.len() > 1)
        .and_then(|place| place.unit(unit?));
    unit.map_or_else(|| name.to_owned(), |unit| format!("{name} {}", unit.label))
}

/// What the centre has of these holds.
pub(super) async fn of_holds(
    db: &impl ConnectionTrait,
    holds: &[HoldId],
) -> Result<HashMap<HoldId, own_use::Model>, Fault> {
    let found = own_use::Entity::find().filter(own_use::COLUMN.hold_id.is_in(holds.to_vec()));
    let found = found.all(db).await?.into_iter();
    Ok(found.map(|own| (own.hold_id, own)).collect())
}

/// What of this a closure would shut; the centre decides about its own uses itself.
pub async fn own_uses_shut_by(
    db: &impl ConnectionTrait,
    catalogue: &Catalogue,
    closure: &Closure,
    within: Span,
) -> Result<Vec<OwnCard>, Fault> {
    let mut cards = own_cards(db, catalogue, OwnFilter::Standing(within)).await?;
    cards.retain(|card| closure.concerns(card.row.space_id) && closure.shuts(card.row.span()));
    Ok(cards)
}

/// The sums of a list, by reason.
pub fn own_sums(cards: &[OwnCard]) -> Vec<OwnSum> {
    let mut sums = BTreeMap::<&str, OwnSum>::new();
    for card in cards {
        let sum = sums.entry(&card.reason).or_insert_with(|| OwnSum {
            reason: card.reason.clone(),
            uses: 0,
            minutes: 0,
            given_back: 0,
        });
        if card.minutes() > 0 {
            sum.uses += 1;
            sum.minutes += card.minutes();
        } else {
            sum.given_back += 1;
        }
    }
    sums.into_values().collect()
}

/// What an own use takes, as a unit of its space: one of them, or all together.
pub(super) fn unit_of(catalogue: &Catalogue, own: &own_use::Model) -> Option<Unit> {
    let place = catalogue.place(own.space_id)?;
    match own.unit {
        Some(number) => place.unit(number).cloned(),
        None => Some(place.whole()),
    }
}

#[cfg(test)]
mod tests;
