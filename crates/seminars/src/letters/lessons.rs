//! Lessons as letters and calendars have them.

use std::sync::Arc;

use bookings::read::Catalogue;
use kernel::{Fault, Work};
use mail::Event;
use serde_json::{Value, json};
use views::Lang;

use crate::{
    entity::{SeminarId, enrolment, lesson, seminar},
    read,
};

/// The lessons of a seminar and where they are, for any number of letters.
pub(crate) struct Lessons {
    /// In the order of time.
    pub(super) rows: Vec<lesson::Model>,
    /// What the rooms are called.
    pub(super) catalogue: Arc<Catalogue>,
}

impl Lessons {
    /// Those of a seminar.
    pub(crate) async fn of(work: &Work, id: SeminarId) -> Result<Self, Fault> {
        Ok(Self {
            rows: read::lessons_of(work.db(), id).await?,
            catalogue: Catalogue::known(work.db(), work.kept()).await?,
        })
    }

    /// The same when somebody has asked for the version of the catalogue.
    pub(crate) async fn at(work: &Work, id: SeminarId, version: i64) -> Result<Self, Fault> {
        Ok(Self {
            rows: read::lessons_of(work.db(), id).await?,
            catalogue: Catalogue::at(work.db(), work.kept(), version).await?,
        })
    }
}

/// The name of a seminar in a language.
pub(crate) fn title(row: &seminar::Model, lang: Lang) -> &str {
    match lang {
        Lang::En if !row.title_en.is_empty() => &row.title_en,
        _ => &row.title,
    }
}

/// A lesson; the address of the online room only for those who have a place.
pub(super) fn described(
    one: &lesson::Model,
    catalogue: &Catalogue,
    lang: Lang,
    has: bool,
) -> Value {
    let room = one.space_id.and_then(|id| catalogue.place(id));
    json!({
        "title": one.title,
        "starts_at": one.starts_at.rfc3339(),
        "ends_at": one.ends_at.rfc3339(),
        "room": room.map(|place| place.name(lang)),
        "link": if has { one.link.as_str() } else { "" },
        "lecturer": one.lecturer,
    })
}

/// The same for a calendar.
pub(crate) fn event(
    one: &lesson::Model,
    (row, whose): (&seminar::Model, Option<&enrolment::Model>),
    catalogue: &Catalogue,
    (lang, link, cancelled): (Lang, &str, bool),
) -> Event {
    let room = one.space_id.and_then(|id| catalogue.place(id));
    let room = room.map(|place| place.name(lang).to_owned());
    let summary = match one.title.as_str() {
        "" => title(row, lang).to_owned(),
        own => format!("{} {own}", title(row, lang)),
    };
    Event {
        // Whoever cancels and enrols again has new entries.
        uid: whose.map_or_else(
            || one.id.to_string(),
            |own| format!("{}-{}", one.id, own.id),
        ),
        sequence: u32::try_from(row.edition).unwrap_or(0) * 2 + u32::from(cancelled),
        summary,
        location: room.unwrap_or_else(|| one.link.clone()),
        starts_at: one.starts_at,
        ends_at: one.ends_at,
        cancelled,
        tentative: false,
        url: link.to_owned(),
    }
}
