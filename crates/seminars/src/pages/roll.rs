//! 出欠の取込み: who came to a lesson, from a list that another program wrote.

use std::collections::BTreeMap;

use axum::response::Response;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Routes, Typed};

use super::counter::found;
use crate::{
    entity::{EnrolmentId, LessonId, attendance::State},
    letters::title,
    read,
    rules::{WrongLine, roll},
    service,
};

const FORM: &str = "seminars/roll.html";

/// The routes of lists.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/counter/lessons/{id}/roll", form)
        .post("/counter/lessons/{id}/roll", take)
}

/// `GET /counter/lessons/{id}/roll`
async fn form(page: Page, Id(id): Id<LessonId>) -> Result<Response, Error> {
    let page = page.nav("seminars");
    page.staff()?;
    let (facts, _) = given(&page, id, &[]).await?;
    page.form(FORM, &facts, &Typed::default())
}

/// `POST /counter/lessons/{id}/roll`: all of the list, or none of it.
async fn take(page: Page, Id(id): Id<LessonId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("seminars");
    page.staff()?;
    let (facts, known) = given(&page, id, &[]).await?;
    let marks = match roll(typed.text("list"), &words(&page)?, &known) {
        Ok(marks) => marks,
        Err(wrong) => {
            let (facts, _) = given(&page, id, &wrong).await?;
            return page.again(FORM, &facts, &typed, &[]);
        }
    };
    let marked = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::mark_all(work, id, &marks).await
    });
    match marked.await {
        Ok(count) => {
            let flash = Flash::good("seminars-roll-taken", json!({ "count": count }));
            Ok(page.go_saying(&format!("/counter/lessons/{id}/attendance"), &flash))
        }
        Err(failed) => page.refused(failed.into(), FORM, &facts, &typed),
    }
}

/// The marks as the reader calls them.
fn words(page: &Page) -> Result<Vec<(String, State)>, Error> {
    let word = |state: &State| {
        let word = page.worded(&format!("seminars-came-{}", state.code()))?;
        Ok::<_, Error>((word, *state))
    };
    State::ALL.iter().map(word).collect()
}

/// What the page shows, and those who have a place, by their numbers.
async fn given(
    page: &Page,
    id: LessonId,
    wrong: &[WrongLine],
) -> Result<(Value, BTreeMap<i64, EnrolmentId>), Error> {
    let db = page.app.db.reader();
    let lesson = read::lesson(db, id).await?.ok_or_else(Error::not_found)?;
    let one = found(page, lesson.seminar_id).await?;
    let people = read::people(db, one.row.id).await?;
    let has = people
        .iter()
        .filter(|own| own.row.had_place_at(lesson.starts_at));
    let known = has.map(|own| (own.row.number, own.row.id)).collect();
    let line = |one: &WrongLine| json!({ "line": one.line, "key": one.key });
    let facts = json!({
        "seminar": { "id": one.row.id, "title": title(&one.row, page.lang) },
        "lesson": {
            "id": id, "title": lesson.title, "starts_at": lesson.starts_at.rfc3339(),
            "ends_at": lesson.ends_at.rfc3339(),
        },
        "wrong": wrong.iter().map(line).collect::<Vec<_>>(),
    });
    Ok((facts, known))
}
