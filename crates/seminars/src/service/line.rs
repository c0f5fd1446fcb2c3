//! The lines of those who wait for a place: how they move along, and what is written of it.

use bookings::{read::waiting_terms_on, rules::waiting};
use fairness::{Entry, Terms};
use kernel::{Failed, Fault, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*, sea_query::ExprTrait};

use super::found;
use crate::{
    Refused,
    entity::{
        EnrolmentId, SeminarId,
        enrolment::{self, Mode, State},
        seminar,
    },
    letters::{self, News},
    rules::{Line, Step, move_along},
};

/// Moves both lines of a seminar along: ends what has lapsed, offers what is free. Says how much happened.
///
/// # Errors
/// [`Refused::NotThere`].
pub async fn settle_lines(work: &Work, id: SeminarId) -> Result<usize, Failed<Refused>> {
    let row = found::locked(work, id).await?;
    Ok(settle_both(work, &row).await?)
}

/// The same of a seminar that is locked.
pub(super) async fn settle_both(work: &Work, row: &seminar::Model) -> Result<usize, Fault> {
    let mut done = 0;
    for mode in Mode::ALL {
        done += settle(work, row.id, *mode).await?;
    }
    Ok(done)
}

/// Moves one line of a locked seminar along, as it stands now.
pub(super) async fn settle(work: &Work, id: SeminarId, mode: Mode) -> Result<usize, Fault> {
    match seminar::Entity::find_by_id(id).one(work.db()).await? {
        Some(row) => settle_seen(work, &row, mode).await,
        None => Ok(0),
    }
}

/// The same of a seminar as it was just read. However many wait, nobody is looked at as long as nothing
/// can have moved.
pub(super) async fn settle_seen(
    work: &Work,
    row: &seminar::Model,
    mode: Mode,
) -> Result<usize, Fault> {
    // Of a seminar that was called off nobody is offered anything.
    if row.state != seminar::State::Published || !may_move(work, row, mode).await? {
        return Ok(0);
    }
    let id = row.id;
    let rows = enrolment::Entity::line(id, mode).all(work.db()).await?;
    let terms = terms(work).await?;
    let mut line = Line {
        places: row.places(mode),
        taken: row.taken(mode),
        last_number: row.last_number,
        entries: rows.iter().map(|one| entry(row, one)).collect(),
    };
    let steps = move_along(&mut line, work.now().utc(), &terms);
    if steps.is_empty() {
        return Ok(0);
    }
    count(work, id, mode, &line).await?;
    for step in &steps {
        carry_out(work, row, &rows, *step).await?;
    }
    Ok(steps.len())
}

/// Whether a place is free, an offer has lapsed, or it has begun.
async fn may_move(work: &Work, row: &seminar::Model, mode: Mode) -> Result<bool, Fault> {
    let begun = row.starts_at.is_none_or(|begins| begins <= work.now());
    if begun || row.taken(mode) < row.places(mode) {
        return Ok(true);
    }
    let lapsed = enrolment::Entity::find()
        .filter(enrolment::COLUMN.seminar_id.eq(row.id))
        .filter(enrolment::Column::Mode.eq(mode))
        .filter(enrolment::Column::State.eq(State::Offered))
        .filter(enrolment::COLUMN.expires_at.lte(work.now()));
    Ok(lapsed.one(work.db()).await?.is_some())
}

/// The terms of today, as for every line of the centre.
async fn terms(work: &Work) -> Result<Terms, Fault> {
    let row = waiting_terms_on(work.db(), work.now().date()).await?;
    Ok(waiting::terms(&row))
}

/// Somebody in the line, in the words of `fairness`.
fn entry(row: &seminar::Model, one: &enrolment::Model) -> Entry<EnrolmentId, EnrolmentId> {
    let state = match (one.state, one.expires_at) {
        (State::Waiting, _) => fairness::State::Waiting,
        (State::Offered, Some(expires_at)) => fairness::State::Offered {
            thing: one.id,
            expires_at: expires_at.utc(),
        },
        _ => fairness::State::Gone,
    };
    Entry {
        key: one.id,
        number: one.turn,
        begins: row.starts_at.unwrap_or(row.made_at).utc(),
        state,
        lapses: u32::try_from(one.lapses).unwrap_or(0),
    }
}

/// Writes how many places are taken, and the last number.
async fn count(
    work: &Work,
    id: SeminarId,
    mode: Mode,
    line: &Line<EnrolmentId>,
) -> Result<(), Fault> {
    seminar::Entity::update_many()
        .col_expr(taken(mode), Expr::value(line.taken))
        .col_expr(seminar::Column::LastNumber, Expr::value(line.last_number))
        .filter(seminar::COLUMN.id.eq(id))
        .exec(work.db())
        .await?;
    Ok(())
}

/// Writes what happened to somebody, and tells them.
async fn carry_out(
    work: &Work,
    row: &seminar::Model,
    rows: &[enrolment::Model],
    step: Step<EnrolmentId>,
) -> Result<(), Fault> {
    let (id, kind) = match step {
        Step::Lapsed(id, _) => (id, "enrolment.lapsed"),
        Step::Over(id) => (id, "enrolment.over"),
        Step::Offered(id, _) => (id, "enrolment.offered"),
    };
    let Some(before) = rows.iter().find(|one| one.id == id) else {
        return Ok(());
    };
    let mut changed = enrolment::ActiveModel {
        id: Set(id),
        ..Default::default()
    };
    let news = match step {
        Step::Lapsed(_, Some(turn)) => {
            changed.state = Set(State::Waiting);
            changed.turn = Set(turn);
            changed.lapses = Set(before.lapses + 1);
            News::LapsedOnce
        }
        Step::Lapsed(_, None) => {
            changed.state = Set(State::Lapsed);
            changed.lapses = Set(before.lapses + 1);
            changed.ended_at = Set(Some(work.now()));
            News::Lapsed
        }
        Step::Over(_) => {
            changed.state = Set(State::Over);
            changed.ended_at = Set(Some(work.now()));
            News::Over
        }
        Step::Offered(_, until) => {
            changed.state = Set(State::Offered);
            changed.expires_at = Set(Some(until));
            News::Offered
        }
    };
    let changed = enrolment::Entity::update(changed).exec(work.db()).await?;
    work.record(Event::new(kind, id).with("seminar", row.id.to_string()));
    letters::to_one(work, row, &changed, news).await
}

/// The column that counts what is taken of a mode.
fn taken(mode: Mode) -> seminar::Column {
    match mode {
        Mode::Here => seminar::Column::TakenHere,
        Mode::Online => seminar::Column::TakenOnline,
    }
}

/// Writes what is counted of a seminar that is locked, as it stands in the row by now. The database would
/// refuse one place too many (`seminars_taken_here`), whatever the code does.
pub(super) fn counted(work: &Work, row: &seminar::Model) {
    work.put(
        seminar::Entity::update_many()
            .col_expr(seminar::Column::TakenHere, Expr::value(row.taken_here))
            .col_expr(seminar::Column::TakenOnline, Expr::value(row.taken_online))
            .col_expr(seminar::Column::LastNumber, Expr::value(row.last_number))
            .filter(seminar::COLUMN.id.eq(row.id)),
    );
}

/// Takes a place if there is one, and draws a number, which it says; none when all are taken. The
/// database would refuse one too many (`seminars_taken_here`), whatever the code does.
pub(super) async fn take_place(
    work: &Work,
    id: SeminarId,
    mode: Mode,
) -> Result<Option<i64>, Fault> {
    let places = match mode {
        Mode::Here => seminar::Column::Here,
        Mode::Online => seminar::Column::Online,
    };
    let own = Expr::col(taken(mode));
    let done = seminar::Entity::update_many()
        .col_expr(taken(mode), own.clone().add(1))
        .col_expr(
            seminar::Column::LastNumber,
            Expr::col(seminar::Column::LastNumber).add(1),
        )
        .filter(seminar::COLUMN.id.eq(id))
        .filter(own.lt(Expr::col(places)))
        .exec_with_returning(work.db())
        .await?;
    Ok(done.first().map(|row| row.last_number))
}

/// Draws a number for somebody who waits, or applies.
///
/// # Errors
/// [`Refused::NotThere`].
pub(super) async fn draw(work: &Work, id: SeminarId) -> Result<i64, Failed<Refused>> {
    let drawn = seminar::Entity::update_many()
        .col_expr(
            seminar::Column::LastNumber,
            Expr::col(seminar::Column::LastNumber).add(1),
        )
        .filter(seminar::COLUMN.id.eq(id))
        .exec_with_returning(work.db())
        .await?;
    let row = drawn.first().ok_or(Refused::NotThere)?;
    Ok(row.last_number)
}

/// Gives a place back.
pub(super) async fn give_place(work: &Work, id: SeminarId, mode: Mode) -> Result<(), Fault> {
    let own = Expr::col(taken(mode));
    seminar::Entity::update_many()
        .col_expr(taken(mode), own.sub(1))
        .filter(seminar::COLUMN.id.eq(id))
        .exec(work.db())
        .await?;
    Ok(())
}
