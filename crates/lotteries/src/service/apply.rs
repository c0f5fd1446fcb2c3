//! Somebody applies for a time that is drawn.

use accounts::read::contact;
use bookings::{
    entity::booking::Party,
    read::{Catalogue, free_units},
    rules::{Use, terms::Taken},
    service::{Reserve, check_drawn},
};
use kernel::{Failed, Fault, Instant, PersonId, Span, Work};
use organisations::entity::OrganisationId;
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::{locked, record};
use crate::{
    Refused,
    entity::{
        LotteryId,
        entry::{self, State},
        lottery,
    },
    read::{self, Listed},
    rules,
};

/// What somebody applies for.
#[derive(Clone, Debug)]
pub struct Apply {
    /// In which lottery.
    pub lottery: LotteryId,
    /// For the slot that begins then; `None` when it could not be read.
    pub starts_at: Option<Instant>,
    /// Who.
    pub person: PersonId,
    /// As which organisation.
    pub organisation: Option<OrganisationId>,
    /// What for.
    pub purpose: String,
    /// How many people come; `None` when it could not be read.
    pub attendees: Option<i32>,
}

impl Apply {
    const fn party(&self) -> Party {
        Party {
            person: self.person,
            organisation: self.organisation,
        }
    }

    /// As the wish that becomes the booking.
    fn wish(&self, listed: &Listed, span: Span) -> Reserve {
        Reserve {
            space: Some(listed.row.space_id),
            unit: None,
            person: self.person,
            r#use: Use {
                attendees: self.attendees,
                ..Use::new(span, &self.purpose, 1)
            },
            organisation: self.organisation,
            waiver: None,
        }
    }
}

/// Enters somebody for a time of a lottery, in the tier of their category on this day.
///
/// # Errors
/// That there is no such person; when people can apply; that the time is none that is drawn, or is taken; every rule of booking that
/// stands against it; that only tiers are drawn in which they are not; that they have applied for it
/// already, or for as many as one may.
pub async fn apply(work: &Work, wish: &Apply) -> Result<entry::Model, Failed<Refused>> {
    // The gate, the lottery, resources: always in this order; nobody is merged away in between.
    bookings::service::make_way(work, &[]).await?;
    if contact(work.db(), wish.person).await?.is_none() {
        return Err(Refused::Nobody.into());
    }
    let listed = locked(work, wish.lottery).await?;
    rules::may_apply(&listed.row, work.now())?;
    let span = slot(work, &listed, wish).await?;
    let party = wish.party();
    let today = work.now().date();
    let category =
        organisations::read::category(work.db(), party.person, party.organisation, today).await?;
    let tier = listed.terms.tier_of(category)?;
    if read::has_applied(work.db(), wish.lottery, party, span.from).await? {
        return Err(Refused::Already.into());
    }
    let most = listed.terms.most;
    let open = read::open_of(work.db(), wish.lottery, party).await?;
    if open >= u64::try_from(most).unwrap_or(0) {
        return Err(Refused::TooMany(most).into());
    }
    let number = listed.row.last_number + 1;
    lottery::Entity::update(lottery::ActiveModel {
        id: Set(wish.lottery),
        last_number: Set(number),
        ..Default::default()
    })
    .exec(work.db())
    .await?;
    Ok(insert(work, wish, (span, tier, number)).await?)
}

/// The slot that is meant, if it is drawn, somebody could still have it, and no rule stands against it.
async fn slot(work: &Work, listed: &Listed, wish: &Apply) -> Result<Span, Failed<Refused>> {
    let catalogue = Catalogue::known(work.db(), work.kept()).await?;
    let place = catalogue.place(listed.row.space_id);
    let place = place.ok_or(Refused::NoSuchSlot)?;
    let slots = listed
        .terms
        .slots(listed.row.month(), catalogue.hours(&place.space));
    let mut slots = slots.into_iter();
    let span = slots.find(|span| Some(span.from) == wish.starts_at);
    let span = span.ok_or(Refused::NoSuchSlot)?;
    if free_units(work.db(), place, span).await? == 0 {
        return Err(Refused::Taken.into());
    }
    let reserve = wish.wish(listed, span);
    let (who, besides) = ((work.actor(), work.now()), besides(work, wish, span).await?);
    check_drawn(work.db(), &catalogue, who, &reserve, &besides)
        .await
        .map_err(Refused::of_booking)?;
    Ok(span)
}

/// What the party may win elsewhere; an entry for the same time is answered for itself.
async fn besides(work: &Work, wish: &Apply, span: Span) -> Result<Vec<Taken>, Fault> {
    let mut all = read::waiting(work.db(), wish.party()).await?;
    all.retain(|one| one.span.from != span.from);
    Ok(all)
}

async fn insert(
    work: &Work,
    wish: &Apply,
    (span, tier, number): (Span, i32, i64),
) -> Result<entry::Model, Fault> {
    let entered = entry::ActiveModel {
        id: Set(work.new_id()),
        lottery_id: Set(wish.lottery),
        number: Set(number),
        person_id: Set(wish.person),
        organisation_id: Set(wish.organisation),
        made_by: Set(work.actor().person.filter(|by| *by != wish.person)),
        starts_at: Set(span.from),
        ends_at: Set(span.until),
        purpose: Set(wish.purpose.trim().to_owned()),
        attendees: Set(wish.attendees.unwrap_or(1)),
        tier: Set(tier),
        state: Set(State::Applied),
        why: Set(None),
        booking_id: Set(None),
        answer_by: Set(None),
        reminded_at: Set(None),
        made_at: Set(work.now()),
        ended_at: Set(None),
    };
    let made = entry::Entity::insert(entered);
    let made = made.exec_with_returning(work.db()).await?;
    record(work, &made);
    Ok(made)
}
