//! The papers of a booking, and what it was before it was changed.

use japan::fiscal::FiscalYear;
use kernel::{Actor, Failed, Fault, events};
use sea_orm::{QueryOrder, entity::prelude::*};
use serde_json::{Value, json};

use super::{is_absent, is_owed, seen_by};
use crate::{
    entity::{BookingId, PaperId, booking_paper},
    refused::Refused,
    rules,
};

const RESERVED: &str = "booking.reserved";
const REQUESTED: &str = "booking.requested";
const APPROVED: &str = "booking.approved";

/// What a booking was, as the log has it.
#[derive(Clone, Debug, Default)]
pub struct Past {
    /// Where, when and by how many it was to be used: as it was permitted first, then after each change.
    pub versions: Vec<Value>,
    /// Whether it was ever permitted: at once, or by an approval.
    pub permitted: bool,
}

impl Past {
    /// How often it was changed since it was permitted.
    pub const fn changes(&self) -> usize {
        self.versions.len().saturating_sub(1)
    }
}

/// What a booking was before: see [`Past`].
pub async fn past_of(db: &impl ConnectionTrait, id: BookingId) -> Result<Past, Fault> {
    let kinds = [RESERVED, "booking.changed", REQUESTED, APPROVED];
    let mut log = events::Entity::find()
        .filter(events::COLUMN.subject.eq(id.0))
        .filter(events::COLUMN.kind.is_in(kinds))
        .all(db)
        .await?;
    log.sort_by_key(|event| (event.kind != RESERVED, event.at));
    let first = |kind| {
        log.iter()
            .find(|event| event.kind == kind)
            .map(|one| one.at)
    };
    let made = first(RESERVED);
    let asked_at_once = made.is_some() && made == first(REQUESTED);
    let approved = first(APPROVED);
    let uses = log
        .iter()
        .filter(|one| ![REQUESTED, APPROVED].contains(&one.kind.as_str()));
    let uses: Vec<&events::Model> = uses.collect();
    // What stood at once was permitted as it was made; else as it was when it was approved.
    let first = approved.filter(|_| asked_at_once);
    let first = first.and_then(|at| uses.iter().rposition(|one| one.at <= at));
    let after = uses.into_iter().skip(first.unwrap_or(0));
    Ok(Past {
        versions: after.filter_map(used).collect(),
        permitted: !asked_at_once || approved.is_some(),
    })
}

fn used(event: &events::Model) -> Option<Value> {
    let facts: Value = serde_json::from_str(&event.facts).ok()?;
    Some(json!({
        "space": facts["space"],
        "unit": facts["unit"],
        "starts_at": facts["starts_at"],
        "ends_at": facts["ends_at"],
        "attendees": facts["attendees"],
    }))
}

/// The papers that were issued about a booking, in the order of their numbers.
pub async fn papers_of(
    db: &impl ConnectionTrait,
    id: BookingId,
) -> Result<Vec<booking_paper::Model>, Fault> {
    Ok(booking_paper::Entity::find()
        .filter(booking_paper::COLUMN.booking_id.eq(id))
        .order_by_asc(booking_paper::COLUMN.fiscal_year)
        .order_by_asc(booking_paper::COLUMN.number)
        .all(db)
        .await?)
}

/// A paper, if this person may see its booking; else it is as if there were none.
pub async fn paper_seen_by(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: PaperId,
) -> Result<booking_paper::Model, Failed<Refused>> {
    let found = booking_paper::Entity::find_by_id(id).one(db).await?;
    let paper = found.ok_or(Refused::NoSuchBooking)?;
    seen_by(db, actor, paper.booking_id).await?;
    Ok(paper)
}

/// What the page of a booking shows about its papers: those that can be had, and with which
/// number those that were issued.
pub async fn paper_choices(
    db: &impl ConnectionTrait,
    card: &super::Card,
) -> Result<Vec<Value>, Fault> {
    let past = past_of(db, card.booking.id).await?;
    let issued = papers_of(db, card.booking.id).await?;
    let owed = is_owed(db, card.booking.id).await?;
    let absent = is_absent(db, card.booking.id).await?;
    let choice = |kind: booking_paper::Kind| {
        let version = i64::try_from(past.changes()).unwrap_or(i64::MAX);
        let mut issued = issued.iter();
        let own = issued.find(|paper| paper.kind == kind && paper.version == version);
        json!({
            "kind": kind.code(),
            "unpaid": owed && rules::lets_use(kind),
            "absent": absent && rules::lets_use(kind),
            "id": own.map(|paper| paper.id),
            "number": own.map(|paper| paper.number.to_string()),
            "year": own.map(year),
        })
    };
    let papers = rules::papers(card.state, past.changes(), past.permitted);
    Ok(papers.into_iter().map(choice).collect())
}

/// The fiscal year of a paper's number, as papers call it: 令和8年度.
pub fn year(paper: &booking_paper::Model) -> String {
    FiscalYear::try_starting_in(paper.fiscal_year)
        .map_or_else(|_error| paper.fiscal_year.to_string(), FiscalYear::name)
}
