//! What pages are given of the way to the certificate.

use kernel::Instant;
use serde_json::{Map, Value, json};
use web::{Error, Page};

use crate::{
    entity::{application, certificate},
    read::{CONSULTATIONS, Came, Listed},
    rules::{About, Arg, Condition, Counted, NotCounted, Progress, Reason, Validity, may_follow},
};

/// How far somebody is: each condition in words, each lesson with why it did not count. Without a
/// `founder`, nothing is said of whether they are one.
pub(super) fn progress(
    page: &Page,
    progress: &Progress,
    came: &[Came],
    founder: bool,
) -> Result<Value, Error> {
    let told = progress.conditions.iter();
    let told = told.filter(|one| founder || one.about != About::Founder);
    let mut conditions = Vec::new();
    for one in told {
        conditions.push(condition(page, one)?);
    }
    let outside = |one: &&Counted| one.not_counted == Some(NotCounted::OutsidePlan);
    let (others, own): (Vec<&Counted>, Vec<&Counted>) = progress.counted.iter().partition(outside);
    let told = |some: Vec<&Counted>| -> Vec<Value> {
        some.into_iter().map(|one| session(one, came)).collect()
    };
    Ok(json!({
        "met": progress.met,
        "completed_on": progress.completed_on.map(|day| day.to_string()),
        "conditions": conditions,
        "sessions": told(own),
        "others": told(others),
    }))
}

fn condition(page: &Page, one: &Condition) -> Result<Value, Error> {
    Ok(json!({ "met": one.met, "text": said(page, &one.reason)? }))
}

/// A reason in the words of the page.
fn said(page: &Page, reason: &Reason) -> Result<String, Error> {
    let mut args = Map::new();
    for (name, arg) in &reason.args {
        let value = match arg {
            Arg::Number(number) => json!(number),
            Arg::Day(day) => json!(day.to_string()),
            Arg::Code(code) => json!(page.worded(&format!("founders-area-{code}"))?),
        };
        args.insert((*name).to_owned(), value);
    }
    Ok(page
        .app
        .views
        .text(page.lang, reason.key, &Value::Object(args))?)
}

fn session(one: &Counted, came: &[Came]) -> Value {
    let own = &one.attendance;
    let known = came
        .iter()
        .find(|came| came.attendance.session == own.session);
    let areas: Vec<&str> = own.areas.iter().map(|area| area.code()).collect();
    json!({
        "day": own.day.to_string(),
        "title": known.map(|one| one.title.as_str()).unwrap_or_default(),
        "lesson": known.map(|one| one.lesson.as_str()).unwrap_or_default(),
        "consultation": own.programme == CONSULTATIONS,
        "areas": areas,
        "kind": own.kind.code(),
        "counts": one.not_counted.is_none(),
        "why": one.not_counted.map(NotCounted::key),
    })
}

/// An application, with its certificate once there is one.
pub(super) fn application(page: &Page, one: &Listed) -> Value {
    let row = &one.row;
    let who = one.who.as_ref();
    // How somebody is reached is for those whom they told it: themselves, and the centre.
    let own = page
        .viewer
        .as_ref()
        .is_some_and(|viewer| viewer.person == row.person_id);
    let reached = who.filter(|_| own || may_follow(&page.actor()));
    let at = |at: Option<Instant>| at.map(Instant::rfc3339);
    let code = |stored: &str| stored.replace('_', "-");
    let purposes: Vec<&str> = row.purposes.split(' ').collect();
    json!({
        "id": row.id,
        "holder": who.map(|who| who.name.as_str()).unwrap_or_default(),
        "kana": reached.map(|who| who.kana.as_str()).unwrap_or_default(),
        "email": reached.and_then(|who| who.email.as_deref()).unwrap_or_default(),
        "telephone": reached.map(|who| who.telephone.as_str()).unwrap_or_default(),
        "standing": code(&row.standing),
        "day": row.day,
        "form": code(&row.form),
        "name": row.name,
        "capital": row.capital_yen,
        "head_office": row.head_office,
        "address": row.address,
        "field": row.field,
        "purposes": purposes,
        "copies": row.copies,
        "state": row.state,
        "reason": row.reason,
        "asked_at": row.asked_at.rfc3339(),
        "confirmed_at": at(row.confirmed_at),
        "forwarded_at": at(row.forwarded_at),
        "answer_due": row.answer_due,
        "decided_at": at(row.decided_at),
        "edition": row.edition,
        "open": application::OPEN.contains(&row.state.as_str()),
        "certificate": one.certificate.as_ref().map(|paper| certificate(page, paper)),
    })
}

/// A certificate, and whether it is good today.
pub(super) fn certificate(page: &Page, paper: &certificate::Model) -> Value {
    json!({
        "number": paper.said(),
        "holder": paper.holder,
        "issued_on": paper.issued_on,
        "valid_until": paper.valid_until,
        "copies": paper.copies,
        "revoked_on": paper.revoked_on,
        "revoked_why": paper.revoked_why,
        "founded_on": paper.founded_on,
        "code": paper.code,
        "validity": validity(page, paper),
    })
}

/// `valid`, `expired`, `revoked`.
pub(super) fn validity(page: &Page, paper: &certificate::Model) -> &'static str {
    match paper.validity(page.app.clock.now().date()) {
        Some(Validity::Valid { .. } | Validity::NotYet { .. }) => "valid",
        Some(Validity::Revoked { .. }) => "revoked",
        Some(Validity::Expired { .. }) | None => "expired",
    }
}

/// What can be chosen, in the words of a language: `founders-form-stock`.
pub(super) fn options(
    page: &Page,
    of: &str,
    codes: impl Iterator<Item = &'static str>,
) -> Result<Vec<Value>, Error> {
    let option = |code: &'static str| {
        let label = page.worded(&format!("founders-{of}-{}", code.replace('_', "-")))?;
        Ok(json!({ "value": code, "label": label }))
    };
    codes.map(option).collect()
}
