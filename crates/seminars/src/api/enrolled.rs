//! What the API gives of somebody's own enrolments.

use bookings::read::Catalogue;
use kernel::Instant;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::told::{Lesson, lessons};
use crate::{
    entity::enrolment::{Mode, State},
    read,
    rules::standing,
};

/// What a place costs that somebody has, or gave up too late.
#[derive(Serialize, Deserialize, ToSchema)]
pub(super) struct Fee {
    /// What is still to be paid at the counter, in yen; below 0 what is given back there.
    open: i64,
    /// By when it is paid: a place that nobody pays goes to others.
    due_on: String,
    /// The last day on which giving the place up costs nothing, as long as the first lesson has not begun.
    free_until: String,
}

impl Fee {
    fn of(owed: &read::Owed) -> Self {
        Self {
            open: owed.open,
            due_on: owed.due_on.clone(),
            free_until: owed.free_until.clone(),
        }
    }
}

/// Somebody and a seminar.
#[derive(Serialize, Deserialize, ToSchema)]
pub(super) struct Enrolment {
    pub(super) id: Uuid,
    seminar_id: Uuid,
    title: String,
    /// The order of arrival in the seminar.
    number: i64,
    /// `here` or `online`.
    mode: String,
    /// `applied`, `enrolled`, `waiting`, `offered`, `declined`, `lapsed`, `over`, `passed_over`,
    /// `cancelled` or `called_off`.
    status: String,
    /// By when an offer is to be answered; null as long as there is none.
    offered_until: Option<String>,
    /// What is owed for the place; null as long as there is none, and where it is free of charge.
    fee: Option<Fee>,
    /// How many questions are still to be answered, on the page of the enrolment.
    unanswered: usize,
    company: String,
    /// Who comes, when a company enrolled an employee by name; else empty.
    attendee: String,
    needs: String,
    made_at: String,
    /// Where the seminar stands.
    seminar_status: String,
    lessons: Vec<Lesson>,
}

/// One's own enrolments.
#[derive(Serialize, ToSchema)]
pub(super) struct Enrolments {
    pub(super) items: Vec<Enrolment>,
    /// Always null: they are on one page.
    pub(super) next: Option<String>,
}

/// An enrolment as the API tells it.
pub(super) fn told(
    own: &read::Own,
    beside: &read::Beside,
    (catalogue, now): (&Catalogue, Instant),
) -> Enrolment {
    let row = &own.row;
    let told = row.state == State::Enrolled && row.mode == Mode::Online;
    let offered = row.expires_at.filter(|_| row.state == State::Offered);
    Enrolment {
        id: row.id.into(),
        seminar_id: row.seminar_id.into(),
        title: own.seminar.row.title.clone(),
        number: row.number,
        mode: row.mode.code().to_owned(),
        status: row.state.code().to_owned(),
        offered_until: offered.map(Instant::rfc3339),
        fee: beside.owed.get(&row.id).map(Fee::of),
        unanswered: beside.unanswered.get(&row.id).copied().unwrap_or(0),
        company: row.company.clone(),
        attendee: row.attendee.clone(),
        needs: row.needs.clone(),
        made_at: row.made_at.rfc3339(),
        seminar_status: standing(&own.seminar.row, now).code().to_owned(),
        lessons: lessons(&own.seminar, catalogue, told),
    }
}
