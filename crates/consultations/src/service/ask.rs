//! Somebody asks for advice.

use accounts::{
    read::{Contact, contact},
    rules::wrong_field,
    service::present,
};
use bookings::{entity::hold, ledger::Claim, rules::reference};
use chrono::NaiveDate;
use files::Handed;
use kernel::{Failed, Instant, PersonId, Span, Work, events::Event};
use rand::Rng;
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::{
    desks,
    limits::{asks_little, has_time},
    papers,
    take::{Held, MEETING, take},
};
use crate::{
    Refused,
    entity::{CaseId, ExpertId, MeetingId, case, case_field, case_field::Field, expert, meeting},
    letters, read,
    rules::{self, Candidate, Request, due_before, first_due},
};

/// Takes a request of somebody the centre knows. A time that was chosen is held at once, the expert's
/// and a room's, before anybody has looked at the request; the letter says what happens next. Papers that
/// come with it are read by whoever reads the request.
///
/// # Errors
/// Everything that is wrong at once; [`Refused::SlotTaken`] when the time went to somebody else.
pub async fn ask(
    work: &Work,
    person: PersonId,
    wish: &Request,
    handed: Vec<Handed>,
) -> Result<CaseId, Failed<Refused>> {
    let by = work.actor().person.filter(|by| *by != person);
    if work.actor().person.is_none() || (by.is_some() && !rules::may_receive(work.actor())) {
        return Err(Refused::MayNot.into());
    }
    let id: CaseId = work.new_id();
    let (row, who) = write(work, id, (person, by), wish).await?;
    papers::keep(work, id, handed, true).await?;
    let meeting = match wish.chosen {
        Some(chosen) => {
            let chosen = offered(work, chosen, wish, Some(person)).await?;
            has_time(work, person, chosen.1, None).await?;
            Some(hold_time(work, &row, &who.name, chosen).await?)
        }
        None => None,
    };
    letters::received(work, &row, &who, meeting.as_ref()).await?;
    Ok(id)
}

/// Writes the case of a request.
pub(super) async fn write(
    work: &Work,
    id: CaseId,
    (person, by): (PersonId, Option<PersonId>),
    wish: &Request,
) -> Result<(case::Model, Contact), Failed<Refused>> {
    let wrong = wish.wrong();
    let (Some(stage), Some(industry), Some(in_ward), Some(mode), true) = (
        wish.stage,
        wish.industry,
        wish.in_ward,
        wish.mode,
        wrong.is_empty(),
    ) else {
        return Err(Refused::Invalid(wrong).into());
    };
    if !present(work, person).await? {
        return Err(Refused::NotThere.into());
    }
    let Some(who) = contact(work.db(), person).await? else {
        return Err(Refused::NotThere.into());
    };
    if by.is_none() {
        asks_little(work, person).await?;
    }
    let desk = desks::asked_by(work, wish.desk).await?;
    let days = match &desk {
        Some(desk) => desk.triage_days,
        None => read::terms(work.db(), work.now().date()).await?.triage_days,
    };
    let row = case::Model {
        id,
        reference: reference::from_random(rand::rng().random()),
        person_id: person,
        organisation_id: None,
        company: wish.company.trim().to_owned(),
        stage,
        industry,
        employees: wish.employees.unwrap_or_default(),
        capital_yen: wish.capital_yen.unwrap_or_default(),
        in_ward,
        about: wish.about.trim().to_owned(),
        mode,
        times: wish.times.trim().to_owned(),
        lang: wish.lang.clone(),
        urgent: wish.urgent,
        desk_id: desk.map(|desk| desk.id),
        need_to_know: wish.is_need_to_know(),
        state: case::State::Waiting,
        outcome: None,
        closing_note: None,
        lead_id: None,
        due_on: due(work.now().date(), days, wish).to_string(),
        asked_at: work.now(),
        asked_by: by,
        assigned_at: None,
        closed_at: None,
        erased_at: None,
        erased_why: None,
        edition: 1,
    };
    let active: case::ActiveModel = row.clone().into();
    case::Entity::insert(active)
        .exec_without_returning(work.db())
        .await?;
    name_fields(work, id, &wish.fields).await?;
    work.record(Event::new("case.asked", id).with("person", person.to_string()));
    Ok((row, who))
}

/// By which day somebody looks at a request: the time that was chosen does not pass before.
fn due(today: NaiveDate, days: i32, wish: &Request) -> NaiveDate {
    let due = first_due(today, days);
    wish.chosen
        .map_or(due, |(_, from)| due_before(due, from.date(), today))
}

async fn name_fields(work: &Work, id: CaseId, fields: &[Field]) -> Result<(), Failed<Refused>> {
    let mut fields = fields.to_vec();
    fields.sort_unstable();
    fields.dedup();
    let row = |field| case_field::ActiveModel {
        case_id: Set(id),
        field: Set(field),
    };
    case_field::Entity::insert_many(fields.into_iter().map(row))
        .exec_without_returning(work.db())
        .await?;
    Ok(())
}

/// The expert and the time that were chosen, as long as they can be had.
pub(super) async fn offered(
    work: &Work,
    (expert, from): (ExpertId, Instant),
    wish: &Request,
    person: Option<PersonId>,
) -> Result<(expert::Model, Span), Failed<Refused>> {
    let mode = wish.mode.ok_or(Refused::SlotTaken)?;
    let free = read::is_offered(work.db(), work.kept(), (expert, mode, from), work.now()).await?;
    let Some((expert, span)) = free else {
        return Err(Refused::SlotTaken.into());
    };
    // Whom the public does not see, only the centre chooses.
    if !expert.shown && !rules::may_receive(work.actor()) {
        return Err(Refused::SlotTaken.into());
    }
    let candidate = Candidate {
        is_client: person == Some(expert.person_id),
        ..read::alone(&expert)
    };
    if rules::barred(&candidate, wish.company.trim()).is_some() {
        let at = wrong_field("chosen", "cases-barred-other");
        return Err(Refused::Invalid(vec![at]).into());
    }
    Ok((expert, span))
}

/// Holds the time that was chosen, until a coordinator has looked at the request.
pub(super) async fn hold_time(
    work: &Work,
    case: &case::Model,
    name: &str,
    (expert, span): (expert::Model, Span),
) -> Result<meeting::Model, Failed<Refused>> {
    let id: MeetingId = work.new_id();
    let claim = Claim {
        kind: MEETING,
        label: name.to_owned(),
        link: format!("/meetings/{id}"),
        state: hold::State::Requested,
        expires_at: None,
    };
    let held = take(work, claim, &expert, case.mode, span).await?;
    let row = asked_for(work, case, id, (expert.id, held, span));
    insert(work, &row).await?;
    Ok(row)
}

/// A meeting that was asked for, and whose time is held.
pub(super) fn asked_for(
    work: &Work,
    case: &case::Model,
    id: MeetingId,
    (expert, held, span): (ExpertId, Held, Span),
) -> meeting::Model {
    meeting::Model {
        id,
        case_id: case.id,
        expert_id: expert,
        hold_id: held.hold,
        mode: case.mode,
        space_id: held.space,
        starts_at: span.from,
        ends_at: span.until,
        link: String::new(),
        arrived_at: None,
        absent: false,
        late: None,
        late_minutes: 0,
        reminded: 0,
        version: 1,
        made_at: work.now(),
        made_by: case.asked_by,
    }
}

/// Writes a meeting whose time is held.
pub(super) async fn insert(work: &Work, row: &meeting::Model) -> Result<(), Failed<Refused>> {
    let active: meeting::ActiveModel = row.clone().into();
    meeting::Entity::insert(active)
        .exec_without_returning(work.db())
        .await?;
    let event = Event::new("meeting.arranged", row.id)
        .with("case", row.case_id.to_string())
        .with("expert", row.expert_id.to_string())
        .with("starts_at", row.starts_at.rfc3339());
    work.record(event);
    Ok(())
}
