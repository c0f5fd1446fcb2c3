//! Whom somebody advises in a room of the centre: who comes, when and where, and nothing about what.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::{Day, is_in};
use crate::{
    read::{Catalogue, Entry, Place},
    rules::Standing,
};

/// As the crate that advises calls its holds.
const KIND: &str = "meeting";
/// So long before its beginning somebody can be there already.
const EARLY: TimeDelta = TimeDelta::hours(2);

impl Day<'_> {
    /// Meetings in a room, each once however many resources it takes. A time that is only held for
    /// somebody who has not confirmed it yet is none.
    pub(super) fn meetings<'s>(
        &'s self,
        catalogue: &'s Catalogue,
    ) -> impl Iterator<Item = (&'s Entry, &'s Place)> {
        let mut seen = Vec::new();
        let told = |entry: &&Entry| entry.hold.kind == KIND && !entry.hold.link.is_empty();
        let in_room = |entry: &'s Entry| {
            let place = catalogue.places.iter().find(|place| is_in(entry, place))?;
            Some((entry, place))
        };
        let all = self.entries.iter().filter(told).filter_map(in_room);
        all.filter(move |(entry, _)| {
            let first = !seen.contains(&entry.hold.id);
            seen.push(entry.hold.id);
            first
        })
    }

    /// A meeting among the day's arrivals and in its table.
    pub(super) fn meeting_line(&self, (entry, place): (&Entry, &Place)) -> Value {
        let standing = entry.standing(self.now);
        let late = standing == Standing::Late;
        let soon = entry.span.from - EARLY <= self.now;
        json!({
            "id": null,
            "meeting": true,
            "from": entry.span.from.rfc3339(),
            "until": entry.span.until.rfc3339(),
            "own": false,
            "name": entry.hold.label,
            "link": entry.hold.link,
            "space": place.space.name,
            "desk": null,
            "standing": standing.code(),
            "paid": null,
            "owed": null,
            "bill": null,
            "reference": null,
            "attendees": null,
            "late": late.then(|| (self.now - entry.span.from).num_minutes()),
            "can_arrive": self.now.date() == self.date && soon,
        })
    }
}
