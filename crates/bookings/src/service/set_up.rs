//! Setting up a centre: its house, its hours, its spaces.

use chrono::NaiveDate;
use kernel::{Fault, Work, events::Event};
use sea_orm::{ActiveValue::Set, QueryOrder, entity::prelude::*};

use crate::entity::{
    OpeningHoursId, ResourceId, SpaceId, VenueId, opening_hours, resource, space, space_unit, venue,
};

/// A house to be opened.
#[derive(Clone, Debug)]
pub struct NewVenue {
    /// What it is called.
    pub name: String,
    /// The same in English.
    pub name_en: String,
    /// `153-0000`.
    pub postal_code: String,
    /// Where it is.
    pub address: String,
    /// Whom to call.
    pub telephone: String,
    /// When the counter answers, in words.
    pub counter_hours: String,
}

/// A space to be opened.
#[derive(Clone, Debug)]
pub struct NewSpace {
    /// Everything a member sees; its id is given anew.
    pub space: space::Model,
    /// What people at the counter call each like unit: `A1` to `C6`; one for a room.
    pub units: Vec<String>,
}

/// Opens a house.
pub async fn create_venue(work: &Work, new: NewVenue) -> Result<VenueId, Fault> {
    let id: VenueId = work.new_id();
    venue::Entity::insert(venue::ActiveModel {
        id: Set(id),
        ..row_of(new)
    })
    .exec_without_returning(work.db())
    .await?;
    work.record(Event::new("venue.opened", id));
    Ok(id)
}

/// What is written of a house.
pub(super) fn row_of(new: NewVenue) -> venue::ActiveModel {
    venue::ActiveModel {
        name: Set(new.name),
        name_en: Set(new.name_en),
        postal_code: Set(new.postal_code),
        address: Set(new.address),
        telephone: Set(new.telephone),
        counter_hours: Set(new.counter_hours),
        ..Default::default()
    }
}

/// Sets the hours of a weekday (1 Monday … 7 Sunday) from a date on; `None` is a closed day.
pub async fn set_hours(
    work: &Work,
    venue: VenueId,
    weekday: i32,
    hours: Option<(i32, i32)>,
    valid_from: NaiveDate,
) -> Result<(), Fault> {
    opening_hours::Entity::insert(opening_hours::ActiveModel {
        id: Set(work.new_id::<OpeningHoursId>()),
        venue_id: Set(venue),
        weekday: Set(weekday),
        opens: Set(hours.map(|(opens, _)| opens)),
        closes: Set(hours.map(|(_, closes)| closes)),
        valid_from: Set(valid_from.to_string()),
    })
    .exec_without_returning(work.db())
    .await?;
    work.record(
        Event::new("venue.hours_set", venue)
            .with("weekday", weekday)
            .with("valid_from", valid_from.to_string()),
    );
    Ok(())
}

/// Opens a space with its own resources, one a unit.
pub async fn create_space(work: &Work, new: NewSpace) -> Result<SpaceId, Fault> {
    let id = insert_space(work, new.space).await?;
    for (number, label) in (1..).zip(&new.units) {
        add_unit(work, id, number, label).await?;
    }
    Ok(id)
}

/// Gives a space one more unit with a resource of its own.
pub(super) async fn add_unit(
    work: &Work,
    space: SpaceId,
    number: i32,
    label: &str,
) -> Result<(), Fault> {
    let resource: ResourceId = work.new_id();
    resource::Entity::insert(resource::ActiveModel {
        id: Set(resource),
        label: Set(label.to_owned()),
    })
    .exec_without_returning(work.db())
    .await?;
    insert_unit(work, space, number, resource).await
}

/// Opens a space that is several others together: the whole of a divisible room.
pub async fn join_spaces(
    work: &Work,
    space: space::Model,
    parts: &[SpaceId],
) -> Result<SpaceId, Fault> {
    let id = insert_space(work, space).await?;
    let resources = space_unit::Entity::find()
        .filter(space_unit::COLUMN.space_id.is_in(parts.to_vec()))
        .order_by_asc(space_unit::COLUMN.resource_id)
        .all(work.db())
        .await?;
    for part in resources {
        insert_unit(work, id, 1, part.resource_id).await?;
    }
    Ok(id)
}

async fn insert_space(work: &Work, space: space::Model) -> Result<SpaceId, Fault> {
    let id: SpaceId = work.new_id();
    space::Entity::insert(space::ActiveModel {
        id: Set(id),
        venue_id: Set(space.venue_id),
        position: Set(space.position),
        kind: Set(space.kind),
        name: Set(space.name),
        name_en: Set(space.name_en),
        name_easy: Set(space.name_easy),
        description: Set(space.description),
        description_en: Set(space.description_en),
        floor: Set(space.floor),
        equipment: Set(space.equipment),
        capacity: Set(space.capacity),
        step_minutes: Set(space.step_minutes),
        shortest_minutes: Set(space.shortest_minutes),
        longest_minutes: Set(space.longest_minutes),
        clearing_minutes: Set(space.clearing_minutes),
    })
    .exec_without_returning(work.db())
    .await?;
    work.record(Event::new("space.opened", id));
    Ok(id)
}

async fn insert_unit(
    work: &Work,
    space: SpaceId,
    unit: i32,
    resource: ResourceId,
) -> Result<(), Fault> {
    space_unit::Entity::insert(space_unit::ActiveModel {
        space_id: Set(space),
        unit: Set(unit),
        resource_id: Set(resource),
    })
    .exec_without_returning(work.db())
    .await?;
    Ok(())
}
