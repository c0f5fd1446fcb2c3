//! What is lent with spaces: how much of it there is, what is left, and who has it.

mod lent;

use std::{
    collections::{HashMap, HashSet},
    fmt::Display,
};

use chrono::NaiveDate;
use kernel::{Fault, Span};
use sea_orm::{QueryOrder, entity::prelude::*};
use serde_json::{Value, json};
use views::Lang;

use crate::{
    entity::{
        DeviceId, HoldId, ResourceId, SpaceId, device, device_space, device_stock, device_unit,
        space,
    },
    ledger,
    refused::{Short, Unlent, Wrong},
    rules::{
        self, Use,
        devices::{Pick, StockDraft, choose, usable, usable_since},
    },
};

pub use lent::{Strained, all_lent_facts, lent, lent_facts, short_of};

/// A device with all that decides how many of it can be had.
#[derive(Clone, Debug)]
pub struct Device {
    /// The device.
    pub row: device::Model,
    /// How many there are, by date.
    pub stocks: Vec<device_stock::Model>,
    /// Each of them, as the ledger knows it.
    pub units: Vec<ResourceId>,
    /// The only spaces in which it is lent; none when it is lent in all.
    pub spaces: Vec<SpaceId>,
}

/// Every device, in the order of lists.
pub async fn devices(db: &impl ConnectionTrait) -> Result<Vec<Device>, Fault> {
    let rows = device::Entity::find()
        .order_by_asc(device::COLUMN.position)
        .order_by_asc(device::COLUMN.id)
        .all(db)
        .await?;
    let mut devices: Vec<Device> = rows.into_iter().map(Device::bare).collect();
    if devices.is_empty() {
        return Ok(devices);
    }
    let units = device_unit::Entity::find().order_by_asc(device_unit::COLUMN.number);
    for unit in units.all(db).await? {
        if let Some(own) = of(&mut devices, unit.device_id) {
            own.units.push(unit.resource_id);
        }
    }
    let stocks = device_stock::Entity::find().order_by_asc(device_stock::COLUMN.valid_from);
    for stock in stocks.all(db).await? {
        if let Some(own) = of(&mut devices, stock.device_id) {
            own.stocks.push(stock);
        }
    }
    for space in device_space::Entity::find().all(db).await? {
        if let Some(own) = of(&mut devices, space.device_id) {
            own.spaces.push(space.space_id);
        }
    }
    Ok(devices)
}

fn of(devices: &mut [Device], id: DeviceId) -> Option<&mut Device> {
    devices.iter_mut().find(|device| device.row.id == id)
}

impl Device {
    const fn bare(row: device::Model) -> Self {
        Self {
            row,
            stocks: Vec::new(),
            units: Vec::new(),
            spaces: Vec::new(),
        }
    }

    /// Whether it is lent in a space.
    pub fn is_for(&self, space: &space::Model) -> bool {
        self.row.venue_id == space.venue_id
            && (!self.row.some_spaces || self.spaces.contains(&space.id))
    }

    /// How many of it can be lent on a date.
    pub fn usable(&self, date: NaiveDate) -> usize {
        usable(&self.stocks, date)
    }

    /// The same with a row of its stock that is only thought of.
    #[must_use]
    pub fn with(&self, draft: &StockDraft) -> Self {
        let mut then = self.clone();
        if let (Ok((stock, broken)), Some(from)) = (draft.numbers(), draft.from) {
            let valid_from = from.to_string();
            then.stocks.retain(|row| row.valid_from != valid_from);
            then.stocks.push(device_stock::Model {
                device_id: self.row.id,
                valid_from,
                stock,
                broken,
            });
        }
        then
    }

    /// How it is called in a language.
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.row.name_en,
            _ => &self.row.name,
        }
    }

    /// By which word it is counted in a language; English has none.
    pub const fn counter(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => "",
            _ => self.row.counted_in.as_str(),
        }
    }

    /// So many of it, counted as the language does: `2台`.
    pub fn counted(&self, lang: Lang, number: impl Display) -> String {
        format!("{number}{}", self.counter(lang))
    }

    /// So many of it as pages show it.
    pub fn facts(&self, lang: Lang, number: usize) -> Value {
        json!({
            "id": self.row.id,
            "name": self.name(lang),
            "counter": self.counter(lang),
            "many": self.counted(lang, number),
        })
    }
}

/// The units that these wishes come to in a space at a time, or what stands against them.
pub(crate) fn chosen(
    devices: &[Device],
    picks: &[Pick],
    space: &space::Model,
    span: Span,
    is_busy: impl Fn(ResourceId) -> bool,
) -> Result<Vec<ResourceId>, Vec<Wrong>> {
    let mut chosen: Vec<ResourceId> = Vec::new();
    let mut wrong = Vec::new();
    for pick in picks {
        let known = devices.iter().find(|device| device.row.id == pick.device);
        let Some(device) = known else {
            wrong.push(Unlent::Unknown);
            continue;
        };
        let row = || Box::new(device.row.clone());
        let is_busy = |unit| is_busy(unit) || chosen.contains(&unit);
        let usable = device.usable(span.from.date());
        match pick.number {
            None => wrong.push(Unlent::NumberUnreadable(row())),
            Some(_) if !device.is_for(space) => wrong.push(Unlent::NotHere(row())),
            Some(number) => match choose(&device.units, usable, number, is_busy) {
                Ok(units) => chosen.extend(units),
                Err(left) => wrong.push(Unlent::Short(Box::new(Short {
                    device: device.row.clone(),
                    span,
                    left,
                    usable,
                    since: usable_since(&device.stocks, span.from.date()),
                }))),
            },
        }
    }
    if wrong.is_empty() {
        Ok(chosen)
    } else {
        Err(wrong.into_iter().map(Wrong::Device).collect())
    }
}

/// What stands against the devices of a use, whatever others have of them.
pub(crate) async fn wrong_devices(
    db: &impl ConnectionTrait,
    space: &space::Model,
    wished: &Use,
) -> Result<Vec<Wrong>, Fault> {
    let Some(span) = wished.span().filter(|_| !wished.devices.is_empty()) else {
        return Ok(Vec::new());
    };
    let devices = devices(db).await?;
    let chosen = chosen(&devices, &wished.devices, space, span, |_| false);
    Ok(chosen.err().unwrap_or_default())
}

/// How many of each device could be lent in a space at a time, besides what this hold has itself.
pub async fn left(
    db: &impl ConnectionTrait,
    devices: &[Device],
    space: &space::Model,
    span: Span,
    own: &[HoldId],
) -> Result<HashMap<DeviceId, usize>, Fault> {
    if devices.is_empty() {
        return Ok(HashMap::new());
    }
    let units: Vec<ResourceId> = devices.iter().flat_map(|own| own.units.clone()).collect();
    let occupied = rules::occupied(space, span);
    let busy = ledger::standing(db, &[occupied], Some(&units), own).await?;
    let busy: HashSet<ResourceId> = busy.into_iter().map(|one| one.resource_id).collect();
    let left = |device: &Device| {
        let taken = device.units.iter().filter(|unit| busy.contains(unit));
        device
            .usable(span.from.date())
            .saturating_sub(taken.count())
    };
    Ok(devices
        .iter()
        .map(|device| (device.row.id, left(device)))
        .collect())
}
