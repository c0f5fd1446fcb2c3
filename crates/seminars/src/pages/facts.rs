//! What pages are given of seminars and enrolments.

use bookings::{
    device_field,
    read::{Catalogue, Device},
    rules::devices::Pick,
};
use chrono::NaiveDate;
use kernel::Instant;
use serde_json::{Value, json};
use views::Lang;
use web::{Error, Page};

use crate::{
    entity::{
        enrolment::{self, Mode},
        lesson::{self, Area},
        seminar::{self as row_of, Audience, Way},
    },
    letters::title,
    read::{Seminar, seminar_terms},
    rules::{free_until, is_free, standing},
};

/// A seminar with its lessons, in the words of a language. The address of an online room is told by
/// pages that may.
pub(super) fn seminar(one: &Seminar, catalogue: &Catalogue, (lang, now): (Lang, Instant)) -> Value {
    let row = &one.row;
    let at = |at: Option<Instant>| at.map(Instant::rfc3339);
    let left = |mode| row.places(mode) - row.taken(mode);
    let english = lang == Lang::En && !row.contents_en.is_empty();
    let areas = Area::ALL.iter();
    let areas = areas.filter(|area| one.lessons.iter().any(|own| own.areas().contains(area)));
    json!({
        "id": row.id,
        "title": title(row, lang),
        "in_japanese": lang == Lang::En && row.title_en.is_empty(),
        "purpose": row.purpose,
        "contents": if english { &row.contents_en } else { &row.contents },
        "audience": row.audience.code(),
        "way": row.way.code(),
        "fee_yen": row.fee_yen,
        "fee": row.fee,
        "programme": row.programme,
        "here": row.here,
        "online": row.online,
        "taken_here": row.taken_here,
        "taken_online": row.taken_online,
        "left_here": left(Mode::Here),
        "left_online": left(Mode::Online),
        "apply_from": at(row.apply_from),
        "apply_until": at(row.apply_until),
        "starts_at": at(row.starts_at),
        "ends_at": at(row.ends_at),
        "standing": standing(row, now).code(),
        "why": row.why,
        "report": row.report,
        "edition": row.edition,
        "areas": areas.map(|area| area.code()).collect::<Vec<_>>(),
        "lessons": one.lessons.iter().map(|own| lesson(own, catalogue, (lang, now))).collect::<Vec<_>>(),
    })
}

/// A lesson.
pub(super) fn lesson(
    one: &lesson::Model,
    catalogue: &Catalogue,
    (lang, now): (Lang, Instant),
) -> Value {
    let room = one.space_id.and_then(|id| catalogue.place(id));
    let areas = one.areas();
    json!({
        "id": one.id,
        "title": one.title,
        "starts_at": one.starts_at.rfc3339(),
        "ends_at": one.ends_at.rfc3339(),
        "areas": areas.iter().map(|area| area.code()).collect::<Vec<_>>(),
        "room": room.map(|place| place.name(lang)),
        "floor": room.map(|place| place.whereabouts(lang)),
        "link": one.link,
        "lecturer": one.lecturer,
        "begun": one.starts_at <= now,
        "over": one.ends_at <= now,
    })
}

/// What somebody owes who has a place from now on: how much, within how many days, and until when giving
/// it up costs nothing; none when it is free of charge.
pub(super) async fn fee_terms(page: &Page, row: &row_of::Model) -> Result<Value, Error> {
    let (true, Some(starts_at)) = (row.fee_yen > 0, row.starts_at) else {
        return Ok(Value::Null);
    };
    let today = page.app.clock.now().date();
    let terms = seminar_terms(page.app.db.reader(), today).await?;
    let free_until = free_until(&terms, starts_at.date()).to_string();
    let told = leaving(page, row, Some(&free_until));
    Ok(json!({
        "amount": row.fee_yen, "days": terms.payment_days, "free_until": free_until,
        "free": told["free"], "begun": told["begun"],
    }))
}

/// What it costs to give up a place now that can be given up for nothing until a day; none when it is free
/// of charge anyway.
pub(super) fn leaving(page: &Page, row: &row_of::Model, free_until: Option<&str>) -> Value {
    let now = page.app.clock.now();
    let begun = row.starts_at.is_none_or(|begins| begins <= now);
    let told = |until| json!({ "free_until": until, "free": is_free(until, row.starts_at, now), "begun": begun });
    free_until.map_or(Value::Null, told)
}

/// What the centre lends, as the form has it.
pub(super) fn lendable(page: &Page, catalogue: &Catalogue, day: NaiveDate) -> Vec<Value> {
    let usable = catalogue.devices.iter().filter(|own| own.usable(day) > 0);
    let fact = |own: &Device| {
        let mut fact = own.facts(page.lang, own.usable(day));
        fact["field"] = json!(device_field(own.row.id));
        fact
    };
    usable.map(fact).collect()
}

/// What is lent for a lesson.
pub(super) fn devices(lent: Option<&Vec<Pick>>, catalogue: &Catalogue, lang: Lang) -> Value {
    let known = |pick: &Pick| {
        let mut all = catalogue.devices.iter();
        let own = all.find(|own| own.row.id == pick.device)?;
        Some(own.facts(lang, pick.number?))
    };
    lent.into_iter().flatten().filter_map(known).collect()
}

/// An enrolment; what somebody needs only on pages of those who may read it.
pub(super) fn enrolment(row: &enrolment::Model) -> Value {
    json!({
        "id": row.id,
        "seminar": row.seminar_id,
        "number": row.number,
        "mode": row.mode.code(),
        "state": row.state.code(),
        "expires_at": row.expires_at.map(Instant::rfc3339),
        "attendee": row.attendee,
        "attendee_kana": row.attendee_kana,
        "company": row.company,
        "needs": row.needs,
        "words": row.words,
        "within": row.within.map(|within| if within { "yes" } else { "no" }),
        "made_at": row.made_at.rfc3339(),
        "open": row.state.is_open(),
        "edition": row.edition,
    })
}

/// What can be chosen, in the words of a language: `seminars-audience-anyone`.
pub(super) fn options(
    page: &Page,
    of: &str,
    codes: impl Iterator<Item = &'static str>,
) -> Result<Vec<Value>, Error> {
    let option = |code: &'static str| {
        let key = format!("seminars-{of}-{code}");
        let label = page.app.views.text(page.lang, &key, &json!({}))?;
        Ok(json!({ "value": code, "label": label }))
    };
    codes.map(option).collect()
}

/// For whom a seminar can be, and what the law asks founders to learn.
pub(super) fn choices(page: &Page) -> Result<Value, Error> {
    Ok(json!({
        "ways": options(page, "way", Way::ALL.iter().map(|one| one.code()))?,
        "audiences": options(page, "audience", Audience::ALL.iter().map(|one| one.code()))?,
        "areas": options(page, "area", Area::ALL.iter().map(|one| one.code()))?,
        "modes": options(page, "mode", Mode::ALL.iter().map(|one| one.code()))?,
    }))
}
