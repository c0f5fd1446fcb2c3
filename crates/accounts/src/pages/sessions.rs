//! サインイン中の機器: where a person is signed in, and signing out from afar.

use axum::{Extension, response::Response};
use kernel::transact;
use serde_json::json;
use web::{Error, Flash, Id, Page, Routes};

use crate::{entity::SessionId, identify::CurrentSession, read, service};

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/mypage/sessions", list)
        .post("/mypage/sessions/{id}/end", end)
        .post("/mypage/sessions/others/end", end_others)
}

async fn list(page: Page, current: Option<Extension<CurrentSession>>) -> Result<Response, Error> {
    let person = page.person()?.person;
    let now = page.app.clock.now();
    let sessions = read::sessions(page.app.db.reader(), person, this(current), now).await?;
    page.show("accounts/sessions.html", &json!({ "sessions": sessions }))
}

fn this(current: Option<Extension<CurrentSession>>) -> Option<SessionId> {
    current.map(|Extension(CurrentSession(id))| id)
}

async fn end(page: Page, Id(id): Id<SessionId>) -> Result<Response, Error> {
    let person = page.person()?.person;
    transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::end_session(work, person, id).await
    })
    .await?;
    let flash = Flash::good("accounts-flash-session-ended", json!({}));
    Ok(page.go_saying("/mypage/sessions", &flash))
}

async fn end_others(
    page: Page,
    current: Option<Extension<CurrentSession>>,
) -> Result<Response, Error> {
    let person = page.person()?.person;
    let this = this(current);
    let ended = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::end_other_sessions(work, person, this).await
    })
    .await?;
    let flash = Flash::good("accounts-flash-sessions-ended", json!({ "count": ended }));
    Ok(page.go_saying("/mypage/sessions", &flash))
}
