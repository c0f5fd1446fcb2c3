//! 出欠: who came to a lesson, marked from the list.

use axum::response::Response;
use bookings::read::Catalogue;
use kernel::transact;
use serde_json::{Value, json};
use web::{
    Error, Flash, Id, Page, Routes, Typed,
    sheet::{Column, Form, List},
};

use super::{counter::found, facts, people::person};
use crate::{
    Refused,
    entity::{EnrolmentId, LessonId, attendance},
    read::{self, Taking},
    service,
};

const PAGE: &str = "seminars/attendance.html";

/// The list as a file.
const LIST: List = List {
    name: "attendance",
    taken: Some("enrolments.list_taken"),
    columns: &[
        Column::Number("seminars-label-number", "/number"),
        Column::Text("seminars-label-person", "/name"),
        Column::Text("seminars-label-kana", "/kana"),
        Column::Text("seminars-label-company", "/company"),
        Column::Said("seminars-label-mode", "/mode", "seminars-mode-"),
        Column::Said("seminars-attendance", "/marked", "seminars-came-"),
    ],
};

/// The routes of attendance.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/counter/lessons/{id}/attendance", list)
        .post("/counter/lessons/{id}/attendance", mark)
        .post("/counter/lessons/{id}/attendance/undoing", unmark)
}

/// `GET /counter/lessons/{id}/attendance?as=`
async fn list(page: Page, Id(id): Id<LessonId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("seminars");
    page.staff()?;
    let facts = given(&page, id).await?;
    if let Some(form) = Form::asked(&typed)? {
        let rows = facts["people"].as_array().map_or(&[][..], Vec::as_slice);
        return page.file_of_today(form, &LIST, rows).await;
    }
    page.form(PAGE, &facts, &Typed::default())
}

/// `POST /counter/lessons/{id}/attendance`
async fn mark(page: Page, Id(id): Id<LessonId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("seminars");
    page.staff()?;
    let (who, state) = (who(&typed), attendance::State::parse(typed.text("state")));
    let marked = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        let (who, state) = who.zip(state).ok_or(Refused::NotThere)?;
        service::mark(work, id, who, state).await
    });
    answered(&page, (id, &typed), marked.await, "seminars-marked").await
}

/// `POST /counter/lessons/{id}/attendance/undoing`
async fn unmark(page: Page, Id(id): Id<LessonId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("seminars");
    page.staff()?;
    let who = who(&typed);
    let undone = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        let who = who.ok_or(Refused::NotThere)?;
        service::unmark(work, id, who).await
    });
    answered(&page, (id, &typed), undone.await, "seminars-unmarked").await
}

fn who(typed: &Typed) -> Option<EnrolmentId> {
    typed.text("who").parse().ok()
}

/// Back to the list, at the person who was marked.
async fn answered(
    page: &Page,
    (id, typed): (LessonId, &Typed),
    done: Result<(), kernel::Failed<Refused>>,
    said: &str,
) -> Result<Response, Error> {
    match done {
        Ok(()) => {
            let place = format!("/counter/lessons/{id}/attendance#at-{}", typed.text("who"));
            Ok(page.go_saying(&place, &Flash::good(said, json!({}))))
        }
        Err(failed) => {
            let facts = given(page, id).await?;
            page.refused(failed.into(), PAGE, &facts, typed)
        }
    }
}

async fn given(page: &Page, id: LessonId) -> Result<Value, Error> {
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let lesson = read::lesson(db, id).await?.ok_or_else(Error::not_found)?;
    let one = found(page, lesson.seminar_id).await?;
    let catalogue = Catalogue::current(&page.app).await?;
    let marked = read::attendance(db, one.row.id).await?;
    let people = read::people(db, one.row.id).await?;
    let has = |own: &&Taking| {
        own.row.had_place_at(lesson.starts_at) || marked.of(id, own.row.id).is_some()
    };
    let fact = |own: &Taking| {
        let mut fact = person(own);
        fact["marked"] = json!(marked.of(id, own.row.id).map(attendance::State::code));
        fact
    };
    Ok(json!({
        "seminar": facts::seminar(&one, &catalogue, (page.lang, now)),
        "lesson": facts::lesson(&lesson, &catalogue, (page.lang, now)),
        "people": people.iter().filter(has).map(fact).collect::<Vec<_>>(),
        "came": marked.came(id),
        "states": attendance::State::ALL.iter().map(|one| one.code()).collect::<Vec<_>>(),
    }))
}
