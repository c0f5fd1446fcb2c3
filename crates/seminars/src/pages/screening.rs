//! 審査: those who apply are looked at, and places given to some of them.

use axum::response::Response;
use bookings::read::Catalogue;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Routes, Typed};

use super::{answered, counter::found, facts, keeper};
use crate::{
    entity::{EnrolmentId, SeminarId, enrolment::State, seminar::Way},
    read,
    service::{self, Verdict},
};

const PAGE: &str = "seminars/screening.html";

/// The routes of screening.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/counter/seminars/{id}/screening", all)
        .post("/counter/seminars/{id}/screening", decide)
}

/// `GET /counter/seminars/{id}/screening`
async fn all(page: Page, Id(id): Id<SeminarId>) -> Result<Response, Error> {
    let page = page.nav("seminars");
    keeper(&page)?;
    let facts = given(&page, id).await?;
    page.form(PAGE, &facts, &Typed::default())
}

/// `POST /counter/seminars/{id}/screening`: `people` that were chosen, and what is done (`act`).
async fn decide(page: Page, Id(id): Id<SeminarId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("seminars");
    keeper(&page)?;
    let chosen = typed.all("people").into_iter();
    let chosen: Vec<EnrolmentId> = chosen.filter_map(|one| one.parse().ok()).collect();
    let words = typed.text("why").replace("\r\n", "\n");
    let (verdict, said) = match typed.text("act") {
        "admit" => (Verdict::Admitted, "seminars-screen-admitted"),
        _ => (Verdict::PassedOver(&words), "seminars-passed-over"),
    };
    let done = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::screen(work, id, &chosen, verdict).await
    });
    match done.await {
        Ok(()) => {
            let flash = Flash::good(said, json!({ "count": chosen.len() }));
            Ok(page.go_saying(&page.path, &flash))
        }
        Err(failed) => {
            let facts = given(&page, id).await?;
            page.refused(failed.into(), PAGE, &facts, &typed)
        }
    }
}

async fn given(page: &Page, id: SeminarId) -> Result<Value, Error> {
    let one = found(page, id).await?;
    if one.row.way != Way::Screening {
        return Err(Error::not_found());
    }
    let catalogue = Catalogue::current(&page.app).await?;
    let people = read::people(page.app.db.reader(), id).await?;
    let people = answered::people(page, &one.row, &people).await?;
    let of = |state: State| {
        let own = people.iter().filter(|own| own["state"] == state.code());
        own.collect::<Vec<_>>()
    };
    Ok(json!({
        "seminar": facts::seminar(&one, &catalogue, (page.lang, page.app.clock.now())),
        "applied": of(State::Applied),
        "admitted": of(State::Enrolled),
        "passed_over": of(State::PassedOver),
    }))
}
