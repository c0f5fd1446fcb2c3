//! Which times can be asked for: one question per table, however many experts and days.

use std::collections::{BTreeMap, HashMap, HashSet};

use bookings::{
    entity::{ResourceId, SpaceId},
    read::{Busy, Catalogue, busy},
    rules::{Calendar, hours_on},
};
use chrono::{Days, NaiveDate, TimeDelta};
use kernel::{Fault, Instant, Kept, Span};
use sea_orm::entity::prelude::*;

use super::{experts, terms};
use crate::{
    entity::{
        ExpertId, case_field::Field, consultation_room, consultation_terms, expert, expert_day,
        expert_hours, meeting::Mode,
    },
    rules::{Slot, free, stretches},
};

/// A unit of a room in which the centre advises.
pub type Room = (SpaceId, Vec<ResourceId>);

/// For what times are looked for.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// How they would like to talk.
    pub mode: Mode,
    /// About what; an expert of any of these will do, or any expert when it is empty.
    pub fields: Vec<Field>,
    /// In which language; any when it is empty.
    pub lang: String,
    /// With whom; anybody the public may choose when none is said.
    pub expert: Option<ExpertId>,
    /// On which days.
    pub days: (NaiveDate, NaiveDate),
}

/// The rooms in which the centre advises, unit by unit.
pub async fn rooms(db: &impl ConnectionTrait, catalogue: &Catalogue) -> Result<Vec<Room>, Fault> {
    let rows = consultation_room::Entity::find().all(db).await?;
    let ours = |space: SpaceId| rows.iter().any(|row| row.space_id == space);
    let places = catalogue.places.iter().filter(|place| ours(place.space.id));
    let units = places.flat_map(|place| place.units.iter().map(|unit| (place.space.id, unit)));
    Ok(units
        .map(|(space, unit)| (space, unit.resources.clone()))
        .collect())
}

/// Whether a room can be used at a time by its house's hours.
pub fn is_open(catalogue: &Catalogue, space: SpaceId, span: Span) -> bool {
    let Some(place) = catalogue.place(space) else {
        return false;
    };
    let stretches = catalogue.hours(&place.space).stretches(span.from.date());
    stretches.iter().any(|open| open.contains(&span))
}

/// The times that can be asked for, and with whom, in the order of time.
pub async fn free_hours(
    db: &impl ConnectionTrait,
    kept: &Kept,
    wanted: &Wanted,
    now: Instant,
) -> Result<Vec<Slot<ExpertId>>, Fault> {
    let terms = terms::terms(db, now.date()).await?;
    let catalogue = Catalogue::known(db, kept).await?;
    let experts = suitable(db, wanted).await?;
    let all = Looked::of(db, &catalogue, experts, (wanted, &terms, now)).await?;
    Ok(all.slots(&catalogue, wanted.mode))
}

/// Whether a time with an expert can be asked for, and the whole of it if it can.
pub async fn is_offered(
    db: &impl ConnectionTrait,
    kept: &Kept,
    (expert, mode, from): (ExpertId, Mode, Instant),
    now: Instant,
) -> Result<Option<(expert::Model, Span)>, Fault> {
    let wanted = Wanted {
        mode,
        fields: Vec::new(),
        lang: String::new(),
        expert: Some(expert),
        days: (from.date(), from.date()),
    };
    let slots = free_hours(db, kept, &wanted, now).await?;
    let Some(slot) = slots.into_iter().find(|slot| slot.span.from == from) else {
        return Ok(None);
    };
    let expert = experts::expert_row(db, Some(expert)).await?;
    Ok(expert.map(|expert| (expert, slot.span)))
}

/// The experts who are at work at a time and have nothing else then; whether the centre shows them, and
/// how soon it is, does not matter.
pub async fn free_at(
    db: &impl ConnectionTrait,
    kept: &Kept,
    mode: Mode,
    span: Span,
) -> Result<HashSet<ExpertId>, Fault> {
    let date = span.from.date();
    let wanted = Wanted {
        mode,
        fields: Vec::new(),
        lang: String::new(),
        expert: None,
        days: (date, date),
    };
    let terms = terms::terms(db, date).await?;
    let catalogue = Catalogue::known(db, kept).await?;
    let rows = experts::all(db).await?.into_iter().map(|(row, _)| row);
    let all = Looked::of(db, &catalogue, rows.collect(), (&wanted, &terms, span.from)).await?;
    let house = first_house(&catalogue);
    let opens = house.is_none_or(|house| hours_on(house, date).is_some());
    let free = all.experts.iter().filter(|row| {
        let fits = |stretch: &Span| stretch.contains(&span);
        row.advises_on(date)
            && all.stretches(row.id, date, (mode, opens)).iter().any(fits)
            && !all.taken(row).iter().any(|other| other.overlaps(&span))
    });
    Ok(free.map(|row| row.id).collect())
}

async fn suitable(db: &impl ConnectionTrait, wanted: &Wanted) -> Result<Vec<expert::Model>, Fault> {
    let cards = experts::all(db).await?;
    let fits = |(row, fields): &(expert::Model, Vec<Field>)| {
        if let Some(expert) = wanted.expert {
            return row.id == expert;
        }
        let field =
            wanted.fields.is_empty() || fields.iter().any(|field| wanted.fields.contains(field));
        let lang = wanted.lang.is_empty() || row.speaks().any(|own| own == wanted.lang);
        row.shown && field && lang
    };
    Ok(cards.into_iter().filter(fits).map(|(row, _)| row).collect())
}

/// All that is needed to tell which times are free.
struct Looked {
    experts: Vec<expert::Model>,
    hours: HashMap<ExpertId, Vec<expert_hours::Model>>,
    days: HashMap<ExpertId, Vec<expert_day::Model>>,
    rooms: Vec<Room>,
    busy: Busy,
    dates: Vec<NaiveDate>,
    length: TimeDelta,
    earliest: Instant,
}

impl Looked {
    async fn of(
        db: &impl ConnectionTrait,
        catalogue: &Catalogue,
        experts: Vec<expert::Model>,
        (wanted, terms, now): (&Wanted, &consultation_terms::Model, Instant),
    ) -> Result<Self, Fault> {
        let ids: Vec<ExpertId> = experts.iter().map(|row| row.id).collect();
        let ahead = Days::new(u64::try_from(terms.days_ahead).unwrap_or(0));
        let first = wanted.days.0.max(now.date());
        let last = wanted.days.1.min(now.date() + ahead);
        let dates: Vec<NaiveDate> = first.iter_days().take_while(|day| *day <= last).collect();
        let hours = expert_hours::Entity::find()
            .filter(expert_hours::COLUMN.expert_id.is_in(ids.clone()))
            .all(db)
            .await?;
        let days = expert_day::Entity::find()
            .filter(expert_day::COLUMN.expert_id.is_in(ids))
            .filter(expert_day::COLUMN.day.gte(first.to_string()))
            .filter(expert_day::COLUMN.day.lte(last.to_string()))
            .all(db)
            .await?;
        let rooms = match wanted.mode {
            Mode::Centre => rooms(db, catalogue).await?,
            _ => Vec::new(),
        };
        let mut resources: Vec<ResourceId> = experts.iter().map(|row| row.resource_id).collect();
        resources.extend(rooms.iter().flat_map(|(_, own)| own.clone()));
        let span = Span {
            from: Span::day(first).from,
            until: Span::day(last).until,
        };
        let busy = if dates.is_empty() {
            Busy::new()
        } else {
            busy(db, span, Some(resources)).await?
        };
        Ok(Self {
            hours: grouped(hours, |row| row.expert_id),
            days: grouped(days, |row| row.expert_id),
            experts,
            rooms,
            busy,
            dates,
            length: TimeDelta::minutes(terms.meeting_minutes.into()),
            earliest: now + TimeDelta::hours(terms.notice_hours.into()),
        })
    }

    fn slots(&self, catalogue: &Catalogue, mode: Mode) -> Vec<Slot<ExpertId>> {
        let house = first_house(catalogue);
        let mut found: BTreeMap<(Instant, Instant), Vec<ExpertId>> = BTreeMap::new();
        for date in &self.dates {
            let opens = house.is_none_or(|house| hours_on(house, *date).is_some());
            for row in self.experts.iter().filter(|row| row.advises_on(*date)) {
                for stretch in self.stretches(row.id, *date, (mode, opens)) {
                    for span in free(stretch, self.taken(row), self.length, self.earliest) {
                        if mode != Mode::Centre || self.has_room(catalogue, span) {
                            found
                                .entry((span.from, span.until))
                                .or_default()
                                .push(row.id);
                        }
                    }
                }
            }
        }
        let slot = |((from, until), experts)| Slot {
            span: Span { from, until },
            experts,
        };
        found.into_iter().map(slot).collect()
    }

    /// When an expert is at work on a day.
    fn stretches(&self, id: ExpertId, date: NaiveDate, (mode, opens): (Mode, bool)) -> Vec<Span> {
        let hours = self.hours.get(&id).map_or(&[][..], Vec::as_slice);
        let days = self.days.get(&id).map_or(&[][..], Vec::as_slice);
        stretches(hours, days, date, mode, opens)
    }

    /// What an expert has already.
    fn taken(&self, row: &expert::Model) -> &[Span] {
        let busy = self.busy.get(&row.resource_id);
        busy.map_or(&[][..], Vec::as_slice)
    }

    fn has_room(&self, catalogue: &Catalogue, span: Span) -> bool {
        self.rooms.iter().any(|(space, resources)| {
            let mut taken = resources
                .iter()
                .filter_map(|own| self.busy.get(own))
                .flatten();
            !taken.any(|other| other.overlaps(&span)) && is_open(catalogue, *space, span)
        })
    }
}

/// Experts keep to the days on which the centre is open.
fn first_house(catalogue: &Catalogue) -> Option<&Calendar> {
    let first = catalogue.venues.first()?;
    catalogue.house(first.id)
}

fn grouped<T>(rows: Vec<T>, of: impl Fn(&T) -> ExpertId) -> HashMap<ExpertId, Vec<T>> {
    let mut all: HashMap<ExpertId, Vec<T>> = HashMap::new();
    for row in rows {
        all.entry(of(&row)).or_default().push(row);
    }
    all
}
