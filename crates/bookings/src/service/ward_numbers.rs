//! Spaces that are shared with the ward's own facility system, and its numbers.

use kernel::{Failed, Work, events::Event, violated_constraint};
use sea_orm::{ActiveValue::Set, entity::prelude::*, sea_query::OnConflict};

use crate::{
    entity::{HoldId, SpaceId, shared_space, space, ward_reference},
    read,
    refused::{Refused, Unowned, Unruled, WardWrong},
    rules::{may_manage, own_uses::may_use_own, ward_numbers},
};

/// Says whether the ward's system knows a space too; numbers that were written stay.
pub async fn share_space(work: &Work, space: SpaceId, shared: bool) -> Result<(), Failed<Refused>> {
    if !may_manage(work.actor()) {
        return Err(Refused::Ruled(Unruled::MayNotClose).into());
    }
    if space::Entity::find_by_id(space)
        .one(work.db())
        .await?
        .is_none()
    {
        return Err(Refused::NoSuchSpace.into());
    }
    if !shared {
        let gone = shared_space::Entity::delete_by_id(space)
            .exec(work.db())
            .await?;
        if gone.rows_affected > 0 {
            work.record(Event::new("space.unshared", space));
        }
        return Ok(());
    }
    let mut known = OnConflict::column(shared_space::Column::SpaceId);
    shared_space::Entity::insert(shared_space::ActiveModel {
        space_id: Set(space),
        shared_by: Set(work.actor().person),
        shared_at: Set(work.now()),
    })
    .on_conflict(known.do_nothing().to_owned())
    .exec_without_returning(work.db())
    .await?;
    work.record(Event::new("space.shared", space));
    Ok(())
}

/// Writes, corrects or, when nothing was typed, takes away the ward's number of a use.
///
/// # Errors
/// [`WardWrong::Used`] with the use of the same space that has it already.
pub async fn write_ward_reference(
    work: &Work,
    hold: HoldId,
    space: SpaceId,
    typed: &str,
) -> Result<(), Failed<Refused>> {
    if !may_use_own(work.actor()) {
        return Err(Refused::ForAnother.into());
    }
    let Some((reference, key)) = ward_numbers::ward_reference(typed).map_err(no)? else {
        let gone = ward_reference::Entity::delete_by_id(hold)
            .exec(work.db())
            .await?;
        if gone.rows_affected > 0 {
            work.record(Event::new("hold.ward_reference_erased", hold));
        }
        return Ok(());
    };
    if !read::is_shared(work.db(), space).await? {
        return Err(no(WardWrong::NotShared).into());
    }
    if let Some((name, span)) = read::used_by(work.db(), space, &key, hold).await? {
        return Err(no(WardWrong::Used(name, span)).into());
    }
    let mut before = OnConflict::column(ward_reference::Column::HoldId);
    let before = before.update_columns([
        ward_reference::Column::SpaceId,
        ward_reference::Column::Reference,
        ward_reference::Column::SearchKey,
        ward_reference::Column::WrittenBy,
        ward_reference::Column::WrittenAt,
    ]);
    let written = ward_reference::Entity::insert(ward_reference::ActiveModel {
        hold_id: Set(hold),
        space_id: Set(space),
        reference: Set(reference.to_owned()),
        search_key: Set(key),
        written_by: Set(work.actor().person),
        written_at: Set(work.now()),
    })
    .on_conflict(before.to_owned())
    .exec_without_returning(work.db())
    .await;
    match written {
        Ok(_) => {}
        // Someone wrote it for another use at the same moment.
        Err(error) => match violated_constraint(&error) {
            Some(name) if name.contains("ward_references") => {
                return Err(no(WardWrong::UsedNow).into());
            }
            _ => return Err(error.into()),
        },
    }
    work.record(Event::new("hold.ward_reference_written", hold).with("space", space.to_string()));
    Ok(())
}

fn no(why: WardWrong) -> Refused {
    Refused::Own(vec![Unowned::Ward(why)])
}
