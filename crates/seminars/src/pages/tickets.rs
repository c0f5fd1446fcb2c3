//! 受講票: the paper with a square code that somebody brings, and the page that it opens at the door. Its
//! address is the enrolment's, which nobody guesses, and which opens for those who work here only.

use accounts::read::contact;
use axum::response::Response;
use bookings::read::Catalogue;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Routes, Tone, Typed, square_code};

use super::{facts, mine::seen, people::person};
use crate::{
    Refused,
    entity::{
        EnrolmentId, LessonId,
        attendance::State,
        enrolment::{self, Mode},
    },
    read::{self, Own, Taking},
    service::{self, Admitted},
};

const DOOR: &str = "seminars/ticket_read.html";

/// The routes of tickets.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/enrolments/{id}/ticket", ticket)
        .get("/counter/tickets/{id}", read_ticket)
        .post("/counter/tickets/{id}/attendance", admit)
        .post("/counter/tickets/{id}/undoing", undo)
}

/// What the camera at the door reads; none for whoever has no place, or takes part online.
pub(super) fn code(page: &Page, own: &Own) -> Result<Option<Value>, Error> {
    let now = page.app.clock.now();
    let over = own.seminar.row.ends_at.is_none_or(|ends| ends <= now);
    let has = own.row.state == enrolment::State::Enrolled && own.row.mode == Mode::Here;
    if over || !has {
        return Ok(None);
    }
    let address = format!(
        "{}/counter/tickets/{}",
        page.app.site.public_url, own.row.id
    );
    Ok(Some(square_code(&address)?))
}

/// `GET /enrolments/{id}/ticket`
async fn ticket(page: Page, Id(id): Id<EnrolmentId>) -> Result<Response, Error> {
    let own = seen(&page, id).await?;
    let code = code(&page, &own)?.ok_or_else(Error::not_found)?;
    let catalogue = Catalogue::current(&page.app).await?;
    let now = page.app.clock.now();
    let who = contact(page.app.db.reader(), own.row.person_id).await?;
    let taking = Taking { row: own.row, who };
    let facts = json!({
        "enrolment": facts::enrolment(&taking.row),
        "seminar": facts::seminar(&own.seminar, &catalogue, (page.lang, now)),
        "name": taking.name(),
        "code": code,
    });
    page.show("seminars/ticket.html", &facts)
}

/// `GET /counter/tickets/{id}`: what the camera opens.
async fn read_ticket(page: Page, Id(id): Id<EnrolmentId>) -> Result<Response, Error> {
    let page = page.nav("seminars");
    page.staff()?;
    let facts = given(&page, id).await?;
    page.form(DOOR, &facts, &Typed::default())
}

/// `POST /counter/tickets/{id}/attendance`: pressed twice, or by two, it is one mark.
async fn admit(page: Page, Id(id): Id<EnrolmentId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("seminars");
    page.staff()?;
    let asked = typed.text("lesson").parse::<LessonId>().ok();
    let asked = asked.zip(State::parse(typed.text("state")));
    let admitted = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        let (lesson, state) = asked.ok_or(Refused::NotThere)?;
        service::admit(work, lesson, id, state).await
    });
    let flash = admitted.await.map(|admitted| match admitted {
        Admitted::Now => Flash::good("seminars-admitted", json!({})),
        Admitted::Before(_, at) => {
            let time = at.time().format("%H:%M").to_string();
            Flash {
                kind: Tone::Info,
                ..Flash::good("seminars-admitted-before", json!({ "time": time }))
            }
        }
    });
    answered(&page, (id, &typed), flash).await
}

/// `POST /counter/tickets/{id}/undoing`
async fn undo(page: Page, Id(id): Id<EnrolmentId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("seminars");
    page.staff()?;
    let lesson = typed.text("lesson").parse::<LessonId>().ok();
    let undone = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::unmark(work, lesson.ok_or(Refused::NotThere)?, id).await
    });
    let flash = undone
        .await
        .map(|()| Flash::good("seminars-unmarked", json!({})));
    answered(&page, (id, &typed), flash).await
}

async fn answered(
    page: &Page,
    (id, typed): (EnrolmentId, &Typed),
    done: Result<Flash, kernel::Failed<Refused>>,
) -> Result<Response, Error> {
    match done {
        Ok(flash) => Ok(page.go_saying(&format!("/counter/tickets/{id}"), &flash)),
        Err(failed) => {
            let facts = given(page, id).await?;
            page.refused(failed.into(), DOOR, &facts, typed)
        }
    }
}

/// Who it is, and what of them is marked.
async fn given(page: &Page, id: EnrolmentId) -> Result<Value, Error> {
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let own = read::enrolment(db, id)
        .await?
        .ok_or_else(Error::not_found)?;
    let catalogue = Catalogue::current(&page.app).await?;
    let marks = read::marks_of(db, id).await?;
    let mut seminar = facts::seminar(&own.seminar, &catalogue, (page.lang, now));
    let rows = seminar["lessons"].as_array_mut().into_iter().flatten();
    for ((nth, lesson), fact) in (1..).zip(&own.seminar.lessons).zip(rows) {
        let mark = marks.get(&lesson.id);
        fact["nth"] = json!(nth);
        fact["today"] = json!(lesson.starts_at.date() == now.date());
        fact["marked"] = json!(mark.map(|mark| mark.row.state.code()));
        fact["marked_at"] = json!(mark.map(|mark| mark.row.marked_at.rfc3339()));
        fact["marked_by"] = json!(mark.and_then(|mark| mark.by.clone()));
    }
    // What there is to do stands first.
    if let Some(rows) = seminar["lessons"].as_array_mut() {
        rows.sort_by_key(|fact| fact["today"] != json!(true));
    }
    let who = contact(db, own.row.person_id).await?;
    let taking = Taking { row: own.row, who };
    let has = taking.row.state == enrolment::State::Enrolled;
    Ok(json!({ "seminar": seminar, "person": person(&taking), "has": has }))
}
