//! The letters of this crate: one template, `templates/letters/seminars/enrolment/`, for everything that
//! happens to an enrolment. With a place comes the calendar of all lessons.

use accounts::read::{Contact, contact};
use kernel::{Fault, Instant, Work};
use mail::Letter;
use serde_json::{Value, json};

use crate::{
    entity::{
        enrolment::{self, Mode},
        seminar,
    },
    read,
    rules::is_free,
};

mod confirm;
mod lessons;
mod news;
mod notices;
mod of;
mod several;

pub(crate) use confirm::confirm;
use lessons::described;
pub(crate) use lessons::{Lessons, event, title};
pub(crate) use news::News;
pub(crate) use notices::{Notice, notice, to_enrollers};
use of::Of;
pub(crate) use several::{to_all, to_company, to_each};

/// To one person about their enrolment.
pub(crate) async fn to_one(
    work: &Work,
    row: &seminar::Model,
    one: &enrolment::Model,
    news: News,
) -> Result<(), Fault> {
    match contact(work.db(), one.person_id).await? {
        Some(who) => {
            let lessons = Lessons::of(work, row.id).await?;
            to_known(work, row, &lessons, (one, &who), news).await
        }
        None => Ok(()),
    }
}

/// The same to somebody who was just looked up.
pub(crate) async fn to_known(
    work: &Work,
    row: &seminar::Model,
    lessons: &Lessons,
    (one, who): (&enrolment::Model, &Contact),
    news: News,
) -> Result<(), Fault> {
    post(work, row, lessons, (Of::One(one), who), news).await
}

async fn post(
    work: &Work,
    row: &seminar::Model,
    lessons: &Lessons,
    (of, who): (Of<'_>, &Contact),
    news: News,
) -> Result<(), Fault> {
    let Some(email) = who.email.clone() else {
        return Ok(());
    };
    let facts = facts(work, (row, lessons), (of, who), news).await?;
    let letter = Letter {
        template: "seminars/enrolment",
        email,
        person: Some(who.person),
        lang: who.lang,
        facts,
    };
    mail::post(work, letter);
    Ok(())
}

/// What a letter is given.
async fn facts(
    work: &Work,
    (row, lessons): (&seminar::Model, &Lessons),
    (of, who): (Of<'_>, &Contact),
    news: News,
) -> Result<Value, Fault> {
    let Lessons { rows, catalogue } = lessons;
    let (one, has, link) = (of.one(), of.has_a_place(), of.link(row.id));
    let told = rows
        .iter()
        .map(|one| described(one, catalogue, who.lang, has))
        .collect::<Vec<_>>();
    let mut facts = json!({
        "name": who.name,
        "news": news.code(),
        "title": title(row, who.lang),
        "number": one.map(|one| one.number),
        "mode": of.mode().map(Mode::code),
        "expires_at": one.and_then(|one| one.expires_at).map(Instant::rfc3339),
        "way": row.way.code(),
        "attendee": one.map(|one| one.attendee.as_str()),
        "named": of.named(),
        "why": one.map_or(&row.why, |one| if news == News::PassedOver { &one.words } else { &row.why }),
        "state": one.map(|one| one.state.code()),
        "fee": fee(work, row, of).await?,
        "lessons": told,
        "link": link,
    });
    if let Some(cancelled) = of.calendar(news) {
        let event = |lesson| event(lesson, (row, one), catalogue, (who.lang, &link, cancelled));
        facts["events"] = json!(rows.iter().map(event).collect::<Vec<_>>());
    }
    Ok(facts)
}

/// What is owed for a place, or for those of employees together, by when, what is given back, and until when
/// giving it up costs nothing, where that still lies ahead.
async fn fee(work: &Work, row: &seminar::Model, of: Of<'_>) -> Result<Value, Fault> {
    if row.fee_yen == 0 {
        return Ok(Value::Null);
    }
    let ids: Vec<_> = of.all().iter().map(|one| one.id).collect();
    let all = read::owed(work.db(), &ids).await?;
    let owes = || all.values().filter(|one| one.open > 0);
    let back = all.values().map(|one| one.open.min(0)).sum::<i64>();
    let free = all.values().map(|one| &one.free_until).min();
    let free = free.filter(|until| is_free(until, row.starts_at, work.now()));
    Ok(json!({
        "open": owes().map(|one| one.open).sum::<i64>(),
        "back": -back,
        "due_on": owes().map(|one| &one.due_on).min(),
        "free_until": free,
    }))
}
