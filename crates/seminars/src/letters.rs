//! The letters of this crate: one template, `templates/letters/seminars/enrolment/`, for everything that
//! happens to an enrolment. With a place comes the calendar of all lessons.

use accounts::read::{Contact, contact};
use bookings::read::Catalogue;
use kernel::{Fault, Instant, Work};
use mail::Letter;
use serde_json::{Value, json};

use crate::{
    entity::{
        enrolment::{self, State},
        lesson, seminar,
    },
    read,
};

mod confirm;
mod lessons;
mod news;
mod notices;
mod several;

pub(crate) use confirm::confirm;
use lessons::described;
pub(crate) use lessons::{event, title};
pub(crate) use news::News;
pub(crate) use notices::{Notice, notice};
pub(crate) use several::{to_all, to_company, to_each};

/// To one person about their enrolment.
pub(crate) async fn to_one(
    work: &Work,
    row: &seminar::Model,
    one: &enrolment::Model,
    news: News,
) -> Result<(), Fault> {
    let Some(who) = contact(work.db(), one.person_id).await? else {
        return Ok(());
    };
    let lessons = read::lessons_of(work.db(), row.id).await?;
    post(work, row, &lessons, (Some(one), &who), news).await
}

async fn post(
    work: &Work,
    row: &seminar::Model,
    lessons: &[lesson::Model],
    (one, who): (Option<&enrolment::Model>, &Contact),
    news: News,
) -> Result<(), Fault> {
    let facts = facts(work, (row, lessons), (one, who), news).await?;
    send(work, who, facts).await
}

async fn send(work: &Work, who: &Contact, facts: Value) -> Result<(), Fault> {
    let Some(email) = who.email.clone() else {
        return Ok(());
    };
    let letter = Letter {
        template: "seminars/enrolment",
        email,
        person: Some(who.person),
        lang: who.lang,
        facts,
    };
    mail::post(work, letter).await?;
    Ok(())
}

/// What a letter is given.
async fn facts(
    work: &Work,
    (row, lessons): (&seminar::Model, &[lesson::Model]),
    (one, who): (Option<&enrolment::Model>, &Contact),
    news: News,
) -> Result<Value, Fault> {
    let catalogue = Catalogue::known(work.db(), work.kept()).await?;
    let link = match one {
        Some(one) => format!("/enrolments/{}", one.id),
        None => format!("/seminars/{}", row.id),
    };
    let has = one.is_some_and(|one| one.state == State::Enrolled);
    let mode = one.map(|one| one.mode.code());
    let rows = lessons
        .iter()
        .map(|one| described(one, &catalogue, who.lang, has))
        .collect::<Vec<_>>();
    let mut facts = json!({
        "name": who.name,
        "news": news.code(),
        "title": title(row, who.lang),
        "number": one.map(|one| one.number),
        "mode": mode,
        "expires_at": one.and_then(|one| one.expires_at).map(Instant::rfc3339),
        "way": row.way.code(),
        "attendee": one.map(|one| one.attendee.as_str()),
        "why": one.map_or(&row.why, |one| if news == News::PassedOver { &one.words } else { &row.why }),
        "lessons": rows,
        "link": link,
    });
    if let Some(cancelled) = news.calendar(has || one.is_none()) {
        let event = |lesson| event(lesson, (row, one), &catalogue, (who.lang, &link, cancelled));
        facts["events"] = json!(lessons.iter().map(event).collect::<Vec<_>>());
    }
    Ok(facts)
}
