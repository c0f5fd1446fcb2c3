//! Issuing papers: permit, change notice, notices of cancellation and refusal.

use accounts::read::contact;
use japan::fiscal::FiscalYear;
use kernel::{Failed, Fault, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};
use serde_json::{Value, json};
use views::Lang;

use super::{cancel::standing, draw::draw};
use crate::{
    entity::{
        BookingId, PaperId, SpaceId,
        booking_paper::{self, Kind},
        booking_request::Ground,
        closure, closure_release, hold, space,
    },
    read::{self, Card, Catalogue},
    refused::{Refused, Unruled},
    rules,
};

/// Issues a paper about a booking with the next number of the fiscal year; one that was issued
/// already is copied, and the copy says so.
///
/// # Errors
/// `NoLongerStands` when there is no such paper about the booking as it stands, `NotPaid` while it
/// waits for the payment, `WasAbsent` when nobody came.
pub async fn issue_paper(
    work: &Work,
    id: BookingId,
    kind: Kind,
) -> Result<PaperId, Failed<Refused>> {
    let card = standing(work, id).await?;
    let past = read::past_of(work.db(), id).await?;
    if !rules::papers(card.state, past.changes(), past.permitted).contains(&kind) {
        return Err(Refused::NoLongerStands.into());
    }
    if rules::lets_use(kind) {
        if read::is_absent(work.db(), id).await? {
            return Err(Refused::Ruled(Unruled::WasAbsent).into());
        }
        if read::is_owed(work.db(), id).await? {
            return Err(Refused::Ruled(Unruled::NotPaid).into());
        }
    }
    let version = i64::try_from(past.changes()).unwrap_or(i64::MAX);
    let issued = read::papers_of(work.db(), id).await?;
    let mut issued = issued.into_iter();
    if let Some(paper) = issued.find(|paper| paper.kind == kind && paper.version == version) {
        return copy(work, &paper).await;
    }
    let year = FiscalYear::of(work.now().date()).year();
    let paper = booking_paper::Model {
        id: work.new_id(),
        booking_id: id,
        kind,
        version,
        fiscal_year: year,
        number: draw(work, &format!("paper-{year}")).await?,
        issued_at: work.now(),
        issued_by: work.actor().person,
        copies: 1,
        copied_at: work.now(),
        facts: facts(work, &card, &past.versions).await?.to_string(),
    };
    insert(work, &paper).await?;
    work.record(event("paper.issued", &paper));
    Ok(paper.id)
}

async fn copy(work: &Work, paper: &booking_paper::Model) -> Result<PaperId, Failed<Refused>> {
    use booking_paper::Column;
    booking_paper::Entity::update_many()
        .col_expr(Column::Copies, Expr::value(paper.copies + 1))
        .col_expr(Column::CopiedAt, Expr::value(work.now()))
        .filter(booking_paper::COLUMN.id.eq(paper.id))
        .exec(work.db())
        .await?;
    work.record(event("paper.copied", paper));
    Ok(paper.id)
}

fn event(kind: &'static str, paper: &booking_paper::Model) -> Event {
    Event::new(kind, paper.id)
        .with("booking", paper.booking_id.to_string())
        .with("paper", paper.kind.code())
        .with("fiscal_year", paper.fiscal_year)
        .with("number", paper.number)
}

/// What the paper says, for ever: the booking may change, the paper does not.
async fn facts(work: &Work, card: &Card, versions: &[Value]) -> Result<Value, Fault> {
    let booking = &card.booking;
    let who = contact(work.db(), booking.person_id).await?;
    let catalogue = Catalogue::known(work.db(), work.kept()).await?;
    let place = catalogue.place(card.space.id);
    let before = versions
        .len()
        .checked_sub(2)
        .and_then(|at| versions.get(at));
    Ok(json!({
        "name": who.map(|who| who.name),
        "organisation": organisation(work, card).await?,
        "reference": booking.reference,
        "space": card.space.name,
        "space_en": card.space.name_en,
        "floor": place.map(|place| place.whereabouts(Lang::Ja)),
        "unit": card.unit,
        "starts_at": booking.starts_at.rfc3339(),
        "ends_at": booking.ends_at.rfc3339(),
        "purpose": booking.purpose,
        "attendees": booking.attendees,
        "devices": read::lent_facts(work.db(), booking.hold_id, Lang::Ja).await?,
        "applied_at": booking.created_at.rfc3339(),
        "before": before_of(work, card, before).await?,
        "fee": read::owing(work.db(), &[booking.id]).await?,
        "by_centre": card.state == hold::State::Released,
        "reason": reason(work, booking.id).await?,
        "unpaid": read::went_unpaid(work.db(), booking.id).await?,
        "decision": decision(work, booking.id).await?,
    }))
}

/// What the booking was before it was changed last, with the names of then.
async fn before_of(work: &Work, card: &Card, before: Option<&Value>) -> Result<Value, Fault> {
    let Some(before) = before else {
        return Ok(Value::Null);
    };
    let mut before = before.clone();
    before["purpose"] = json!(card.booking.purpose_before);
    let space: Option<SpaceId> = before["space"].as_str().and_then(|id| id.parse().ok());
    let unit = before["unit"]
        .as_i64()
        .and_then(|unit| unit.try_into().ok());
    let (Some(space), Some(unit)) = (space, unit) else {
        return Ok(before);
    };
    let row = space::Entity::find_by_id(space).one(work.db()).await?;
    let labels = read::unit_labels(work.db(), vec![space]).await?;
    before["space"] = json!(row.map(|row| row.name));
    before["unit"] = json!(labels.get(&(space, unit)));
    Ok(before)
}

/// The organisation as which it was booked.
async fn organisation(work: &Work, card: &Card) -> Result<Option<String>, Fault> {
    let Some(id) = card.booking.organisation_id else {
        return Ok(None);
    };
    let mut names = organisations::read::names(work.db(), vec![id]).await?;
    Ok(names.remove(&id))
}

/// For which closure the centre called it off, in its words.
async fn reason(work: &Work, id: BookingId) -> Result<Option<String>, Fault> {
    let released = closure_release::Entity::find_by_id(id)
        .one(work.db())
        .await?;
    let Some(released) = released else {
        return Ok(None);
    };
    let closure = closure::Entity::find_by_id(released.closure_id);
    Ok(closure.one(work.db()).await?.map(|closure| closure.reason))
}

/// The words of the decision, if it needed one, and the rule that asks for it.
async fn decision(work: &Work, id: BookingId) -> Result<Value, Fault> {
    let Some(request) = read::request_of(work.db(), id).await? else {
        return Ok(Value::Null);
    };
    let ruling = read::ruling(work.db(), request.rule_id).await?;
    Ok(json!({
        "ground": request.ground.map(Ground::code),
        "words": request.words,
        "source": ruling.map(|ruling| ruling.rule.source.ja),
    }))
}

async fn insert(work: &Work, paper: &booking_paper::Model) -> Result<(), DbErr> {
    let row = booking_paper::ActiveModel {
        id: Set(paper.id),
        booking_id: Set(paper.booking_id),
        kind: Set(paper.kind),
        version: Set(paper.version),
        fiscal_year: Set(paper.fiscal_year),
        number: Set(paper.number),
        issued_at: Set(paper.issued_at),
        issued_by: Set(paper.issued_by),
        copies: Set(paper.copies),
        copied_at: Set(paper.copied_at),
        facts: Set(paper.facts.clone()),
    };
    booking_paper::Entity::insert(row)
        .exec_without_returning(work.db())
        .await?;
    Ok(())
}
