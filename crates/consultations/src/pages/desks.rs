//! 緊急相談窓口: special desks for hard times.

use axum::response::Response;
use japan::calendar::parse_date;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Routes, Typed, sent};

use super::keeper;
use crate::{
    entity::{EmergencyDeskId, emergency_desk},
    read,
    rules::{self, DeskDraft},
    service,
};

const PAGE: &str = "consultations/desks.html";

/// The routes of special desks.
pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/counter/emergency-desks", all)
        .post("/counter/emergency-desks", open)
        .post("/counter/emergency-desks/{id}/ending", close)
}

/// `GET /counter/emergency-desks`: those who keep the register see them, the manager opens and closes.
async fn all(page: Page) -> Result<Response, Error> {
    let page = page.nav("experts");
    keeper(&page)?;
    let today = page.app.clock.now().date();
    let filled = sent::named(Typed::default())
        .or("starts_on", &today.to_string())
        .or("triage_days", "1");
    page.form(PAGE, &given(&page).await?, &filled)
}

/// `POST /counter/emergency-desks`
async fn open(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("experts");
    opener(&page)?;
    let draft = DeskDraft {
        name: typed.text("name").to_owned(),
        about: typed.text("about").replace("\r\n", "\n"),
        starts_on: parse_date(typed.text("starts_on")),
        ends_on: typed.text("ends_on").to_owned(),
        triage_days: typed.number("triage_days"),
    };
    let opened = sent::once(&page, &typed, async |work| {
        service::open_desk(work, &draft).await
    });
    let done = opened.await.map(|_| "/counter/emergency-desks".to_owned());
    let facts = given(&page);
    sent::answer(&page, (PAGE, &typed), done, "emergency-opened", facts).await
}

/// `POST /counter/emergency-desks/{id}/ending`
async fn close(page: Page, Id(id): Id<EmergencyDeskId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("experts");
    opener(&page)?;
    let (seen, last) = (
        typed.number("edition").unwrap_or(0),
        parse_date(typed.text("last")),
    );
    let closed = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::close_desk(work, id, seen, last).await
    });
    match closed.await {
        Ok(()) => {
            let flash = Flash::good("emergency-closed", json!({}));
            Ok(page.go_saying("/counter/emergency-desks", &flash))
        }
        Err(failed) => page.refused(failed.into(), PAGE, &given(&page).await?, &typed),
    }
}

fn opener(page: &Page) -> Result<(), Error> {
    if rules::may_open_desks(&page.person()?.actor) {
        Ok(())
    } else {
        Err(Error::forbidden())
    }
}

async fn given(page: &Page) -> Result<Value, Error> {
    let today = page.app.clock.now().date().to_string();
    let all = read::desks(page.app.db.reader()).await?;
    let fact = |row: &emergency_desk::Model| {
        let mut fact = facts(row);
        fact["open"] = row.is_open(&today).into();
        fact["over"] = row
            .ends_on
            .as_ref()
            .is_some_and(|last| *last < today)
            .into();
        fact
    };
    Ok(json!({
        "desks": all.iter().map(fact).collect::<Vec<_>>(),
        "opens": rules::may_open_desks(&page.actor()),
        "today": today,
    }))
}

fn facts(row: &emergency_desk::Model) -> Value {
    json!({
        "id": row.id, "name": row.name, "about": row.about, "starts_on": row.starts_on,
        "ends_on": row.ends_on, "triage_days": row.triage_days, "edition": row.edition,
    })
}

/// The desks that are open today, as the pages of asking have them.
pub(super) async fn open_now(page: &Page) -> Result<Vec<Value>, Error> {
    let today = page.app.clock.now().date();
    let open = read::open_desks(page.app.db.reader(), today).await?;
    let fact = |row: &emergency_desk::Model| {
        let mut fact = facts(row);
        fact["value"] = row.id.to_string().into();
        fact["label"] = row.name.as_str().into();
        fact
    };
    Ok(open.iter().map(fact).collect())
}
