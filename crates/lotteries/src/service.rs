//! Verbs that change lotteries. Each runs in one `transact`, and records one event.

mod announce;
mod answer;
mod apply;
mod call_off;
mod draw;
mod freeze;
mod take_over;
mod terms;

use kernel::{Failed, Fault, Work};
use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};

use crate::{
    Refused,
    entity::{
        EntryId, LotteryId,
        entry::{self, State, Why},
        lottery,
    },
    read::{self, Listed, Own},
    rules,
};

pub use announce::announce;
pub use answer::{confirm, lapse, remind, withdraw};
pub use apply::{Apply, apply};
pub use call_off::{LONGEST_WHY, call_off};
pub use draw::draw;
pub use freeze::freeze;
pub use take_over::{take_over, take_over_organisation};
pub use terms::{end_terms, remove_terms, set_terms};

/// A lottery with its terms, locked until the transaction ends: applying, withdrawing, freezing and
/// drawing come one after the other.
async fn locked(work: &Work, id: LotteryId) -> Result<Listed, Failed<Refused>> {
    let row = lottery::Entity::find_by_id(id).lock_exclusive();
    let row = row.one(work.db()).await?.ok_or(Refused::NotThere)?;
    let terms = read::terms_of(work.db(), row.space_id).await?;
    let terms = terms.into_iter().find(|terms| terms.id == row.terms_id);
    let terms = terms.ok_or(Refused::NotThere)?;
    Ok(Listed { row, terms })
}

/// An entry that the actor may see, its lottery locked behind the gate of bookings.
async fn seen(work: &Work, id: EntryId) -> Result<Own, Failed<Refused>> {
    bookings::service::make_way(work, &[]).await?;
    let before = read::entry(work.db(), id).await?.ok_or(Refused::NotThere)?;
    if !read::may_see(work.db(), work.actor(), &before.row).await? {
        return Err(Refused::NotThere.into());
    }
    locked(work, before.lottery.id).await?;
    // Behind the lock: what somebody else did meanwhile.
    let now = read::entry(work.db(), id).await?;
    Ok(now.ok_or(Refused::NotThere)?)
}

/// Puts an entry into another state, which ends it.
async fn end(work: &Work, own: &entry::Model, state: State) -> Result<entry::Model, Fault> {
    let ended = entry::Entity::update(entry::ActiveModel {
        id: Set(own.id),
        state: Set(state),
        ended_at: Set(Some(work.now())),
        ..Default::default()
    });
    let ended = ended.exec(work.db()).await?;
    record(work, &ended);
    Ok(ended)
}

/// Notes in the log where an entry stands: ids and codes only.
fn record(work: &Work, own: &entry::Model) {
    let kind = match own.state {
        State::Applied => "lottery_entry.made",
        State::Withdrawn => "lottery_entry.withdrawn",
        State::Won => "lottery_entry.won",
        State::Confirmed => "lottery_entry.confirmed",
        State::Lapsed => "lottery_entry.lapsed",
        State::GivenBack => "lottery_entry.given_back",
        State::Lost => "lottery_entry.lost",
        State::LeftOut => "lottery_entry.left_out",
        State::NotGiven => "lottery_entry.not_given",
        State::CalledOff => "lottery_entry.called_off",
    };
    let event = kernel::events::Event::new(kind, own.id)
        .with("lottery", own.lottery_id.to_string())
        .with("person", own.person_id.to_string())
        .with("starts_at", own.starts_at.rfc3339())
        .with("tier", own.tier)
        .with("why", own.why.map(Why::code))
        .with("booking", own.booking_id.map(|id| id.to_string()));
    work.record(event);
}

/// Tells `bookings` which days of a space are kept for draws by now.
async fn withhold(work: &Work, space: bookings::entity::SpaceId) -> Result<(), Fault> {
    let terms = read::terms_of(work.db(), space).await?;
    let known = read::of_space(work.db(), space).await?;
    let kept = rules::withheld(&terms, &known, work.now());
    bookings::service::withhold(work, space, &kept).await
}
