//! Seminars as everybody sees them, and enrolling.

use accounts::rules::source;
use axum::{extract::Request, response::Response};
use bookings::read::Catalogue;
use kernel::Failed;
use serde_json::{Value, json};
use web::{
    ClientAddress, Error, Flash, Id, Page, Typed,
    sent::{named, once},
};

use super::{
    asking, facts, guests,
    looked::{self, Looked},
};
use crate::{
    Refused,
    entity::{SeminarId, enrolment::Mode},
    read::{self, Seminar},
    rules::{Leaves, Wish, standing, within},
    service,
};

const ONE: &str = "seminars/one.html";

/// `GET /seminars?when=&q=&month=&programme=&audience=&area=&mode=&free=`
pub(super) async fn all(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("learn");
    let (now, looked) = (page.app.clock.now(), Looked::of(&typed));
    let catalogue = Catalogue::current(&page.app).await?;
    let mut found = read::public(page.app.db.reader()).await?;
    let (months, programmes) = looked::offered(&page, &found, &looked)?;
    found.retain(|one| looked.finds(one, now));
    if looked.past {
        found.reverse();
    }
    let fact = |one: &Seminar| facts::seminar(one, &catalogue, (page.lang, now));
    let facts = json!({
        "seminars": found.iter().map(fact).collect::<Vec<_>>(),
        "choices": facts::choices(&page)?,
        "months": months,
        "programmes": programmes,
        "query": looked::query(&typed),
        "past": looked.past,
    });
    page.form("seminars/list.html", &facts, &typed)
}

/// `GET /seminars/{id}`
pub(super) async fn one(page: Page, Id(id): Id<SeminarId>) -> Result<Response, Error> {
    let page = page.nav("learn");
    let facts = given(&page, id).await?;
    page.form(ONE, &facts, &named(Typed::default()))
}

/// `POST /seminars/{id}/enrolments`
pub(super) async fn enrol(
    page: Page,
    Id(id): Id<SeminarId>,
    ClientAddress(address): ClientAddress,
    request: Request,
) -> Result<Response, Error> {
    let page = page.nav("learn");
    let takes = async || Ok(takes(&page, &found(&page, id).await?));
    let sent = asking::read_form(&page, (id, Refused::NotOpen), takes, request).await?;
    let typed = sent.typed.clone();
    let wish = Wish {
        answers: asking::sent(sent, Leaves::Nothing),
        ..wish(&typed)
    };
    let Some(person) = page.viewer.as_ref().map(|viewer| viewer.person) else {
        return guests::send(&page, &source(address), (id, &typed), &wish).await;
    };
    let made = once(&page, &typed, async |work| {
        service::enrol(work, id, person, &wish).await
    });
    match made.await {
        Ok(made) => {
            let flash = Flash::good("seminars-received", json!({}));
            Ok(page.go_saying(&format!("/enrolments/{made}"), &flash))
        }
        Err(failed) => again(&page, id, failed, &typed).await,
    }
}

/// The page once more, with what was typed.
pub(super) async fn again(
    page: &Page,
    id: SeminarId,
    failed: Failed<Refused>,
    typed: &Typed,
) -> Result<Response, Error> {
    let facts = given(page, id).await?;
    page.refused(failed.into(), ONE, &facts, typed)
}

/// What somebody typed who enrols; at the counter, with what they answer.
pub(super) fn wish(typed: &Typed) -> Wish {
    Wish {
        mode: Mode::parse(typed.text("mode")),
        company: typed.text("company").to_owned(),
        needs: typed.text("needs").replace("\r\n", "\n"),
        within: within(typed.text("within")),
        answers: asking::typed(typed),
    }
}

async fn found(page: &Page, id: SeminarId) -> Result<Seminar, Error> {
    let found = read::seminar(page.app.db.reader(), id).await?;
    let found = found.filter(|one| one.row.published_at.is_some());
    found.ok_or_else(Error::not_found)
}

/// Whether people can enrol now.
fn takes(page: &Page, one: &Seminar) -> bool {
    standing(&one.row, page.app.clock.now()).takes(false)
}

/// A seminar that everybody sees, and the reader's own enrolment in it.
async fn given(page: &Page, id: SeminarId) -> Result<Value, Error> {
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let catalogue = Catalogue::current(&page.app).await?;
    let found = found(page, id).await?;
    let own = match page.viewer.as_ref() {
        Some(viewer) => read::own_of(db, id, viewer.person).await?,
        None => None,
    };
    let seminar = closed(facts::seminar(&found, &catalogue, (page.lang, now)));
    let modes = Mode::ALL.iter().copied();
    let modes = modes.filter(|mode| found.row.places(*mode) > 0);
    Ok(json!({
        "seminar": seminar,
        "own": own.as_ref().map(facts::enrolment),
        "modes": facts::options(page, "mode", modes.map(Mode::code))?,
        "takes": takes(page, &found),
        "fee_terms": facts::fee_terms(page, &found.row).await?,
        "in_series": read::series(db, &found.row).await?.len() > 1,
        "questions": asking::asked(page, id, page.viewer.is_some()).await?,
    }))
}

/// Without the address of the online room, which is for those who have a place.
fn closed(mut seminar: Value) -> Value {
    for lesson in seminar["lessons"].as_array_mut().into_iter().flatten() {
        let online = lesson["link"].as_str().is_some_and(|link| !link.is_empty());
        lesson["online"] = json!(online);
        lesson["link"] = json!("");
    }
    seminar
}
