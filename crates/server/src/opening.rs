//! Opening a real centre from one file: its house, its hours, its spaces.
//!
//! `config/centre.example.toml` shows every key. The file is checked as a whole before anything is
//! written, and all of it is opened in one transaction, or nothing.

mod checks;
mod first_surveys;

use std::{collections::HashMap, fmt::Write, fs, path::Path};

use bookings::{
    entity::{
        RuleId, SpaceId, VenueId,
        space::{self, Kind},
    },
    read::Catalogue,
    rules::{
        Closure, Rule,
        closure::Reason,
        terms::{Ahead, Opening, Term},
    },
    service::{self, NewSpace, NewVenue},
};
use chrono::NaiveDate;
use kernel::{Actor, Clock, Db, Fault, Via, Work, transact};
use organisations::rules::Selector;
use serde::Deserialize;
use uuid::Uuid;

use crate::Failed;

pub use first_surveys::enter_surveys;

/// A centre that was written down and checked.
#[derive(Clone, Debug)]
pub struct Centre {
    venue: House,
    since: NaiveDate,
    week: Week,
    closures: Vec<Closure>,
    spaces: Vec<Space>,
}

/// A centre as its people write it down.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Draft {
    venue: House,
    hours: Hours,
    #[serde(default, rename = "closure")]
    closures: Vec<Closing>,
    #[serde(default, rename = "space")]
    spaces: Vec<Space>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct House {
    name: String,
    name_en: String,
    postal_code: String,
    address: String,
    telephone: String,
    counter_hours: String,
}

/// The hours of a week; every weekday is written, so that none is forgotten.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Hours {
    valid_from: String,
    monday: String,
    tuesday: String,
    wednesday: String,
    thursday: String,
    friday: String,
    saturday: String,
    sunday: String,
}

/// Days on which the house is closed: every week, or every year.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Closing {
    weekly: Option<String>,
    #[serde(default)]
    moves: bool,
    from: Option<String>,
    until: Option<String>,
    reason: String,
    #[serde(default)]
    reason_en: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Space {
    kind: Kind,
    name: String,
    name_en: String,
    name_easy: String,
    #[serde(default)]
    description: String,
    #[serde(default)]
    description_en: String,
    #[serde(default)]
    floor: String,
    #[serde(default)]
    equipment: Vec<String>,
    capacity: i32,
    step: i32,
    shortest: i32,
    longest: i32,
    #[serde(default)]
    clearing: i32,
    advance_days: i32,
    /// What the counter calls each like unit.
    #[serde(default)]
    units: Vec<String>,
    /// Or the names of the spaces it is made of.
    #[serde(default)]
    parts: Vec<String>,
}

/// Each weekday's opening and closing minute from Monday on; none when it is closed.
type Week = [Option<(i32, i32)>; 7];

impl Centre {
    /// Reads and checks a file; what is wrong is told by its key, with what to write instead.
    pub fn read(path: &Path) -> Result<Self, Failed> {
        let text = fs::read_to_string(path)
            .map_err(|source| Failed::io("reading the file of the centre", path, source))?;
        Self::parse(&text).map_err(|wrong| {
            let place = path.display();
            Failed::said(format!(
                "{place} cannot be used; nothing was opened\n{wrong}"
            ))
        })
    }

    fn parse(text: &str) -> Result<Self, String> {
        let draft = toml::from_str(text)
            .map_err(|error| format!("{error}config/centre.example.toml shows every key"))?;
        checks::checked(draft).map_err(|faults| faults.join("\n"))
    }

    /// Opens it on a database that has no centre yet.
    pub async fn open(&self, db: &Db, clock: &Clock) -> Result<(), Failed> {
        transact(db, Actor::system(Via::Cli), clock, async |work| {
            let there = Catalogue::load(work.db()).await?.venues;
            if let Some(venue) = there.first() {
                return Err(Failed::said(format!(
                    "this database has a centre already, {}; nothing was changed",
                    venue.name
                )));
            }
            Ok(self.open_all(work).await?)
        })
        .await
    }

    async fn open_all(&self, work: &Work) -> Result<(), Fault> {
        let venue = service::create_venue(work, self.venue.clone().into()).await?;
        for (weekday, hours) in (1..).zip(self.week) {
            service::set_hours(work, venue, weekday, hours, self.since).await?;
        }
        for closure in &self.closures {
            service::set_closure(work, venue, closure).await?;
        }
        let mut opened: HashMap<&str, SpaceId> = HashMap::new();
        // Those with units of their own first: a joined space is made of them.
        for (space, model) in self.models(venue).filter(|(space, _)| space.is_own()) {
            let new = NewSpace {
                space: model,
                units: space.units.clone(),
            };
            opened.insert(&space.name, service::create_space(work, new).await?);
        }
        for (space, model) in self.models(venue).filter(|(space, _)| !space.is_own()) {
            let part = |name: &String| opened.get(name.as_str()).copied();
            let parts: Vec<SpaceId> = space.parts.iter().filter_map(part).collect();
            let joined = service::join_spaces(work, model, &parts).await?;
            opened.insert(&space.name, joined);
        }
        for rule in self.windows(&opened) {
            service::set_rule(work, &rule).await?;
        }
        Ok(())
    }

    /// How far ahead the spaces can be booked: one rule where they agree, else one each.
    fn windows(&self, opened: &HashMap<&str, SpaceId>) -> Vec<Rule> {
        let of = |space: &Space, id: Option<SpaceId>| Rule {
            id: RuleId(Uuid::nil()),
            term: Term::Window(Opening {
                ahead: Ahead::Days(u32::try_from(space.advance_days).unwrap_or(1)),
                clock: 0,
            }),
            space: id,
            selector: Selector::default(),
            source: Reason {
                ja: "利用のきまり".to_owned(),
                en: "Rules of use".to_owned(),
            },
            valid_from: self.since,
            valid_until: None,
        };
        let mut days = self.spaces.iter().map(|space| space.advance_days);
        let first = days.next();
        if days.all(|days| Some(days) == first) {
            return self
                .spaces
                .first()
                .map(|space| of(space, None))
                .into_iter()
                .collect();
        }
        let own = |space: &Space| of(space, opened.get(space.name.as_str()).copied());
        self.spaces.iter().map(own).collect()
    }

    /// The spaces in the order of the file, which is their order in lists.
    fn models(&self, venue: VenueId) -> impl Iterator<Item = (&Space, space::Model)> {
        (1..)
            .zip(&self.spaces)
            .map(move |(position, space)| (space, space.model(venue, position)))
    }

    /// What was opened, in a line a space.
    pub fn told(&self) -> String {
        let mut text = format!("opened: {}", self.venue.name);
        for space in &self.spaces {
            let made_of = if space.is_own() {
                space.units.join(", ")
            } else {
                space.parts.join(" + ")
            };
            let _ = write!(
                text,
                "\n  {} ({}): {made_of}",
                space.name,
                space.kind.code()
            );
        }
        text
    }
}

impl Space {
    const fn is_own(&self) -> bool {
        self.parts.is_empty()
    }

    fn model(&self, venue_id: VenueId, position: i32) -> space::Model {
        let own = self.clone();
        space::Model {
            // Given anew when it is opened.
            id: SpaceId(Uuid::nil()),
            venue_id,
            position,
            kind: own.kind,
            name: own.name,
            name_en: own.name_en,
            name_easy: own.name_easy,
            description: own.description,
            description_en: own.description_en,
            floor: own.floor,
            equipment: own.equipment.join(","),
            capacity: own.capacity,
            step_minutes: own.step,
            shortest_minutes: own.shortest,
            longest_minutes: own.longest,
            clearing_minutes: own.clearing,
        }
    }
}

impl From<House> for NewVenue {
    fn from(house: House) -> Self {
        Self {
            name: house.name,
            name_en: house.name_en,
            postal_code: house.postal_code,
            address: house.address,
            telephone: house.telephone,
            counter_hours: house.counter_hours,
        }
    }
}

#[cfg(test)]
mod tests;
