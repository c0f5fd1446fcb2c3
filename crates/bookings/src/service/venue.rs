//! Changing the house, its hours and its spaces: what is booked stands as it was booked.

use std::{collections::HashSet, sync::Arc};

use chrono::NaiveDate;
use kernel::{Failed, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::{
    gate,
    set_up::{
        NewSpace, NewVenue, add_unit, create_space, create_venue, join_spaces, row_of, set_hours,
    },
};
use crate::{
    entity::{ResourceId, SpaceId, VenueId, opening_hours, resource, space, venue},
    read::{self, Catalogue, Place},
    refused::{Refused, Unfit, Unruled},
    rules::{
        Hours,
        fitting::{SpaceDraft, needed},
        may_manage,
    },
};

/// A house as the manager wants it called and reached.
#[derive(Clone, Debug)]
pub struct VenueDraft {
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

impl VenueDraft {
    /// The house, or everything that is wrong with it.
    fn allowed(&self) -> Result<NewVenue, Refused> {
        let lines = [
            ("name", &self.name, 60),
            ("name_en", &self.name_en, 80),
            ("address", &self.address, 100),
            ("telephone", &self.telephone, 20),
            ("counter_hours", &self.counter_hours, 60),
        ];
        let wrong = lines
            .into_iter()
            .filter_map(|(field, text, limit)| needed(field, text, limit));
        let mut wrong: Vec<Unfit> = wrong.collect();
        let postal_code = self.postal_code.parse::<japan::postal_code::PostalCode>();
        wrong.extend(postal_code.is_err().then_some(Unfit::PostalCode));
        let Ok(postal_code) = postal_code else {
            return Err(Refused::Unfit(wrong));
        };
        if !wrong.is_empty() {
            return Err(Refused::Unfit(wrong));
        }
        let line = |text: &String| text.trim().to_owned();
        Ok(NewVenue {
            name: line(&self.name),
            name_en: line(&self.name_en),
            postal_code: postal_code.to_string(),
            address: line(&self.address),
            telephone: line(&self.telephone),
            counter_hours: line(&self.counter_hours),
        })
    }
}

/// Changes how a house is called and reached.
pub async fn change_venue(
    work: &Work,
    id: VenueId,
    draft: &VenueDraft,
    seen: i64,
) -> Result<(), Failed<Refused>> {
    let new = draft.allowed()?;
    let catalogue = unchanged(work, seen).await?;
    known(&catalogue, id)?;
    venue::Entity::update_many()
        .set(row_of(new))
        .filter(venue::COLUMN.id.eq(id))
        .exec(work.db())
        .await?;
    work.record(Event::new("venue.changed", id));
    Ok(())
}

/// Opens one more house: for the time of works at the other, or for good. It has no hours and no
/// spaces yet.
pub async fn open_venue(
    work: &Work,
    draft: &VenueDraft,
    seen: i64,
) -> Result<VenueId, Failed<Refused>> {
    let new = draft.allowed()?;
    let catalogue = unchanged(work, seen).await?;
    let mut names = catalogue.venues.iter().map(|venue| &venue.name);
    if names.any(|name| *name == new.name) {
        return Err(Refused::Unfit(vec![Unfit::NameTaken]).into());
    }
    Ok(create_venue(work, new).await?)
}

/// Sets the hours of a week from a date on; what was to change on that very date is replaced.
pub async fn change_hours(
    work: &Work,
    id: VenueId,
    week: &[Option<Hours>; 7],
    from: NaiveDate,
    seen: i64,
) -> Result<(), Failed<Refused>> {
    let catalogue = unchanged(work, seen).await?;
    known(&catalogue, id)?;
    opening_hours::Entity::delete_many()
        .filter(opening_hours::COLUMN.venue_id.eq(id))
        .filter(opening_hours::COLUMN.valid_from.eq(from.to_string()))
        .exec(work.db())
        .await?;
    for (weekday, hours) in (1..).zip(week) {
        let hours = hours.map(|hours| (hours.opens, hours.closes));
        set_hours(work, id, weekday, hours, from).await?;
    }
    Ok(())
}

/// Changes a space; its units may be renamed and more added.
pub async fn change_space(
    work: &Work,
    id: SpaceId,
    draft: &SpaceDraft,
    seen: i64,
) -> Result<(), Failed<Refused>> {
    let catalogue = unchanged(work, seen).await?;
    let Some(place) = catalogue.place(id) else {
        return Err(Refused::NoSuchSpace.into());
    };
    read::fit(&catalogue, Some(place), draft)?;
    space::Entity::update_many()
        .set(row(draft))
        .filter(space::COLUMN.id.eq(id))
        .exec(work.db())
        .await?;
    if !place.is_joined() {
        for (unit, label) in place.units.iter().zip(&draft.units) {
            rename(work, &unit.resources, label).await?;
        }
        let more = draft.units.iter().skip(place.units.len());
        let next = place.units.iter().map(|unit| unit.number).max();
        for (number, label) in (next.unwrap_or(0) + 1..).zip(more) {
            add_unit(work, id, number, label.trim()).await?;
        }
    }
    work.record(Event::new("space.changed", id));
    Ok(())
}

/// Opens a space beside those there are, at the end of the lists: with units of its own, or as
/// several others together, which from then on stand in each other's way.
///
/// # Errors
/// Everything that is wrong with it; [`Unfit::NotJoinable`] for parts that cannot be used together.
pub async fn open_space(
    work: &Work,
    venue: VenueId,
    draft: &SpaceDraft,
    seen: i64,
) -> Result<SpaceId, Failed<Refused>> {
    let catalogue = unchanged(work, seen).await?;
    known(&catalogue, venue)?;
    read::fit(&catalogue, None, draft)?;
    let parts = parts(&catalogue, venue, &draft.parts, work.now().date())?;
    let Some(space) = read::drafted(&catalogue, None, venue, draft) else {
        return Err(Refused::Unfit(vec![Unfit::Missing("kind")]).into());
    };
    if !parts.is_empty() {
        return Ok(join_spaces(work, space, &parts).await?);
    }
    let units = draft.units.iter().map(|unit| unit.trim().to_owned());
    let new = NewSpace {
        space,
        units: units.collect(),
    };
    Ok(create_space(work, new).await?)
}

/// The catalogue behind the gate, as the manager saw it. Nobody books by rules that are being
/// changed, and two changes never cover each other.
pub(super) async fn unchanged(work: &Work, seen: i64) -> Result<Arc<Catalogue>, Failed<Refused>> {
    if !may_manage(work.actor()) {
        return Err(Refused::Ruled(Unruled::MayNotClose).into());
    }
    gate::shut(work).await?;
    if read::catalogue_version(work.db()).await? != seen {
        return Err(Refused::SetUpChanged.into());
    }
    Ok(Catalogue::known(work.db(), work.kept()).await?)
}

/// The spaces that one shall be together: of one house, in use, and none of them together itself.
fn parts(
    catalogue: &Catalogue,
    venue: VenueId,
    wished: &[SpaceId],
    today: NaiveDate,
) -> Result<Vec<SpaceId>, Refused> {
    let joinable = |id: &SpaceId| {
        catalogue.in_use(today).any(|place| {
            place.space.id == *id && place.space.venue_id == venue && place.is_joinable()
        })
    };
    let found = wished.iter().filter_map(|id| catalogue.place(*id));
    let together: HashSet<ResourceId> = found.flat_map(|place| place.whole().resources).collect();
    let same =
        |place: &Place| place.whole().resources.into_iter().collect::<HashSet<_>>() == together;
    let twice = !wished.is_empty() && catalogue.places.iter().any(same);
    if wished.len() == 1 || twice || !wished.iter().all(joinable) {
        return Err(Refused::Unfit(vec![Unfit::NotJoinable]));
    }
    Ok(wished.to_vec())
}

fn known(catalogue: &Catalogue, venue: VenueId) -> Result<(), Refused> {
    let known = catalogue.venues.iter().any(|own| own.id == venue);
    known.then_some(()).ok_or(Refused::NoSuchSpace)
}

/// What a change writes of a space.
fn row(draft: &SpaceDraft) -> space::ActiveModel {
    let line = |text: &String| Set(text.trim().to_owned());
    let number = |number: Option<i32>| number.map_or(sea_orm::NotSet, Set);
    space::ActiveModel {
        kind: draft.kind.map_or(sea_orm::NotSet, Set),
        name: line(&draft.name),
        name_en: line(&draft.name_en),
        name_easy: line(&draft.name_easy),
        description: line(&draft.description),
        description_en: line(&draft.description_en),
        floor: line(&draft.floor),
        equipment: Set(draft.equipment.join(",")),
        capacity: number(draft.numbers.capacity),
        step_minutes: number(draft.numbers.step),
        shortest_minutes: number(draft.numbers.shortest),
        longest_minutes: number(draft.numbers.longest),
        clearing_minutes: number(draft.numbers.clearing),
        ..Default::default()
    }
}

async fn rename(work: &Work, of: &[ResourceId], label: &str) -> Result<(), Failed<Refused>> {
    resource::Entity::update_many()
        .col_expr(resource::Column::Label, Expr::value(label.trim()))
        .filter(resource::COLUMN.id.is_in(of.to_vec()))
        .exec(work.db())
        .await?;
    Ok(())
}
