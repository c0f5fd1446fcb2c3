//! What is lent with a space: how many there are on a day, and which of them are still free.

use chrono::NaiveDate;

use super::fitting::{LONGEST_NAME, needed};
use crate::{
    entity::{DeviceId, ResourceId, SpaceId, device_stock},
    refused::Unfit,
};

/// So many of one device there are at most.
pub const MOST: i32 = 100;

/// The longest word by which something is counted, in characters.
const LONGEST_COUNTER: usize = 4;

/// How many of a device someone would like with a space.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Pick {
    /// Which device.
    pub device: DeviceId,
    /// How many; `None` when it could not be read.
    pub number: Option<usize>,
}

/// How many can be lent on a date.
pub fn usable(stocks: &[device_stock::Model], date: NaiveDate) -> usize {
    in_force(stocks, date).map_or(0, |row| {
        usize::try_from(row.stock - row.broken).unwrap_or(0)
    })
}

/// Since when there are as many as on that date.
pub fn usable_since(stocks: &[device_stock::Model], date: NaiveDate) -> Option<NaiveDate> {
    in_force(stocks, date)?.valid_from.parse().ok()
}

fn in_force(stocks: &[device_stock::Model], date: NaiveDate) -> Option<&device_stock::Model> {
    let date = date.to_string();
    let begun = stocks.iter().filter(|row| row.valid_from <= date);
    begun.max_by(|one, other| one.valid_from.cmp(&other.valid_from))
}

/// So many units that are free for the whole time; else how many could be had.
///
/// What is lent counts against what can be lent, whichever unit it is: when one of four breaks
/// while three are lent, none is left.
pub fn choose(
    units: &[ResourceId],
    usable: usize,
    number: usize,
    is_busy: impl Fn(ResourceId) -> bool,
) -> Result<Vec<ResourceId>, usize> {
    let (busy, free): (Vec<ResourceId>, Vec<ResourceId>) =
        units.iter().partition(|unit| is_busy(**unit));
    let left = usable.saturating_sub(busy.len());
    if number > left {
        return Err(left);
    }
    Ok(free.into_iter().take(number).collect())
}

/// A device as the manager wants it.
#[derive(Clone, Debug)]
pub struct DeviceDraft {
    /// `プロジェクター`.
    pub name: String,
    /// `Projector`.
    pub name_en: String,
    /// `台`.
    pub counted_in: String,
    /// Whether it is lent only in these spaces.
    pub some_spaces: bool,
    /// These spaces.
    pub spaces: Vec<SpaceId>,
}

impl DeviceDraft {
    /// Everything that is wrong with it; these are the spaces of its house.
    pub fn wrong(&self, known: &[SpaceId]) -> Vec<Unfit> {
        let lines = [
            ("name", &self.name, LONGEST_NAME),
            ("name_en", &self.name_en, LONGEST_NAME),
            ("counted_in", &self.counted_in, LONGEST_COUNTER),
        ];
        let wrong = lines
            .into_iter()
            .filter_map(|(field, text, limit)| needed(field, text, limit));
        let nowhere = self.some_spaces && self.spaces.is_empty();
        let unknown = !self.spaces.iter().all(|space| known.contains(space));
        wrong
            .chain((nowhere || unknown).then_some(Unfit::Missing("spaces")))
            .collect()
    }
}

/// How many there are from a date on, as the manager writes it; `None` is what could not be read.
#[derive(Clone, Copy, Debug)]
pub struct StockDraft {
    /// From when on.
    pub from: Option<NaiveDate>,
    /// How many there are.
    pub stock: Option<i32>,
    /// How many of them are out of order.
    pub broken: Option<i32>,
}

impl StockDraft {
    /// The two numbers, or everything that is wrong with them.
    pub fn numbers(&self) -> Result<(i32, i32), Vec<Unfit>> {
        let stock = self.stock.filter(|stock| (0..=MOST).contains(stock));
        let most = stock.unwrap_or(MOST);
        let broken = self.broken.filter(|broken| (0..=most).contains(broken));
        stock.zip(broken).ok_or_else(|| {
            [
                stock
                    .is_none()
                    .then_some(Unfit::OutOfRange("stock", 0, MOST)),
                broken
                    .is_none()
                    .then_some(Unfit::OutOfRange("broken", 0, most)),
            ]
            .into_iter()
            .flatten()
            .collect()
        })
    }
}

#[cfg(test)]
mod tests;
