//! 統合: reception makes one person of two, having seen what becomes of what each of them has.

use accounts::{Refused, Unmerged};
use axum::response::Response;
use bookings::read::{Catalogue, together};
use kernel::{Failed, PersonId, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use crate::{
    read::{Side, hindrance, side},
    service,
};

const PAGE: &str = "portal/merge.html";

/// `GET /counter/people/{id}/merge?into=`: both side by side; changes nothing.
pub(super) async fn look(
    page: Page,
    Id(id): Id<PersonId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("people");
    page.staff()?;
    let db = page.app.db.reader();
    let current = accounts::read::current(db, id).await?;
    if current.is_some_and(|current| current != id) {
        return Ok(page.go(&format!("/counter/people/{id}")));
    }
    let facts = facts(&page, id, &typed).await?;
    page.form(PAGE, &facts, &typed)
}

/// `POST /counter/people/{id}/merge`
pub(super) async fn merge(
    page: Page,
    Id(id): Id<PersonId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("people");
    page.staff()?;
    let done = match typed.text("into").parse() {
        Ok(into) => {
            transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
                service::merge(work, id, into).await.map(|()| into)
            })
            .await
        }
        Err(_unreadable) => Err(Failed::from(Refused::Unmerged(Unmerged::Nobody))),
    };
    match done {
        Ok(into) => {
            let flash = Flash::good("portal-merge-flash", json!({}));
            Ok(page.go_saying(&format!("/counter/people/{into}"), &flash))
        }
        Err(refused) => {
            let facts = facts(&page, id, &typed).await?;
            page.refused(refused.into(), PAGE, &facts, &typed)
        }
    }
}

async fn facts(page: &Page, id: PersonId, typed: &Typed) -> Result<Value, Error> {
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let double = side(db, id, now).await?.ok_or_else(Error::not_found)?;
    let into = match typed.text("into").parse() {
        Ok(into) if into != id => side(db, into, now).await?,
        _ => None,
    };
    let (together, alike, found) = if let Some(into) = &into {
        let together = comes_together(page, &double, into).await?;
        (together, Value::Null, Value::Null)
    } else {
        let alike = json!(accounts::read::alike_to(db, id).await?);
        (Value::Null, alike, found(page, id, typed.text("q")).await?)
    };
    let hindrance = match &into {
        Some(into) => {
            let who = (id, into.person.id);
            hindrance(db, &page.actor(), who.0, who.1).await?
        }
        None => None,
    };
    Ok(json!({
        "hindrance": hindrance.map(accounts::Unmerged::key),
        "double": double, "into": into, "together": together,
        "alike": alike, "found": found, "asked": !typed.text("q").is_empty(),
    }))
}

/// Whom a search finds beside the one who may be a double.
async fn found(page: &Page, id: PersonId, asked: &str) -> Result<Value, Error> {
    if asked.is_empty() {
        return Ok(json!([]));
    }
    let all = accounts::read::find_people(page.app.db.reader(), asked, None).await?;
    let others = all.items.into_iter().filter(|one| one.id != id);
    Ok(json!(others.collect::<Vec<_>>()))
}

/// What is to be known before two people's bookings come together.
async fn comes_together(page: &Page, double: &Side, into: &Side) -> Result<Value, Error> {
    let now = page.app.clock.now();
    let catalogue = Catalogue::current(&page.app).await?;
    let pair = [double.person.id, into.person.id];
    let db = page.app.db.reader();
    let found = together(db, &catalogue.rules, pair, now, page.lang).await?;
    let at_one_time = found.at_one_time.iter();
    let facts = |card: &bookings::read::Card| card.facts(page.lang, now);
    let beyond = found.beyond.iter();
    Ok(json!({
        "at_one_time": at_one_time.map(|pair| pair.each_ref().map(facts)).collect::<Vec<_>>(),
        "waiting_twice": found.waiting_twice,
        "beyond": beyond.map(|one| json!({ "key": one.key, "args": one.args })).collect::<Vec<_>>(),
        "restrictions": found.restrictions,
    }))
}
