//! Who takes part in a seminar, or waits for a place (受講申込).

use kernel::{Instant, PersonId};
use sea_orm::{QueryOrder, entity::prelude::*};

use super::{EnrolmentId, SeminarId};

mod choices;

pub use choices::{Mode, State};

/// One person and one seminar: who enrolled, or somebody whom they named (`attendee`).
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "enrolments")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EnrolmentId,
    /// In which seminar.
    pub seminar_id: SeminarId,
    /// Who enrolled.
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
    /// Who comes, when a company enrolled an employee by name; else empty.
    pub attendee: String,
    /// Their フリガナ.
    pub attendee_kana: String,
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
    /// What the centre said when it was passed over, or why it did something for them.
    pub words: String,
    /// Until when they had a place that they gave up, or that was called off.
    pub place_until: Option<Instant>,
    /// Whether they say that they are one of those for whom the seminar is meant; none where it is for
    /// everybody, or nobody asked.
    pub within: Option<bool>,
    /// Grows with every change of what the person said: two who change it do not overwrite each other.
    pub edition: i32,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// Whether they had a place at this moment: now, or until they gave it up or the seminar was called off.
    pub fn had_place_at(&self, moment: Instant) -> bool {
        self.state == State::Enrolled || self.place_until.is_some_and(|until| moment < until)
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
