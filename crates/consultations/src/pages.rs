//! 専門家相談: asking for advice, the experts, cases and their records, meetings at the counter.

mod advising;
mod ask;
mod cases;
mod consult;
mod desks;
mod dispatches;
mod experts;
mod facts;
mod figures;
mod honoraria;
mod meetings;
mod mine;
mod own_papers;
mod terms;
mod visits;

use web::{Error, Page, Routes};

/// The routes of this crate.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/consult", consult::lead)
        .get("/experts", consult::experts)
        .get("/experts/{id}", consult::expert)
        .get("/consultations/new", ask::new)
        .post("/consultations", ask::create)
        .post("/consultations/with-papers", ask::create_with_papers)
        .get("/consultations/sent", ask::sent)
        .get("/consultations/confirm/{token}", ask::confirm)
        .post("/consultations/confirm/{token}", ask::confirmed)
        .get("/mypage/consultations", mine::all)
        .get("/mypage/consultations/export", mine::export)
        .get("/consultations/{id}", mine::one)
        .post("/consultations/{id}/withdrawal", mine::withdraw)
        .get(
            "/consultations/{id}/meetings/{meeting}/change",
            mine::change_form,
        )
        .post(
            "/consultations/{id}/meetings/{meeting}/change",
            mine::change,
        )
        .post(
            "/consultations/{id}/meetings/{meeting}/cancellation",
            mine::cancel,
        )
        .get("/consultations/{id}/meetings/new", mine::choose_form)
        .post("/consultations/{id}/meetings", mine::choose)
        .post("/consultations/{id}/meetings/{meeting}/delay", mine::late)
        .and(advising::routes())
        .and(terms::routes())
        .and(desks::routes())
        .and(own_papers::routes())
        .and(cases::routes())
        .and(dispatches::routes())
        .and(honoraria::routes())
        .and(visits::routes())
        .and(figures::routes())
        .and(meetings::routes())
        .and(experts::routes())
}

/// Lets pass who may see cases.
fn viewer(page: &Page) -> Result<(), Error> {
    if crate::rules::may_see_cases(&page.person()?.actor) {
        Ok(())
    } else {
        Err(Error::forbidden())
    }
}

/// Lets pass who keeps the register of experts.
fn keeper(page: &Page) -> Result<(), Error> {
    if crate::rules::may_keep_experts(&page.person()?.actor) {
        Ok(())
    } else {
        Err(Error::forbidden())
    }
}
