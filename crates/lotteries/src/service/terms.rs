//! Terms are set from a month on, ended, and taken back as long as no lottery names them.

use bookings::{entity::SpaceId, read::Catalogue};
use chrono::NaiveDate;
use kernel::{Failed, Role, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::{announce, withhold};
use crate::{
    Refused,
    entity::{TermsId, band, lottery, terms, tier},
    read,
    rules::{Of, Terms, TermsDraft, is_drawn_from, may_draw},
};

/// Says that a space is drawn from a month on, and how. What is booked stays booked; from now on nobody
/// books those months as who comes first, and the months for which people can apply soon are announced.
///
/// # Errors
/// Everything that is wrong with the terms; [`Refused::Shared`] when a space that shares something with
/// this one is drawn in any of these months; [`Refused::NotNow`] when other terms of this space begin in that month or later.
pub async fn set_terms(work: &Work, draft: &TermsDraft) -> Result<TermsId, Failed<Refused>> {
    if !may_draw(work.actor()) {
        return Err(Refused::MayNot.into());
    }
    bookings::service::shut(work).await?;
    let catalogue = Catalogue::known(work.db(), work.kept()).await?;
    let place = draft.space.and_then(|id| catalogue.place(id));
    // Who sets the centre up begins with any month.
    let known_since = if work.actor().roles.has(Role::System) {
        kernel::Instant::from_micros(0)
    } else {
        work.now()
    };
    let of = place.map(|place| Of {
        space: &place.space,
        calendar: catalogue.hours(&place.space),
        rules: &catalogue.rules,
    });
    let mut terms = draft.allowed(of, known_since).map_err(Refused::Invalid)?;
    for other in read::drawn_spaces(work.db()).await? {
        let beside = catalogue.place(other).zip(place);
        let shares = beside.is_some_and(|(other, own)| own.shares_with(other));
        if other == terms.space || !shares {
            continue;
        }
        let theirs = read::terms_of(work.db(), other).await?;
        if is_drawn_from(&theirs, terms.first) {
            return Err(Refused::Shared.into());
        }
    }
    let there = read::terms_of(work.db(), terms.space).await?;
    let announced = read::of_space(work.db(), terms.space).await?;
    let later = there.iter().any(|one| terms.first <= one.first);
    if later || announced.iter().any(|one| terms.first <= one.month()) {
        return Err(Refused::NotNow.into());
    }
    terms.id = work.new_id();
    insert(work, &terms).await?;
    work.record(
        Event::new("lottery_terms.set", terms.id)
            .with("space", terms.space.to_string())
            .with("first", terms.first.to_string()),
    );
    withhold(work, terms.space).await?;
    announce(work, terms.space).await?;
    Ok(terms.id)
}

async fn insert(work: &Work, new: &Terms) -> Result<(), DbErr> {
    let number = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
    terms::Entity::insert(terms::ActiveModel {
        id: Set(new.id),
        space_id: Set(new.space),
        first_month: Set(new.first.to_string()),
        last_month: Set(None),
        months_before: Set(number(new.months_before)),
        from_day: Set(number(new.from_day)),
        until_day: Set(number(new.until_day)),
        most: Set(new.most),
        draw_days: Set(number(new.draw_days)),
        answer_days: Set(number(new.answer_days)),
        source: Set(new.source.0.clone()),
        source_en: Set(new.source.1.clone()),
        made_by: Set(work.actor().person),
        made_at: Set(work.now()),
    })
    .exec_without_returning(work.db())
    .await?;
    let tiers = (1..)
        .zip(&new.tiers)
        .map(|(position, who)| tier::ActiveModel {
            terms_id: Set(new.id),
            position: Set(position),
            who: Set(*who),
        });
    tier::Entity::insert_many(tiers)
        .exec_without_returning(work.db())
        .await?;
    let bands = new.bands.iter().map(|band| band::ActiveModel {
        terms_id: Set(new.id),
        opens: Set(band.opens),
        closes: Set(band.closes),
    });
    band::Entity::insert_many(bands)
        .exec_without_returning(work.db())
        .await?;
    Ok(())
}

/// Says that a space is drawn no more after a month; what is announced is still drawn.
///
/// # Errors
/// [`Refused::NotNow`] when they end by then as they are, or the month is announced or before the first.
pub async fn end_terms(
    work: &Work,
    id: TermsId,
    last: Option<NaiveDate>,
) -> Result<SpaceId, Failed<Refused>> {
    if !may_draw(work.actor()) {
        return Err(Refused::MayNot.into());
    }
    bookings::service::shut(work).await?;
    let all = read::all_terms(work.db()).await?;
    let terms = all.iter().find(|terms| terms.id == id);
    let terms = terms.ok_or(Refused::NotThere)?;
    let wrong = || accounts::rules::wrong_field("last", "lotteries-last-wrong");
    let last = last.ok_or_else(|| Refused::Invalid(vec![wrong()]))?;
    let announced = read::of_space(work.db(), terms.space).await?;
    let too_early = announced.iter().any(|one| last < one.month());
    let no_earlier = terms.last.is_some_and(|there| there <= last);
    if too_early || no_earlier || last < terms.first {
        return Err(Refused::Invalid(vec![wrong()]).into());
    }
    terms::Entity::update(terms::ActiveModel {
        id: Set(id),
        last_month: Set(Some(last.to_string())),
        ..Default::default()
    })
    .exec(work.db())
    .await?;
    work.record(Event::new("lottery_terms.ended", id).with("last", last.to_string()));
    withhold(work, terms.space).await?;
    Ok(terms.space)
}

/// Takes terms back that were mistyped, as long as no lottery was announced by them; those before them
/// hold again.
///
/// # Errors
/// [`Refused::Announced`] when a lottery names them: it can be called off, and the terms ended.
pub async fn remove_terms(work: &Work, id: TermsId) -> Result<(), Failed<Refused>> {
    if !may_draw(work.actor()) {
        return Err(Refused::MayNot.into());
    }
    bookings::service::shut(work).await?;
    let row = terms::Entity::find_by_id(id).one(work.db()).await?;
    let row = row.ok_or(Refused::NotThere)?;
    let named = lottery::Entity::find().filter(lottery::COLUMN.terms_id.eq(id));
    if named.one(work.db()).await?.is_some() {
        return Err(Refused::Announced.into());
    }
    tier::Entity::delete_many()
        .filter(tier::COLUMN.terms_id.eq(id))
        .exec(work.db())
        .await?;
    band::Entity::delete_many()
        .filter(band::COLUMN.terms_id.eq(id))
        .exec(work.db())
        .await?;
    terms::Entity::delete_by_id(id).exec(work.db()).await?;
    let event = Event::new("lottery_terms.removed", id);
    work.record(event.with("space", row.space_id.to_string()));
    withhold(work, row.space_id).await?;
    announce(work, row.space_id).await?;
    Ok(())
}
