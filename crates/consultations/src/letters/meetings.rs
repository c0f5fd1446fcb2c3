//! What is told of a meeting, to the person and to the expert.

use accounts::read::{Contact, contact};
use bookings::{entity::SpaceId, read::Catalogue};
use kernel::{Fault, Work};
use mail::Event;
use serde_json::{Value, json};
use views::Lang;

use super::{News, to};
use crate::{
    entity::{case, meeting},
    read, rules,
};

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
        let link = match news {
            News::Withdrawn => "/consultations/new".to_owned(),
            _ => format!("/consultations/{}", case.id),
        };
        let facts = facts(case, meeting, (news, by), (name, room, link));
        to(work, "consultations/meeting", &who, facts).await?;
    }
    match advises.filter(|_| news.is_for_expert(case)) {
        Some(expert) => to_expert(work, case, meeting, (news, by), &expert).await,
        None => Ok(()),
    }
}

pub(super) async fn to_expert(
    work: &Work,
    case: &case::Model,
    meeting: &meeting::Model,
    (news, by): (News, &str),
    expert: &Contact,
) -> Result<(), Fault> {
    let catalogue = Catalogue::known(work.db(), work.kept()).await?;
    let room = room(&catalogue, meeting.space_id, expert.lang);
    let link = format!("/cases/{}", case.id);
    let mut facts = facts(case, meeting, (news, by), (None, room, link));
    facts["confidential"] = case.need_to_know.into();
    to(work, "consultations/meeting", expert, facts).await
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
        cancelled: news.is_off(),
        tentative: news == News::Wished,
        url: link.clone(),
    };
    json!({
        "news": news.code(),
        "by": by,
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
