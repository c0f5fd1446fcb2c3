//! The day board: rooms down, hours across, who comes next.

use axum::response::Response;
use chrono::NaiveDate;
use kernel::{Instant, Span};
use serde_json::{Value, json};
use web::{Error, Page, Typed};

use crate::{
    entity::space::Kind,
    read::{self, Catalogue, Entry, Place, Unit},
    rules::{Hours, Standing},
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
    let catalogue = Catalogue::load(db).await?;
    let entries = read::entries(db, Span::day(date)).await?;
    let day = Day {
        date,
        columns: catalogue.columns([date]),
        now,
        entries: &entries,
    };
    let mut facts = day.facts(&catalogue);
    facts["open"] = catalogue.open_on(date).is_some().into();
    facts["table"] = (typed.text("view") == "table").into();
    page.show("bookings/board.html", &facts)
}

impl Day<'_> {
    fn facts(&self, catalogue: &Catalogue) -> Value {
        let single = |place: &&Place| place.units.iter().all(|unit| unit.resources.len() == 1);
        let places: Vec<&Place> = catalogue.places.iter().filter(single).collect();
        let (desks, rooms): (Vec<&Place>, Vec<&Place>) = places
            .into_iter()
            .partition(|place| place.space.kind == Kind::Desk);
        let open = self.columns.on(self.date);
        let running = Span::day(self.date).contains(&instant(self.now));
        let count = |standing| {
            self.bookings()
                .filter(|entry| entry.standing(self.now) == standing)
                .count()
        };
        json!({
            "date": self.date,
            "today": self.now.date(),
            "previous": self.date.pred_opt(),
            "next": self.date.succ_opt(),
            "opens": clock(self.columns.opens),
            "closes": clock(self.columns.closes),
            "hours": (self.columns.opens / 60..self.columns.closes / 60).collect::<Vec<_>>(),
            "length": open.minutes(),
            "now": (running && open.contains(&instant(self.now)))
                .then(|| (self.now - open.from).num_minutes()),
            "now_at": self.now.rfc3339(),
            "arrived": count(Standing::Running) + count(Standing::Finished),
            "coming": count(Standing::Coming),
            "late": count(Standing::Late),
            "rooms": rooms
                .iter()
                .flat_map(|place| self.rooms(place))
                .collect::<Vec<_>>(),
            "desks": desks.iter().map(|place| self.desks(place)).collect::<Vec<_>>(),
            "arrivals": self.arrivals(catalogue),
            "all": self.everything(catalogue),
        })
    }

    /// Entries that are bookings, each once however many resources it takes.
    fn bookings(&self) -> impl Iterator<Item = &Entry> {
        let mut seen = Vec::new();
        self.entries.iter().filter(move |entry| {
            let first = entry.booking.is_some() && !seen.contains(&entry.hold.id);
            seen.push(entry.hold.id);
            first
        })
    }

    fn on<'s>(&'s self, unit: &'s Unit) -> impl Iterator<Item = &'s Entry> {
        self.entries
            .iter()
            .filter(|entry| unit.resources.contains(&entry.resource))
    }

    /// One row for each unit of a space, under the name the counter gives it.
    fn rooms(&self, place: &Place) -> Vec<Value> {
        place
            .units
            .iter()
            .map(|unit| {
                let blocks: Vec<Value> =
                    self.on(unit).flat_map(|entry| self.blocks(entry)).collect();
                json!({
                    "label": unit.label,
                    "capacity": place.space.capacity,
                    "id": place.space.id,
                    "blocks": blocks,
                })
            })
            .collect()
    }

    /// A use, and the clearing up after it where half an hour of it is left.
    fn blocks(&self, entry: &Entry) -> Vec<Value> {
        let standing = entry.standing(self.now);
        let length = entry.span.minutes().max(1);
        let passed = (self.now - entry.span.from).num_minutes() * 100 / length;
        let attendees = entry.booking.as_ref().map(|booking| booking.attendees);
        let mut blocks = vec![json!({
            "state": state(standing),
            "standing": standing.code(),
            "at": self.half_hour(entry.span.from),
            "half_hours": self.half_hours(entry.span),
            "text": entry.hold.label,
            "link": entry.hold.link,
            "from": entry.span.from.rfc3339(),
            "until": entry.span.until.rfc3339(),
            "attendees": attendees.filter(|people| *people > 1),
            "passed": (standing == Standing::Running).then_some(passed),
        })];
        let clearing = Span {
            from: entry.span.until,
            until: entry.occupied.until,
        };
        if clearing.minutes() >= 30 {
            blocks.push(json!({
                "state": "clearing",
                "standing": "clearing",
                "at": self.half_hour(clearing.from),
                "half_hours": (clearing.minutes() / 30).max(1),
            }));
        }
        blocks
    }

    fn half_hour(&self, at: Instant) -> i64 {
        let open = self.columns.on(self.date);
        ((at - open.from).num_minutes() / 30).max(0)
    }

    fn half_hours(&self, span: Span) -> i64 {
        let open = self.columns.on(self.date);
        let end = ((span.until.min(open.until) - open.from).num_minutes() + 29) / 30;
        (end - self.half_hour(span.from)).max(1)
    }

    /// How many desks are used in each hour, and each desk now.
    fn desks(&self, place: &Place) -> Value {
        let total = place.units.len().max(1);
        let open = self.columns.on(self.date);
        let hours: Vec<Value> = (self.columns.opens / 60..self.columns.closes / 60)
            .map(|hour| {
                let from = crate::rules::minute(self.date, hour * 60);
                let hour = Span {
                    from,
                    until: from + chrono::TimeDelta::hours(1),
                };
                let used = place
                    .units
                    .iter()
                    .filter(|unit| self.on(unit).any(|entry| entry.span.overlaps(&hour)))
                    .count();
                json!({
                    "used": used,
                    "tenths": (used * 10).div_ceil(total),
                    "ahead": hour.from > self.now,
                })
            })
            .collect();
        let moment = if open.contains(&instant(self.now)) {
            self.now
        } else {
            open.from
        };
        let seats: Vec<Value> = place
            .units
            .iter()
            .map(|unit| {
                let entry = self
                    .on(unit)
                    .find(|entry| entry.span.overlaps(&instant(moment)));
                json!({
                    "label": unit.label,
                    "link": entry.map(|entry| entry.hold.link.as_str()),
                })
            })
            .collect();
        let used = seats.iter().filter(|seat| !seat["link"].is_null()).count();
        json!({
            "name": place.space.name,
            "id": place.space.id,
            "total": total,
            "used": used,
            "free": total - used,
            "hours": hours,
            "seats": seats,
        })
    }

    /// Who has not come yet, the nearest first.
    fn arrivals(&self, catalogue: &Catalogue) -> Vec<Value> {
        self.bookings()
            .filter(|entry| matches!(entry.standing(self.now), Standing::Coming | Standing::Late))
            .map(|entry| {
                let mut line = self.line(entry, catalogue);
                line["late"] = (entry.standing(self.now) == Standing::Late)
                    .then(|| (self.now - entry.span.from).num_minutes())
                    .into();
                line["can_arrive"] = (self.now.date() == self.date).into();
                line
            })
            .collect()
    }

    /// The whole day as a table.
    fn everything(&self, catalogue: &Catalogue) -> Vec<Value> {
        self.bookings()
            .map(|entry| self.line(entry, catalogue))
            .collect()
    }

    fn line(&self, entry: &Entry, catalogue: &Catalogue) -> Value {
        let place = entry
            .booking
            .as_ref()
            .and_then(|booking| catalogue.place(booking.space_id));
        let desk = place
            .filter(|place| place.space.kind == Kind::Desk)
            .and_then(|place| place.unit(entry.booking.as_ref()?.unit));
        json!({
            "id": entry.booking.as_ref().map(|booking| booking.id),
            "from": entry.span.from.rfc3339(),
            "until": entry.span.until.rfc3339(),
            "name": entry.hold.label,
            "link": entry.hold.link,
            "space": place.map(|place| place.space.name.as_str()),
            "desk": desk.map(|unit| unit.label.as_str()),
            "standing": entry.standing(self.now).code(),
            "reference": entry.booking.as_ref().map(|booking| booking.reference.as_str()),
            "attendees": entry.booking.as_ref().map(|booking| booking.attendees),
        })
    }
}

/// A moment as the shortest span, to ask what it lies in.
fn instant(now: Instant) -> Span {
    Span {
        from: now,
        until: now + chrono::TimeDelta::microseconds(1),
    }
}

const fn state(standing: Standing) -> &'static str {
    match standing {
        Standing::Coming => "reserved",
        Standing::Late => "late",
        Standing::Absent => "absent",
        Standing::Running => "running",
        Standing::Finished => "finished",
        Standing::Tentative => "tentative",
        Standing::Cancelled | Standing::Released => "closed",
    }
}

fn clock(minutes: i32) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}
