//! マイページ: one's registrations, the organisations one acts for, one's applications.

use axum::response::Response;
use kernel::transact;
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use crate::{
    entity::{ApplicationId, application::State},
    read::{self, Granted},
    rules, service,
};

/// `GET /mypage/organisations`
pub(super) async fn all(page: Page) -> Result<Response, Error> {
    let person = page.person()?.person;
    let db = page.app.db.reader();
    let today = page.app.clock.now().date();
    let mut organisations = Vec::new();
    for one in read::represented(db, person, today).await? {
        let known = read::organisation(db, one.id, today).await?;
        organisations.extend(known.map(|known| organisation(&known)));
    }
    let own = read::registrations_of(db, person).await?;
    let facts = json!({
        "organisations": organisations,
        "own": own.iter().find(|row| row.covers(today)),
        "category": read::category(db, person, None, today).await?,
        "applications": read::applications_of(db, person).await?,
        "open": read::has_open(db, Some(person), None).await?,
    });
    page.show("organisations/mine.html", &facts)
}

fn organisation(one: &read::Organisation) -> Value {
    let names: Vec<&str> = one
        .representatives
        .iter()
        .map(|who| who.name.as_str())
        .collect();
    json!({
        "id": one.listed.id,
        "name": one.listed.name,
        "category": one.listed.category,
        "until": one.listed.until,
        "representatives": names,
        "grows_up": one.grows_up(),
    })
}

/// `GET /applications/{id}`: how far it is, what it says, what reception answered.
pub(super) async fn one(page: Page, Id(id): Id<ApplicationId>) -> Result<Response, Error> {
    page.person()?;
    let facts = facts(&page, id).await?;
    page.show("organisations/application.html", &facts)
}

async fn facts(page: &Page, id: ApplicationId) -> Result<Value, Error> {
    let db = page.app.db.reader();
    let found = read::application(db, &page.actor(), id).await?;
    let found = found.ok_or_else(Error::not_found)?;
    let granted: Option<Granted> = read::granted(db, id).await?;
    let may_change = rules::may_apply_for(&page.actor(), found.person);
    Ok(json!({
        "application": found,
        "granted": granted,
        "may_mend": may_change && found.state == State::Returned,
        "may_withdraw": may_change && found.state.is_open(),
    }))
}

/// `POST /applications/{id}/withdrawal`
pub(super) async fn withdraw(
    page: Page,
    Id(id): Id<ApplicationId>,
    typed: Typed,
) -> Result<Response, Error> {
    page.person()?;
    let facts = facts(&page, id).await?;
    let version = typed.text("version").parse().unwrap_or_default();
    let done = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::withdraw(work, id, version).await
    });
    match done.await {
        Ok(()) => {
            let flash = Flash::good("organisations-flash-withdrawn", json!({}));
            Ok(page.go_saying(&format!("/applications/{id}"), &flash))
        }
        Err(refused) => {
            let template = "organisations/application.html";
            page.refused(refused.into(), template, &facts, &typed)
        }
    }
}
