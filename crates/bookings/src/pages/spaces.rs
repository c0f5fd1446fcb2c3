//! What there is: the list of spaces, and one space over a week.

use axum::response::Response;
use chrono::{Days, NaiveDate};
use kernel::{Fault, Span};
use serde_json::{Value, json};
use views::Lang;
use web::{Error, Id, Page, Typed};

use super::{
    described::described,
    fee,
    grid::{self, Head, RowFacts},
    looking::{keep, looking},
};
use crate::{
    entity::SpaceId,
    read::{self, Catalogue, Place, PlaceFacts},
};

/// `GET /spaces`
pub(super) async fn all(page: Page) -> Result<Response, Error> {
    let catalogue = Catalogue::current(&page.app).await?;
    let today = page.app.clock.now().date();
    let places = catalogue.in_use(today).map(|place| described(&page, place));
    let places: Vec<PlaceFacts<'_>> = places.collect::<Result<_, _>>()?;
    page.nav("use")
        .show("bookings/spaces.html", &json!({ "places": places }))
}

/// `GET /spaces/{id}?week=`
pub(super) async fn one(page: Page, Id(id): Id<SpaceId>, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("use");
    let catalogue = Catalogue::current(&page.app).await?;
    let place = catalogue.place(id).ok_or_else(Error::not_found)?;
    let today = page.app.clock.now().date();
    let first = super::date_near(today, typed.text("week")).unwrap_or(today);
    let mut facts = week(&page, &catalogue, place, first, &typed).await?;
    facts["place"] = json!(described(&page, place)?);
    facts["given_up"] = given_up(&catalogue, place, today, page.lang);
    facts["for"] = typed.text("for").into();
    let withheld = &catalogue.withheld;
    facts["drawn"] = withheld.iter().any(|one| one.spaces.contains(&id)).into();
    facts["today"] = json!(today);
    facts["prices"] = fee::of_space(&page, id).await?;
    facts["rules"] = read::rules_to_quote(&catalogue, Some(id), today, page.lang).into();
    page.show("bookings/space.html", &facts)
}

/// From when on the centre gives a space up, or has given it up, and why; null where it does not.
pub(super) fn given_up(
    catalogue: &Catalogue,
    place: &Place,
    today: NaiveDate,
    lang: Lang,
) -> Value {
    catalogue
        .giving_up(&place.space, today)
        .map_or(Value::Null, |closure| {
            json!({
                "from": closure.valid_from,
                "until": closure.valid_until,
                "over": closure.falls_on(today),
                "reason": closure.reason.said(lang),
            })
        })
}

/// A day in the grid of a space; its head leads to all spaces on that day.
fn head(page: &Page, row: &RowFacts<'_>) -> Result<Head<'static>, Fault> {
    let date = row.date.to_string();
    let said = views::date_short(&date, page.lang);
    let said = said.map_err(|failed| Fault::broken("saying a date", failed))?;
    Ok(Head {
        place: format!("{} {said}", row.name).into(),
        href: format!("/availability?date={date}"),
        text: said.into(),
        line: "",
    })
}

/// A day on a phone.
fn day(page: &Page, row: &RowFacts<'_>) -> Result<Value, Fault> {
    Ok(json!({
        "date": row.date,
        "free_hours": row.free_hours,
        "hours_html": grid::listed(page, row)?,
    }))
}

/// Seven days of one space.
async fn week(
    page: &Page,
    catalogue: &Catalogue,
    place: &Place,
    first: NaiveDate,
    typed: &Typed,
) -> Result<Value, Fault> {
    let dates: Vec<NaiveDate> = (0..7)
        .filter_map(|days| first.checked_add_days(Days::new(days)))
        .collect();
    let last = dates.last().copied().unwrap_or(first);
    let hours = catalogue.columns(dates.iter().copied());
    let span = Span {
        from: Span::day(first).from,
        until: Span::day(last).until,
    };
    let resources = place.units.iter().flat_map(|unit| unit.resources.clone());
    let busy = read::busy(page.app.db.reader(), span, Some(resources.collect())).await?;
    let now = page.app.clock.now();
    let looking = looking(page, catalogue, typed).await?;
    let booker = &looking.booker;
    let rows = read::rows(catalogue, &[place], &dates, hours, &busy, booker, now);
    let rows = grid::rows(page, catalogue, &rows)?;
    let heads: Vec<Head<'_>> = rows
        .iter()
        .map(|row| head(page, row))
        .collect::<Result<_, _>>()?;
    Ok(json!({
        "first": first,
        "last": last,
        "previous": first.checked_sub_days(Days::new(7)).filter(|_| first > now.date()),
        "next": first.checked_add_days(Days::new(7)),
        "hours": hours.columns(),
        "rows_html": grid::written(page, &rows, &heads)?,
        "rows": rows.iter().map(|row| day(page, row)).collect::<Result<Vec<Value>, Fault>>()?,
        "standings": looking.standings,
        "keep_standing": keep(page, "organisation"),
    }))
}
