//! Who has how many of which devices.

use std::collections::{BTreeMap, HashMap, HashSet};

use kernel::{Fault, Instant, Span};
use sea_orm::{QuerySelect, entity::prelude::*};
use serde_json::Value;
use views::Lang;

use super::{
    super::{Card, Catalogue, Filter, OwnCard, OwnFilter, list, own_cards},
    Device, devices,
};
use crate::{
    entity::{BookingId, DeviceId, HoldId, ResourceId, allocation, booking, device_unit},
    rules::devices::Pick,
};

/// What stands although it would not be allowed any more.
#[derive(Clone, Debug, Default)]
pub struct Strained {
    /// Bookings.
    pub bookings: Vec<Card>,
    /// What the centre uses itself.
    pub own_uses: Vec<OwnCard>,
}

impl From<Vec<Card>> for Strained {
    fn from(bookings: Vec<Card>) -> Self {
        Self {
            bookings,
            ..Self::default()
        }
    }
}

/// How many of each device these holds have.
pub async fn lent(
    db: &impl ConnectionTrait,
    holds: &[HoldId],
) -> Result<HashMap<HoldId, Vec<Pick>>, Fault> {
    let units = device_unit::Entity::find().all(db).await?;
    let units: HashMap<ResourceId, DeviceId> = units
        .into_iter()
        .map(|unit| (unit.resource_id, unit.device_id))
        .collect();
    let mut counts: BTreeMap<(HoldId, DeviceId), usize> = BTreeMap::new();
    if units.is_empty() {
        return Ok(HashMap::new());
    }
    for some in holds.chunks(1_000) {
        let rows: Vec<(HoldId, ResourceId)> = allocation::Entity::find()
            .select_only()
            .column(allocation::Column::HoldId)
            .column(allocation::Column::ResourceId)
            .filter(allocation::COLUMN.hold_id.is_in(some.to_vec()))
            .into_tuple()
            .all(db)
            .await?;
        for (hold, resource) in rows {
            if let Some(device) = units.get(&resource) {
                *counts.entry((hold, *device)).or_default() += 1;
            }
        }
    }
    let mut lent: HashMap<HoldId, Vec<Pick>> = HashMap::new();
    for ((hold, device), number) in counts {
        lent.entry(hold).or_default().push(Pick {
            device,
            number: Some(number),
        });
    }
    Ok(lent)
}

/// What one hold has, as pages, letters and papers say it.
pub async fn lent_facts(
    db: &impl ConnectionTrait,
    hold: HoldId,
    lang: Lang,
) -> Result<Vec<Value>, Fault> {
    let lent = all_lent_facts(db, &[hold], lang).await?.remove(&hold);
    Ok(lent.unwrap_or_default())
}

/// The same of many holds; those without any are left out.
pub async fn all_lent_facts(
    db: &impl ConnectionTrait,
    holds: &[HoldId],
    lang: Lang,
) -> Result<HashMap<HoldId, Vec<Value>>, Fault> {
    let lent = lent(db, holds).await?;
    if lent.is_empty() {
        return Ok(HashMap::new());
    }
    let devices = devices(db).await?;
    let facts = |picks: &[Pick]| -> Vec<Value> {
        let number = |device: &Device| {
            let own = picks.iter().find(|pick| pick.device == device.row.id);
            own.and_then(|pick| pick.number)
        };
        let all = devices.iter();
        all.filter_map(|device| Some(device.facts(lang, number(device)?)))
            .collect()
    };
    let own = lent.iter().map(|(hold, picks)| (*hold, facts(picks)));
    Ok(own.collect())
}

/// The uses ahead for which more of a device is lent than there would be.
pub async fn short_of(
    db: &impl ConnectionTrait,
    catalogue: &Catalogue,
    device: &Device,
    now: Instant,
) -> Result<Strained, Fault> {
    let ahead = allocation::Entity::find()
        .filter(Expr::col((allocation::Entity, "holding")))
        .filter(allocation::COLUMN.resource_id.is_in(device.units.clone()))
        .filter(allocation::COLUMN.ends_at.gt(now))
        .all(db)
        .await?;
    let span = |one: &allocation::Model| Span {
        from: one.starts_at,
        until: one.ends_at,
    };
    let is_short = |one: &&allocation::Model| {
        let beside = ahead
            .iter()
            .filter(|other| span(other).overlaps(&span(one)));
        let units: HashSet<ResourceId> = beside.map(|other| other.resource_id).collect();
        units.len() > device.usable(one.starts_at.date())
    };
    let mut holds: Vec<HoldId> = ahead
        .iter()
        .filter(is_short)
        .map(|one| one.hold_id)
        .collect();
    holds.sort_unstable();
    holds.dedup();
    if holds.is_empty() {
        return Ok(Strained::default());
    }
    let ids: Vec<BookingId> = booking::Entity::find()
        .select_only()
        .column(booking::Column::Id)
        .filter(booking::COLUMN.hold_id.is_in(holds.clone()))
        .into_tuple()
        .all(db)
        .await?;
    let many = ids.len() as u64;
    let filter = Filter {
        ids: Some(ids),
        standing_only: true,
        ..Filter::default()
    };
    Ok(Strained {
        bookings: list(db, filter, many).await?,
        own_uses: own_cards(db, catalogue, OwnFilter::Holding(holds)).await?,
    })
}
