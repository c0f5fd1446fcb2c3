//! What there is: venues with their hours, spaces with their units.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use kernel::{Fault, Instant};
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};
use serde::Serialize;
use views::Lang;
use web::App;

use crate::{
    entity::{
        ResourceId, SpaceId, VenueId, catalogue_version, opening_hours, resource, space,
        space_unit, venue,
    },
    rules::{self, Hours},
};

/// The columns of a grid on which every house is closed.
const USUAL: Hours = Hours {
    opens: 9 * 60,
    closes: 21 * 60,
};

/// Everything that can be booked, in the order of lists.
#[derive(Clone, Debug)]
pub struct Catalogue {
    /// The houses.
    pub venues: Vec<venue::Model>,
    /// The spaces.
    pub places: Vec<Place>,
    hours: HashMap<VenueId, Vec<opening_hours::Model>>,
}

/// A space and its units.
#[derive(Clone, Debug)]
pub struct Place {
    /// The space.
    pub space: space::Model,
    /// Its like units; one for a room.
    pub units: Vec<Unit>,
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
    advance_days: i32,
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

impl Catalogue {
    /// All of it as it is now, for pages: read again only when it has changed.
    pub async fn current(app: &App) -> Result<Arc<Self>, Fault> {
        let version = catalogue_version::Entity::find()
            .select_only()
            .column(catalogue_version::Column::Version)
            .into_tuple()
            .one(app.db.reader())
            .await?
            .unwrap_or_default();
        if let Some(kept) = app.kept.at(version) {
            return Ok(kept);
        }
        let read = Self::load(app.db.reader()).await?;
        Ok(app.kept.keep(version, read))
    }

    /// Reads all of it.
    pub async fn load(db: &impl ConnectionTrait) -> Result<Self, Fault> {
        let venues = venue::Entity::find()
            .order_by_asc(venue::COLUMN.id)
            .all(db)
            .await?;
        let spaces = space::Entity::find()
            .order_by_asc(space::COLUMN.position)
            .order_by_asc(space::COLUMN.id)
            .all(db)
            .await?;
        let rows = space_unit::Entity::find()
            .find_also_related(resource::Entity)
            .all(db)
            .await?;
        let hours = opening_hours::Entity::find().all(db).await?;
        Ok(Self::of(venues, spaces, rows, hours))
    }

    /// Reads one space and what decides about it.
    pub async fn load_one(
        db: &impl ConnectionTrait,
        id: SpaceId,
    ) -> Result<Option<(Place, Vec<opening_hours::Model>)>, Fault> {
        let Some(space) = space::Entity::find_by_id(id).one(db).await? else {
            return Ok(None);
        };
        let rows = space_unit::Entity::find()
            .filter(space_unit::COLUMN.space_id.eq(id))
            .find_also_related(resource::Entity)
            .all(db)
            .await?;
        let hours = opening_hours::Entity::find()
            .filter(opening_hours::COLUMN.venue_id.eq(space.venue_id))
            .all(db)
            .await?;
        let mut units = units(rows);
        let units = units.remove(&id).unwrap_or_default();
        Ok(Some((Place { space, units }, hours)))
    }

    fn of(
        venues: Vec<venue::Model>,
        spaces: Vec<space::Model>,
        rows: Vec<UnitRow>,
        hours: Vec<opening_hours::Model>,
    ) -> Self {
        let mut units = units(rows);
        let places = spaces
            .into_iter()
            .map(|space| Place {
                units: units.remove(&space.id).unwrap_or_default(),
                space,
            })
            .collect();
        let mut by_venue = HashMap::<VenueId, Vec<_>>::new();
        for row in hours {
            by_venue.entry(row.venue_id).or_default().push(row);
        }
        Self {
            venues,
            places,
            hours: by_venue,
        }
    }

    /// A space by its id.
    pub fn place(&self, id: SpaceId) -> Option<&Place> {
        self.places.iter().find(|place| place.space.id == id)
    }

    /// The dated hours of a space's house.
    pub fn hours(&self, space: &space::Model) -> &[opening_hours::Model] {
        self.hours.get(&space.venue_id).map_or(&[], Vec::as_slice)
    }

    /// From the first opening to the last closing of any house on a date; `None` when all rest.
    pub fn open_on(&self, date: chrono::NaiveDate) -> Option<Hours> {
        self.hours
            .values()
            .filter_map(|rows| rules::hours_on(rows, date))
            .reduce(Hours::around)
    }
}

impl Catalogue {
    /// The columns of a grid over these dates: whole hours from the first opening to the last
    /// closing; the usual day when all of them are closed.
    pub fn columns(&self, dates: impl IntoIterator<Item = chrono::NaiveDate>) -> Hours {
        let open = dates
            .into_iter()
            .filter_map(|date| self.open_on(date))
            .reduce(Hours::around)
            .unwrap_or(USUAL);
        Hours {
            opens: open.opens / 60 * 60,
            closes: (open.closes + 59) / 60 * 60,
        }
    }

    /// Today while a house is still open, else the next date on which one is.
    pub fn next_open(&self, now: Instant) -> chrono::NaiveDate {
        let today = now.date();
        today
            .iter_days()
            .take(60)
            .find(|date| {
                self.open_on(*date)
                    .is_some_and(|hours| hours.on(*date).until > now)
            })
            .unwrap_or(today)
    }

    /// What any space has, by code.
    pub fn equipment(&self) -> Vec<&'static str> {
        let has = |code: &&str| {
            self.places
                .iter()
                .any(|place| place.space.equipment().any(|own| own == *code))
        };
        space::EQUIPMENT.into_iter().filter(has).collect()
    }

    /// The sorts of places there are.
    pub fn kinds(&self) -> Vec<space::Kind> {
        let mut kinds = Vec::new();
        for place in &self.places {
            if !kinds.contains(&place.space.kind) {
                kinds.push(place.space.kind);
            }
        }
        kinds
    }
}

impl Place {
    /// A space of which only its facts are needed.
    pub const fn bare(space: space::Model) -> Self {
        Self {
            space,
            units: Vec::new(),
        }
    }

    /// A unit by its number.
    pub fn unit(&self, number: i32) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.number == number)
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
            advance_days: space.advance_days,
            line: None,
        }
    }
}

/// A row of a unit, and the resource it names.
type UnitRow = (space_unit::Model, Option<resource::Model>);

fn units(rows: Vec<UnitRow>) -> HashMap<SpaceId, Vec<Unit>> {
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
