//! What is lent with spaces, as the manager sets it up: what is lent stays lent.

use chrono::{Days, NaiveDate};
use kernel::{Failed, Fault, Role, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*, sea_query::OnConflict};

use super::venue::unchanged;
use crate::{
    entity::{
        DeviceId, ResourceId, SpaceId, VenueId, device, device_space, device_stock, device_unit,
        resource,
    },
    read::{Catalogue, Device},
    refused::{Refused, Unfit},
    rules::devices::{DeviceDraft, StockDraft},
};

/// Nothing is planned further ahead, in days.
const FURTHEST: Days = Days::new(730);

/// How many there are from a date on.
struct Dated {
    from: NaiveDate,
    stock: i32,
    broken: i32,
}

/// Adds a device to a house.
pub async fn add_device(
    work: &Work,
    venue: VenueId,
    draft: &DeviceDraft,
    stock: StockDraft,
    seen: i64,
) -> Result<DeviceId, Failed<Refused>> {
    let catalogue = unchanged(work, seen).await?;
    let mut wrong = draft.wrong(&spaces_of(&catalogue, venue));
    let stock = match dated(work, stock) {
        Ok(stock) if wrong.is_empty() => stock,
        other => {
            wrong.extend(other.err().into_iter().flatten());
            return Err(Refused::Unfit(wrong).into());
        }
    };
    let positions = catalogue.devices.iter().map(|own| own.row.position);
    let row = device::Model {
        id: work.new_id(),
        venue_id: venue,
        position: positions.max().unwrap_or(0) + 1,
        name: draft.name.trim().to_owned(),
        name_en: draft.name_en.trim().to_owned(),
        counted_in: draft.counted_in.trim().to_owned(),
        some_spaces: draft.some_spaces,
    };
    insert(work, &row).await?;
    set_spaces(work, row.id, draft).await?;
    write_stock(work, &row, 0, &stock).await?;
    work.record(said(Event::new("device.added", row.id), &stock));
    Ok(row.id)
}

/// Changes how a device is called and where it is lent.
pub async fn change_device(
    work: &Work,
    id: DeviceId,
    draft: &DeviceDraft,
    seen: i64,
) -> Result<(), Failed<Refused>> {
    let catalogue = unchanged(work, seen).await?;
    let own = known(&catalogue, id)?;
    let wrong = draft.wrong(&spaces_of(&catalogue, own.row.venue_id));
    if !wrong.is_empty() {
        return Err(Refused::Unfit(wrong).into());
    }
    let row = device::ActiveModel {
        name: Set(draft.name.trim().to_owned()),
        name_en: Set(draft.name_en.trim().to_owned()),
        counted_in: Set(draft.counted_in.trim().to_owned()),
        some_spaces: Set(draft.some_spaces),
        ..Default::default()
    };
    device::Entity::update_many()
        .set(row)
        .filter(device::COLUMN.id.eq(id))
        .exec(work.db())
        .await?;
    set_spaces(work, id, draft).await?;
    work.record(Event::new("device.changed", id));
    Ok(())
}

/// Says how many there are from a date on; what was to begin on that very date is replaced.
pub async fn set_stock(
    work: &Work,
    id: DeviceId,
    stock: StockDraft,
    seen: i64,
) -> Result<(), Failed<Refused>> {
    let catalogue = unchanged(work, seen).await?;
    let own = known(&catalogue, id)?;
    let stock = dated(work, stock).map_err(Refused::Unfit)?;
    write_stock(work, &own.row, own.units.len(), &stock).await?;
    work.record(said(Event::new("device.stock_set", id), &stock));
    Ok(())
}

/// A device that was set up.
fn known(catalogue: &Catalogue, id: DeviceId) -> Result<&Device, Refused> {
    catalogue.device(id).ok_or(Refused::SetUpChanged)
}

fn spaces_of(catalogue: &Catalogue, venue: VenueId) -> Vec<SpaceId> {
    let own = catalogue.places.iter().map(|place| &place.space);
    own.filter(|space| space.venue_id == venue)
        .map(|space| space.id)
        .collect()
}

/// From when on how many there are, or what is wrong with it; something may break today.
fn dated(work: &Work, draft: StockDraft) -> Result<Dated, Vec<Unfit>> {
    let today = work.now().date();
    let first = if work.actor().roles.has(Role::System) {
        NaiveDate::MIN
    } else {
        today
    };
    let last = today + FURTHEST;
    let from = match draft.from {
        Some(from) if from > last => Err(Unfit::TooFar(last)),
        Some(from) if from >= first => Ok(from),
        _ => Err(Unfit::TooEarly(today)),
    };
    match (from, draft.numbers()) {
        (Ok(from), Ok((stock, broken))) => Ok(Dated {
            from,
            stock,
            broken,
        }),
        (from, numbers) => Err(numbers
            .err()
            .into_iter()
            .flatten()
            .chain(from.err())
            .collect()),
    }
}

async fn insert(work: &Work, row: &device::Model) -> Result<(), Fault> {
    device::Entity::insert(device::ActiveModel {
        id: Set(row.id),
        venue_id: Set(row.venue_id),
        position: Set(row.position),
        name: Set(row.name.clone()),
        name_en: Set(row.name_en.clone()),
        counted_in: Set(row.counted_in.clone()),
        some_spaces: Set(row.some_spaces),
    })
    .exec_without_returning(work.db())
    .await?;
    Ok(())
}

async fn set_spaces(work: &Work, id: DeviceId, draft: &DeviceDraft) -> Result<(), Fault> {
    device_space::Entity::delete_many()
        .filter(device_space::COLUMN.device_id.eq(id))
        .exec(work.db())
        .await?;
    if !draft.some_spaces {
        return Ok(());
    }
    let rows = draft.spaces.iter().map(|space| device_space::ActiveModel {
        device_id: Set(id),
        space_id: Set(*space),
    });
    device_space::Entity::insert_many(rows)
        .exec_without_returning(work.db())
        .await?;
    Ok(())
}

/// Writes a row of the stock, and gives the ledger each device that there was not before.
async fn write_stock(
    work: &Work,
    of: &device::Model,
    units: usize,
    dated: &Dated,
) -> Result<(), Fault> {
    let units = i32::try_from(units).unwrap_or(dated.stock);
    for number in units + 1..=dated.stock {
        let id: ResourceId = work.new_id();
        resource::Entity::insert(resource::ActiveModel {
            id: Set(id),
            label: Set(format!("{} {number}", of.name)),
        })
        .exec_without_returning(work.db())
        .await?;
        device_unit::Entity::insert(device_unit::ActiveModel {
            device_id: Set(of.id),
            number: Set(number),
            resource_id: Set(id),
        })
        .exec_without_returning(work.db())
        .await?;
    }
    let replace = [device_stock::Column::Stock, device_stock::Column::Broken];
    let key = [
        device_stock::Column::DeviceId,
        device_stock::Column::ValidFrom,
    ];
    device_stock::Entity::insert(device_stock::ActiveModel {
        device_id: Set(of.id),
        valid_from: Set(dated.from.to_string()),
        stock: Set(dated.stock),
        broken: Set(dated.broken),
    })
    .on_conflict(OnConflict::columns(key).update_columns(replace).to_owned())
    .exec_without_returning(work.db())
    .await?;
    Ok(())
}

fn said(event: Event, dated: &Dated) -> Event {
    event
        .with("valid_from", dated.from.to_string())
        .with("stock", dated.stock)
        .with("broken", dated.broken)
}
