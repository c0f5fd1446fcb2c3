//! Those who work at the counter: every lottery, who applies, and the draw.

use std::collections::HashMap;

use accounts::read::Contact;
use axum::response::Response;
use bookings::read::Catalogue;
use kernel::{PersonId, transact};
use serde_json::{Value, json};
use web::{Error, Flash, Id, Page, Typed};

use super::facts;
use crate::{
    entity::{LotteryId, entry},
    read::{self, Listed},
    rules::may_draw,
    service,
};

const ONE: &str = "lotteries/counter_one.html";

/// `GET /counter/lotteries`
pub(super) async fn all(page: Page) -> Result<Response, Error> {
    let page = page.nav("lotteries");
    page.staff()?;
    let (db, today) = (page.app.db.reader(), page.app.clock.now().date());
    let catalogue = Catalogue::current(&page.app).await?;
    let since = today - chrono::Months::new(3);
    let mut all = Vec::new();
    for one in read::lotteries(db, since).await? {
        let mut fact = facts::lottery(&one.row, &catalogue, &page);
        let entries = read::entries_of(db, one.row.id).await?;
        let counted = entries
            .iter()
            .filter(|own| own.state != entry::State::Withdrawn);
        fact["entries"] = counted.count().into();
        all.push(fact);
    }
    let terms = read::all_terms(db).await?;
    let terms: Vec<Value> = terms
        .iter()
        .map(|terms| facts::terms(terms, &catalogue, page.lang))
        .collect();
    let draws = may_draw(&page.actor());
    let facts = json!({ "lotteries": all, "terms": terms, "draws": draws });
    page.form("lotteries/counter.html", &facts, &Typed::default())
}

/// `GET /counter/lotteries/{id}?q=`: who applies; and whom one enters at the counter.
pub(super) async fn one(
    page: Page,
    Id(id): Id<LotteryId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("lotteries");
    page.staff()?;
    let facts = given(&page, id, &typed).await?;
    page.form(ONE, &facts, &typed)
}

/// `POST /counter/lotteries/{id}/draw`
pub(super) async fn draw(page: Page, Id(id): Id<LotteryId>) -> Result<Response, Error> {
    let page = page.nav("lotteries");
    page.staff()?;
    let drawn = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::draw(work, id).await
    });
    match drawn.await {
        Ok(won) => {
            let flash = Flash::good("lotteries-drawn-flash", json!({ "count": won }));
            Ok(page.go_saying(&format!("/counter/lotteries/{id}"), &flash))
        }
        Err(failed) => {
            let typed = Typed::default();
            let facts = given(&page, id, &typed).await?;
            page.refused(failed.into(), ONE, &facts, &typed)
        }
    }
}

/// `POST /counter/lotteries/{id}/cancellation`: `why` is read by everybody.
pub(super) async fn call_off(
    page: Page,
    Id(id): Id<LotteryId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("lotteries");
    page.manager()?;
    let why = typed.text("why");
    let done = transact(&page.app.db, page.actor(), &page.app.clock, async |work| {
        service::call_off(work, id, why).await
    });
    match done.await {
        Ok(told) => {
            let flash = Flash::good("lotteries-called-off-flash", json!({ "count": told }));
            Ok(page.go_saying(&format!("/counter/lotteries/{id}"), &flash))
        }
        Err(failed) => {
            let facts = given(&page, id, &typed).await?;
            page.refused(failed.into(), ONE, &facts, &typed)
        }
    }
}

async fn given(page: &Page, id: LotteryId, typed: &Typed) -> Result<Value, Error> {
    let db = page.app.db.reader();
    let catalogue = Catalogue::current(&page.app).await?;
    let listed = read::lottery(db, id).await?.ok_or_else(Error::not_found)?;
    let mut entries = read::entries_of(db, id).await?;
    entries.sort_by_key(|own| (own.starts_at, own.number));
    let waiting = entries
        .iter()
        .filter(|own| own.state == entry::State::Applied);
    Ok(json!({
        "lottery": facts::lottery(&listed.row, &catalogue, page),
        "terms": facts::terms_paid(&listed.terms, &catalogue, page).await?,
        "draws_at": draws_at(&listed),
        "waiting": waiting.count(),
        "longest_why": service::LONGEST_WHY,
        "entries": told(page, &entries).await?,
        "draws": may_draw(&page.actor()),
        "people": people(page, typed).await?,
        "asked": typed.text("q"),
    }))
}

/// Who applies, how they are reached, and what became of it.
async fn told(page: &Page, entries: &[entry::Model]) -> Result<Vec<Value>, Error> {
    let people_of = contacts(page, entries).await?;
    let rows: Vec<&entry::Model> = entries.iter().collect();
    let bookings = read::held(page.app.db.reader(), &rows).await?;
    let fact = |own: &entry::Model| {
        let mut fact = facts::entry(own, &bookings);
        let who = people_of.get(&own.person_id);
        fact["name"] = who.map(|who| who.name.as_str()).into();
        fact["telephone"] = who.map(|who| who.telephone.as_str()).into();
        fact["no_email"] = who.is_none_or(|who| who.email.is_none()).into();
        fact
    };
    Ok(entries.iter().map(fact).collect())
}

/// When it is drawn by itself, once its lists are frozen.
fn draws_at(listed: &Listed) -> Option<String> {
    let at = listed.terms.draws_itself(listed.row.frozen_at?);
    Some(at.rfc3339())
}

/// How those are called and reached who applied.
async fn contacts(
    page: &Page,
    entries: &[entry::Model],
) -> Result<HashMap<PersonId, Contact>, Error> {
    let mut people: Vec<PersonId> = entries.iter().map(|own| own.person_id).collect();
    people.sort_unstable();
    people.dedup();
    let found = accounts::read::contacts(page.app.db.reader(), people).await?;
    Ok(found.into_iter().map(|who| (who.person, who)).collect())
}

/// Whom the question finds, to be entered at the counter.
async fn people(page: &Page, typed: &Typed) -> Result<Vec<Value>, Error> {
    let asked = typed.text("q");
    if asked.is_empty() {
        return Ok(Vec::new());
    }
    let found = accounts::read::find_people(page.app.db.reader(), asked, None).await?;
    let fact = |who: &accounts::read::Person| json!({ "id": who.id, "name": who.name, "kana": who.kana, "telephone": who.telephone });
    Ok(found.items.iter().map(fact).collect())
}
