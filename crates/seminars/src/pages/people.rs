//! Who takes part and who waits: the list, the same as a file and on paper, and people entered at the
//! counter.

use accounts::{read::find_people, rules::wrong_field};
use axum::response::Response;
use bookings::read::Catalogue;
use kernel::{Instant, PersonId};
use serde_json::{Value, json};
use web::{
    Error, Id, Page, Routes, Typed, sent,
    sheet::{Column, Form, List},
};

use super::{answered, asking, counter::found, facts, public::wish};
use crate::{
    Refused,
    entity::{
        SeminarId,
        enrolment::{Mode, State},
    },
    read::{self, Seminar, Taking},
    rules::{self, standing},
    service,
};

const PAGE: &str = "seminars/people.html";

/// The list as a file.
const LIST: List = List {
    name: "seminar",
    taken: Some("enrolments.list_taken"),
    columns: &[
        Column::Number("seminars-label-number", "/number"),
        Column::Text("seminars-label-person", "/name"),
        Column::Text("seminars-label-kana", "/kana"),
        Column::Text("seminars-label-email", "/email"),
        Column::Text("seminars-label-telephone", "/telephone"),
        Column::Text("seminars-label-company", "/company"),
        Column::Said("seminars-label-mode", "/mode", "seminars-mode-"),
        Column::Said("seminars-label-state", "/state", "seminars-state-"),
        Column::Text("seminars-label-needs", "/needs"),
        Column::Said("seminars-label-within", "/within", "seminars-within-"),
        Column::Said("seminars-label-paid", "/paid", "seminars-paid-"),
        Column::Time("seminars-label-made", "/made_at"),
    ],
};

/// The routes of people.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/counter/seminars/{id}/people", list)
        .post("/counter/seminars/{id}/people", enter)
        .get("/counter/seminars/{id}/print", print)
}

/// `GET /counter/seminars/{id}/people?q=&as=`
async fn list(page: Page, Id(id): Id<SeminarId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("seminars");
    page.staff()?;
    let facts = given(&page, id, &typed).await?;
    if let Some(form) = Form::asked(&typed)? {
        let rows = facts["people"].as_array().map_or(&[][..], Vec::as_slice);
        let more = more(&page, id).await?;
        return page.file_with(form, &LIST, &more, rows).await;
    }
    page.form(PAGE, &facts, &sent::named(typed))
}

/// A column for each question, for those who read the answers.
async fn more(page: &Page, id: SeminarId) -> Result<Vec<String>, Error> {
    if !rules::may_keep(&page.actor()) {
        return Ok(Vec::new());
    }
    let asked = read::questions(page.app.db.reader(), id).await?;
    Ok(answered::columns(page, &asked))
}

/// `POST /counter/seminars/{id}/people`: somebody who is at the counter, or on the telephone.
async fn enter(page: Page, Id(id): Id<SeminarId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("seminars");
    page.staff()?;
    let (person, wish) = (typed.text("person").parse::<PersonId>(), wish(&typed));
    let entered = sent::once(&page, &typed, async |work| {
        let missing = wrong_field("person", "seminars-person-missing");
        let person = person.map_err(|_nobody| Refused::Invalid(vec![missing]))?;
        service::enrol(work, id, person, &wish).await
    });
    let to = entered
        .await
        .map(|_| format!("/counter/seminars/{id}/people"));
    let facts = given(&page, id, &typed);
    sent::answer(&page, (PAGE, &typed), to, "seminars-entered", facts).await
}

/// `GET /counter/seminars/{id}/print`
async fn print(page: Page, Id(id): Id<SeminarId>) -> Result<Response, Error> {
    page.staff()?;
    let facts = given(&page, id, &Typed::default()).await?;
    page.show("seminars/print.html", &facts)
}

async fn given(page: &Page, id: SeminarId, typed: &Typed) -> Result<Value, Error> {
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let one = found(page, id).await?;
    let catalogue = Catalogue::current(&page.app).await?;
    let people = read::people(db, id).await?;
    let with = |state: State| people.iter().filter(|own| own.row.state == state).count();
    let modes = Mode::ALL.iter().copied();
    let modes = modes.filter(|mode| one.row.places(*mode) > 0);
    Ok(json!({
        "seminar": facts::seminar(&one, &catalogue, (page.lang, now)),
        "people": listed(page, &one, &people).await?,
        "reads": rules::may_keep(&page.actor()),
        "questions": asking::asked_for(page, id, false).await?,
        "fee_terms": facts::fee_terms(page, &one.row).await?,
        "enrolled": with(State::Enrolled),
        "applied": with(State::Applied),
        "waiting": with(State::Waiting),
        "offered": with(State::Offered),
        "found": known(page, typed.text("q")).await?,
        "modes": facts::options(page, "mode", modes.map(Mode::code))?,
        "takes": standing(&one.row, now).takes(true),
        "now": Instant::rfc3339(now),
    }))
}

/// Each with how far their place is paid, and until when giving it up costs nothing.
async fn listed(page: &Page, one: &Seminar, people: &[Taking]) -> Result<Vec<Value>, Error> {
    let ids: Vec<_> = people.iter().map(|own| own.row.id).collect();
    let dues = read::dues_of(page.app.db.reader(), &ids).await?;
    let free = read::free_until(page.app.db.reader(), &ids).await?;
    let mut listed = answered::people(page, &one.row, people).await?;
    for (fact, own) in listed.iter_mut().zip(people) {
        let due = dues.get(&own.row.id);
        fact["paid"] = json!(due.map(|due| due.code()));
        fact["bill"] = json!(due.map(|due| due.bill));
        let until = free.get(&own.row.id);
        fact["leaving"] = facts::leaving(page, &one.row, until.map(String::as_str));
    }
    Ok(listed)
}

/// Whom reception may mean.
pub(super) async fn known(page: &Page, asked: &str) -> Result<Vec<Value>, Error> {
    if asked.is_empty() {
        return Ok(Vec::new());
    }
    let known = find_people(page.app.db.reader(), asked, None).await?.items;
    let option = |who: &accounts::read::Person| {
        let reached = who.email.as_deref().unwrap_or(&who.telephone);
        json!({ "value": who.id.to_string(), "label": format!("{}　{reached}", who.name) })
    };
    Ok(known.iter().map(option).collect())
}

/// Somebody of a seminar, with how they are reached.
pub(super) fn person(one: &Taking) -> Value {
    let mut fact = facts::enrolment(&one.row);
    let who = one.who.as_ref();
    fact["name"] = json!(one.name());
    fact["kana"] = json!(one.kana());
    fact["by"] = json!(one.by());
    fact["email"] = json!(who.and_then(|who| who.email.as_deref()).unwrap_or_default());
    fact["telephone"] = json!(who.map(|who| who.telephone.as_str()).unwrap_or_default());
    fact
}
