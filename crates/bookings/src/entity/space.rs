//! Spaces: what a member chooses from.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use super::{SpaceId, VenueId};

/// Something that can be booked as a whole: the desks (any of like units), a booth, a room.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "spaces")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SpaceId,
    /// In which house.
    pub venue_id: VenueId,
    /// Its place in lists.
    pub position: i32,
    /// What sort of place it is.
    pub kind: Kind,
    /// `会議室A`.
    pub name: String,
    /// `Meeting Room A`.
    pub name_en: String,
    /// `かいぎしつA`.
    pub name_easy: String,
    /// What it is good for, in a sentence.
    pub description: String,
    /// The same in English.
    pub description_en: String,
    /// `2階`.
    pub floor: String,
    /// Codes of what is in it, with commas between: `screen,whiteboard`.
    pub equipment: String,
    /// How many people one booking may bring.
    pub capacity: i32,
    /// Times begin and end on multiples of this after opening.
    pub step_minutes: i32,
    /// The shortest use.
    pub shortest_minutes: i32,
    /// The longest use.
    pub longest_minutes: i32,
    /// Kept free after each use for clearing up.
    pub clearing_minutes: i32,
}

impl ActiveModelBehavior for ActiveModel {}

/// What may be in a space, as codes; each has its words (`bookings-equipment-screen`).
pub const EQUIPMENT: [&str; 8] = [
    "power",
    "wifi",
    "display",
    "screen",
    "projector",
    "whiteboard",
    "microphone",
    "soundproof",
];

impl Model {
    /// What is in it, as far as it is known to have words.
    pub fn equipment(&self) -> impl Iterator<Item = &'static str> {
        let own: Vec<&str> = self.equipment.split(',').collect();
        EQUIPMENT.into_iter().filter(move |code| own.contains(code))
    }
}

/// What sort of place a space is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A seat in the coworking room.
    Desk,
    /// A small closed place for calls.
    Booth,
    /// A room for a few people around a table.
    Meeting,
    /// A corner with chairs in rows.
    Seminar,
    /// 区民交流活動室: the large room for groups and events.
    Community,
    /// A video room without walls.
    Online,
}

impl Kind {
    /// As stored, and as the last part of text keys (`bookings-kind-desk`).
    pub const fn code(self) -> &'static str {
        match self {
            Self::Desk => "desk",
            Self::Booth => "booth",
            Self::Meeting => "meeting",
            Self::Seminar => "seminar",
            Self::Community => "community",
            Self::Online => "online",
        }
    }
}
