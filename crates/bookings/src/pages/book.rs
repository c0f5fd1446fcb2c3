//! Booking, step by step: how it is used, is this right, done.

use axum::response::Response;
use kernel::{
    Failed, PersonId, Span,
    answers::{self, Asked},
    transact,
};
use serde_json::{Value, json};
use web::{Error, FieldError, Id, Page, Typed};

use super::{
    availability::guest,
    slot::{self, Slot},
};
use crate::{
    entity::{BookingId, space::Kind},
    read::{self, Catalogue, Place, Unit, Wish},
    refused::{Refused, Wrong},
    rules::{self, Use},
    service::{self, Checked, Reserve},
};

/// `GET /bookings/new?slot=…&slot=…&for=`
pub(super) async fn new(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("use");
    page.person()?;
    let Slot { space, span } = match slot::chosen(&typed) {
        Ok(slot) => slot,
        Err(wrong) => {
            let facts = json!({ "for": guest(&page, typed.text("for")).await?, "date": typed.text("date") });
            return page.again("bookings/no_time.html", &facts, &typed, &[wrong]);
        }
    };
    let typed = typed
        .or("space_id", &space.to_string())
        .or("date", &span.from.date().to_string())
        .or("starts_at", &clock(span.from))
        .or("ends_at", &clock(span.until));
    let facts = form_facts(&page, &typed).await?;
    page.form("bookings/use.html", &facts, &typed)
}

/// `POST /bookings/confirmation`: asks whether this is right; changes nothing.
pub(super) async fn confirm(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("use");
    let wish = wish(&page, &typed)?;
    if typed.text("back") == "back" {
        let facts = form_facts(&page, &typed).await?;
        return page.form("bookings/use.html", &facts, &typed);
    }
    let db = page.app.db.reader();
    match service::check(db, &page.actor(), page.app.clock.now(), &wish).await {
        Ok(checked) => ask(&page, typed, &checked, &[]).await,
        Err(failed) => {
            let facts = form_facts(&page, &typed).await?;
            page.refused(failed.into(), "bookings/use.html", &facts, &typed)
        }
    }
}

/// The page that shows everything before it counts.
async fn ask(
    page: &Page,
    typed: Typed,
    checked: &Checked,
    errors: &[FieldError],
) -> Result<Response, Error> {
    let mut facts = form_facts(page, &typed).await?;
    facts["from"] = checked.allowed.span.from.rfc3339().into();
    facts["until"] = checked.allowed.span.until.rfc3339().into();
    facts["purpose"] = checked.allowed.purpose.as_str().into();
    facts["attendees"] = checked.allowed.attendees.into();
    // The same form sent twice is one booking.
    let typed = typed.or("once", kernel::Secret::random().reveal());
    if errors.is_empty() {
        page.form("bookings/confirm.html", &facts, &typed)
    } else {
        page.again("bookings/confirm.html", &facts, &typed, errors)
    }
}

/// `POST /bookings`
pub(super) async fn create(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("use");
    let wish = wish(&page, &typed)?;
    if typed.text("agree").is_empty() {
        let now = page.app.clock.now();
        let checked = service::check(page.app.db.reader(), &page.actor(), now, &wish).await;
        if let Ok(checked) = checked {
            let wrong = [FieldError::new("agree", "bookings-agree-missing")];
            return ask(&page, typed, &checked, &wrong).await;
        }
    }
    match once(&page, &typed, &wish).await {
        Ok(id) => Ok(page.go(&format!("/bookings/{id}/done"))),
        Err(Failed::Refused(Refused::SlotTaken { alternatives })) => {
            let mut facts = form_facts(&page, &typed).await?;
            facts["alternatives"] = alternatives
                .iter()
                .map(|other| {
                    json!({
                        "space_id": other.space_id,
                        "space": other.space,
                        "date": other.span.from.date(),
                        "starts_at": clock(other.span.from),
                        "ends_at": clock(other.span.until),
                        "from": other.span.from.rfc3339(),
                        "until": other.span.until.rfc3339(),
                    })
                })
                .collect();
            let refused = Refused::SlotTaken { alternatives };
            let error = Failed::Refused(refused).into();
            page.refused(error, "bookings/taken.html", &facts, &typed)
        }
        Err(failed) => {
            let facts = form_facts(&page, &typed).await?;
            page.refused(failed.into(), "bookings/use.html", &facts, &typed)
        }
    }
}

/// Books; a form that was sent already answers with the booking it made.
async fn once(page: &Page, typed: &Typed, wish: &Reserve) -> Result<BookingId, Failed<Refused>> {
    let app = &page.app;
    let key = format!("form:{}", typed.text("once"));
    let what = format!("{wish:?}");
    let actor = page.actor();
    let outcome = transact(&app.db, actor, &app.clock, async |work| {
        let keyed = actor.person.filter(|_| !typed.text("once").is_empty());
        if let Some(person) = keyed {
            match answers::asked(work, person, &key, &what).await? {
                Asked::New => {}
                Asked::Before(id) => return id.parse().map_err(|_error| Refused::KeyReused.into()),
                Asked::Otherwise => return Err(Refused::KeyReused.into()),
            }
        }
        let made = service::reserve(work, wish).await?;
        if let Some(person) = keyed {
            answers::keep(work, person, &key, &what, 303, made.id.to_string()).await?;
        }
        Ok(made.id)
    })
    .await;
    let wished = Wish {
        space: wish.space,
        span: Span {
            from: wish.r#use.starts_at.unwrap_or(app.clock.now()),
            until: wish.r#use.ends_at.unwrap_or(app.clock.now()),
        },
        attendees: wish.r#use.attendees.unwrap_or(1),
    };
    service::with_alternatives(outcome, wished, &app.db, &app.clock, page.lang).await
}

/// `GET /bookings/{id}/done`
pub(super) async fn done(page: Page, Id(id): Id<BookingId>) -> Result<Response, Error> {
    let page = page.nav("use");
    page.person()?;
    let card = read::seen_by(page.app.db.reader(), &page.actor(), id).await?;
    let who = accounts::read::contact(page.app.db.reader(), card.booking.person_id).await?;
    let facts = json!({
        "booking": card.facts(page.lang, page.app.clock.now()),
        "email": who.as_ref().and_then(|who| who.email.as_deref()),
        "name": who.as_ref().map(|who| who.name.as_str()),
        "own": page.actor().person == Some(card.booking.person_id),
    });
    page.show("bookings/done.html", &facts)
}

/// What was typed, as a wish; what cannot be read is left for the rules to name.
fn wish(page: &Page, typed: &Typed) -> Result<Reserve, Error> {
    let viewer = page.person()?;
    let person = match typed.text("for") {
        "" => viewer.person,
        id => id
            .parse::<PersonId>()
            .map_err(|_error| Error::not_found())?,
    };
    Ok(Reserve {
        space: typed.text("space_id").parse().ok(),
        unit: match typed.text("unit") {
            "" => None,
            // There is no unit 0: what cannot be read is not taken for "any".
            number => Some(number.parse().unwrap_or(0)),
        },
        person,
        r#use: used(typed),
    })
}

/// Date, times, purpose and people of a form.
pub(super) fn used(typed: &Typed) -> Use {
    let date = japan::calendar::parse_date(typed.text("date"));
    let at = |name| Some(rules::minute(date?, rules::clock(typed.text(name))?));
    Use {
        starts_at: at("starts_at"),
        ends_at: at("ends_at"),
        purpose: typed.text("purpose").to_owned(),
        attendees: japan::kana::digits(typed.text("attendees")).parse().ok(),
    }
}

/// The place and the times to choose from, as far as the form names them.
async fn form_facts(page: &Page, typed: &Typed) -> Result<Value, Error> {
    let db = page.app.db.reader();
    let space = typed.text("space_id").parse().map_err(|_error| {
        Error::from(Failed::Refused(Refused::Wrong(vec![Wrong::SpaceMissing])))
    })?;
    let (place, hours) = Catalogue::load_one(db, space)
        .await?
        .ok_or_else(Error::not_found)?;
    let date = japan::calendar::parse_date(typed.text("date"));
    let open = date.and_then(|date| rules::hours_on(&hours, date));
    Ok(json!({
        "place": place.facts(page.lang),
        "units": units(&place),
        "unit": typed.text("unit").parse::<i32>().ok(),
        "date": date,
        "starts": times(open, place.space.step_minutes, typed.text("starts_at")),
        "ends": times(open, place.space.step_minutes, typed.text("ends_at")),
        "for": guest(page, typed.text("for")).await?,
        "viewer_name": page.viewer.as_ref().map(|viewer| viewer.name.as_str()),
    }))
}

/// The desks by name, for those who have a favourite.
fn units(place: &Place) -> Vec<Value> {
    let named = |unit: &Unit| json!({ "value": unit.number.to_string(), "label": unit.label });
    if place.space.kind == Kind::Desk {
        place.units.iter().map(named).collect()
    } else {
        Vec::new()
    }
}

/// Every time of day on which a use may begin or end, and what was typed, whatever it is.
pub(super) fn times(open: Option<rules::Hours>, step: i32, typed: &str) -> Option<Vec<Value>> {
    let open = open?;
    let step = usize::try_from(step).unwrap_or(60).max(1);
    let mut times: Vec<String> = (open.opens..=open.closes)
        .step_by(step)
        .map(|minutes| format!("{}:{:02}", minutes / 60, minutes % 60))
        .collect();
    if !times.iter().any(|time| time == typed) {
        times.insert(0, typed.to_owned());
    }
    let option = |text: &String| json!({ "value": text, "label": text });
    Some(times.iter().map(option).collect())
}

/// A time of day as forms write it: `13:00`.
pub(super) fn clock(at: kernel::Instant) -> String {
    at.in_tokyo().format("%-H:%M").to_string()
}
