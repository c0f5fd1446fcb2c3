//! What people learn together (セミナー): once, or as a course of several lessons (連続講座).

use kernel::{Instant, PersonId};
use plans::entity::ProgrammeId;
use sea_orm::entity::prelude::*;

use super::{SeminarId, enrolment::Mode};

mod choices;

pub use choices::{Audience, Way};

/// A seminar. When it takes place stands in its lessons.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "seminars")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SeminarId,
    /// What it is called.
    pub title: String,
    /// The same in English, or empty.
    pub title_en: String,
    /// What people can do afterwards.
    pub purpose: String,
    /// What is taught.
    pub contents: String,
    /// The same in English, or empty.
    pub contents_en: String,
    /// For whom it is.
    pub audience: Audience,
    /// How places are given.
    pub way: Way,
    /// What it costs, in yen with tax; 0 when it is free.
    pub fee_yen: i64,
    /// What else is to be said of that: what it covers, what is paid to others; or empty.
    pub fee: String,
    /// Under which programme of the plan it is held.
    pub programme_id: Option<ProgrammeId>,
    /// What that is called.
    pub programme: String,
    /// So many places at the centre.
    pub here: i32,
    /// So many places online.
    pub online: i32,
    /// So many of the places at the centre are taken or offered.
    pub taken_here: i32,
    /// So many of those online.
    pub taken_online: i32,
    /// The last number drawn in it: of arrival, or of a turn in a line.
    pub last_number: i64,
    /// From when on people can enrol.
    pub apply_from: Option<Instant>,
    /// The first moment at which they no longer can.
    pub apply_until: Option<Instant>,
    /// When its first lesson begins.
    pub starts_at: Option<Instant>,
    /// When its last lesson is over.
    pub ends_at: Option<Instant>,
    /// Where it stands.
    pub state: State,
    /// What was said when it was called off, or sent back from review.
    pub why: String,
    /// What was reported afterwards.
    pub report: String,
    /// From which it was copied.
    pub copied_from: Option<SeminarId>,
    /// The first of its series, when it was copied from another: all that were copied from it, or from
    /// such a copy, are one series.
    pub series_id: Option<SeminarId>,
    /// Grows with every change: two who change it do not overwrite each other.
    pub edition: i32,
    /// Who set it up.
    pub made_by: Option<PersonId>,
    /// When.
    pub made_at: Instant,
    /// Who handed it in for review.
    pub submitted_by: Option<PersonId>,
    /// Who published it.
    pub published_by: Option<PersonId>,
    /// When.
    pub published_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// How many places there are of a mode.
    pub const fn places(&self, mode: Mode) -> i32 {
        match mode {
            Mode::Here => self.here,
            Mode::Online => self.online,
        }
    }

    /// How many of them are taken or offered.
    pub const fn taken(&self, mode: Mode) -> i32 {
        match mode {
            Mode::Here => self.taken_here,
            Mode::Online => self.taken_online,
        }
    }
}

/// What was decided about a seminar. What follows from the time is `rules::Standing`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum State {
    /// Being written.
    Draft,
    /// Handed to somebody else to look at.
    Review,
    /// For everybody to see.
    Published,
    /// Held, and reported.
    Reported,
    /// Called off.
    CalledOff,
}
