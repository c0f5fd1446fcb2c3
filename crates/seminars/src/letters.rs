//! The letters of this crate: one template, `templates/letters/seminars/enrolment/`, for everything that
//! happens to an enrolment. With a place comes the calendar of all lessons.

use accounts::read::{Contact, contact, contacts};
use bookings::read::Catalogue;
use kernel::{Fault, Instant, PersonId, Work};
use mail::Letter;
use sea_orm::entity::prelude::*;
use serde_json::json;

use crate::{
    entity::{
        enrolment::{self, State},
        lesson, seminar,
    },
    read,
};

mod lessons;
mod news;
mod notices;

use lessons::described;
pub(crate) use lessons::{event, title};
pub(crate) use news::News;
pub(crate) use notices::{Notice, notice};

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

/// To everybody who has a place or waits for one; that it was called off is told to its lecturers too.
pub(crate) async fn to_all(work: &Work, row: &seminar::Model, news: News) -> Result<(), Fault> {
    let lessons = read::lessons_of(work.db(), row.id).await?;
    let open = enrolment::Entity::of(row.id).filter(enrolment::Column::State.is_in(State::OPEN));
    let open = open.all(work.db()).await?;
    let people: Vec<PersonId> = open.iter().map(|one| one.person_id).collect();
    for some in people.chunks(500) {
        for who in contacts(work.db(), some.to_vec()).await? {
            let own = open.iter().find(|one| one.person_id == who.person);
            post(work, row, &lessons, (own, &who), news).await?;
        }
    }
    if news == News::CalledOff {
        let mut teach: Vec<PersonId> = lessons.iter().filter_map(|one| one.lecturer_id).collect();
        teach.sort_unstable();
        teach.dedup();
        for who in contacts(work.db(), teach).await? {
            post(work, row, &lessons, (None, &who), news).await?;
        }
    }
    Ok(())
}

async fn post(
    work: &Work,
    row: &seminar::Model,
    lessons: &[lesson::Model],
    (one, who): (Option<&enrolment::Model>, &Contact),
    news: News,
) -> Result<(), Fault> {
    let Some(email) = who.email.clone() else {
        return Ok(());
    };
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
        "why": row.why,
        "lessons": rows,
        "link": link,
    });
    if let Some(cancelled) = news.calendar(has || one.is_none()) {
        let event = |lesson| event(lesson, (row, one), &catalogue, (who.lang, &link, cancelled));
        facts["events"] = json!(lessons.iter().map(event).collect::<Vec<_>>());
    }
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
