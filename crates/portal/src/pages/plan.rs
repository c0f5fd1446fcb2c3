//! The house from above: what is free now, drawn. Only a house that has the places of this plan
//! is drawn; every other is told by the list alone.

mod walls;

use bookings::entity::space::Kind;
use serde_json::{Value, json};
use views::{Failed, Lang, Views};

use super::clock;
use crate::{read::Seen, rules::Now};

/// Says a text in the language of the page.
pub(crate) struct Speaker<'v> {
    pub(crate) views: &'v Views,
    pub(crate) lang: Lang,
}

impl Speaker<'_> {
    fn say(&self, key: &str, args: &Value) -> Result<String, Failed> {
        self.views.text(self.lang, key, args)
    }
}

/// The plan as `floor_plan` takes it; `None` when this house has other places.
pub(crate) fn drawn(seen: &[Seen<'_>], speaker: &Speaker<'_>) -> Result<Option<Value>, Failed> {
    let one = |kind| of_kind(seen, kind).next();
    let (Some(desks), Some(community), Some(seminar)) =
        (one(Kind::Desk), one(Kind::Community), one(Kind::Seminar))
    else {
        return Ok(None);
    };
    let meeting: Vec<_> = of_kind(seen, Kind::Meeting).collect();
    let booths: Vec<Now> = of_kind(seen, Kind::Booth)
        .flat_map(|seen| seen.units.iter().copied())
        .collect();
    if desks.units.len() != walls::DESKS || meeting.len() != 2 || booths.len() != 2 {
        return Ok(None);
    }
    let name = |seen: &Seen<'_>| seen.place.name(speaker.lang).to_owned();
    let mut rooms = vec![(walls::COMMUNITY, name(community), community.now)];
    for (at, seen) in walls::MEETING.into_iter().zip(meeting) {
        rooms.push((at, name(seen), seen.now));
    }
    for ((at, number), now) in walls::BOOTHS.into_iter().zip(1..).zip(booths) {
        let name = speaker.say("portal-plan-booth", &json!({ "number": number }))?;
        rooms.push((at, name, now));
    }
    rooms.push((walls::SEMINAR, name(seminar), seminar.now));
    let joined = seen.iter().any(Seen::is_joined);
    Ok(Some(json!({
        "label": label(&rooms, desks, speaker)?,
        "width": 640,
        "height": 400,
        "joined": joined,
        "desks": (0..).zip(&desks.units).map(walls::desk).collect::<Vec<_>>(),
        "rooms": rooms
            .iter()
            .map(|(at, name, now)| room(*at, name, *now, speaker))
            .collect::<Result<Vec<_>, _>>()?,
        "walls": walls::drawn(joined),
        "notes": notes(desks, speaker)?,
    })))
}

/// Places of their own, not several others together.
fn of_kind<'s, 'c>(seen: &'s [Seen<'c>], kind: Kind) -> impl Iterator<Item = &'s Seen<'c>> {
    seen.iter()
        .filter(move |seen| seen.place.space.kind == kind && !seen.is_joined())
}

fn label(
    rooms: &[([i32; 4], String, Now)],
    desks: &Seen<'_>,
    speaker: &Speaker<'_>,
) -> Result<String, Failed> {
    let mut free: Vec<String> = rooms
        .iter()
        .filter(|(_, _, now)| matches!(now, Now::Free { .. }))
        .map(|(_, name, _)| name.clone())
        .collect();
    if let Now::Free { units, .. } = desks.now {
        free.push(speaker.say("portal-plan-label-desks", &json!({ "count": units }))?);
    }
    let comma = if speaker.lang == Lang::En {
        ", "
    } else {
        "、"
    };
    match free.join(comma) {
        none if none.is_empty() => speaker.say("portal-plan-label-none", &Value::Null),
        free => speaker.say("portal-plan-label", &json!({ "free": free })),
    }
}

fn room(at: [i32; 4], name: &str, now: Now, speaker: &Speaker<'_>) -> Result<Value, Failed> {
    let [x, y, width, height] = at;
    let word = |key| speaker.say(key, &Value::Null);
    let time = |key, at| speaker.say(key, &json!({ "time": clock(at) }));
    let (state, lines) = match now {
        Now::Free { until, .. } => (
            "free",
            vec![word("portal-plan-free")?, time("portal-plan-until", until)?],
        ),
        Now::Taken(next) => (
            "taken",
            vec![word("portal-plan-taken")?, time("portal-plan-until", next)?],
        ),
        Now::Full => ("taken", vec![word("portal-plan-full")?]),
        Now::Later(from) => ("closed", vec![time("portal-plan-from", from)?]),
        Now::Over => ("closed", vec![word("portal-plan-over")?]),
        Now::Rests => ("closed", vec![word("portal-plan-rests")?]),
    };
    Ok(json!({
        "x": x, "y": y, "width": width, "height": height,
        "name": name, "state": state, "lines": lines,
    }))
}

fn notes(desks: &Seen<'_>, speaker: &Speaker<'_>) -> Result<Value, Failed> {
    let free = if let Now::Free { units, .. } = desks.now {
        let text = speaker.say("portal-plan-desks", &json!({ "count": units }))?;
        json!({"x": 26, "y": 188, "text": text, "kind": "free", "phone": true})
    } else {
        let text = speaker.say("portal-plan-desks-none", &Value::Null)?;
        json!({"x": 26, "y": 188, "text": text, "kind": "", "phone": true})
    };
    let word = |key| speaker.say(key, &Value::Null);
    Ok(json!([
        {"x": 26, "y": 167, "text": desks.place.name(speaker.lang), "kind": "strong"},
        free,
        {"x": 381, "y": 292, "text": word("portal-plan-reception")?, "kind": "strong", "phone": true},
        {"x": 400, "y": 350, "text": word("portal-plan-entrance")?},
    ]))
}

#[cfg(test)]
mod tests;
