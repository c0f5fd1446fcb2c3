//! A company enrols its employees by name: by itself, or through whoever works at the centre.

use accounts::read::person;
use axum::{extract::Request, response::Response};
use files::Form;
use kernel::{Failed, PersonId};
use serde_json::{Value, json};
use web::{
    Error, Flash, Id, Page, Routes, Typed,
    sent::{named, once},
};

use super::{asking, facts};
use crate::{
    Refused,
    entity::{SeminarId, enrolment::Mode},
    letters::title,
    read::{self, Seminar},
    rules::{self, CompanyWish, Leaves, MOST, attendees, standing, wrong_lines},
    service,
};

const FORM: &str = "seminars/company.html";

/// The routes of companies.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/seminars/{id}/company", form)
        .post("/seminars/{id}/company", enrol)
}

/// `GET /seminars/{id}/company?for=`
async fn form(page: Page, Id(id): Id<SeminarId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("learn");
    let (whom, one) = (whom(&page, &typed)?, found(&page, id).await?);
    let facts = given(&page, &one, (whom, &typed)).await?;
    page.form(FORM, &facts, &named(typed))
}

/// `POST /seminars/{id}/company`
async fn enrol(page: Page, Id(id): Id<SeminarId>, request: Request) -> Result<Response, Error> {
    let page = page.nav("learn");
    let one = found(&page, id).await?;
    let takes = async || Ok(takes(&page, &one));
    let sent = asking::read_form(&page, (id, Refused::NotOpen), takes, request).await?;
    let typed = sent.typed.clone();
    let whom = whom(&page, &typed)?;
    let wish = wish(sent, leaves(&page, whom));
    let made = once(&page, &typed, async |work| {
        let made = service::enrol_company(work, id, whom, &wish).await?;
        let first = made.first().copied().ok_or(Refused::NobodyChosen)?;
        Ok::<_, Failed<Refused>>(first)
    });
    match made.await {
        Ok(_) => {
            let own = page.person()?.person == whom;
            let to = format!("/counter/seminars/{id}/people");
            let to = if own { "/mypage/seminars" } else { &to };
            let count = json!({ "count": wish.attendees.len() });
            Ok(page.go_saying(to, &Flash::good("seminars-company-received", count)))
        }
        Err(failed) => {
            let facts = given(&page, &one, (whom, &typed)).await?;
            page.refused(failed.into(), FORM, &facts, &typed)
        }
    }
}

/// What somebody typed for their company.
fn wish(sent: Form, leaves: Leaves) -> CompanyWish {
    let typed = &sent.typed;
    CompanyWish {
        mode: Mode::parse(typed.text("mode")),
        company: typed.text("company").to_owned(),
        attendees: attendees(typed.raw("list")),
        within: rules::within(typed.text("within")),
        answers: asking::sent(sent, leaves),
    }
}

/// For whom: whoever is signed in, or whom somebody at the centre names.
fn whom(page: &Page, typed: &Typed) -> Result<PersonId, Error> {
    let viewer = page.person()?;
    match typed.text("for") {
        "" => Ok(viewer.person),
        named if rules::may_receive(&viewer.actor) => {
            named.parse().map_err(|_error| Error::not_found())
        }
        _ => Err(Error::forbidden()),
    }
}

/// What may be left open: everything by whoever works at the centre for a company.
fn leaves(page: &Page, whom: PersonId) -> Leaves {
    if page.actor().is(whom) {
        Leaves::Nothing
    } else {
        Leaves::Everything
    }
}

/// Whether it can be enrolled in now: by people themselves, or at the counter.
fn takes(page: &Page, one: &Seminar) -> bool {
    let staff = rules::may_receive(&page.actor());
    standing(&one.row, page.app.clock.now()).takes(staff)
}

async fn found(page: &Page, id: SeminarId) -> Result<Seminar, Error> {
    let found = read::seminar(page.app.db.reader(), id).await?;
    let found = found.filter(|one| one.row.published_at.is_some());
    found.ok_or_else(Error::not_found)
}

async fn given(
    page: &Page,
    one: &Seminar,
    (whom, typed): (PersonId, &Typed),
) -> Result<Value, Error> {
    let who = person(page.app.db.reader(), whom).await?;
    let who = who.ok_or_else(Error::not_found)?;
    let lines = wrong_lines(&attendees(typed.raw("list")));
    let line = |one: &rules::WrongLine| json!({ "number": one.line, "key": one.key });
    let modes = Mode::ALL.iter().copied();
    let modes = modes.filter(|mode| one.row.places(*mode) > 0);
    let questions = match leaves(page, whom) {
        Leaves::Everything => asking::asked_for(page, one.row.id, true).await?,
        Leaves::Nothing | Leaves::Papers => asking::asked(page, one.row.id, true).await?,
    };
    Ok(json!({
        "seminar": {
            "id": one.row.id, "title": title(&one.row, page.lang), "way": one.row.way.code(),
            "audience": one.row.audience.code(),
        },
        "for": (page.person()?.person != whom).then(|| json!({ "id": whom, "name": who.name })),
        "fee_terms": facts::fee_terms(page, &one.row).await?,
        "wrong": lines.iter().map(line).collect::<Vec<_>>(),
        "modes": facts::options(page, "mode", modes.map(Mode::code))?,
        "takes": takes(page, one),
        "most": MOST,
        "questions": questions,
    }))
}
