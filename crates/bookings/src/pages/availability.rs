//! What is free on a day: a grid, a table, a list on the phone, and the answer to a search.

use axum::response::Response;
use chrono::NaiveDate;
use kernel::{Fault, Instant, Span};
use serde::Serialize;
use serde_json::{Value, json};
use web::{Error, Page, Typed};

use super::{
    grid::{self, Shown},
    looking::{StandingFacts, guest, keep, looking},
    search::{self, Search},
    slot,
};
use crate::{
    entity::{SpaceId, booking::Party, space::Kind},
    read::{self, Busy, Catalogue, Place, Wish, busy_units},
    rules::Booker,
};

/// What the page shows.
#[derive(Serialize)]
struct DayFacts<'p> {
    date: NaiveDate,
    today: NaiveDate,
    previous: Option<NaiveDate>,
    next: Option<NaiveDate>,
    open: bool,
    /// Why every house is closed, if a closure is why.
    closed_for: Option<&'p str>,
    hours: Vec<String>,
    /// How many places fit.
    places: usize,
    #[serde(flatten)]
    shown: Shown<'p>,
    equipment: Vec<&'static str>,
    kinds: Vec<&'static str>,
    answer: Value,
    /// For whom staff looks.
    #[serde(rename = "for")]
    guest: Value,
    table: bool,
    /// As whom one can look.
    standings: Vec<StandingFacts>,
    keep_standing: String,
    as_query: String,
    keep_date: String,
    keep_view: String,
    keep_space: String,
}

/// `GET /availability?date=&people=&kind=&equipment=&from=&minutes=&view=&space=&for=`
pub(super) async fn day(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("use");
    let catalogue = Catalogue::current(&page.app).await?;
    let search = search::read(&page, &catalogue, &typed);
    let busy = read::busy(page.app.db.reader(), Span::day(search.date), None).await?;
    let looking = looking(&page, &catalogue, &typed).await?;
    let sought = Sought {
        places: search.fitting(&catalogue),
        page: &page,
        catalogue: &catalogue,
        search: &search,
        busy: &busy,
        booker: &looking.booker,
        party: looking.party,
    };
    let mut facts = sought.facts(&typed).await?;
    facts.as_query = looking.query();
    facts.standings = looking.standings;
    let template = "bookings/availability.html";
    if search.errors.is_empty() {
        let filled = typed.clone().or("date", &search.date.to_string());
        page.form(template, &facts, &filled)
    } else {
        page.again(template, &facts, &typed, &search.errors)
    }
}

/// What is being looked for, and where it might be.
struct Sought<'s> {
    page: &'s Page,
    catalogue: &'s Catalogue,
    places: Vec<&'s Place>,
    search: &'s Search,
    busy: &'s Busy,
    booker: &'s Booker,
    /// Who would book.
    party: Option<Party>,
}

impl<'s> Sought<'s> {
    async fn facts(&self, typed: &'s Typed) -> Result<DayFacts<'s>, Error> {
        let (page, catalogue, date) = (self.page, self.catalogue, self.search.date);
        let now = page.app.clock.now();
        let hours = catalogue.columns([date]);
        let table = typed.text("view") == "table";
        let rows = read::rows(
            catalogue,
            &self.places,
            &[date],
            hours,
            self.busy,
            self.booker,
            now,
        );
        let rows = grid::rows(page, catalogue, &rows)?;
        let guest = guest(page, typed.text("for")).await?;
        let shown = if table {
            Shown::Table { rows }
        } else {
            let whom = guest["id"].as_str().unwrap_or_default();
            grid::grid(page, rows, whom, typed.text("space"))?
        };
        Ok(DayFacts {
            date,
            today: now.date(),
            previous: date.pred_opt().filter(|_| date > now.date()),
            next: date.succ_opt(),
            open: catalogue.open_on(date).is_some(),
            closed_for: catalogue
                .closed_by(date)
                .map(|by| by.reason.said(page.lang)),
            hours: hours.columns(),
            places: self.places.len(),
            shown,
            equipment: catalogue.equipment(),
            kinds: catalogue.kinds().into_iter().map(Kind::code).collect(),
            answer: self.answer().await?,
            guest,
            table,
            standings: Vec::new(),
            keep_standing: keep(page, "organisation"),
            as_query: String::new(),
            keep_date: keep(page, "date"),
            keep_view: keep(page, "view"),
            keep_space: keep(page, "space"),
        })
    }

    /// The answer to a search by time: what can be booked then, or what is nearest.
    async fn answer(&self) -> Result<Value, Fault> {
        let Some(span) = self.search.span else {
            return Ok(Value::Null);
        };
        let (page, now) = (self.page, self.page.app.clock.now());
        let bookable = |place: &&&Place| {
            let units = busy_units(place, self.busy);
            let day = self.catalogue.day(place, &units, self.booker, now);
            day.is_bookable(span)
        };
        let offered = |place: &&Place| offer(place.space.id, place.name(page.lang), span);
        let free: Vec<Value> = self.places.iter().filter(bookable).map(offered).collect();
        let waitable = |place: &&&Place| {
            let units = busy_units(place, self.busy);
            let day = self.catalogue.day(place, &units, self.booker, now);
            free.is_empty() && day.is_waitable(span)
        };
        let taken: Vec<Value> = self.places.iter().filter(waitable).map(offered).collect();
        let nearest = match self.places.first() {
            Some(place) if free.is_empty() => self.nearest(place, span, now).await?,
            _ => Vec::new(),
        };
        Ok(json!({
            "from": span.from.rfc3339(),
            "until": span.until.rfc3339(),
            "free": free,
            "nearest": nearest,
            "taken": taken,
        }))
    }

    async fn nearest(&self, place: &Place, span: Span, now: Instant) -> Result<Vec<Value>, Fault> {
        let wish = Wish {
            space: Some(place.space.id),
            span,
            attendees: self.search.people,
            party: self.party,
            devices: Vec::new(),
        };
        let (app, lang) = (&self.page.app, self.page.lang);
        let mut found = read::alternatives(app, wish, now, lang).await?;
        let fits = |id| self.places.iter().any(|place| place.space.id == id);
        found.retain(|other| fits(other.space_id));
        let offers = found
            .iter()
            .map(|other| offer(other.space_id, &other.space, other.span));
        Ok(offers.collect())
    }
}

fn offer(id: SpaceId, name: &str, span: Span) -> Value {
    json!({
        "space": name,
        "value": slot::write(id, span),
        "from": span.from.rfc3339(),
        "until": span.until.rfc3339(),
    })
}
