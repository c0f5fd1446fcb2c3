//! Addresses from which calendars fetch bookings: made, ended, used.

use chrono::TimeDelta;
use kernel::{Failed, Fault, Secret, Work};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use crate::{
    entity::{
        FeedId, SpaceId,
        calendar_feed::{self, Kind},
    },
    events,
    read::Catalogue,
    refused::{Refused, Unfed},
};

/// So many a person has at most.
const MOST: u64 = 20;

/// Uses are noted this often: a calendar asks every few minutes.
const NOTED: TimeDelta = TimeDelta::minutes(10);

/// What an address shall tell.
#[derive(Clone, Copy, Debug)]
pub struct Feed {
    /// What.
    pub kind: Kind,
    /// Of which space, if of one.
    pub space: Option<SpaceId>,
}

/// Makes an address in the actor's own right and returns its secret, which is shown this once.
pub async fn make_feed(work: &Work, wish: Feed) -> Result<Secret, Failed<Refused>> {
    let actor = work.actor();
    let staff_only = || Failed::Refused(Refused::Feed(Unfed::StaffOnly));
    let person = actor.person.ok_or_else(staff_only)?;
    if wish.kind != Kind::Own && !actor.roles.is_staff() {
        return Err(staff_only());
    }
    if !accounts::service::present(work, person).await? {
        return Err(Refused::Feed(Unfed::NoSuchFeed).into());
    }
    if calendar_feed::Entity::of(person).count(work.db()).await? >= MOST {
        return Err(Refused::Feed(Unfed::TooMany).into());
    }
    let space = match (wish.kind, wish.space) {
        (Kind::Space, Some(space)) => {
            let catalogue = Catalogue::known(work.db(), work.kept()).await?;
            Some(catalogue.place(space).ok_or(Refused::NoSuchSpace)?.space.id)
        }
        (Kind::Space, None) => return Err(Refused::NoSuchSpace.into()),
        (Kind::Own | Kind::Counter, _) => None,
    };
    let (id, secret): (FeedId, Secret) = (work.new_id(), Secret::random());
    calendar_feed::Entity::insert(calendar_feed::ActiveModel {
        id: Set(id),
        kind: Set(wish.kind),
        person_id: Set(person),
        space_id: Set(space),
        digest: Set(secret.digest()),
        etag: Set(String::new()),
        changed_at: Set(work.now()),
        created_at: Set(work.now()),
        used_at: Set(None),
    })
    .exec_without_returning(work.db())
    .await?;
    work.record(events::feed("feed.made", id, wish.kind));
    Ok(secret)
}

/// Ends one of the actor's own addresses: from now on it tells nothing.
pub async fn end_feed(work: &Work, id: FeedId) -> Result<(), Failed<Refused>> {
    let no_such = || Failed::Refused(Refused::Feed(Unfed::NoSuchFeed));
    let person = work.actor().person.ok_or_else(no_such)?;
    let own = calendar_feed::Entity::of(person).filter(calendar_feed::COLUMN.id.eq(id));
    let feed = own.one(work.db()).await?.ok_or_else(no_such)?;
    let ended = calendar_feed::Entity::delete_by_id(id)
        .exec(work.db())
        .await?;
    if ended.rows_affected == 0 {
        return Err(no_such());
    }
    work.record(events::feed("feed.ended", id, feed.kind));
    Ok(())
}

/// Notes what was told and when. No act of a person: no event.
pub async fn note_feed_use(
    work: &Work,
    feed: &calendar_feed::Model,
    etag: &str,
) -> Result<(), Fault> {
    use calendar_feed::Column;
    let mut noted = calendar_feed::Entity::update_many()
        .col_expr(Column::UsedAt, Expr::value(Some(work.now())))
        .filter(calendar_feed::COLUMN.id.eq(feed.id));
    if feed.etag != etag {
        noted = noted
            .col_expr(Column::Etag, Expr::value(etag))
            .col_expr(Column::ChangedAt, Expr::value(work.now()));
    }
    noted.exec(work.db()).await?;
    Ok(())
}

/// Whether there is anything to note.
pub fn is_to_be_noted(feed: &calendar_feed::Model, etag: &str, now: kernel::Instant) -> bool {
    feed.etag != etag || feed.used_at.is_none_or(|last| now - last >= NOTED)
}
