//! Days with a warning (警報の日), which excuse who stayed away; and taking one back.

use accounts::read::contact;
use chrono::NaiveDate;
use kernel::{Failed, Fault, Work};
use sea_orm::{ActiveValue::Set, entity::prelude::*, sea_query::OnConflict};
use serde_json::json;

use super::{gate, tell::said};
use crate::{
    entity::{WarningId, weather_warning},
    events,
    read::{self, Catalogue, CountsAgain, Withdrawal},
    refused::{Refused, Unruled, Unruly},
    rules,
};

/// Enters a day with a warning: whoever stayed away on it, or cancelled on it, is excused.
pub async fn warn_of_weather(
    work: &Work,
    on: Option<NaiveDate>,
    warning: &str,
) -> Result<(), Failed<Refused>> {
    rules::may_mark(work.actor())?;
    let today = work.now().date();
    let mut wrong = Vec::new();
    match on {
        None => wrong.push(Unruly::NoSuchDate("on")),
        Some(on) if today < on => wrong.push(Unruly::TooFar("on", today)),
        Some(_) => {}
    }
    wrong.extend(rules::wrong_purpose(warning).map(|_| Unruly::SourceUnreadable("warning")));
    let Some(on) = on.filter(|_| wrong.is_empty()) else {
        return Err(Refused::Unruly(wrong).into());
    };
    let id: WarningId = work.new_id();
    let row = weather_warning::ActiveModel {
        id: Set(id),
        on_date: Set(on.to_string()),
        warning: Set(warning.trim().to_owned()),
        made_by: Set(work.actor().person),
        made_at: Set(work.now()),
    };
    let same_day = OnConflict::column(weather_warning::Column::OnDate)
        .update_column(weather_warning::Column::Warning)
        .to_owned();
    weather_warning::Entity::insert(row)
        .on_conflict(same_day)
        .exec_without_returning(work.db())
        .await?;
    work.record(events::warned(id, on));
    Ok(())
}

/// Takes a day with a warning back, which was entered for a wrong day: what it excused counts again,
/// and each of these people is told what follows. `seen` is what the page said would follow.
///
/// # Errors
/// [`Unruled::NoSuchWarning`] when it was withdrawn already; [`Refused::Changed`] when something else
/// would follow than was shown.
pub async fn withdraw_warning(
    work: &Work,
    id: WarningId,
    seen: &str,
) -> Result<weather_warning::Model, Failed<Refused>> {
    rules::may_mark(work.actor())?;
    // Whoever books is judged by the absences of before or of after, never by half of each.
    gate::shut(work).await?;
    let found = read::withdrawal(work.db(), id, work.now()).await?;
    let found = found.ok_or(Refused::Ruled(Unruled::NoSuchWarning))?;
    if found.seen() != seen {
        return Err(Refused::Changed.into());
    }
    weather_warning::Entity::delete_by_id(id)
        .exec(work.db())
        .await?;
    let day = &found.warning.on_date;
    work.record(events::withdrawn(id, day, found.again.len()));
    for again in &found.again {
        tell_it_counts(work, &found, again).await?;
    }
    Ok(found.warning)
}

/// Writes that a booking counts as an absence after all, and what follows. Without an entry for
/// calendars: the booking is as it was.
async fn tell_it_counts(work: &Work, found: &Withdrawal, again: &CountsAgain) -> Result<(), Fault> {
    let (db, booking) = (work.db(), &again.card.booking);
    let catalogue = Catalogue::known(work.db(), work.kept()).await?;
    let (Some(who), Some(place)) = (
        contact(db, booking.person_id).await?,
        catalogue.place(booking.space_id),
    ) else {
        return Ok(());
    };
    let Some(email) = who.email.clone() else {
        return Ok(());
    };
    let mut more = json!({ "on": found.warning.on_date, "warning": found.warning.warning });
    let last = again.follows.iter().max_by_key(|(one, _)| one.until);
    more["from"] = json!(last.map(|(one, _)| one.from));
    more["until"] = json!(last.map(|(one, _)| one.until));
    more["source"] = json!(last.map(|(_, rule)| rule.source.said(who.lang)));
    more["since"] = json!(last.map(|(_, rule)| rule.valid_from));
    let letter = mail::Letter {
        template: "bookings/counts_again",
        email,
        person: Some(booking.person_id),
        lang: who.lang,
        facts: json!({
            "name": who.name,
            "booking": said(booking, place, who.lang),
            "more": more,
        }),
    };
    mail::post(work, letter);
    Ok(())
}
