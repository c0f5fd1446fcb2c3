//! What the API gives. Times are RFC 3339 in Tokyo's offset.

use bookings::read::Catalogue;
use kernel::Instant;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    entity::{enrolment::Mode, lesson},
    read,
    rules::standing,
};
use views::Lang;

/// How many can take part in one way.
#[derive(Serialize, Deserialize, ToSchema)]
pub(super) struct Capacity {
    /// `here` or `online`.
    mode: String,
    places: i32,
    /// How many are free now.
    left: i32,
}

/// One lesson of a seminar.
#[derive(Serialize, Deserialize, ToSchema)]
pub(super) struct Lesson {
    id: Uuid,
    title: String,
    starts_at: String,
    ends_at: String,
    /// `management`, `finance`, `people`, `sales`.
    areas: Vec<String>,
    /// In which room; null when it is online only.
    room: Option<String>,
    lecturer: String,
    /// Where it can be followed online: told to those who have such a place, else null.
    link: Option<String>,
}

impl Lesson {
    fn of(one: &lesson::Model, catalogue: &Catalogue, told: bool) -> Self {
        let room = one.space_id.and_then(|id| catalogue.place(id));
        let areas = one.areas();
        Self {
            id: one.id.into(),
            title: one.title.clone(),
            starts_at: one.starts_at.rfc3339(),
            ends_at: one.ends_at.rfc3339(),
            areas: areas.iter().map(|area| area.code().to_owned()).collect(),
            room: room.map(|place| place.name(Lang::Ja).to_owned()),
            lecturer: one.lecturer.clone(),
            link: (told && !one.link.is_empty()).then(|| one.link.clone()),
        }
    }
}

/// A seminar, or a course of several lessons.
#[derive(Serialize, ToSchema)]
pub(super) struct Seminar {
    id: Uuid,
    title: String,
    /// Empty when there is none.
    title_en: String,
    purpose: String,
    contents: String,
    contents_en: String,
    /// `anyone`, `resident`, `worker`, `business` or `founder`.
    audience: &'static str,
    /// How places are given: `first_come`, `draw` or `screening`.
    way: &'static str,
    /// What it costs, in yen with tax; 0 when it is free.
    fee_yen: i64,
    /// What else is to be said of that, or empty.
    fee: String,
    /// Under which programme of the plan it is held.
    programme_id: Option<Uuid>,
    programme: String,
    /// `coming`, `open`, `closed`, `held`, `reported` or `called_off`.
    status: &'static str,
    apply_from: Option<String>,
    apply_until: Option<String>,
    places: Vec<Capacity>,
    lessons: Vec<Lesson>,
}

impl Seminar {
    pub(super) fn of(one: &read::Seminar, catalogue: &Catalogue, now: Instant) -> Self {
        let row = &one.row;
        let modes = Mode::ALL.iter().filter(|mode| row.places(**mode) > 0);
        let places = |mode: &Mode| Capacity {
            mode: mode.code().to_owned(),
            places: row.places(*mode),
            left: row.places(*mode) - row.taken(*mode),
        };
        Self {
            id: row.id.into(),
            title: row.title.clone(),
            title_en: row.title_en.clone(),
            purpose: row.purpose.clone(),
            contents: row.contents.clone(),
            contents_en: row.contents_en.clone(),
            audience: row.audience.code(),
            way: row.way.code(),
            fee_yen: row.fee_yen,
            fee: row.fee.clone(),
            programme_id: row.programme_id.map(Into::into),
            programme: row.programme.clone(),
            status: standing(row, now).code(),
            apply_from: row.apply_from.map(Instant::rfc3339),
            apply_until: row.apply_until.map(Instant::rfc3339),
            places: modes.map(places).collect(),
            lessons: lessons(one, catalogue, false),
        }
    }
}

pub(super) fn lessons(one: &read::Seminar, catalogue: &Catalogue, told: bool) -> Vec<Lesson> {
    let lessons = one.lessons.iter();
    lessons
        .map(|own| Lesson::of(own, catalogue, told))
        .collect()
}

/// Seminars.
#[derive(Serialize, ToSchema)]
pub(super) struct Seminars {
    pub(super) items: Vec<Seminar>,
    /// Always null: they are on one page.
    pub(super) next: Option<String>,
}
