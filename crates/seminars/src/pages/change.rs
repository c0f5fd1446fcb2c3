//! What somebody said when they enrolled, said anew.

use axum::response::Response;
use bookings::read::Catalogue;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Routes, Typed};

use super::{
    facts,
    mine::{can_change, seen},
    public::wish,
};
use crate::{
    entity::{
        EnrolmentId,
        enrolment::{Mode, State},
    },
    read::{self, Own},
    rules::Phase,
    service,
};

const FORM: &str = "seminars/change.html";

/// The routes of changes.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/enrolments/{id}/change", form)
        .post("/enrolments/{id}/change", change)
}

/// `GET /enrolments/{id}/change`
async fn form(page: Page, Id(id): Id<EnrolmentId>) -> Result<Response, Error> {
    let page = page.nav("learn");
    let own = seen(&page, id).await?;
    if !can_change(&own, page.app.clock.now()) {
        return Ok(page.go(&format!("/enrolments/{id}")));
    }
    let filled = Typed::default()
        .or("mode", own.row.mode.code())
        .or("company", &own.row.company)
        .or("needs", &own.row.needs)
        .or("edition", &own.row.edition.to_string());
    page.form(FORM, &given(&page, &own).await?, &filled)
}

/// `POST /enrolments/{id}/change`
async fn change(page: Page, Id(id): Id<EnrolmentId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("learn");
    let own = seen(&page, id).await?;
    let (wish, seminar) = (wish(&typed), own.row.seminar_id);
    let edition = (typed.number("edition").unwrap_or(0), typed.text("why"));
    let changed = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::change(work, id, edition, &wish).await
    });
    match changed.await {
        Ok(()) => {
            let flash = Flash::good("seminars-change-done", json!({}));
            let own = page.person()?.person == own.row.person_id;
            let people = format!("/counter/seminars/{seminar}/people");
            let to = format!("/enrolments/{id}");
            Ok(page.go_saying(if own { &to } else { &people }, &flash))
        }
        Err(failed) => {
            let facts = given(&page, &seen(&page, id).await?).await?;
            page.refused(failed.into(), FORM, &facts, &typed)
        }
    }
}

/// The form. Who waits may have a place there at once, and owes its fee; once the list of a draw is frozen,
/// who applies stays where they are.
async fn given(page: &Page, own: &Own) -> Result<Value, Error> {
    let now = page.app.clock.now();
    let catalogue = Catalogue::current(&page.app).await?;
    let row = &own.seminar.row;
    let stays = own.row.state == State::Applied
        && read::draws(page.app.db.reader(), row.id)
            .await?
            .iter()
            .any(|one| one.phase() != Phase::Promised);
    let modes = Mode::ALL.iter().copied();
    let modes = modes.filter(|mode| row.places(*mode) > 0 && (!stays || *mode == own.row.mode));
    let fee_terms = match own.row.state {
        State::Waiting => facts::fee_terms(page, row).await?,
        _ => Value::Null,
    };
    Ok(json!({
        "fee_terms": fee_terms,
        "for_them": page.person()?.person != own.row.person_id,
        "enrolment": facts::enrolment(&own.row),
        "seminar": facts::seminar(&own.seminar, &catalogue, (page.lang, now)),
        "modes": facts::options(page, "mode", modes.map(Mode::code))?,
    }))
}
