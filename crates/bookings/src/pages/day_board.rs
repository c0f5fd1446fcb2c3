//! The day board: rooms down, hours across, who comes next.

mod meetings;
mod rooms;

use axum::response::Response;
use chrono::NaiveDate;
use japan::money::Yen;
use kernel::{Instant, Span};
use serde_json::{Value, json};
use web::{Error, Page, Typed};

use crate::{
    entity::space::Kind,
    read::{self, Catalogue, Entry, Place, Unit},
    rules::{Hours, Standing, time_of_day},
};

/// A day as the board needs it.
struct Day<'a> {
    date: NaiveDate,
    columns: Hours,
    now: Instant,
    entries: &'a [Entry],
}

/// `GET /counter?date=&view=`
pub(super) async fn board(page: Page, typed: Typed) -> Result<Response, Error> {
    let page = page.nav("board");
    page.staff()?;
    let db = page.app.db.reader();
    let now = page.app.clock.now();
    let date = super::date_near(now.date(), typed.text("date")).unwrap_or(now.date());
    let catalogue = Catalogue::current(&page.app).await?;
    let entries = read::entries(db, Span::day(date)).await?;
    let day = Day {
        date,
        columns: catalogue.columns([date]),
        now,
        entries: &entries,
    };
    let mut facts = day.facts(&catalogue);
    facts["devices"] = super::devices::laid_out(&catalogue, &entries, page.lang).into();
    facts["open"] = catalogue.open_on(date).is_some().into();
    let (open, overdue) = read::waiting_requests(db, now.date()).await?;
    facts["requests"] = json!({ "open": open, "overdue": overdue });
    facts["closed_for"] = json!(catalogue.closed_by(date).map(|by| &by.reason.ja));
    facts["table"] = (typed.text("view") == "table").into();
    page.show("bookings/board.html", &facts)
}

/// Whether something is in a place.
fn is_in(entry: &Entry, place: &Place) -> bool {
    let mut units = place.units.iter();
    units.any(|unit| unit.resources.contains(&entry.resource))
}

impl Day<'_> {
    fn facts(&self, catalogue: &Catalogue) -> Value {
        // What the centre still uses itself is shown although nobody can book there any more.
        let shown = |place: &&Place| {
            let given_up = catalogue.given_up(&place.space, self.date).is_some();
            let single = place.units.iter().all(|unit| unit.resources.len() == 1);
            single && (!given_up || self.entries.iter().any(|one| is_in(one, place)))
        };
        let places: Vec<&Place> = catalogue.places.iter().filter(shown).collect();
        let (desks, rooms): (Vec<&Place>, Vec<&Place>) = places
            .into_iter()
            .partition(|place| place.space.kind == Kind::Desk);
        let open = self.columns.on(self.date);
        let running = Span::day(self.date).contains(&instant(self.now));
        let count = |standing| {
            let meetings = self.meetings(catalogue).map(|(entry, _)| entry);
            let all = self.bookings().chain(meetings);
            all.filter(|entry| entry.standing(self.now) == standing)
                .count()
        };
        json!({
            "date": self.date,
            "today": self.now.date(),
            "previous": self.date.pred_opt(),
            "next": self.date.succ_opt(),
            "opens": time_of_day(self.columns.opens),
            "closes": time_of_day(self.columns.closes),
            "hours": (self.columns.opens / 60..self.columns.closes / 60).collect::<Vec<_>>(),
            "length": open.minutes(),
            "now": (running && open.contains(&instant(self.now)))
                .then(|| (self.now - open.from).num_minutes()),
            "now_at": self.now.rfc3339(),
            "arrived": count(Standing::Running) + count(Standing::Finished),
            "coming": count(Standing::Coming),
            "late": count(Standing::Late),
            "unpaid": self.bookings().filter(|entry| is_owed(entry)).count(),
            "rooms": rooms
                .iter()
                .flat_map(|place| self.rooms(place, catalogue.hours(&place.space)))
                .collect::<Vec<_>>(),
            "desks": desks.iter().map(|place| self.desks(place)).collect::<Vec<_>>(),
            "arrivals": self.arrivals(catalogue),
            "all": self.everything(catalogue),
        })
    }

    /// Entries that are bookings, each once however many resources it takes.
    fn bookings(&self) -> impl Iterator<Item = &Entry> {
        self.uses().filter(|entry| entry.booking.is_some())
    }

    /// Bookings and the centre's own uses, each once.
    fn uses(&self) -> impl Iterator<Item = &Entry> {
        let mut seen = Vec::new();
        self.entries.iter().filter(move |entry| {
            let first = entry.space().is_some() && !seen.contains(&entry.hold.id);
            seen.push(entry.hold.id);
            first
        })
    }

    fn on<'s>(&'s self, unit: &'s Unit) -> impl Iterator<Item = &'s Entry> {
        self.entries
            .iter()
            .filter(|entry| unit.resources.contains(&entry.resource))
    }

    /// Who has not come yet, the nearest first.
    fn arrivals(&self, catalogue: &Catalogue) -> Vec<Value> {
        let comes =
            |entry: &Entry| matches!(entry.standing(self.now), Standing::Coming | Standing::Late);
        let bookings = self.bookings().filter(|entry| comes(entry)).map(|entry| {
            let mut line = self.line(entry, catalogue);
            line["late"] = (entry.standing(self.now) == Standing::Late)
                .then(|| (self.now - entry.span.from).num_minutes())
                .into();
            line["can_arrive"] = (self.now.date() == self.date).into();
            line
        });
        let meetings = self.meetings(catalogue).filter(|(entry, _)| comes(entry));
        by_time(bookings.chain(meetings.map(|one| self.meeting_line(one))))
    }

    /// The whole day as a table.
    fn everything(&self, catalogue: &Catalogue) -> Vec<Value> {
        let uses = self.uses().map(|entry| self.line(entry, catalogue));
        let meetings = self.meetings(catalogue);
        by_time(uses.chain(meetings.map(|one| self.meeting_line(one))))
    }

    fn line(&self, entry: &Entry, catalogue: &Catalogue) -> Value {
        let place = entry.space().and_then(|space| catalogue.place(space));
        let desk = place
            .filter(|place| place.space.kind == Kind::Desk)
            .and_then(|place| place.unit(entry.booking.as_ref()?.unit));
        json!({
            "id": entry.booking.as_ref().map(|booking| booking.id),
            "meeting": false,
            "from": entry.span.from.rfc3339(),
            "until": entry.span.until.rfc3339(),
            "own": entry.own_use.is_some(),
            "name": entry.hold.label,
            "link": entry.hold.link,
            "space": place.map(|place| place.space.name.as_str()),
            "desk": desk.map(|unit| unit.label.as_str()),
            "standing": entry.standing(self.now).code(),
            "paid": entry.paid(),
            "owed": entry.due.map(|due| due.open().0),
            "bill": entry.due.map(|due| due.bill),
            "reference": entry.booking.as_ref().map(|booking| booking.reference.as_str()),
            "attendees": entry.booking.as_ref().map(|booking| booking.attendees),
        })
    }
}

/// Lines in the order of time.
fn by_time(lines: impl Iterator<Item = Value>) -> Vec<Value> {
    let mut lines: Vec<Value> = lines.collect();
    lines.sort_by(|a, b| a["from"].as_str().cmp(&b["from"].as_str()));
    lines
}

/// Whether something is still to be paid for it.
fn is_owed(entry: &Entry) -> bool {
    entry.due.is_some_and(|due| due.open() > Yen::ZERO)
}

/// A moment as the shortest span, to ask what it lies in.
fn instant(now: Instant) -> Span {
    Span {
        from: now,
        until: now + chrono::TimeDelta::microseconds(1),
    }
}
