//! What is told of a meeting, to the person and to the expert.

use accounts::read::contact;
use bookings::{entity::SpaceId, read::Catalogue};
use kernel::{Fault, Work};
use mail::Event;
use serde_json::{Value, json};
use views::Lang;

use super::{to, to_person};
use crate::{
    entity::{
        case,
        meeting::{self, Late},
    },
    read, rules,
};

/// What is told of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum News {
    /// It stands.
    Confirmed,
    /// It is at another time, or elsewhere.
    Moved,
    /// It was called off.
    Cancelled,
    /// It was called off by the centre, which finds another day.
    Postponed,
    /// It comes soon.
    Reminder,
}

impl News {
    const fn code(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Moved => "moved",
            Self::Cancelled => "cancelled",
            Self::Postponed => "postponed",
            Self::Reminder => "reminder",
        }
    }
}

/// To the one who waits: the other will be late.
pub(crate) async fn late(
    work: &Work,
    case: &case::Model,
    meeting: &meeting::Model,
    who: Late,
) -> Result<(), Fault> {
    let (person, link) = match who {
        Late::Expert => (Some(case.person_id), format!("/consultations/{}", case.id)),
        Late::Client => {
            let expert = read::expert_row(work.db(), Some(meeting.expert_id)).await?;
            let person = expert.map(|expert| expert.person_id);
            (person, format!("/cases/{}", case.id))
        }
    };
    let Some(person) = person else {
        return Ok(());
    };
    let facts = json!({
        "who": who.code(),
        "minutes": meeting.late_minutes,
        "reference": case.reference,
        "starts_at": meeting.starts_at,
        "ends_at": meeting.ends_at,
        "link": link,
    });
    to_person(work, "consultations/late", person, facts).await
}

/// To the person and to the expert: a meeting stands, was moved, was called off, comes soon.
pub(crate) async fn arranged(
    work: &Work,
    case: &case::Model,
    meeting: &meeting::Model,
    news: News,
) -> Result<(), Fault> {
    let db = work.db();
    let expert = read::expert_row(db, Some(meeting.expert_id)).await?;
    let advises = match &expert {
        Some(expert) => contact(db, expert.person_id).await?,
        None => None,
    };
    let catalogue = Catalogue::known(db, work.kept()).await?;
    let asked = rules::is_theirs(case, work.actor().person);
    let by = if asked { "client" } else { "centre" };
    if let Some(who) = contact(db, case.person_id).await? {
        let name = advises.as_ref().map(|expert| expert.name.clone());
        let room = room(&catalogue, meeting.space_id, who.lang);
        let link = format!("/consultations/{}", case.id);
        let facts = facts(case, meeting, (news, by), (name, room, link));
        to(work, "consultations/meeting", &who, facts).await?;
    }
    if let Some(expert) = advises {
        let room = room(&catalogue, meeting.space_id, expert.lang);
        let link = format!("/cases/{}", case.id);
        let facts = facts(case, meeting, (news, by), (None, room, link));
        to(work, "consultations/meeting", &expert, facts).await?;
    }
    Ok(())
}

fn room(catalogue: &Catalogue, space: Option<SpaceId>, lang: Lang) -> Option<String> {
    let place = catalogue.place(space?)?;
    Some(place.name(lang).to_owned())
}

fn facts(
    case: &case::Model,
    meeting: &meeting::Model,
    (news, by): (News, &str),
    (expert, room, link): (Option<String>, Option<String>, String),
) -> Value {
    let event = Event {
        uid: meeting.id.to_string(),
        sequence: u32::try_from(meeting.version - 1).unwrap_or(0),
        // The expert's own calendar names nobody.
        summary: match &expert {
            Some(expert) => format!("{expert} {}", case.reference),
            None => case.reference.clone(),
        },
        location: room.clone().unwrap_or_else(|| meeting.link.clone()),
        starts_at: meeting.starts_at,
        ends_at: meeting.ends_at,
        cancelled: matches!(news, News::Cancelled | News::Postponed),
        tentative: false,
        url: link.clone(),
    };
    json!({
        "news": news.code(),
        "by": by,
        "closed": case.state == case::State::Closed,
        "reference": case.reference,
        "mode": meeting.mode.code(),
        "starts_at": meeting.starts_at,
        "ends_at": meeting.ends_at,
        "expert": expert,
        "room": room,
        "place": meeting.link,
        "link": link,
        "event": event,
    })
}
