//! A space with its units, as lists and pages take it.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use serde::Serialize;
use views::Lang;

use crate::entity::{
    ResourceId, SpaceId, resource,
    space::{self, Kind},
    space_unit, venue,
};

/// A space and its units.
#[derive(Clone, Debug)]
pub struct Place {
    /// The space.
    pub space: space::Model,
    /// Its like units; one for a room.
    pub units: Vec<Unit>,
    /// Its house, where it is another than the centre's first, which every page names.
    pub house: Option<Arc<venue::Model>>,
}

/// What pages show of a space, in one language.
#[derive(Clone, Debug, Serialize)]
pub struct PlaceFacts<'p> {
    id: SpaceId,
    kind: &'static str,
    name: &'p str,
    description: &'p str,
    floor: &'p str,
    equipment: Vec<&'p str>,
    units: usize,
    capacity: i32,
    step: i32,
    shortest: i32,
    longest: i32,
    clearing: i32,
    /// What it is, in a line; only where a page says it.
    pub(crate) line: Option<String>,
}

/// What one booking of a space takes.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Its number within the space.
    pub number: i32,
    /// What the counter calls it: `B4`.
    pub label: String,
    /// What is taken together.
    pub resources: Vec<ResourceId>,
}

impl Place {
    /// A space of which only its facts are needed.
    pub const fn bare(space: space::Model) -> Self {
        Self {
            space,
            units: Vec::new(),
            house: None,
        }
    }

    /// Whether a use of it stands in the way of one of another.
    pub fn shares_with(&self, other: &Self) -> bool {
        let mut resources = self.units.iter().flat_map(|unit| &unit.resources);
        resources.any(|id| other.units.iter().any(|unit| unit.resources.contains(id)))
    }

    /// Whether it is several other places together: the whole of a divisible room.
    pub fn is_joined(&self) -> bool {
        self.units.iter().any(|unit| unit.resources.len() > 1)
    }

    /// Whether it can be part of another: a room by itself that one can walk into.
    pub fn is_joinable(&self) -> bool {
        self.units.len() == 1 && !self.is_joined() && self.space.kind != Kind::Online
    }

    /// A unit by its number.
    pub fn unit(&self, number: i32) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.number == number)
    }

    /// A unit by what the counter calls it, however it is typed.
    pub fn unit_called(&self, typed: &str) -> Option<&Unit> {
        let key = japan::kana::search_key(typed);
        let called = |unit: &&Unit| japan::kana::search_key(&unit.label) == key;
        self.units.iter().find(called)
    }

    /// All of it as one: every unit together.
    pub fn whole(&self) -> Unit {
        let mut resources = Vec::new();
        for id in self.units.iter().flat_map(|unit| &unit.resources) {
            if !resources.contains(id) {
                resources.push(*id);
            }
        }
        Unit {
            number: 0,
            label: String::new(),
            resources,
        }
    }

    /// How its house is called, where it is another than the first.
    pub fn house(&self, lang: Lang) -> Option<&str> {
        self.house.as_deref().map(|house| house.name(lang))
    }

    /// Where it is, for who comes: its floor, and another house than the first with its address.
    pub fn whereabouts(&self, lang: Lang) -> String {
        let house = self.house.as_deref();
        let house = house.map(|house| format!("{}（{}）", house.name(lang), house.address));
        let floor = Some(self.space.floor.clone()).filter(|floor| !floor.is_empty());
        floor.into_iter().chain(house).collect::<Vec<_>>().join(" ")
    }

    /// How it is called in a language.
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::En if !self.space.name_en.is_empty() => &self.space.name_en,
            Lang::Easy if !self.space.name_easy.is_empty() => &self.space.name_easy,
            _ => &self.space.name,
        }
    }

    /// What pages show of it.
    pub fn facts(&self, lang: Lang) -> PlaceFacts<'_> {
        let space = &self.space;
        let description = match lang {
            Lang::En if !space.description_en.is_empty() => &space.description_en,
            _ => &space.description,
        };
        PlaceFacts {
            id: space.id,
            kind: space.kind.code(),
            name: self.name(lang),
            description,
            floor: &space.floor,
            equipment: space.equipment().collect(),
            units: self.units.len(),
            capacity: space.capacity,
            step: space.step_minutes,
            shortest: space.shortest_minutes,
            longest: space.longest_minutes,
            clearing: space.clearing_minutes,
            line: None,
        }
    }
}

/// A row of a unit, and the resource it names.
pub(super) type UnitRow = (space_unit::Model, Option<resource::Model>);

pub(super) fn units(rows: Vec<UnitRow>) -> HashMap<SpaceId, Vec<Unit>> {
    let mut spaces = HashMap::<SpaceId, BTreeMap<i32, Unit>>::new();
    for (row, resource) in rows {
        let unit = spaces
            .entry(row.space_id)
            .or_default()
            .entry(row.unit)
            .or_insert_with(|| Unit {
                number: row.unit,
                label: resource.map(|resource| resource.label).unwrap_or_default(),
                resources: Vec::new(),
            });
        unit.resources.push(row.resource_id);
    }
    spaces
        .into_iter()
        .map(|(space, units)| (space, units.into_values().collect()))
        .collect()
}
