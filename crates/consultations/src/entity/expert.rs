//! Who advises (専門家).

use bookings::entity::ResourceId;
use chrono::NaiveDate;
use files::PaperId;
use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::{ExpertId, meeting::Mode};

/// Someone who advises, as the centre has agreed with them.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "experts")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ExpertId,
    /// Who it is.
    pub person_id: PersonId,
    /// Their time in the ledger.
    pub resource_id: ResourceId,
    /// What they are: `中小企業診断士`.
    pub qualifications: String,
    /// What they can help with, for the public.
    pub introduction: String,
    /// The same in English, or empty.
    pub introduction_en: String,
    /// The languages they advise in, codes with spaces between: `ja en`.
    pub languages: String,
    /// Whether the public sees them and may choose them.
    pub shown: bool,
    /// So many open cases at most.
    pub caseload: i32,
    /// What the centre pays them for an hour (謝金単価).
    pub honorarium_yen: i64,
    /// On which day they signed to keep what they hear to themselves (守秘誓約).
    pub signed_on: Option<String>,
    /// Companies they must not advise, a line each (利益相反).
    pub conflicts: String,
    /// What they look like, for the public; none when they do not wish it.
    pub photo_id: Option<PaperId>,
    /// Their last day; none as long as none is set.
    pub leaves_on: Option<String>,
    /// Grows with every change: two who change it do not overwrite each other.
    pub edition: i32,
    /// Who wrote it last.
    pub written_by: PersonId,
    /// When.
    pub written_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

/// The languages that can be asked for: codes, each with its words (`consultations-lang-en`).
pub const LANGUAGES: [&str; 5] = ["ja", "en", "zh", "ko", "vi"];

impl Model {
    /// The languages they advise in.
    pub fn speaks(&self) -> impl Iterator<Item = &'static str> {
        let own: Vec<&str> = self.languages.split(' ').collect();
        LANGUAGES.into_iter().filter(move |code| own.contains(code))
    }

    /// Whether they advise on a day: they have signed, and have not left before it.
    pub fn advises_on(&self, day: NaiveDate) -> bool {
        let day = day.to_string();
        let signed = self.signed_on.as_ref().is_some_and(|signed| *signed <= day);
        signed && self.leaves_on.as_ref().is_none_or(|last| day <= *last)
    }

    /// Whether somebody is this expert, and has not left: after the last day what they had is read
    /// by them no longer.
    pub fn works_as(&self, person: Option<PersonId>, day: NaiveDate) -> bool {
        person == Some(self.person_id) && !self.has_left(day)
    }

    /// Whether their last day is over.
    pub fn has_left(&self, day: NaiveDate) -> bool {
        let last = self.leaves_on.as_ref();
        last.is_some_and(|last| *last < day.to_string())
    }
}

/// Codes of modes with spaces between, as rows of hours have them.
pub fn modes(codes: &str) -> Vec<Mode> {
    let own: Vec<&str> = codes.split(' ').collect();
    let named = |mode: &Mode| own.contains(&mode.code());
    Mode::ALL.iter().copied().filter(named).collect()
}
