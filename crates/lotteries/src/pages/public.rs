//! What everybody can read of the lotteries: which there are, which times are drawn, and the draws.

use std::collections::{BTreeMap, HashSet};

use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use bookings::read::Catalogue;
use chrono::{Datelike, NaiveDate};
use fairness::draw::{Commitment, File, Frozen, Seed};
use kernel::Instant;
use serde_json::{Value, json};
use web::{Error, Id, Page, Typed};

use super::facts;
use crate::{
    entity::{LotteryId, lottery, slot},
    read::{self, Listed},
    rules::{Outcome, slot_code, slot_of},
};

/// `GET /lotteries`
pub(super) async fn all(page: Page) -> Result<Response, Error> {
    let page = page.nav("use");
    let (db, today) = (page.app.db.reader(), page.app.clock.now().date());
    let catalogue = Catalogue::current(&page.app).await?;
    let month = today.with_day(1).unwrap_or(today);
    let found = read::lotteries(db, month).await?;
    let fact = |one: &Listed| {
        let mut fact = facts::lottery(&one.row, &catalogue, &page);
        fact["terms"] = facts::terms(&one.terms, &catalogue, page.lang);
        fact
    };
    let all: Vec<Value> = found.iter().map(fact).collect();
    page.show("lotteries/all.html", &json!({ "lotteries": all }))
}

/// `GET /lotteries/{id}`: until it is frozen, the times for which one can apply; then the draws.
pub(super) async fn one(
    page: Page,
    Id(id): Id<LotteryId>,
    typed: Typed,
) -> Result<Response, Error> {
    let page = page.nav("use");
    let db = page.app.db.reader();
    let catalogue = Catalogue::current(&page.app).await?;
    let listed = read::lottery(db, id).await?.ok_or_else(Error::not_found)?;
    let seed = read::seed(db, id).await?.ok_or_else(Error::not_found)?;
    let days = days_of(&page, &catalogue, &listed, &typed).await?;
    let draws = draws_of(&page, &listed, &seed).await?;
    let facts = json!({
        "lottery": facts::lottery(&listed.row, &catalogue, &page),
        "terms": facts::terms_paid(&listed.terms, &catalogue, &page).await?,
        "commitment": Commitment::of(&seed).to_string(),
        "promised_at": listed.row.promised_at.rfc3339(),
        "days": days,
        "draws": draws,
        "for": facts::guest(&page, &typed).await?,
    });
    page.show("lotteries/one.html", &facts)
}

/// What is drawn, once the lists are frozen; nothing of a lottery that was called off.
async fn draws_of(page: &Page, listed: &Listed, seed: &Seed) -> Result<Vec<Value>, Error> {
    if listed.row.called_off_at.is_some() {
        return Ok(Vec::new());
    }
    let slots = read::frozen_slots(page.app.db.reader(), listed.row.id).await?;
    slots
        .iter()
        .map(|slot| drawn(&listed.row, slot, seed))
        .collect()
}

/// The days of a month with their times: free, taken, or applied for by whoever looks; none once the lists
/// are frozen, or the lottery was called off.
async fn days_of(
    page: &Page,
    catalogue: &Catalogue,
    listed: &Listed,
    typed: &Typed,
) -> Result<Vec<Value>, Error> {
    if !listed.row.is_open() || listed.row.frozen_at.is_some() {
        return Ok(Vec::new());
    }
    let db = page.app.db.reader();
    let own = applied(page, listed.row.id, typed).await?;
    let mut days = BTreeMap::<NaiveDate, Vec<Value>>::new();
    for ((from, until), free) in read::free_slots(db, catalogue, listed).await? {
        let state = match (own.contains(&from), free) {
            (true, _) => "applied",
            (false, 0) => "taken",
            (false, _) => "free",
        };
        days.entry(from.date()).or_default().push(json!({
            "code": slot_code(from),
            "from": from.rfc3339(),
            "until": until.rfc3339(),
            "state": state,
        }));
    }
    let day = |(date, slots): (NaiveDate, Vec<Value>)| {
        let weekend = date.weekday().number_from_monday() > 5;
        json!({ "date": date, "weekend": weekend, "slots": slots })
    };
    Ok(days.into_iter().map(day).collect())
}

/// The times for which whoever looks has applied, or the person for whom staff looks.
async fn applied(page: &Page, id: LotteryId, typed: &Typed) -> Result<HashSet<Instant>, Error> {
    let guest = typed.text("for").parse().ok();
    let whose = guest.filter(|_| page.actor().roles.is_staff());
    let whose = whose.or(page.actor().person);
    let entries = read::applied(page.app.db.reader(), id).await?;
    let own = entries.iter().filter(|own| whose == Some(own.person_id));
    Ok(own.map(|own| own.starts_at).collect())
}

/// The draw of one time, as everybody may know it by now.
fn drawn(row: &lottery::Model, slot: &slot::Model, seed: &Seed) -> Result<Value, Error> {
    let (phase, list) = (row.phase(), slot.frozen()?);
    let out = list.as_ref().filter(|_| row.drawn_at.is_some());
    let out = out.map(|list| Outcome::of(list, seed));
    Ok(json!({
        "code": slot_code(slot.starts_at),
        "from": slot.starts_at.rfc3339(),
        "until": slot.ends_at.rfc3339(),
        "left_out": slot.left_out.map(slot::LeftOut::code),
        "entries": list.as_ref().map(|list| list.entries().len()),
        "places": list.as_ref().map(|list| list.rules().places),
        "digest": list.as_ref().map(|list| list.digest().to_string()),
        "winners": out.as_ref().map(|out| out.winners.clone()),
        "others": out.as_ref().map(|out| out.others.clone()),
        "files": list.as_ref().map(|_| phase.files()),
    }))
}

/// The slot of a frozen lottery with its list and the seed.
async fn frozen(
    page: &Page,
    (id, code): (LotteryId, &str),
) -> Result<(lottery::Model, slot::Model, Seed), Error> {
    let db = page.app.db.reader();
    let row = read::one(db, id).await?.ok_or_else(Error::not_found)?;
    let at = slot_of(code).ok_or_else(Error::not_found)?;
    let slots = read::frozen_slots(db, id).await?;
    let slot = slots.into_iter().find(|slot| slot.starts_at == at);
    let slot = slot.ok_or_else(Error::not_found)?;
    let seed = read::seed(db, id).await?.ok_or_else(Error::not_found)?;
    Ok((row, slot, seed))
}

/// `GET /lotteries/{id}/slots/{slot}`: how a time is drawn, and how everybody checks it.
pub(super) async fn slot(
    page: Page,
    Path((id, code)): Path<(LotteryId, String)>,
) -> Result<Response, Error> {
    let page = page.nav("use");
    let catalogue = Catalogue::current(&page.app).await?;
    let (row, slot, seed) = frozen(&page, (id, &code)).await?;
    let facts = json!({
        "lottery": facts::lottery(&row, &catalogue, &page),
        "commitment": Commitment::of(&seed).to_string(),
        "promised_at": row.promised_at.rfc3339(),
        "frozen_at": row.frozen_at.map(Instant::rfc3339),
        "draw": drawn(&row, &slot, &seed)?,
    });
    page.show("lotteries/slot.html", &facts)
}

/// `GET /lotteries/{id}/slots/{slot}/{name}`: a file of the draw, once everybody may read it.
pub(super) async fn file(
    page: Page,
    Path((id, code, name)): Path<(LotteryId, String, String)>,
) -> Result<Response, Error> {
    let (row, slot, seed) = frozen(&page, (id, &code)).await?;
    let list: Option<Frozen> = slot.frozen()?;
    let list = list.ok_or_else(Error::not_found)?;
    let file = File::ALL.into_iter().find(|file| file.name() == name);
    let bytes = file.and_then(|file| row.phase().published(file, &seed, Some(&list)));
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ),
    ];
    let bytes = bytes.ok_or_else(Error::not_found)?;
    Ok((headers, bytes).into_response())
}
