//! One's own enrolments: a place, an offer, the wait for one.

use axum::response::Response;
use bookings::read::Catalogue;
use kernel::Instant;
use serde_json::{Value, json};
use views::Lang;
use web::{Error, Id, Page, Typed};

use super::{facts, materials, said, tickets};
use crate::{
    entity::{
        EnrolmentId,
        attendance::State as Came,
        enrolment::{Mode, State},
    },
    read::{self, Own},
    rules,
};

pub(super) const ONE: &str = "seminars/enrolment.html";

/// `GET /mypage/seminars`
pub(super) async fn all(page: Page) -> Result<Response, Error> {
    let page = page.nav("learn");
    let person = page.person()?.person;
    let now = page.app.clock.now();
    let catalogue = Catalogue::current(&page.app).await?;
    let fact = |own: &Own| {
        let mut fact = facts::enrolment(&own.row);
        fact["seminar"] = facts::seminar(&own.seminar, &catalogue, (page.lang, now));
        fact
    };
    let rows = read::of_person(page.app.db.reader(), person).await?;
    let ahead = |own: &Own| {
        let over = own.seminar.row.ends_at.is_some_and(|ends| ends <= now);
        own.row.state.is_open() && !over
    };
    let (mut ahead, over): (Vec<_>, Vec<_>) = rows.into_iter().partition(ahead);
    ahead.sort_by_key(|own| own.seminar.row.starts_at);
    let facts = [ahead, over].map(|rows| rows.iter().map(fact).collect::<Vec<_>>());
    let [ahead, over] = facts;
    page.show(
        "seminars/mine.html",
        &json!({ "ahead": ahead, "over": over }),
    )
}

/// `GET /enrolments/{id}`
pub(super) async fn one(page: Page, Id(id): Id<EnrolmentId>) -> Result<Response, Error> {
    let page = page.nav("learn");
    let facts = given(&page, id).await?;
    page.form(ONE, &facts, &Typed::default())
}

/// An enrolment of the reader's own, or of anybody for those who work at the centre.
pub(super) async fn seen(page: &Page, id: EnrolmentId) -> Result<Own, Error> {
    let viewer = page.person()?;
    let found = read::enrolment(page.app.db.reader(), id).await?;
    let may = |own: &Own| own.row.person_id == viewer.person || rules::may_receive(&viewer.actor);
    found.filter(may).ok_or_else(Error::not_found)
}

pub(super) async fn given(page: &Page, id: EnrolmentId) -> Result<Value, Error> {
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    let own = seen(page, id).await?;
    let catalogue = Catalogue::current(&page.app).await?;
    let seminar = described(&own, &catalogue, (page.lang, now));
    let mut enrolment = facts::enrolment(&own.row);
    if own.row.state == State::Waiting {
        enrolment["ahead"] = json!(read::ahead_of(db, &own.row).await?);
    }
    let (offered, can_cancel) = theirs_to_do(page, &own)?;
    Ok(json!({
        "enrolment": enrolment,
        "seminar": seminar,
        "offered": offered,
        "ticket": tickets::code(page, &own)?,
        "materials": materials::of(page, &own).await?,
        "answers": said::of(page, &own).await?,
        "certificate": read::certificate_of(db, id).await?.is_some(),
        "fee": fee(page, &own).await?,
        "fee_terms": facts::fee_terms(page, &own.seminar.row).await?,
        "can_change": can_change(&own, now),
        "came": came(page, id).await?,
        "can_cancel": can_cancel,
    }))
}

/// Whether they have an offer to answer, and whether there is something to give up. Whoever works at the
/// centre does so from the list of people, with a reason.
fn theirs_to_do(page: &Page, own: &Own) -> Result<(bool, bool), Error> {
    let now = page.app.clock.now();
    let over = own.seminar.row.ends_at.is_some_and(|ends| ends <= now);
    let open = own.row.expires_at.is_some_and(|until| now < until);
    let theirs = page.person()?.person == own.row.person_id;
    let offered = theirs && own.row.state == State::Offered && open;
    let can_cancel = theirs && own.row.state.is_open() && !over && !offered;
    Ok((offered, can_cancel))
}

/// Whether what was said can be said anew: an offer is answered first, and what has begun stays.
pub(super) fn can_change(own: &Own, now: Instant) -> bool {
    let begins = own.seminar.row.starts_at;
    let stands = own.row.state.is_open() && own.row.state != State::Offered;
    stands && begins.is_some_and(|begins| now < begins)
}

/// Whether they were at a lesson.
async fn came(page: &Page, id: EnrolmentId) -> Result<bool, Error> {
    let marks = read::marks_of(page.app.db.reader(), id).await?;
    Ok(marks.values().any(|mark| mark.row.state != Came::Absent))
}

/// What the place costs, how far that is paid, and until when giving it up costs nothing; none when it is
/// free.
async fn fee(page: &Page, own: &Own) -> Result<Value, Error> {
    let db = page.app.db.reader();
    let Some(bill) = read::bill_of(db, own.row.id).await? else {
        return Ok(Value::Null);
    };
    let free = read::free_until(db, &[own.row.id]).await?;
    let until = free.get(&own.row.id).map(String::as_str);
    let leaving = facts::leaving(page, &own.seminar.row, until);
    Ok(json!({
        "reference": bill.row.reference,
        "open": bill.row.open_amount.max(0),
        "to_refund": (-bill.row.open_amount).max(0),
        "due_on": bill.row.due_on,
        "begun": leaving["begun"],
        "leaving": leaving,
        "went_unpaid": read::went_unpaid(db, own.row.id).await?,
    }))
}

/// The seminar for this person: who comes to the centre is told the room, who takes part online the
/// address; who has no place yet is told no address.
fn described(own: &Own, catalogue: &Catalogue, now: (Lang, Instant)) -> Value {
    let mut seminar = facts::seminar(&own.seminar, catalogue, now);
    let (has, mode) = (own.row.state == State::Enrolled, own.row.mode);
    for lesson in seminar["lessons"].as_array_mut().into_iter().flatten() {
        lesson["online"] = json!(mode == Mode::Online);
        if !has || mode == Mode::Here {
            lesson["link"] = json!("");
        }
        if mode == Mode::Online {
            lesson["room"] = Value::Null;
        }
    }
    seminar
}
