//! Writing a seminar: new, once more, changed.

use axum::response::Response;
use bookings::rules::{clock, minute};
use japan::calendar::parse_date;
use kernel::{Instant, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed, sent};

use super::{counter::found, facts, keeper};
use crate::{
    entity::{SeminarId, seminar},
    read,
    rules::{SeminarDraft, Typed as Maybe, amount},
    service::{self, Copied},
};

const FORM: &str = "seminars/form.html";
const COPY: &str = "seminars/copy.html";

/// `GET /counter/seminars/new`
pub(super) async fn new(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("seminars");
    keeper(&page)?;
    let filled = sent::named(typed)
        .or("online", "0")
        .or("fee_yen", "0")
        .or("way", "first_come")
        .or("from_time", "10:00");
    let filled = filled.or("until_time", "17:00");
    let facts = given(&page, None).await?;
    page.form(FORM, &facts, &filled)
}

/// `POST /counter/seminars`
pub(super) async fn create(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("seminars");
    keeper(&page)?;
    let draft = draft(&typed);
    let made = sent::once(&page, &typed, async |work| {
        service::set_up(work, &draft).await
    });
    let to = made.await.map(|id| format!("/counter/seminars/{id}"));
    sent::answer(
        &page,
        (FORM, &typed),
        to,
        "seminars-saved",
        given(&page, None),
    )
    .await
}

/// `GET /counter/seminars/{id}/edit`
pub(super) async fn edit(page: Page, Id(id): Id<SeminarId>) -> Result<Response, Error> {
    let page = page.nav("seminars");
    keeper(&page)?;
    let row = found(&page, id).await?.row;
    let facts = given(&page, Some(&row)).await?;
    page.form(FORM, &facts, &filled(&row))
}

/// `POST /counter/seminars/{id}`
pub(super) async fn change(
    page: Page,
    Id(id): Id<SeminarId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("seminars");
    keeper(&page)?;
    let (draft, seen) = (draft(&typed), typed.number("edition").unwrap_or(0));
    let changed = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::edit(work, id, seen, &draft).await
    });
    match changed.await {
        Ok(()) => {
            let flash = Flash::good("seminars-saved", json!({}));
            Ok(page.go_saying(&format!("/counter/seminars/{id}"), &flash))
        }
        Err(failed) => {
            let row = found(&page, id).await?.row;
            let facts = given(&page, Some(&row)).await?;
            page.refused(failed.into(), FORM, &facts, &typed)
        }
    }
}

/// `GET /counter/seminars/{id}/copy`
pub(super) async fn copy_form(page: Page, Id(id): Id<SeminarId>) -> Result<Response, Error> {
    let page = page.nav("seminars");
    keeper(&page)?;
    let row = found(&page, id).await?.row;
    let facts = source(&row);
    page.form(
        COPY,
        &facts,
        &sent::named(Typed::default().or("lessons", "on").or("series", "on")),
    )
}

/// `POST /counter/seminars/{id}/copy`
pub(super) async fn copy(
    page: Page,
    Id(id): Id<SeminarId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("seminars");
    keeper(&page)?;
    let row = found(&page, id).await?.row;
    let how = Copied {
        first_day: parse_date(typed.text("first_day")),
        with_lessons: typed.text("lessons") == "on",
        in_series: typed.text("series") == "on",
    };
    let made = sent::once(&page, &typed, async |work| {
        service::copy(work, id, how).await
    });
    let to = made.await.map(|id| format!("/counter/seminars/{id}"));
    let facts = async { Ok(source(&row)) };
    sent::answer(&page, (COPY, &typed), to, "seminars-copied", facts).await
}

fn source(row: &seminar::Model) -> Value {
    let first = row.starts_at.map(|at| at.date().to_string());
    json!({ "source": { "id": row.id, "title": row.title, "first": first } })
}

/// What somebody typed.
fn draft(typed: &Typed) -> SeminarDraft {
    let text = |name| typed.text(name).replace("\r\n", "\n");
    SeminarDraft {
        title: text("title"),
        title_en: text("title_en"),
        purpose: text("purpose"),
        contents: text("contents"),
        contents_en: text("contents_en"),
        audience: seminar::Audience::parse(typed.text("audience")),
        way: seminar::Way::parse(typed.text("way")),
        fee_yen: amount(typed.text("fee_yen")),
        fee: text("fee"),
        programme: typed.text("programme").parse().ok(),
        here: typed.number("here"),
        online: typed.number("online"),
        apply_from: moment(typed, "from_day", "from_time"),
        apply_until: moment(typed, "until_day", "until_time"),
    }
}

/// A day and a time; none when no day was typed.
fn moment(typed: &Typed, day: &str, time: &str) -> Maybe<Instant> {
    if typed.text(day).is_empty() {
        return None;
    }
    let read = parse_date(typed.text(day)).zip(clock(typed.text(time)));
    Some(read.map(|(day, time)| minute(day, time)).ok_or(()))
}

/// A seminar as the form has it.
fn filled(row: &seminar::Model) -> Typed {
    let day = |at: Option<Instant>| at.map(|at| at.date().to_string()).unwrap_or_default();
    let time = |at: Option<Instant>| at.map(|at| at.time().format("%H:%M").to_string());
    let programme = row.programme_id.map(|id| id.to_string());
    Typed::default()
        .or("title", &row.title)
        .or("title_en", &row.title_en)
        .or("purpose", &row.purpose)
        .or("contents", &row.contents)
        .or("contents_en", &row.contents_en)
        .or("audience", row.audience.code())
        .or("way", row.way.code())
        .or("fee_yen", &row.fee_yen.to_string())
        .or("fee", &row.fee)
        .or("programme", &programme.unwrap_or_default())
        .or("here", &row.here.to_string())
        .or("online", &row.online.to_string())
        .or("from_day", &day(row.apply_from))
        .or(
            "from_time",
            &time(row.apply_from).unwrap_or_else(|| "10:00".to_owned()),
        )
        .or("until_day", &day(row.apply_until))
        .or(
            "until_time",
            &time(row.apply_until).unwrap_or_else(|| "17:00".to_owned()),
        )
        .or("edition", &row.edition.to_string())
}

/// The form: what can be chosen, and the seminar that is changed.
async fn given(page: &Page, row: Option<&seminar::Model>) -> Result<Value, Error> {
    let offered = read::programmes(page.app.db.reader(), page.app.clock.now()).await?;
    let option = |one: &plans::read::offered::Offered| json!({ "value": one.id.to_string(), "label": one.name });
    let saved = row.map(|row| json!({ "id": row.id, "title": row.title, "edition": row.edition }));
    Ok(json!({
        "saved": saved,
        "programmes": offered.iter().map(option).collect::<Vec<_>>(),
        "choices": facts::choices(page)?,
    }))
}
