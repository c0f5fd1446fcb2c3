//! Who takes part in a seminar, or waits for a place (受講申込).

use kernel::{Instant, PersonId};
use sea_orm::{QueryOrder, entity::prelude::*};

use super::{EnrolmentId, SeminarId, coded};

/// One person and one seminar.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "enrolments")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EnrolmentId,
    /// In which seminar.
    pub seminar_id: SeminarId,
    /// Who.
    pub person_id: PersonId,
    /// 申込番号: the order of arrival, drawn under the lock of the seminar.
    pub number: i64,
    /// The place in the line: that number, or a later one after an offer was let lapse.
    pub turn: i64,
    /// How they take part.
    pub mode: Mode,
    /// Where it stands.
    pub state: State,
    /// How many offers were let lapse.
    pub lapses: i32,
    /// Until when the open offer waits, or the last one did.
    pub expires_at: Option<Instant>,
    /// For which company they come, or empty.
    pub company: String,
    /// What they need so that they can take part, in their words. Confidential.
    pub needs: String,
    /// Who entered it at the counter, if somebody did.
    pub made_by: Option<PersonId>,
    /// When.
    pub made_at: Instant,
    /// When it came to nothing, if it did.
    pub ended_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}

/// How somebody takes part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Mode {
    /// 会場.
    Here,
    /// オンライン.
    Online,
}

/// Where an enrolment stands. The first has a place, the third keeps one, the second has none; the
/// others are over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum State {
    /// Has a place.
    Enrolled,
    /// Waits for one.
    Waiting,
    /// Is offered one, which is kept until a moment.
    Offered,
    /// Declined it.
    Declined,
    /// Let too many offers lapse.
    Lapsed,
    /// It began, and no place had become free.
    Over,
    /// Cancelled.
    Cancelled,
    /// The seminar was called off.
    CalledOff,
}

impl State {
    /// Those that are not over.
    pub const OPEN: [Self; 3] = [Self::Enrolled, Self::Waiting, Self::Offered];

    /// Whether it is not over.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Enrolled | Self::Waiting | Self::Offered)
    }

    /// Whether a place is taken by it, or kept for it.
    pub const fn takes_a_place(self) -> bool {
        matches!(self, Self::Enrolled | Self::Offered)
    }
}

coded! {
    Mode { Here => "here", Online => "online" }
    State {
        Enrolled => "enrolled", Waiting => "waiting", Offered => "offered", Declined => "declined",
        Lapsed => "lapsed", Over => "over", Cancelled => "cancelled", CalledOff => "called_off",
    }
}

impl Entity {
    /// Everybody of a seminar, in the order of arrival.
    pub fn of(seminar: SeminarId) -> Select<Self> {
        Self::find()
            .filter(COLUMN.seminar_id.eq(seminar))
            .order_by_asc(COLUMN.number)
    }

    /// Who waits for a place of this mode or is offered one, the first first.
    pub fn line(seminar: SeminarId, mode: Mode) -> Select<Self> {
        Self::find()
            .filter(COLUMN.seminar_id.eq(seminar))
            .filter(Column::Mode.eq(mode))
            .filter(Column::State.is_in([State::Waiting, State::Offered]))
            .order_by_asc(COLUMN.turn)
    }
}
