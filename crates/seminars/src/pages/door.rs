//! At the door: people who come without having enrolled, and name plates.

use accounts::rules::wrong_field;
use axum::response::Response;
use bookings::read::Catalogue;
use kernel::PersonId;
use serde_json::{Value, json};
use web::{Error, Id, Page, Routes, Typed, sent};

use super::{
    asking,
    counter::found,
    facts,
    people::{known, person},
    public::wish,
};
use crate::{
    Refused,
    entity::{
        LessonId, SeminarId,
        enrolment::{Mode, State},
    },
    read::{self, Taking},
    service,
};

const WALK_IN: &str = "seminars/walk_in.html";

/// The routes of the door.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/counter/lessons/{id}/walk-ins", form)
        .post("/counter/lessons/{id}/walk-ins", let_in)
        .get("/counter/seminars/{id}/plates", plates)
}

/// `GET /counter/lessons/{id}/walk-ins?q=`
async fn form(page: Page, Id(id): Id<LessonId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("seminars");
    page.staff()?;
    let facts = given(&page, id, &typed).await?;
    page.form(WALK_IN, &facts, &sent::named(typed))
}

/// `POST /counter/lessons/{id}/walk-ins`
async fn let_in(page: Page, Id(id): Id<LessonId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("seminars");
    page.staff()?;
    let (person, wish) = (typed.text("person").parse::<PersonId>(), wish(&typed));
    let came = sent::once(&page, &typed, async |work| {
        let missing = wrong_field("person", "seminars-person-missing");
        let person = person.map_err(|_nobody| Refused::Invalid(vec![missing]))?;
        service::walk_in(work, id, person, &wish).await
    });
    let to = came
        .await
        .map(|who| format!("/counter/lessons/{id}/attendance#at-{who}"));
    let facts = given(&page, id, &typed);
    sent::answer(&page, (WALK_IN, &typed), to, "seminars-walked-in", facts).await
}

async fn given(page: &Page, id: LessonId, typed: &Typed) -> Result<Value, Error> {
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let lesson = read::lesson(db, id).await?.ok_or_else(Error::not_found)?;
    let one = found(page, lesson.seminar_id).await?;
    let catalogue = Catalogue::current(&page.app).await?;
    let modes = Mode::ALL.iter().copied();
    let modes = modes.filter(|mode| one.row.places(*mode) > 0);
    Ok(json!({
        "seminar": facts::seminar(&one, &catalogue, (page.lang, now)),
        "lesson": facts::lesson(&lesson, &catalogue, (page.lang, now)),
        "fee_terms": facts::fee_terms(page, &one.row).await?,
        "questions": asking::asked_for(page, one.row.id, false).await?,
        "found": known(page, typed.text("q")).await?,
        "modes": facts::options(page, "mode", modes.map(Mode::code))?,
    }))
}

/// `GET /counter/seminars/{id}/plates`: the name of everybody who comes to the centre, ten on a sheet.
async fn plates(page: Page, Id(id): Id<SeminarId>) -> Result<Response, Error> {
    page.staff()?;
    let one = found(&page, id).await?;
    let catalogue = Catalogue::current(&page.app).await?;
    let now = page.app.clock.now();
    let mut people = read::people(page.app.db.reader(), id).await?;
    people.retain(|own| own.row.state == State::Enrolled && own.row.mode == Mode::Here);
    let people: Vec<Value> = people.iter().map(plate).collect();
    let facts = json!({
        "seminar": facts::seminar(&one, &catalogue, (page.lang, now)),
        "sheets": people.chunks(10).collect::<Vec<_>>(),
    });
    page.show("seminars/plates.html", &facts)
}

/// A plate says no more than the others in the room may read.
fn plate(one: &Taking) -> Value {
    let all = person(one);
    json!({ "name": all["name"], "kana": all["kana"], "company": all["company"], "number": all["number"] })
}
