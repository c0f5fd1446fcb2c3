//! What there is: venues with their hours and closures, spaces with their units.

mod dates;
mod lines;
mod place;

use std::{
    collections::HashMap,
    sync::{Arc, LazyLock},
};

use kernel::{Fault, Kept};
use sea_orm::{QueryOrder, entity::prelude::*};
use web::App;

use self::{
    lines::Lines,
    place::{UnitRow, units},
};
use super::{Device, closures, devices, terms, venue::catalogue_version, withheld};
use crate::{
    entity::{DeviceId, SpaceId, VenueId, opening_hours, resource, space, space_unit, venue},
    rules::{Booker, Calendar, Closure, Rule, Terms, Withheld},
};

pub use lines::line;
pub use place::{Place, PlaceFacts, Unit};

/// Everything that can be booked, in the order of lists.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    /// The houses.
    pub venues: Vec<venue::Model>,
    /// The spaces.
    pub places: Vec<Place>,
    /// The rules of booking.
    pub rules: Vec<Rule>,
    /// What is lent with spaces.
    pub devices: Vec<Device>,
    /// What is kept for a draw.
    pub withheld: Vec<Withheld>,
    houses: HashMap<VenueId, Calendar>,
    /// Those with closures of their own; the others go by their house.
    spaces: HashMap<SpaceId, Calendar>,
    /// Each divisible room as its parts and what they are together.
    rooms: Vec<Vec<SpaceId>>,
    lines: Lines,
}

impl Catalogue {
    /// All of it as it is now, for pages: read again only when it has changed.
    pub async fn current(app: &App) -> Result<Arc<Self>, Fault> {
        Self::known(app.db.reader(), app.db.kept()).await
    }

    /// The same as a connection sees it.
    pub async fn known(db: &impl ConnectionTrait, kept: &Kept) -> Result<Arc<Self>, Fault> {
        let version = catalogue_version(db).await?;
        Self::at(db, kept, version).await
    }

    /// The same when its version is known.
    pub async fn at(
        db: &impl ConnectionTrait,
        kept: &Kept,
        version: i64,
    ) -> Result<Arc<Self>, Fault> {
        match kept.at(version) {
            Some(known) => Ok(known),
            None => Ok(kept.keep(version, Self::load(db).await?)),
        }
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
        let closures = closures::of_venues(db, None).await?;
        let rules = terms::rules(db).await?;
        let mut catalogue = Self::of(venues, spaces, rows, hours, &closures).under(rules);
        catalogue.devices = devices::devices(db).await?;
        let withheld = withheld::withheld(db).await?;
        catalogue.withheld = withheld
            .iter()
            .map(|one| catalogue.kept_with(one))
            .collect();
        Ok(catalogue)
    }

    fn of(
        venues: Vec<venue::Model>,
        spaces: Vec<space::Model>,
        rows: Vec<UnitRow>,
        hours: Vec<opening_hours::Model>,
        closures: &[(VenueId, Closure)],
    ) -> Self {
        let mut units = units(rows);
        // Every page names the first; what is elsewhere says where.
        let others = venues.iter().skip(1);
        let others: HashMap<_, _> = others.map(|own| (own.id, Arc::new(own.clone()))).collect();
        let places = spaces.into_iter().map(|space| Place {
            units: units.remove(&space.id).unwrap_or_default(),
            house: others.get(&space.venue_id).cloned(),
            space,
        });
        let places: Vec<Place> = places.collect();
        let mut catalogue = Self {
            rooms: Self::rooms_of(&places),
            venues,
            lines: Self::lines_of(&places),
            places,
            rules: Vec::new(),
            devices: Vec::new(),
            withheld: Vec::new(),
            houses: HashMap::new(),
            spaces: HashMap::new(),
        };
        for row in hours {
            let house = catalogue.houses.entry(row.venue_id).or_default();
            house.hours.push(row);
        }
        for (venue, closure) in closures {
            catalogue.close(*venue, closure);
        }
        catalogue
    }

    /// Each divisible room as its parts and what they are together.
    fn rooms_of(places: &[Place]) -> Vec<Vec<SpaceId>> {
        let wholes = places.iter().filter(|place| place.is_joined());
        let room = |whole: &Place| {
            let parts = places.iter().filter(|place| place.shares_with(whole));
            parts.map(|place| place.space.id).collect()
        };
        wholes.map(room).collect()
    }

    /// The same under these rules of booking.
    #[must_use]
    pub fn under(mut self, rules: Vec<Rule>) -> Self {
        self.rules = rules;
        self
    }

    /// The rules as they look at someone.
    pub fn terms<'c>(&'c self, booker: &'c Booker) -> Terms<'c> {
        self.terms_under(&self.rules, booker)
    }

    /// Other rules as they would look at someone here.
    pub fn terms_under<'c>(&'c self, rules: &'c [Rule], booker: &'c Booker) -> Terms<'c> {
        let terms = Terms::new(rules, booker).in_rooms(&self.rooms);
        terms.drawing(&self.withheld)
    }

    /// What is kept of a space is kept of those that share something with it.
    fn kept_with(&self, one: &Withheld) -> Withheld {
        let own: Vec<&Place> = one.spaces.iter().filter_map(|id| self.place(*id)).collect();
        let beside = |place: &&Place| own.iter().any(|own| own.shares_with(place));
        let spaces = self
            .places
            .iter()
            .filter(beside)
            .map(|place| place.space.id);
        Withheld {
            spaces: spaces.collect(),
            ..one.clone()
        }
    }

    /// The same with a closure that is only thought of.
    #[must_use]
    pub fn with(&self, venue: VenueId, closure: &Closure) -> Self {
        let mut catalogue = self.clone();
        catalogue.close(venue, closure);
        catalogue
    }

    /// The closure with every space that one of its own is a part of, also one that was joined since
    /// it was entered.
    pub fn widened(&self, closure: &Closure) -> Closure {
        let named = |place: &&Place| closure.spaces.contains(&place.space.id);
        let parts = self.places.iter().filter(named);
        let parts: Vec<&Place> = parts.filter(|place| !place.is_joined()).collect();
        let over =
            |place: &Place| place.is_joined() && parts.iter().any(|own| own.shares_with(place));
        let spaces = self.places.iter();
        let spaces = spaces.filter(|place| named(place) || over(place));
        Closure {
            spaces: spaces.map(|place| place.space.id).collect(),
            ..closure.clone()
        }
    }

    fn close(&mut self, venue: VenueId, closure: &Closure) {
        let closure = &self.widened(closure);
        let house = self.houses.entry(venue).or_default();
        for space in &closure.spaces {
            let own = self.spaces.entry(*space).or_insert_with(|| house.clone());
            own.closures.push(closure.clone());
        }
        if closure.spaces.is_empty() {
            house.closures.push(closure.clone());
            let places = self.places.iter().filter(|own| own.space.venue_id == venue);
            for place in places {
                if let Some(own) = self.spaces.get_mut(&place.space.id) {
                    own.closures.push(closure.clone());
                }
            }
        }
    }

    /// When a house can be used: its hours, and what closes all of it.
    pub fn house(&self, venue: VenueId) -> Option<&Calendar> {
        self.houses.get(&venue)
    }

    /// A space by its id.
    pub fn place(&self, id: SpaceId) -> Option<&Place> {
        self.places.iter().find(|place| place.space.id == id)
    }

    /// The spaces of the divisible room to which this one belongs: its parts, and what they are
    /// together; empty where a space is not divided.
    pub fn divisible(&self, id: SpaceId) -> Vec<&Place> {
        let Some(own) = self.place(id) else {
            return Vec::new();
        };
        let all = || self.places.iter();
        let wholes = all().filter(|place| place.is_joined() && place.shares_with(own));
        let wholes: Vec<&Place> = wholes.collect();
        let is_part = |place: &&Place| wholes.iter().any(|whole| whole.shares_with(place));
        all().filter(is_part).collect()
    }

    /// A device by its id.
    pub fn device(&self, id: DeviceId) -> Option<&Device> {
        self.devices.iter().find(|device| device.row.id == id)
    }

    /// When a space can be used: the hours of its house, and what closes them or it.
    pub fn hours(&self, space: &space::Model) -> &Calendar {
        static NONE: LazyLock<Calendar> = LazyLock::new(Calendar::default);
        let own = self.spaces.get(&space.id);
        own.or_else(|| self.houses.get(&space.venue_id))
            .unwrap_or(&NONE)
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
