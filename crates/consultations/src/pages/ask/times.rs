//! The times that can be chosen.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use japan::calendar::parse_date;
use kernel::Fault;
use serde_json::{Value, json};
use web::{Error, Page, Typed};

use crate::{
    entity::{ExpertId, meeting::Mode},
    read::{self, Card, Wanted},
    rules::{Request, Slot},
};

/// So many days are shown at once.
const SHOWN: u64 = 14;

/// The days from one on that are shown at once.
pub(in crate::pages) fn shown(page: &Page, typed: &Typed) -> (NaiveDate, NaiveDate) {
    let today = page.app.clock.now().date();
    let first = parse_date(typed.text("from")).unwrap_or(today).max(today);
    let first = first.min(today + Days::new(400));
    (first, first + Days::new(SHOWN - 1))
}

/// What a request looks for, on the days that are shown.
pub(in crate::pages) fn wanted(
    mode: Mode,
    expert: Option<ExpertId>,
    days: (NaiveDate, NaiveDate),
) -> Wanted {
    Wanted {
        mode,
        fields: Vec::new(),
        lang: String::new(),
        expert,
        days,
    }
}

/// The times of a fortnight with those who suit, day by day.
pub(super) async fn offered(page: &Page, wish: &Request, typed: &Typed) -> Result<Value, Error> {
    // Whoever comes back sees the time they chose.
    let chosen = wish.chosen.map(|(_, at)| at.date().to_string());
    let days = shown(page, &typed.clone().or("from", &chosen.unwrap_or_default()));
    let expert = typed.text("with").parse().ok();
    let mode = wish.mode.unwrap_or(Mode::Centre);
    let looked = Wanted {
        fields: wish.fields.clone(),
        lang: wish.lang.clone(),
        ..wanted(mode, expert, days)
    };
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let slots = read::free_hours(db, page.app.db.kept(), &looked, now).await?;
    let cards = read::cards(db).await?;
    Ok(listed(
        (&slots, &cards),
        (wish, typed.text("with")),
        days,
        now.date(),
    ))
}

/// The times, and the experts who suit.
fn listed(
    (slots, cards): (&[Slot<ExpertId>], &[Card]),
    (wish, chosen): (&Request, &str),
    (first, last): (NaiveDate, NaiveDate),
    today: NaiveDate,
) -> Value {
    let suits = |card: &&Card| {
        let field = card.fields.iter().any(|field| wish.fields.contains(field));
        card.row.shown && field && card.row.speaks().any(|own| own == wish.lang)
    };
    let experts = cards.iter().filter(suits);
    let experts =
        experts.map(|card| json!({ "value": card.row.id.to_string(), "label": card.name }));
    let names = cards.iter().map(|card| (card.row.id, card.name.as_str()));
    let load = cards.iter().map(|card| (card.row.id, card.open));
    json!({
        "days": by_day(slots, &names.collect(), &load.collect()),
        "experts": experts.collect::<Vec<_>>(),
        "with": chosen,
        "from": first.to_string(),
        "until": last.to_string(),
        "previous": (first > today).then(|| (first - Days::new(SHOWN)).max(today).to_string()),
        "next": (last + Days::new(1)).to_string(),
    })
}

/// Each time once, with whoever has the fewest cases of those who have it free.
fn by_day(
    slots: &[Slot<ExpertId>],
    names: &HashMap<ExpertId, &str>,
    load: &HashMap<ExpertId, i32>,
) -> Vec<Value> {
    let mut days: Vec<(NaiveDate, Vec<Value>)> = Vec::new();
    for slot in slots {
        let with = slot.experts.iter();
        let Some(with) = with.min_by_key(|id| (load.get(id).copied().unwrap_or(0), **id)) else {
            continue;
        };
        let time = json!({
            "value": format!("{with}@{}", slot.span.from.rfc3339()),
            "starts_at": slot.span.from.rfc3339(),
            "ends_at": slot.span.until.rfc3339(),
            "expert": names.get(with),
        });
        let date = slot.span.from.date();
        match days.last_mut() {
            Some((last, times)) if *last == date => times.push(time),
            _ => days.push((date, vec![time])),
        }
    }
    let day = |(date, times): (NaiveDate, Vec<Value>)| json!({ "date": date.to_string(), "times": times });
    days.into_iter().map(day).collect()
}

/// The time that was chosen, in full; none when it is left to the centre.
pub(super) async fn chosen(page: &Page, wish: &Request) -> Result<Value, Fault> {
    let (Some((expert, from)), Some(mode)) = (wish.chosen, wish.mode) else {
        return Ok(Value::Null);
    };
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let found = read::is_offered(db, page.app.db.kept(), (expert, mode, from), now).await?;
    let cards = read::cards(db).await?;
    let name = cards
        .iter()
        .find(|card| card.row.id == expert)
        .map(|card| card.name.clone());
    let until = found.map(|(_, span)| span.until.rfc3339());
    Ok(json!({ "starts_at": from.rfc3339(), "ends_at": until, "expert": name }))
}
