//! What the pages of own uses show.

use chrono::{Months, NaiveDate};
use japan::fiscal::FiscalYear;
use kernel::{Fault, Span};
use serde_json::{Value, json};
use web::{Error, Page};

use super::super::{figures::name, slot};
use crate::{
    entity::{OwnUseId, hold, own_use},
    read::{self, Catalogue, InTheWay, OwnCard, OwnFilter, OwnPlan, OwnSum},
    rules::{
        Day,
        own_uses::{OwnWish, opens_to_anybody},
    },
};

/// The list of a month, and its sums by reason.
pub(super) fn month(page: &Page, month: NaiveDate, cards: &[OwnCard]) -> Value {
    let row = |card: &OwnCard| row(page, card);
    let sums = read::own_sums(cards);
    json!({
        "month": name(month),
        "first": month,
        "today": page.app.clock.now().date(),
        "year": FiscalYear::of(month).name(),
        "previous": month.checked_sub_months(Months::new(1)).map(name),
        "next": month.checked_add_months(Months::new(1)).map(name),
        "rows": cards.iter().map(row).collect::<Vec<_>>(),
        "sums": sums.iter().map(sum).collect::<Vec<_>>(),
        "all": {
            "uses": sums.iter().map(|sum| sum.uses).sum::<usize>(),
            "minutes": sums.iter().map(|sum| sum.minutes).sum::<i64>(),
            "given_back": sums.iter().map(|sum| sum.given_back).sum::<usize>(),
        },
        "staff": page.staff().is_ok(),
    })
}

fn sum(sum: &OwnSum) -> Value {
    json!({
        "reason": sum.reason,
        "uses": sum.uses,
        "minutes": sum.minutes,
        "given_back": sum.given_back,
    })
}

/// A line of what a change of the house concerns.
pub(in super::super) fn line(own: &OwnCard) -> Value {
    json!({
        "id": own.row.id,
        "from": own.row.starts_at.rfc3339(),
        "until": own.row.ends_at.rfc3339(),
        "space": own.space,
        "called": own.row.called(),
        "reason": own.reason,
    })
}

fn row(page: &Page, card: &OwnCard) -> Value {
    let now = page.app.clock.now();
    json!({
        "id": card.row.id,
        "from": card.row.starts_at.rfc3339(),
        "until": card.row.ends_at.rfc3339(),
        "space": card.space,
        "reason": card.reason,
        "programme": card.row.programme,
        "title": card.row.title,
        "called": card.row.called(),
        "by": card.by,
        "made_at": card.row.made_at.rfc3339(),
        "standing": card.standing(now).code(),
        "minutes": card.minutes(),
        "ended_by": card.ended_by,
        "ended_at": card.row.ended_at.map(kernel::Instant::rfc3339),
    })
}

/// One own use, and what was entered together with it.
pub(super) async fn one(page: &Page, id: OwnUseId) -> Result<(own_use::Model, Value), Error> {
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let catalogue = Catalogue::current(&page.app).await?;
    let found = read::own_cards(db, &catalogue, OwnFilter::One(id)).await?;
    let card = found.first().ok_or_else(Error::not_found)?;
    let together = match card.row.first_id {
        Some(first) => read::own_cards(db, &catalogue, OwnFilter::Together(first)).await?,
        None => Vec::new(),
    };
    let following = together
        .iter()
        .filter(|one| one.row.starts_at >= card.row.starts_at && one.can_end(now));
    let mut facts = row(page, card);
    facts["devices"] = read::lent_facts(db, card.row.hold_id, page.lang)
        .await?
        .into();
    let facts = json!({
        "own": facts,
        "together": together.iter().map(|one| row(page, one)).collect::<Vec<_>>(),
        "following": following.count(),
        "begun": card.row.starts_at <= now,
        "may_change": page.staff().is_ok() && card.row.ended_at.is_none(),
        "can_end": page.staff().is_ok() && card.can_end(now),
        "month": name(card.row.starts_at.date()),
    });
    Ok((card.row.clone(), facts))
}

/// What would be taken, with everything that is in its way, and what could be had instead.
pub(super) async fn check(
    page: &Page,
    plan: &OwnPlan,
    wish: &OwnWish,
    kept: Vec<Value>,
) -> Result<Value, Fault> {
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let catalogue = Catalogue::current(&page.app).await?;
    let ways = read::in_the_way(db, plan, now).await?;
    let instead = match ways.as_slice() {
        [] => Vec::new(),
        _ => read::own_instead(db, &catalogue, plan, now).await?,
    };
    let offer = |(space, span): &(crate::entity::SpaceId, Span)| {
        let place = catalogue.place(*space);
        json!({
            "space": place.map(|place| place.name(page.lang)),
            "from": span.from.rfc3339(),
            "until": span.until.rfc3339(),
            "slot": slot::write(*space, *span),
        })
    };
    let rows = plan.spans.iter().enumerate().map(|(at, span)| {
        let mut facts = time(page, &catalogue, plan, *span);
        let own = ways.iter().filter(|way| way.at == at);
        facts["ways"] = own.map(in_the_way).collect();
        facts
    });
    let devices = catalogue.devices.iter().filter_map(|device| {
        let mut picks = wish.devices.iter();
        let pick = picks.find(|pick| pick.device == device.row.id)?;
        Some(device.facts(page.lang, pick.number?))
    });
    Ok(json!({
        "space": plan.place.name(page.lang),
        "unit": plan.unit.as_ref().map(|unit| &unit.label),
        "units": plan.place.units.len(),
        "reason": plan.reason.name,
        "programme": plan.programme.1,
        "title": wish.title.trim(),
        "devices": devices.collect::<Vec<_>>(),
        "rows": rows.collect::<Vec<_>>(),
        "without": wish.without,
        "times": wish.times,
        "clashes": ways.len(),
        "instead": instead.iter().map(offer).collect::<Vec<_>>(),
        "kept": kept,
    }))
}

/// One time, with what those who book would have to know of it: closed, outside the hours, or not
/// open for booking yet.
fn time(page: &Page, catalogue: &Catalogue, plan: &OwnPlan, span: Span) -> Value {
    let (date, calendar) = (span.from.date(), &plan.calendar);
    let closed = calendar.why(span).map(|by| by.reason.said(page.lang));
    let outside = match calendar.day(date) {
        Day::Open(hours) => !hours.on(date).contains(&span),
        Day::Closed(_) => false,
    };
    let opens = opens_to_anybody(&catalogue.rules, plan.place.space.id, calendar, date);
    let opens = opens.filter(|opens| page.app.clock.now() < *opens);
    json!({
        "date": date,
        "from": span.from.rfc3339(),
        "until": span.until.rfc3339(),
        "closed": matches!(calendar.day(date), Day::Closed(_)) || closed.is_some(),
        "closed_for": closed,
        "outside": outside,
        "opens": opens.map(kernel::Instant::rfc3339),
    })
}

pub(super) fn in_the_way(way: &InTheWay) -> Value {
    let what = match (way.hold.kind.as_str(), way.hold.state) {
        (hold::OWN_USE, _) => "own",
        (_, hold::State::Requested) => "requested",
        (_, hold::State::Offered | hold::State::Held) => "offered",
        ("booking", _) => "booking",
        _ => "other",
    };
    json!({
        "what": what,
        "name": way.hold.label,
        "link": way.hold.link,
        "reference": way.reference,
        "from": way.span.from.rfc3339(),
        "until": way.span.until.rfc3339(),
    })
}
