//! The board's rows: a room's uses as blocks, the desks as numbers.

use chrono::TimeDelta;
use kernel::{Instant, Span};
use serde_json::{Value, json};

use super::{Day, instant};
use crate::{
    read::{Entry, Place},
    rules::{self, Calendar, Standing},
};

impl Day<'_> {
    /// One row for each unit of a space, under the name the counter gives it.
    pub(super) fn rooms(&self, place: &Place, calendar: &Calendar) -> Vec<Value> {
        let shut: Vec<Value> = self.shut(calendar);
        place
            .units
            .iter()
            .map(|unit| {
                let uses = self.on(unit).flat_map(|entry| self.blocks(entry));
                let blocks: Vec<Value> = uses.chain(shut.clone()).collect();
                json!({
                    "label": unit.label,
                    "capacity": place.space.capacity,
                    "id": place.space.id,
                    "blocks": blocks,
                })
            })
            .collect()
    }

    /// What is shut of the day, with the reason.
    fn shut(&self, calendar: &Calendar) -> Vec<Value> {
        let open = self.columns.on(self.date);
        let all_day = match calendar.day(self.date) {
            rules::Day::Closed(Some(by)) => vec![(open, by)],
            _ => calendar.shut(self.date).collect(),
        };
        all_day
            .into_iter()
            .filter(|(span, _)| span.overlaps(&open))
            .map(|(span, by)| {
                json!({
                    "state": "closed",
                    "at": self.half_hour(span.from),
                    "half_hours": self.half_hours(span),
                    "text": by.reason.ja,
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
            "own": entry.own_use.is_some(),
            "text": entry.hold.label,
            "link": entry.hold.link,
            "from": entry.span.from.rfc3339(),
            "until": entry.span.until.rfc3339(),
            "attendees": attendees.filter(|people| *people > 1),
            "paid": entry.booking.as_ref().and_then(|_| entry.paid()),
            "passed": (standing == Standing::Running).then_some(passed),
        })];
        // What is cleared up after closing lies beyond the board.
        let closing = self.columns.on(self.date).until;
        let clearing = Span {
            from: entry.span.until,
            until: entry.occupied.until.min(closing),
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
    pub(super) fn desks(&self, place: &Place) -> Value {
        let total = place.units.len().max(1);
        let open = self.columns.on(self.date);
        let hours: Vec<Value> = (self.columns.opens / 60..self.columns.closes / 60)
            .map(|hour| {
                let from = rules::minute(self.date, hour * 60);
                let hour = Span {
                    from,
                    until: from + TimeDelta::hours(1),
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
}

const fn state(standing: Standing) -> &'static str {
    match standing {
        Standing::Coming => "reserved",
        Standing::Late => "late",
        Standing::Absent => "absent",
        Standing::Running => "running",
        Standing::Finished => "finished",
        Standing::Tentative | Standing::Requested => "tentative",
        Standing::Cancelled | Standing::Refused | Standing::Released => "closed",
    }
}
