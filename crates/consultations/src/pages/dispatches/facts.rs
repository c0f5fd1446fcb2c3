//! What pages are given of dispatches.

use bookings::read::Catalogue;
use japan::fiscal::FiscalYear;
use kernel::Instant;
use serde_json::{Value, json};
use web::{Error, Page};

use super::{Seen, words};
use crate::{
    entity::{
        case,
        dispatch::{self, State},
    },
    read::{self, ListedDispatch},
    rules::{self, Reading, Spent},
};

/// A dispatch as every page has it; its theme only where that may be told.
pub(in super::super) fn dispatch(row: &dispatch::Model, told: bool) -> Value {
    let year = FiscalYear::try_starting_in(row.fiscal_year);
    json!({
        "id": row.id,
        "field": told.then(|| row.field.code()),
        "place": row.place,
        "wish": row.wish,
        "times": row.times,
        "approved": row.approved_times,
        "used": row.used,
        "left": row.left(),
        "state": row.state.code(),
        "reason": row.reason,
        "year": year.map(FiscalYear::name).unwrap_or_default(),
        "asked_at": row.asked_at.rfc3339(),
        "decided_at": row.decided_at.map(Instant::rfc3339),
        "edition": row.edition,
        "open": matches!(row.state, State::Requested | State::Approved),
    })
}

/// The same in a list, with whose it is.
pub(super) fn listed(one: &ListedDispatch) -> Value {
    let mut fact = dispatch(&one.row, one.told);
    fact["name"] = json!(one.name);
    fact["case"] = json!(one.case.id);
    fact["reference"] = json!(one.case.reference);
    fact
}

/// What speaks for and against whoever asked for a case, and how often experts came to them in a fiscal
/// year.
pub(super) async fn eligible(
    page: &Page,
    case: &case::Model,
    year: FiscalYear,
) -> Result<(Value, Spent), Error> {
    let db = page.app.db.reader();
    let spent = read::spent(db, case, year).await?;
    let size = read::size_of(db, case).await?;
    let against = rules::against(size, case.in_ward);
    let facts = json!({
        "case": { "id": case.id, "reference": case.reference, "closed": case.state == case::State::Closed },
        "size": size.code(),
        "in_ward": case.in_ward,
        "against": against.into_iter().map(rules::Against::code).collect::<Vec<_>>(),
        "spent": spent.all(),
        "year": year.name(),
    });
    Ok((facts, spent))
}

/// One dispatch with what speaks for and against it.
pub(super) async fn one(page: &Page, seen: &Seen) -> Result<Value, Error> {
    let Seen { row, case, reading } = seen;
    let db = page.app.db.reader();
    let today = page.app.clock.now().date();
    let year = match row.state {
        State::Requested => FiscalYear::of(today),
        _ => FiscalYear::try_starting_in(row.fiscal_year).map_err(|_no_year| Error::not_found())?,
    };
    let terms = read::dispatch_terms(db, today).await?;
    let (mut facts, spent) = eligible(page, case, year).await?;
    let who = accounts::read::contact(db, case.person_id).await?;
    facts["dispatch"] = dispatch(row, reading.asked() || !case.need_to_know);
    let arranges = rules::may_arrange(&page.actor()) && !case.need_to_know;
    let told = reading.asked() || rules::may_decide(&page.actor(), case) || arranges;
    facts["note"] = json!(told.then_some(&row.note));
    facts["name"] = json!(who.map(|who| who.name));
    facts["reads"] = json!(reading.asked());
    facts["spent_theme"] = json!(spent.about(row.field));
    facts["left"] = json!(spent.left(&terms, row.field));
    facts["terms"] = self::terms(&terms);
    facts["decides"] = json!(rules::may_decide(&page.actor(), case));
    facts["handles"] = json!(*reading == Reading::Handles);
    Ok(facts)
}

/// The terms, as pages quote them.
pub(super) fn terms(terms: &crate::entity::dispatch_terms::Model) -> Value {
    json!({
        "most": terms.most_per_applicant,
        "most_theme": terms.most_per_theme,
        "minutes": terms.minutes,
        "source": terms.source,
        "since": terms.valid_from,
    })
}

/// The meetings of a dispatch.
pub(super) async fn meetings(page: &Page, seen: &Seen, now: Instant) -> Result<Value, Error> {
    let db = page.app.db.reader();
    let catalogue = Catalogue::current(&page.app).await?;
    let case = read::case_page(db, &catalogue, seen.case.id, seen.reading).await?;
    let all = case.map(|case| case.meetings).unwrap_or_default();
    let ids = all.iter().map(|one| one.meeting.row.id).collect();
    let of = read::dispatched(db, ids).await?;
    let own = all
        .iter()
        .filter(|one| of.get(&one.meeting.row.id) == Some(&seen.row.id));
    Ok(own.map(|one| words::meeting(one, now)).collect())
}
