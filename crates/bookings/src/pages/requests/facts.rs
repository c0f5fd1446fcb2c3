//! What the pages about requests show, and what others say of an approval.

use kernel::{Fault, Span};
use serde_json::{Value, json};
use web::Page;

use super::super::reached;
use crate::{
    entity::{BookingId, SpaceId, booking::Party, booking_request::Ground, hold},
    read::{self, Card, Catalogue, SeriesCard},
    rules::{charges::kept_of, terms::Approval},
};

/// So many requests are listed at most.
const LISTED: u64 = 5_000;

/// What nobody has decided yet; the requests of a series are one line.
pub(super) async fn all(page: &Page) -> Result<Value, Fault> {
    let db = page.app.db.reader();
    let now = page.app.clock.now();
    let found = read::undecided(db, LISTED).await?;
    let people = found.iter().map(|(_, card)| card.booking.person_id);
    let people = reached(page, people.collect()).await?;
    let mut rows: Vec<Value> = Vec::new();
    for (request, card) in &found {
        let series = json!(card.booking.series_id);
        let mut known = rows.iter_mut().filter(|_| !series.is_null());
        if let Some(row) = known.find(|row| row["series"] == series) {
            row["times"] = (row["times"].as_i64().unwrap_or(1) + 1).into();
            continue;
        }
        let who = people.get(&card.booking.person_id);
        let mut row = card.facts(page.lang, now);
        row["name"] = who.map(|who| who.name.as_str()).into();
        row["kana"] = who.map(|who| who.kana.as_str()).into();
        row["request"] = request.facts(now.date());
        row["times"] = 1.into();
        rows.push(row);
    }
    let overdue = rows.iter().filter(|row| row["request"]["overdue"] == true);
    Ok(json!({ "overdue": overdue.count(), "rows": rows }))
}

/// One request with all that is known for deciding it; none when it waits no longer.
pub(super) async fn one(page: &Page, card: &Card) -> Result<Option<Value>, Fault> {
    let db = page.app.db.reader();
    let (now, booking) = (page.app.clock.now(), &card.booking);
    let request = read::request_of(db, booking.id).await?;
    let Some(request) = request.filter(|_| card.state == hold::State::Requested) else {
        return Ok(None);
    };
    let people = reached(page, vec![booking.person_id]).await?;
    let who = people.get(&booking.person_id);
    let of = (booking.person_id, booking.organisation_id);
    let category = organisations::read::category(db, of.0, of.1, now.date()).await?;
    let names = organisations::read::names(db, of.1.into_iter().collect()).await?;
    let ruling = read::ruling(db, request.rule_id).await?;
    let rule = ruling.map(|ruling| ruling.rule);
    let history = read::history(db, booking.party(), now).await?;
    let together = together(page, card).await?;
    let shown: Vec<&Card> = if together.is_empty() {
        vec![card]
    } else {
        together.iter().collect()
    };
    let latest = history.latest.iter().map(|card| card.facts(page.lang, now));
    Ok(Some(json!({
        "booking": card.facts(page.lang, now),
        "request": request.facts(now.date()),
        "name": who.map(|who| who.name.as_str()),
        "kana": who.map(|who| who.kana.as_str()),
        "telephone": who.map(|who| who.telephone.as_str()),
        "organisation": names.into_values().next(),
        "category": {
            "locality": category.locality, "party": category.party, "stage": category.stage,
        },
        "source": rule.as_ref().map(|rule| rule.source.said(page.lang)),
        "since": rule.map(|rule| rule.valid_from),
        "price": price(page, &[card]).await?,
        "price_all": price(page, &shown).await?,
        "history": {
            "latest": latest.collect::<Vec<_>>(),
            "absences": history.absences,
            "approved": history.approved,
            "refused": history.refused,
        },
        "line": read::lines(db, Some((card.space.id, booking.span()))).await?.len(),
        "together": SeriesCard::list(&together.iter().collect::<Vec<_>>(), page.lang, now),
        "seen": read::versions(&[card]),
        "seen_all": read::versions(&together.iter().collect::<Vec<_>>()),
        "grounds": Ground::ALL.map(Ground::code),
        "may_decide": read::may_decide(db, &page.actor(), booking).await?,
    })))
}

/// What requests come to when they are approved, and what of it stays when they are not.
async fn price(page: &Page, cards: &[&Card]) -> Result<Value, Fault> {
    let db = page.app.db.reader();
    let ids: Vec<BookingId> = cards.iter().map(|card| card.booking.id).collect();
    let bills = read::bills_of(db, &ids).await?;
    let requests = read::requests_of(db, &ids).await?;
    let (mut amount, mut kept) = (0, 0);
    for card in cards {
        let (booking, bill) = (&card.booking, bills.get(&card.booking.id));
        let request = requests.get(&booking.id);
        amount += read::price_asked(db, booking, bill, request).await?.0;
        kept += bill.map_or(0, |bill| kept_of(booking, bill.balance().charged).0);
    }
    Ok(json!({ "amount": amount, "kept": kept }))
}

/// Every booking of the same series that waits for a decision; empty when there is no series.
async fn together(page: &Page, card: &Card) -> Result<Vec<Card>, Fault> {
    let Some(id) = card.booking.series_id else {
        return Ok(Vec::new());
    };
    let series = read::series_of(page.app.db.reader(), id).await?;
    let now = page.app.clock.now();
    let waits = |card: &Card| card.state == hold::State::Requested && now < card.booking.starts_at;
    let cards = series.map_or_else(Vec::new, |series| series.cards);
    Ok(cards.into_iter().filter(waits).collect())
}

/// What the page of a booking says of its request; none when it needed no approval.
pub(in crate::pages) async fn of_booking(page: &Page, card: &Card) -> Result<Value, Fault> {
    let request = read::request_of(page.app.db.reader(), card.booking.id).await?;
    let today = page.app.clock.now().date();
    Ok(request.map_or(Value::Null, |request| request.facts(today)))
}

/// What is said before the button of uses that someone wishes, or to which they change what they
/// have: how many of them need an approval, and by when it is decided; none when they all stand at
/// once.
pub(in crate::pages) async fn of_wish(
    page: &Page,
    party: Party,
    wished: &[(SpaceId, Span)],
) -> Result<Value, Fault> {
    let catalogue = Catalogue::current(&page.app).await?;
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let asker = read::asking(db, &catalogue.rules, party, now).await?;
    let needed = |(space, span): &(SpaceId, Span)| {
        let hours = catalogue.hours(&catalogue.place(*space)?.space);
        catalogue.terms(&asker).approval(*space, hours, *span, now)
    };
    let needed: Vec<Approval> = wished.iter().filter_map(needed).collect();
    let last = needed.iter().max_by_key(|approval| approval.by);
    Ok(last.map_or(Value::Null, |last| {
        json!({ "count": needed.len(), "all": wished.len(), "days": last.days, "by": last.by })
    }))
}

/// How many of the wished uses that is.
pub(in crate::pages) fn count(approval: &Value) -> usize {
    let count = approval["count"].as_u64().unwrap_or(0);
    usize::try_from(count).unwrap_or(0)
}
