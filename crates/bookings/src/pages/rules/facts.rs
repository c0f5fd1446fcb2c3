//! What the pages of the rules of booking show.

use std::collections::HashMap;

use accounts::read::Contact;
use chrono::NaiveDate;
use kernel::{Fault, PersonId};
use serde_json::{Value, json};
use web::{Error, Page};

use super::super::reached;
use crate::{
    entity::{RuleId, booking_rule::Kind},
    read::{self, Card, Catalogue, Ruling, rule_facts},
    rules::{Rule, may_manage, terms::Revision},
};

/// So many bookings that were taken outside the rules are listed at most.
const WAIVERS: u64 = 100;

/// Every rule by kind, those in force and to come first; and what was taken outside them.
pub(super) async fn all(page: &Page) -> Result<Value, Fault> {
    let db = page.app.db.reader();
    let today = page.app.clock.now().date();
    let catalogue = Catalogue::current(&page.app).await?;
    let rulings = read::rulings(db).await?;
    let makers = rulings.iter().filter_map(|ruling| ruling.made_by);
    let makers = reached(page, makers.collect()).await?;
    let of = |kind: Kind, wanted: &dyn Fn(&Rule) -> bool| -> Vec<Value> {
        let mut found: Vec<&Ruling> = rulings
            .iter()
            .filter(|ruling| ruling.rule.kind() == kind && wanted(&ruling.rule))
            .collect();
        found.sort_by_key(|ruling| (ruling.rule.space, ruling.rule.valid_from));
        let row = |ruling: &&Ruling| row(page, &catalogue, ruling, &makers, today);
        found.iter().map(row).collect()
    };
    let kinds = Kind::ALL.map(
        |kind| json!({ "kind": kind.code(), "rows": of(kind, &|rule| !is_over(rule, today)) }),
    );
    let over: Vec<Value> = Kind::ALL
        .into_iter()
        .flat_map(|kind| of(kind, &|rule| is_over(rule, today)))
        .collect();
    Ok(json!({
        "may_rule": may_manage(&page.actor()),
        "kinds": kinds,
        "over": over,
        "waivers": waivers(page).await?,
    }))
}

fn is_over(rule: &Rule, today: NaiveDate) -> bool {
    !rule.is_ever_in_force() || rule.valid_until.is_some_and(|until| until < today)
}

/// What was taken outside window and notice, the newest first; the ward reads it too.
async fn waivers(page: &Page) -> Result<Vec<Value>, Fault> {
    let db = page.app.db.reader();
    let waivers = read::waivers(db, WAIVERS).await?;
    let ids = waivers.iter().map(|waiver| waiver.booking_id).collect();
    let filter = read::Filter {
        ids: Some(ids),
        ..read::Filter::default()
    };
    let cards = if waivers.is_empty() {
        Vec::new()
    } else {
        read::list(db, filter, WAIVERS).await?
    };
    let givers = waivers.iter().filter_map(|waiver| waiver.given_by);
    let givers = reached(page, givers.collect()).await?;
    let row = |waiver: &crate::entity::booking_waiver::Model| {
        let card: &Card = cards
            .iter()
            .find(|card| card.booking.id == waiver.booking_id)?;
        let giver = waiver.given_by.and_then(|by| givers.get(&by));
        Some(json!({
            "reference": card.booking.reference,
            "space": card.space.name,
            "from": card.booking.starts_at.rfc3339(),
            "until": card.booking.ends_at.rfc3339(),
            "reason": waiver.reason,
            "given_by": giver.map(|who| who.name.as_str()),
            "given_at": waiver.given_at.rfc3339(),
        }))
    };
    Ok(waivers.iter().filter_map(row).collect())
}

/// One rule.
pub(super) async fn one(page: &Page, id: RuleId) -> Result<Value, Error> {
    let today = page.app.clock.now().date();
    let ruling = read::ruling(page.app.db.reader(), id)
        .await?
        .ok_or_else(Error::not_found)?;
    let catalogue = Catalogue::current(&page.app).await?;
    let makers = reached(page, ruling.made_by.into_iter().collect()).await?;
    Ok(json!({
        "rule": row(page, &catalogue, &ruling, &makers, today),
        "may_end": may_manage(&page.actor()) && !is_over(&ruling.rule, today),
    }))
}

/// What entering or ending a rule would change: the rules it takes the place of, those planned for
/// later, what speaks once it has ended, and whose bookings would not be taken so.
pub(super) async fn preview(
    page: &Page,
    catalogue: &Catalogue,
    revision: &Revision,
) -> Result<Value, Fault> {
    let now = page.app.clock.now();
    let found = read::bearing(page.app.db.reader(), catalogue, revision, now).await?;
    let people = found.would_not_be.iter().map(|card| card.booking.person_id);
    let people = reached(page, people.collect()).await?;
    let booking = |card: &Card| {
        let who = people.get(&card.booking.person_id);
        let mut facts = card.facts(page.lang, now);
        facts["name"] = who.map(|who| who.name.as_str()).into();
        facts["kana"] = who.map(|who| who.kana.as_str()).into();
        facts["telephone"] = who.map(|who| who.telephone.as_str()).into();
        facts["has_address"] = who.is_some_and(|who| who.email.is_some()).into();
        facts
    };
    let said = |rule: &Rule| rule_facts(catalogue, rule, page.lang);
    Ok(json!({
        "rule": said(&revision.rule),
        "from": revision.from,
        "rests": revision.ended.is_empty(),
        "before": revision.replaced().map(said).collect::<Vec<_>>(),
        "later": revision.later.iter().map(said).collect::<Vec<_>>(),
        "then": revision.takes_over().into_iter().map(said).collect::<Vec<_>>(),
        "concerned": found.concerned,
        "would_not_be": found.would_not_be.iter().map(booking).collect::<Vec<_>>(),
        "more": found.more,
    }))
}

/// A rule with who entered it and when, and whether it is in force, to come or over.
fn row(
    page: &Page,
    catalogue: &Catalogue,
    ruling: &Ruling,
    makers: &HashMap<PersonId, Contact>,
    today: NaiveDate,
) -> Value {
    let rule = &ruling.rule;
    let mut facts = rule_facts(catalogue, rule, page.lang);
    let maker = ruling.made_by.and_then(|by| makers.get(&by));
    facts["made_by"] = maker.map(|who| who.name.as_str()).into();
    facts["made_at"] = ruling.made_at.rfc3339().into();
    facts["standing"] = if is_over(rule, today) {
        "over".into()
    } else if rule.in_force(today) {
        "in-force".into()
    } else {
        "coming".into()
    };
    facts
}
