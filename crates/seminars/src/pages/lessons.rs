//! Lessons: when, where, who teaches.

use axum::response::Response;
use bookings::{
    device_picks,
    read::{Catalogue, Place},
    rules::{clock, minute},
    with_devices,
};
use japan::calendar::parse_date;
use kernel::{Span, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed, sent};

use super::{counter::found, facts, keeper};
use crate::{
    entity::{LessonId, SeminarId, lesson},
    read::{self, Seminar},
    rules::LessonDraft,
    service,
};

const FORM: &str = "seminars/lesson_form.html";

/// `GET /counter/seminars/{id}/lessons/new`
pub(super) async fn new(page: Page, Id(id): Id<SeminarId>) -> Result<Response, Error> {
    let page = page.nav("seminars");
    keeper(&page)?;
    let seminar = found(&page, id).await?;
    let edition = seminar.row.edition.to_string();
    // A course meets in one room, with one lecturer: the form begins with those of the last lesson.
    let filled = match seminar.lessons.last() {
        Some(last) => beginning(last),
        None => Typed::default(),
    };
    let filled = sent::named(filled.or("edition", &edition));
    let facts = given(&page, &seminar, None).await?;
    page.form(FORM, &facts, &filled)
}

/// `POST /counter/seminars/{id}/lessons`
pub(super) async fn add(
    page: Page,
    Id(id): Id<SeminarId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("seminars");
    keeper(&page)?;
    let seminar = found(&page, id).await?;
    let (draft, seen) = (draft(&typed), typed.number("edition").unwrap_or(0));
    let added = sent::once(&page, &typed, async |work| {
        service::add_lesson(work, id, seen, &draft).await
    });
    let to = added.await.map(|_| format!("/counter/seminars/{id}"));
    let facts = given(&page, &seminar, None);
    sent::answer(&page, (FORM, &typed), to, "seminars-lesson-saved", facts).await
}

/// `GET /counter/lessons/{id}/edit`
pub(super) async fn edit(page: Page, Id(id): Id<LessonId>) -> Result<Response, Error> {
    let page = page.nav("seminars");
    let (lesson, seminar) = of(&page, id).await?;
    let time = |at: kernel::Instant| at.time().format("%H:%M").to_string();
    let filled = beginning(&lesson)
        .or("title", &lesson.title)
        .or("day", &lesson.starts_at.date().to_string())
        .or("from", &time(lesson.starts_at))
        .or("until", &time(lesson.ends_at))
        .or("edition", &seminar.row.edition.to_string());
    let lent = read::devices_of(page.app.db.reader(), std::slice::from_ref(&lesson)).await?;
    let lent = lent.get(&id).map_or(&[][..], Vec::as_slice);
    let filled = with_devices(filled, lent);
    let areas = lesson.areas();
    let filled = areas.iter().fold(filled, |filled, area| {
        filled.and("areas", area.code().to_owned())
    });
    let facts = given(&page, &seminar, Some(id)).await?;
    page.form(FORM, &facts, &filled)
}

/// `POST /counter/lessons/{id}`
pub(super) async fn change(
    page: Page,
    Id(id): Id<LessonId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("seminars");
    let (_, seminar) = of(&page, id).await?;
    let (draft, seen) = (draft(&typed), typed.number("edition").unwrap_or(0));
    let changed = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::change_lesson(work, id, seen, &draft).await
    });
    let to = changed.await.map(|id| format!("/counter/seminars/{id}"));
    let facts = given(&page, &seminar, Some(id));
    sent::answer(&page, (FORM, &typed), to, "seminars-lesson-saved", facts).await
}

/// `POST /counter/lessons/{id}/removal`
pub(super) async fn remove(
    page: Page,
    Id(id): Id<LessonId>,
    typed: Typed,
) -> Result<Response, Error> {
    of(&page, id).await?;
    let seen = typed.number("edition").unwrap_or(0);
    let removed = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::remove_lesson(work, id, seen).await
    });
    let id = removed.await?;
    let flash = Flash::good("seminars-lesson-removed", json!({}));
    Ok(page.go_saying(&format!("/counter/seminars/{id}"), &flash))
}

/// A lesson and its seminar, for those who keep it.
async fn of(page: &Page, id: LessonId) -> Result<(lesson::Model, Seminar), Error> {
    keeper(page)?;
    let lesson = read::lesson(page.app.db.reader(), id).await?;
    let lesson = lesson.ok_or_else(Error::not_found)?;
    let seminar = found(page, lesson.seminar_id).await?;
    Ok((lesson, seminar))
}

/// Where a lesson is and who teaches, as the form has it.
fn beginning(lesson: &lesson::Model) -> Typed {
    let id = |id: Option<String>| id.unwrap_or_default();
    Typed::default()
        .or("space", &id(lesson.space_id.map(|space| space.to_string())))
        .or("link", &lesson.link)
        .or(
            "lecturer_id",
            &id(lesson.lecturer_id.map(|person| person.to_string())),
        )
        .or("lecturer", &lesson.lecturer)
}

/// What somebody typed. A lesson ends on the day on which it begins.
fn draft(typed: &Typed) -> LessonDraft {
    let day = parse_date(typed.text("day"));
    let at = |time| Some(minute(day?, clock(typed.text(time))?));
    let span = at("from").zip(at("until"));
    let areas = typed.all("areas").into_iter();
    LessonDraft {
        title: typed.text("title").to_owned(),
        span: span.and_then(|(from, until)| Span::try_new(from, until)),
        areas: areas.filter_map(lesson::Area::parse).collect(),
        space: typed.text("space").parse().ok(),
        link: typed.text("link").to_owned(),
        lecturer_id: typed.text("lecturer_id").parse().ok(),
        lecturer: typed.text("lecturer").to_owned(),
        devices: device_picks(typed),
    }
}

/// Adds to the lessons of a seminar how many came, and what is lent for them.
pub(super) async fn told(
    page: &Page,
    one: &Seminar,
    catalogue: &Catalogue,
    seminar: &mut Value,
) -> Result<(), Error> {
    let db = page.app.db.reader();
    let marked = read::attendance(db, one.row.id).await?;
    let lent = read::devices_of(db, &one.lessons).await?;
    let rows = seminar["lessons"].as_array_mut().into_iter().flatten();
    for (fact, lesson) in rows.zip(&one.lessons) {
        fact["came"] = json!(marked.came(lesson.id));
        fact["devices"] = facts::devices(lent.get(&lesson.id), catalogue, page.lang);
    }
    Ok(())
}

/// The form: rooms and lecturers that can be chosen.
async fn given(page: &Page, one: &Seminar, id: Option<LessonId>) -> Result<Value, Error> {
    let now = page.app.clock.now();
    // As many as there are on the day of the lesson.
    let lesson = one.lessons.iter().find(|lesson| Some(lesson.id) == id);
    let day = lesson.map_or(now, |lesson| lesson.starts_at).date();
    let catalogue = Catalogue::current(&page.app).await?;
    let rooms = catalogue.in_use(now.date());
    let room = |place: &Place| json!({ "value": place.space.id.to_string(), "label": place.name(page.lang) });
    let teach = read::lecturers(page.app.db.reader()).await?;
    let lecturer = |(person, name): &(kernel::PersonId, String)| json!({ "value": person.to_string(), "label": name });
    Ok(json!({
        "seminar": facts::seminar(one, &catalogue, (page.lang, now)),
        "lesson": id,
        "rooms": rooms.map(room).collect::<Vec<_>>(),
        "lecturers": teach.iter().map(lecturer).collect::<Vec<_>>(),
        "devices": facts::lendable(page, &catalogue, day),
        "choices": facts::choices(page)?,
    }))
}
