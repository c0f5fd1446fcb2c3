//! One lesson of a seminar (回).

use bookings::entity::{HoldId, SpaceId, hold};
use kernel::{Instant, PersonId, Span};
use sea_orm::entity::prelude::*;

use super::{LessonId, SeminarId, coded};

/// A lesson, with what it takes of the ledger.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "lessons")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: LessonId,
    /// Of which seminar.
    pub seminar_id: SeminarId,
    /// What it is about; may be empty when there is only one.
    pub title: String,
    /// From when.
    pub starts_at: Instant,
    /// Until when.
    pub ends_at: Instant,
    /// What it teaches of the law's four areas, codes with spaces between.
    pub areas: String,
    /// In which space; none when it is online only.
    pub space_id: Option<SpaceId>,
    /// What keeps the room and the lecturer's time; none when neither is the centre's.
    pub hold_id: Option<HoldId>,
    /// Where it can be followed online, or empty.
    pub link: String,
    /// Who teaches, when the centre knows them.
    pub lecturer_id: Option<PersonId>,
    /// How they are called on the pages; may be empty.
    pub lecturer: String,
    /// Grows with every change of time or place; the calendar's number too.
    pub version: i32,
    /// Its hold.
    #[sea_orm(belongs_to, from = "hold_id", to = "id")]
    pub hold: BelongsTo<Option<hold::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The time of it.
    pub const fn span(&self) -> Span {
        Span {
            from: self.starts_at,
            until: self.ends_at,
        }
    }

    /// What it teaches of the law's four areas.
    pub fn areas(&self) -> Vec<Area> {
        let own: Vec<&str> = self.areas.split(' ').collect();
        let named = |area: &Area| own.contains(&area.code());
        Area::ALL.iter().copied().filter(named).collect()
    }
}

/// What founders must learn by the law on industrial competitiveness (特定創業支援等事業).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Area {
    /// 経営.
    Management,
    /// 財務.
    Finance,
    /// 人材育成.
    People,
    /// 販路開拓.
    Sales,
}

coded! {
    Area { Management => "management", Finance => "finance", People => "people", Sales => "sales" }
}
