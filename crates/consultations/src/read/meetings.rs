//! Meetings: of a case, of a day, to be reminded of.

use std::collections::HashMap;

use accounts::{entity::GuestId, read::contacts};
use bookings::{
    entity::hold::{self, State},
    read::Catalogue,
};
use chrono::TimeDelta;
use kernel::{Fault, Instant, PersonId, Span};
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};

use super::{cases, experts};
use crate::entity::{
    CaseId, ExpertId, MeetingId, case, case_field::Field, guest_case, meeting, meeting_field,
    meeting_record,
};

/// So long before its beginning somebody can tell that they are late.
pub const SOON: TimeDelta = TimeDelta::hours(3);

/// A meeting and where it stands.
#[derive(Clone, Debug)]
pub struct Meeting {
    /// The meeting.
    pub row: meeting::Model,
    /// Where its hold stands.
    pub state: State,
    /// Whether its record is finished; none when none was begun.
    pub recorded: Option<bool>,
}

impl Meeting {
    /// Whether it is still to come or going on.
    pub fn is_ahead(&self, now: Instant) -> bool {
        let stands = matches!(self.state, State::Requested | State::Confirmed);
        stands && !self.row.absent && self.row.arrived_at.is_none() && now < self.row.ends_at
    }

    /// Whether it stands and begins within some hours or goes on: the time to tell that one is late.
    pub fn is_soon(&self, now: Instant) -> bool {
        self.state == State::Confirmed
            && self.recorded.is_none()
            && self.is_ahead(now)
            && self.row.starts_at <= now + SOON
    }

    /// Whether the person came. A draft that was begun before it was clear that nobody comes says nothing.
    pub const fn was_held(&self) -> bool {
        !self.row.absent && (self.row.arrived_at.is_some() || self.recorded.is_some())
    }

    /// Whether it was held and its record is not finished.
    pub fn wants_a_record(&self) -> bool {
        self.was_held() && self.recorded != Some(true)
    }

    /// Where it stands, as part of text keys.
    pub fn standing(&self, now: Instant) -> &'static str {
        match self.state {
            State::Cancelled | State::Released | State::Refused | State::Expired => "cancelled",
            _ if self.row.absent => "absent",
            _ if self.was_held() => "held",
            State::Requested => "requested",
            _ if self.row.ends_at <= now => "over",
            _ => "confirmed",
        }
    }
}

/// A meeting of a day as reception and the expert see it.
#[derive(Clone, Debug)]
pub struct Planned {
    /// The meeting.
    pub meeting: Meeting,
    /// Who comes.
    pub name: String,
    /// Whom they meet; empty where that would tell about what.
    pub expert: String,
    /// Whether not even its field is for others to know.
    pub secret: bool,
    /// What they say at the counter.
    pub reference: String,
    /// In which room, in Japanese; none outside the centre.
    pub room: Option<String>,
}

/// The meetings of a case, the earliest first.
pub async fn meetings_of(db: &impl ConnectionTrait, id: CaseId) -> Result<Vec<Meeting>, Fault> {
    let rows = meeting::Entity::find()
        .filter(meeting::COLUMN.case_id.eq(id))
        .order_by_asc(meeting::COLUMN.starts_at)
        .order_by_asc(meeting::COLUMN.id);
    stood(db, rows).await
}

/// One meeting.
pub async fn meeting(db: &impl ConnectionTrait, id: MeetingId) -> Result<Option<Meeting>, Fault> {
    Ok(stood(db, meeting::Entity::find_by_id(id)).await?.pop())
}

/// Whether the last meeting of a case was called off, so that the person chooses another time.
pub fn waits_for_a_time<'m>(
    case: &case::Model,
    meetings: impl Iterator<Item = &'m Meeting>,
) -> bool {
    let last = meetings.max_by_key(|one| one.row.made_at);
    last.is_some_and(|one| match case.state {
        case::State::Running => State::FALLEN.contains(&one.state),
        // Before anybody was given it; what the centre gave up, it finds anew itself.
        case::State::Waiting => case.assigned_at.is_none() && one.state == State::Cancelled,
        case::State::Closed => false,
    })
}

/// The meetings of a case that were not called off.
pub async fn standing_meetings(
    db: &impl ConnectionTrait,
    id: CaseId,
) -> Result<Vec<meeting::Model>, Fault> {
    let all = meetings_of(db, id).await?;
    let standing = all.into_iter().filter(|one| one.state.is_holding());
    Ok(standing.map(|one| one.row).collect())
}

/// The time that is held for a guest until they open their letter.
pub async fn held_for(db: &impl ConnectionTrait, guest: GuestId) -> Result<Option<Span>, Fault> {
    let asked = guest_case::Entity::find().filter(guest_case::COLUMN.link_id.eq(guest));
    Ok(asked.one(db).await?.and_then(|asked| asked.span()))
}

/// Meetings with where they stand.
pub(super) async fn stood(
    db: &impl ConnectionTrait,
    rows: Select<meeting::Entity>,
) -> Result<Vec<Meeting>, Fault> {
    let rows = rows.find_also_related(hold::Entity).all(db).await?;
    let ids: Vec<MeetingId> = rows.iter().map(|(row, _)| row.id).collect();
    let records: Vec<(MeetingId, Option<Instant>)> = meeting_record::Entity::find()
        .select_only()
        .column(meeting_record::Column::MeetingId)
        .column(meeting_record::Column::FinishedAt)
        .filter(meeting_record::COLUMN.meeting_id.is_in(ids))
        .into_tuple()
        .all(db)
        .await?;
    let records: HashMap<MeetingId, Option<Instant>> = records.into_iter().collect();
    let with = rows.into_iter().filter_map(|(row, held)| {
        Some(Meeting {
            recorded: records.get(&row.id).map(Option::is_some),
            state: held?.state,
            row,
        })
    });
    Ok(with.collect())
}

/// The meetings of some days that were not called off, of everybody or of one expert.
pub async fn on_day(
    db: &impl ConnectionTrait,
    catalogue: &Catalogue,
    span: Span,
    expert: Option<ExpertId>,
) -> Result<Vec<Planned>, Fault> {
    let mut rows = meeting::Entity::find()
        .filter(meeting::COLUMN.starts_at.gte(span.from))
        .filter(meeting::COLUMN.starts_at.lt(span.until))
        .order_by_asc(meeting::COLUMN.starts_at)
        .order_by_asc(meeting::COLUMN.id);
    if let Some(expert) = expert {
        rows = rows.filter(meeting::COLUMN.expert_id.eq(expert));
    }
    let mut found = stood(db, rows).await?;
    found.retain(|one| one.state.is_holding());
    if expert.is_none() {
        // Where they meet outside the centre is for those who meet.
        for one in &mut found {
            one.row.link.clear();
        }
    }
    let mut planned = planned(db, catalogue, found).await?;
    if expert.is_none() {
        for one in planned.iter_mut().filter(|one| one.secret) {
            one.expert.clear();
        }
    }
    Ok(planned)
}

/// The same with who comes, and where.
pub(super) async fn planned(
    db: &impl ConnectionTrait,
    catalogue: &Catalogue,
    found: Vec<Meeting>,
) -> Result<Vec<Planned>, Fault> {
    let ids = found.iter().map(|one| one.row.case_id).collect();
    let cases: HashMap<CaseId, case::Model> = cases::rows(db, ids).await?;
    let experts: HashMap<ExpertId, String> = experts::cards(db)
        .await?
        .into_iter()
        .map(|card| (card.row.id, card.name))
        .collect();
    let people = cases.values().map(|case| case.person_id).collect();
    let names: HashMap<PersonId, String> = contacts(db, people)
        .await?
        .into_iter()
        .map(|contact| (contact.person, contact.name))
        .collect();
    let room = |one: &Meeting| {
        let place = catalogue.place(one.row.space_id?)?;
        Some(place.space.name.clone())
    };
    let row = |one: Meeting| {
        let case = cases.get(&one.row.case_id);
        let name = case.and_then(|case| names.get(&case.person_id));
        Planned {
            name: name.cloned().unwrap_or_default(),
            expert: experts.get(&one.row.expert_id).cloned().unwrap_or_default(),
            secret: case.is_some_and(|case| case.need_to_know),
            reference: case.map(|case| case.reference.clone()).unwrap_or_default(),
            room: room(&one),
            meeting: one,
        }
    };
    Ok(found.into_iter().map(row).collect())
}

/// What was written down of a meeting, with its fields.
pub async fn record_of(
    db: &impl ConnectionTrait,
    id: MeetingId,
) -> Result<Option<(meeting_record::Model, Vec<Field>)>, Fault> {
    let Some(row) = meeting_record::Entity::find_by_id(id).one(db).await? else {
        return Ok(None);
    };
    let fields = meeting_field::Entity::find()
        .filter(meeting_field::COLUMN.meeting_id.eq(id))
        .all(db)
        .await?;
    let mut fields: Vec<Field> = fields.into_iter().map(|row| row.field).collect();
    fields.sort_unstable();
    Ok(Some((row, fields)))
}
