//! The form of a booking: what was typed, and what there is to choose from.

use chrono::Datelike;
use kernel::{Actor, Failed, PersonId};
use serde_json::{Value, json};
use web::{Error, Page, Typed};

use super::{
    described::described,
    devices,
    looking::{self, guest},
};
use crate::{
    entity::{SpaceId, space::Kind},
    read::{self, Catalogue, Place, Unit, rules_to_quote},
    refused::{Refused, Wrong},
    rules::{self, Use},
    service::Reserve,
};

/// What was typed, as a wish; what cannot be read is left for the rules to name.
pub(super) fn wish(page: &Page, typed: &Typed) -> Result<Reserve, Error> {
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
        organisation: match typed.text("organisation") {
            "" => None,
            id => Some(id.parse().map_err(|_error| Error::not_found())?),
        },
        waiver: Some(typed.text("waiver").to_owned()).filter(|reason| !reason.is_empty()),
    })
}

/// Why nobody can have the chosen time, if so: nobody fills in a form to be told at its end.
pub(super) async fn hopeless(page: &Page, typed: &Typed) -> Result<Option<Refused>, Error> {
    let wish = wish(page, typed)?;
    let now = page.app.clock.now();
    let (Some(space), Some(span)) = (wish.space, wish.r#use.span()) else {
        return Ok(None);
    };
    let catalogue = Catalogue::current(&page.app).await?;
    let place = catalogue.place(space).ok_or_else(Error::not_found)?;
    let hours = catalogue.hours(&place.space);
    let wrong = rules::wrong_for_anyone(&place.space, hours, span, now);
    Ok((!wrong.is_empty()).then_some(Refused::Wrong(wrong)))
}

/// Who acts, and for whom when staff enters it.
pub(super) fn actor(page: &Page, wish: &Reserve) -> Actor {
    let mut actor = page.actor();
    actor.on_behalf_of = Some(wish.person).filter(|person| actor.person != Some(*person));
    actor
}

/// Date, times, purpose and people of a form.
pub(super) fn used(typed: &Typed) -> Use {
    let date = date(typed);
    let at = |name| Some(rules::minute(date?, rules::clock(typed.text(name))?));
    Use {
        undated: date.is_none(),
        starts_at: at("starts_at"),
        ends_at: at("ends_at"),
        purpose: typed.text("purpose").to_owned(),
        attendees: typed.number("attendees"),
        devices: devices::picks(typed),
    }
}

/// The place and the times to choose from, as far as the form names them.
pub(super) async fn facts(page: &Page, typed: &Typed) -> Result<Value, Error> {
    let space = typed.text("space_id").parse().map_err(|_error| {
        Error::from(Failed::Refused(Refused::Wrong(vec![Wrong::SpaceMissing])))
    })?;
    let catalogue = Catalogue::current(&page.app).await?;
    let place = catalogue.place(space).ok_or_else(Error::not_found)?;
    let hours = catalogue.hours(&place.space);
    let date = japan::calendar::parse_date(typed.text("date"));
    let open = date.and_then(|date| rules::hours_on(hours, date));
    Ok(json!({
        "place": described(page, place)?,
        "units": units(place),
        "unit": typed.text("unit").parse::<i32>().ok(),
        "date": date,
        "starts": times(open, place.space.step_minutes, typed.text("starts_at")),
        "ends": times(open, place.space.step_minutes, typed.text("ends_at")),
        "for": guest(page, typed.text("for")).await?,
        "rules": quoted(page, space).await?,
        "acts_for": acts_for(page, typed).await?,
        "restrictions": restrictions(page, typed, space).await?,
        "devices": devices::offered(page, &place.space, typed, &[]).await?,
        "staff": page.actor().roles.is_staff(),
        "viewer_name": page.viewer.as_ref().map(|viewer| viewer.name.as_str()),
    }))
}

/// The rules that concern whoever books this space.
async fn quoted(page: &Page, space: SpaceId) -> Result<Vec<Value>, Error> {
    let catalogue = Catalogue::current(&page.app).await?;
    let today = page.app.clock.now().date();
    Ok(rules_to_quote(&catalogue, Some(space), today, page.lang))
}

/// The times in which whoever books may make no new booking of this space, told before they begin.
async fn restrictions(page: &Page, typed: &Typed, space: SpaceId) -> Result<Vec<Value>, Error> {
    let Some(person) = looking::whose(page, typed) else {
        return Ok(Vec::new());
    };
    let (db, now) = (page.app.db.reader(), page.app.clock.now());
    Ok(read::restrictions(db, person, Some(space), now, page.lang).await?)
}

/// The organisations as which whoever books may book.
async fn acts_for(page: &Page, typed: &Typed) -> Result<Vec<Value>, Error> {
    let Some(person) = looking::whose(page, typed) else {
        return Ok(Vec::new());
    };
    let today = page.app.clock.now().date();
    let db = page.app.db.reader();
    let own = organisations::read::represented(db, person, today).await?;
    let option = |one: organisations::read::Represented| json!({ "value": one.id.to_string(), "label": one.name });
    Ok(own.into_iter().map(option).collect())
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
        .map(rules::time_of_day)
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

/// The date of a form; the calendar of computers ends before that of people, and what lies near
/// its end cannot be reckoned with.
pub(super) fn date(typed: &Typed) -> Option<chrono::NaiveDate> {
    japan::calendar::parse_date(typed.text("date"))
        .filter(|date| (1900..=2200).contains(&date.year()))
}
