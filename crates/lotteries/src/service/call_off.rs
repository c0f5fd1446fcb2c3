//! A lottery is called off: nobody draws it, and its days are for whoever comes first.

use accounts::rules::wrong_field;
use kernel::{Failed, Work, events::Event};
use sea_orm::{ActiveValue::Set, EntityTrait};

use super::{end, locked, withhold};
use crate::{
    Refused,
    entity::{LotteryId, entry::State, lottery},
    letters::{self, News},
    read,
    rules::may_draw,
};

/// The longest reason, in characters.
pub const LONGEST_WHY: usize = 200;

/// Calls a lottery off that is announced and not drawn, for a reason that everybody reads. Whoever has
/// applied is told; the month is booked by whoever comes first from now on. Says how many entries ended.
///
/// # Errors
/// That the reason is missing or too long; [`Refused::NotNow`] when it was drawn, or called off.
pub async fn call_off(work: &Work, id: LotteryId, why: &str) -> Result<usize, Failed<Refused>> {
    if !may_draw(work.actor()) {
        return Err(Refused::MayNot.into());
    }
    let why = why.trim();
    if why.is_empty() || why.chars().count() > LONGEST_WHY {
        return Err(Refused::Invalid(vec![wrong_field("why", "lotteries-why-wrong")]).into());
    }
    bookings::service::shut(work).await?;
    let mut listed = locked(work, id).await?;
    if !listed.row.is_open() {
        return Err(Refused::NotNow.into());
    }
    listed.row = lottery::Entity::update(lottery::ActiveModel {
        id: Set(id),
        called_off_at: Set(Some(work.now())),
        called_off_by: Set(work.actor().person),
        called_off_why: Set(Some(why.to_owned())),
        ..Default::default()
    })
    .exec(work.db())
    .await?;
    let mut ended = Vec::new();
    for own in read::applied(work.db(), id).await? {
        ended.push(end(work, &own, State::CalledOff).await?);
    }
    work.record(Event::new("lottery.called_off", id).with("entries", ended.len()));
    withhold(work, listed.row.space_id).await?;
    letters::to_each(work, &listed, &ended, News::CalledOff).await?;
    Ok(ended.len())
}
