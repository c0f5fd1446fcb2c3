//! A series that was made, as its person and the counter see it.

use chrono::{Datelike, NaiveDate};
use kernel::{Actor, Failed, Fault, Instant};
use sea_orm::entity::prelude::*;
use serde_json::{Value, json};
use views::Lang;

use super::super::{Card, Filter, list};
use crate::{
    entity::{SeriesId, booking, series},
    refused::Refused,
    rules::{self, repeats},
};

/// A series and its bookings, the first first.
#[derive(Clone, Debug)]
pub struct SeriesCard {
    /// The series.
    pub series: series::Model,
    /// Every booking that was made in it.
    pub cards: Vec<Card>,
}

/// A series, if this person may see it; else it is as if there were none.
pub async fn series_seen_by(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: SeriesId,
) -> Result<SeriesCard, Failed<Refused>> {
    series_of(db, id)
        .await?
        .filter(|card| rules::may_see(actor, card.series.person_id))
        .ok_or(Failed::Refused(Refused::NoSuchBooking))
}

/// A series.
pub async fn series_of(
    db: &impl ConnectionTrait,
    id: SeriesId,
) -> Result<Option<SeriesCard>, Fault> {
    let Some(series) = series::Entity::find_by_id(id).one(db).await? else {
        return Ok(None);
    };
    let filter = Filter {
        series: Some(id),
        ..Filter::default()
    };
    let cards = list(db, filter, repeats::MOST as u64).await?;
    Ok(Some(SeriesCard { series, cards }))
}

/// The series of this reference.
pub async fn series_with_reference(
    db: &impl ConnectionTrait,
    reference: &str,
) -> Result<Option<SeriesId>, Fault> {
    let found = series::Entity::find().filter(series::COLUMN.reference.eq(reference));
    Ok(found.one(db).await?.map(|series| series.id))
}

impl SeriesCard {
    /// The bookings that can still be changed or cancelled, from this one on or all of them.
    pub fn remaining(&self, from: Option<&booking::Model>, now: Instant) -> Vec<&Card> {
        self.from(from)
            .filter(|card| card.can_change(now))
            .collect()
    }

    /// Those that stand, but have begun or are over: they are left alone.
    pub fn left_alone(&self, from: Option<&booking::Model>, now: Instant) -> Vec<&Card> {
        self.from(from)
            .filter(|card| card.state.is_holding() && !card.can_change(now))
            .collect()
    }

    fn from<'s>(&'s self, from: Option<&booking::Model>) -> impl Iterator<Item = &'s Card> {
        let since = from.map(|booking| booking.starts_at);
        self.cards
            .iter()
            .filter(move |card| since.is_none_or(|since| card.booking.starts_at >= since))
    }

    /// What pages and letters show of the series itself.
    pub fn facts(&self) -> Value {
        let mut facts = rhythm(&self.series);
        facts["id"] = json!(self.series.id);
        facts["reference"] = json!(self.series.reference);
        facts["person_id"] = json!(self.series.person_id);
        facts
    }

    /// What pages show of these bookings.
    pub fn list(cards: &[&Card], lang: Lang, now: Instant) -> Value {
        cards.iter().map(|card| card.facts(lang, now)).collect()
    }
}

/// How a series repeats, as `bookings-rhythm-said-…` says it.
pub(crate) fn rhythm(series: &series::Model) -> Value {
    said(series.rhythm, series.first_on.parse().unwrap_or_default())
}

/// The same of a series that is only wished.
pub(crate) fn said(rhythm: series::Rhythm, first: NaiveDate) -> Value {
    json!({
        "rhythm": rhythm.code().replace('_', "-"),
        "weekday": first.weekday().number_from_monday().to_string(),
        "which": repeats::which(first),
    })
}

/// The bookings' versions one after the other, by which a form knows that none of them changed.
/// Versions only grow and bookings only drop out, so that no two lists are alike.
pub fn versions(due: &[&Card]) -> String {
    let versions: Vec<String> = due
        .iter()
        .map(|card| card.booking.version.to_string())
        .collect();
    versions.join(".")
}
