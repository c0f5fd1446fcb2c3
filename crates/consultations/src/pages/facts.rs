//! What pages are given of experts, cases and meetings.

use kernel::{Instant, Span};
use serde_json::{Value, json};
use web::{Error, Page};

use crate::{
    entity::{
        case::{Industry, Outcome, Stage},
        case_action::Owner,
        case_field::Field,
        expert::LANGUAGES,
        meeting::{Late, Mode},
    },
    read::{Card, Planned},
    rules,
};

/// Codes of fields, as pages name them.
pub(super) fn fields(fields: &[Field]) -> Vec<&'static str> {
    fields.iter().map(|field| field.code()).collect()
}

/// What can be chosen, in the words of a language: `consultations-field-founding`.
fn options(
    page: &Page,
    of: &str,
    codes: impl Iterator<Item = &'static str>,
) -> Result<Vec<Value>, Error> {
    let option = |code: &'static str| {
        let key = format!("consultations-{of}-{code}");
        let label = page.app.views.text(page.lang, &key, &json!({}))?;
        Ok(json!({ "value": code, "label": label }))
    };
    codes.map(option).collect()
}

/// Every choice that the forms of this crate offer.
pub(super) fn choices(page: &Page) -> Result<Value, Error> {
    Ok(json!({
        "fields": options(page, "field", Field::ALL.iter().map(|one| one.code()))?,
        "stages": options(page, "stage", Stage::ALL.iter().map(|one| one.code()))?,
        "industries": options(page, "industry", Industry::ALL.iter().map(|one| one.code()))?,
        "modes": options(page, "mode", Mode::ALL.iter().map(|one| one.code()))?,
        "languages": options(page, "lang", LANGUAGES.into_iter())?,
        "outcomes": options(page, "outcome", Outcome::ALL.iter().map(|one| one.code()))?,
        "owners": options(page, "owner", Owner::ALL.iter().map(|one| one.code()))?,
    }))
}

/// An expert as lists have them.
pub(super) fn expert(card: &Card) -> Value {
    json!({
        "id": card.row.id,
        "person": card.row.person_id,
        "name": card.name,
        "qualifications": card.row.qualifications,
        "introduction": card.row.introduction,
        "introduction_en": card.row.introduction_en,
        "fields": fields(&card.fields),
        "languages": card.row.speaks().collect::<Vec<_>>(),
        "shown": card.row.shown,
        "open": card.open,
        "caseload": card.row.caseload,
        "honorarium": card.row.honorarium_yen,
        "signed_on": card.row.signed_on,
        "conflicts": card.row.conflicts,
        "photo": card.row.photo_id.is_some(),
        "leaves_on": card.row.leaves_on,
        "edition": card.row.edition,
    })
}

/// A meeting as pages have it.
pub(super) fn meeting(one: &Planned, now: Instant) -> Value {
    let row = &one.meeting.row;
    json!({
        "id": row.id,
        "case": row.case_id,
        "name": one.name,
        "expert": one.expert,
        "late": row.late.map(Late::code),
        "late_minutes": row.late_minutes,
        "expert_id": row.expert_id,
        "reference": one.reference,
        "mode": row.mode.code(),
        "room": one.room,
        "place": row.link,
        "starts_at": row.starts_at.rfc3339(),
        "ends_at": row.ends_at.rfc3339(),
        "standing": one.meeting.standing(now),
        "version": row.version,
        "ahead": one.meeting.is_ahead(now),
        "recorded": one.meeting.recorded,
        "arrived_at": row.arrived_at.map(Instant::rfc3339),
        "begun": row.starts_at <= now,
        "soon": one.meeting.is_soon(now),
        "late_by": rules::late_by(Span { from: row.starts_at, until: row.ends_at }),
        "can_arrive": rules::can_arrive(row.starts_at, now),
    })
}
