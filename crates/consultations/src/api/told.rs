//! What the API gives. Times are RFC 3339 in Tokyo's offset.

use kernel::Instant;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    entity::ExpertId,
    read::{Card, CasePage, Planned},
    rules::Slot,
};

/// Somebody who advises.
#[derive(Serialize, ToSchema)]
pub(super) struct Expert {
    id: Uuid,
    name: String,
    qualifications: String,
    introduction: String,
    introduction_en: String,
    /// What they advise on: `founding`, `sales`, …
    fields: Vec<&'static str>,
    /// `ja`, `en`, `zh`, `ko`, `vi`.
    languages: Vec<&'static str>,
}

impl Expert {
    pub(super) fn of(card: &Card) -> Self {
        Self {
            id: card.row.id.into(),
            name: card.name.clone(),
            qualifications: card.row.qualifications.clone(),
            introduction: card.row.introduction.clone(),
            introduction_en: card.row.introduction_en.clone(),
            fields: card.fields.iter().map(|field| field.code()).collect(),
            languages: card.row.speaks().collect(),
        }
    }
}

/// Every expert.
#[derive(Serialize, ToSchema)]
pub(super) struct Experts {
    pub(super) items: Vec<Expert>,
    /// Always null: they are on one page.
    pub(super) next: Option<String>,
}

/// A time that can be asked for.
#[derive(Serialize, ToSchema)]
pub(super) struct FreeHour {
    starts_at: String,
    ends_at: String,
    /// With whom.
    experts: Vec<Uuid>,
}

/// The times that can be asked for.
#[derive(Serialize, ToSchema)]
pub(super) struct FreeHours {
    items: Vec<FreeHour>,
    /// Always null: they are on one page.
    next: Option<String>,
}

impl FreeHours {
    pub(super) fn of(slots: &[Slot<ExpertId>]) -> Self {
        let hour = |slot: &Slot<ExpertId>| FreeHour {
            starts_at: slot.span.from.rfc3339(),
            ends_at: slot.span.until.rfc3339(),
            experts: slot.experts.iter().map(|id| (*id).into()).collect(),
        };
        Self {
            items: slots.iter().map(hour).collect(),
            next: None,
        }
    }
}

/// An appointment of an expert and somebody who asked.
#[derive(Serialize, Deserialize, ToSchema)]
pub(super) struct Appointment {
    id: Uuid,
    consultation_id: Uuid,
    reference: String,
    starts_at: String,
    ends_at: String,
    /// `centre`, `online`, `visit` or `telephone`.
    mode: String,
    /// `requested`, `confirmed`, `held`, `over`, `absent` or `cancelled`.
    status: String,
    /// In which room; null outside the centre.
    room: Option<String>,
    /// Whom they meet; null for the expert.
    expert: Option<String>,
}

impl Appointment {
    fn of(one: &Planned, expert: Option<String>, now: Instant) -> Self {
        let row = &one.meeting.row;
        Self {
            id: row.id.into(),
            consultation_id: row.case_id.into(),
            reference: one.reference.clone(),
            starts_at: row.starts_at.rfc3339(),
            ends_at: row.ends_at.rfc3339(),
            mode: row.mode.code().to_owned(),
            status: one.meeting.standing(now).to_owned(),
            room: one.room.clone(),
            expert,
        }
    }
}

/// An expert's appointments.
#[derive(Serialize, ToSchema)]
pub(super) struct Appointments {
    items: Vec<Appointment>,
    /// Always null: they are on one page.
    next: Option<String>,
}

impl Appointments {
    pub(super) fn of(coming: &[Planned], now: Instant) -> Self {
        let own = coming.iter().map(|one| Appointment::of(one, None, now));
        Self {
            items: own.collect(),
            next: None,
        }
    }
}

/// What somebody asked, and when they meet.
#[derive(Serialize, Deserialize, ToSchema)]
pub(super) struct Consultation {
    pub(super) id: Uuid,
    reference: String,
    /// `waiting`, `running` or `closed`.
    status: String,
    asked_at: String,
    /// By when the centre answers with an expert and a time: a date.
    due_on: String,
    fields: Vec<String>,
    about: String,
    mode: String,
    /// Who advises.
    experts: Vec<String>,
    appointments: Vec<Appointment>,
}

impl Consultation {
    pub(super) fn of(case: &CasePage, now: Instant) -> Self {
        let row = &case.row;
        let meetings = case.meetings.iter();
        let appointment = |one: &Planned| Appointment::of(one, Some(one.expert.clone()), now);
        Self {
            id: row.id.into(),
            reference: row.reference.clone(),
            status: row.state.code().to_owned(),
            asked_at: row.asked_at.rfc3339(),
            due_on: row.due_on.clone(),
            fields: case
                .fields
                .iter()
                .map(|field| field.code().to_owned())
                .collect(),
            about: row.about.clone(),
            mode: row.mode.code().to_owned(),
            experts: case.experts.iter().map(|card| card.name.clone()).collect(),
            appointments: meetings.map(appointment).collect(),
        }
    }
}

/// One's own consultations.
#[derive(Serialize, ToSchema)]
pub(super) struct Consultations {
    pub(super) items: Vec<Consultation>,
    /// Always null: they are on one page.
    pub(super) next: Option<String>,
}
