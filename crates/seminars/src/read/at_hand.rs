//! What stands beside an enrolment that is about to be made, in one question instead of four.

use bookings::entity::catalogue_version;
use kernel::{Fault, Instant, PersonId};
use sea_orm::{
    FromQueryResult, QuerySelect, QueryTrait,
    entity::prelude::*,
    sea_query::{ExprTrait, Query},
};

use crate::entity::{
    SeminarId,
    enrolment::{self, Mode, State},
    question, seminar,
};

/// Whether there is anything to look at more closely before somebody enrols.
#[derive(Clone, Copy, Debug, FromQueryResult)]
pub struct AtHand {
    /// At which edition the seminar stands: with every change of its lessons and questions it is another.
    pub edition: i32,
    /// At which version the catalogue stands.
    pub catalogue: i64,
    /// The seminar asks questions.
    pub asks: bool,
    /// This person has enrolled in it before, and that stands.
    pub known: bool,
    /// An offer of this mode has lapsed.
    pub lapsed: bool,
}

/// Looks at a seminar for somebody who would like to take part in this way; nothing if it is not there.
pub async fn at_hand(
    db: &impl ConnectionTrait,
    (id, mode): (SeminarId, Option<Mode>),
    person: PersonId,
    now: Instant,
) -> Result<Option<AtHand>, Fault> {
    // In the statement and not beside it: only so PostgreSQL knows that an index of open enrolments, or of
    // offers, is enough, and reads no row of the others in the line.
    let stands = |states: &[State]| {
        let states = states.iter().map(|state| Expr::Constant((*state).into()));
        enrolment::Column::State.into_expr().is_in(states)
    };
    let of = || enrolment::Entity::find().filter(enrolment::COLUMN.seminar_id.eq(id));
    let known = of()
        .filter(enrolment::COLUMN.person_id.eq(person))
        .filter(stands(&State::OPEN));
    let lapsed = of()
        .filter(enrolment::Column::Mode.eq(mode.unwrap_or(Mode::Here)))
        .filter(stands(&[State::Offered]))
        .filter(enrolment::COLUMN.expires_at.lte(now));
    let one = |found: Select<enrolment::Entity>| {
        Expr::exists(found.select_only().expr(Expr::value(1)).into_query())
    };
    let asks = question::Entity::of(id).select_only().expr(Expr::value(1));
    let question = Query::select()
        .column(seminar::Column::Edition)
        .from(seminar::Entity)
        .expr_as(Expr::col(catalogue_version::Column::Version), "catalogue")
        .from(catalogue_version::Entity)
        .expr_as(Expr::exists(asks.into_query()), "asks")
        .expr_as(one(known), "known")
        .expr_as(one(lapsed), "lapsed")
        .and_where(seminar::COLUMN.id.eq(id))
        .take();
    let found = AtHand::find_by_statement(db.get_database_backend().build(&question));
    Ok(found.one(db).await?)
}
