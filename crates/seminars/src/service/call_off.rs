//! A seminar is called off; one that was held is reported.

use accounts::rules::{Words, wrong_field};
use kernel::{Failed, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::{
    charges::forgive,
    found,
    lessons::give_back,
    publish::{reason, turned},
};
use crate::{
    Refused,
    entity::{
        EnrolmentId, SeminarId,
        enrolment::{self, State},
        seminar,
    },
    letters::{self, News},
    read,
    rules::{Fees, Standing, asks_fees, standing},
};

/// The longest report, in characters.
const LONGEST: usize = 8_000;

/// Calls a seminar off: rooms and lecturers of the lessons that are not over are free again, and
/// everybody who has a place or waits for one is told why; who gave a place up too late is told that they
/// do not owe it any more. Once the first lesson was held, it is said what becomes of the `fees`.
///
/// # Errors
/// [`Refused::NotNow`] when it is over or was called off; a reason that is missing, or what becomes of the fees.
pub async fn call_off(
    work: &Work,
    id: SeminarId,
    edition: i32,
    (why, fees): (&str, Option<Fees>),
) -> Result<(), Failed<Refused>> {
    let row = found::seen(work, id, edition).await?;
    let stands = standing(&row, work.now());
    if stands.is_public() && !stands.is_ahead() {
        return Err(Refused::NotNow.into());
    }
    reason(why)?;
    let asks = asks_fees(&row, work.now());
    if asks && fees.is_none() {
        let missing = wrong_field("fees", "seminars-fees-missing");
        return Err(Refused::Invalid(vec![missing]).into());
    }
    let mut lessons = found::lessons(work, id).await?;
    lessons.retain(|lesson| lesson.ends_at > work.now());
    give_back(work, &lessons).await?;
    let off = seminar::ActiveModel {
        why: Set(why.trim().to_owned()),
        taken_here: Set(0),
        taken_online: Set(0),
        ..turned(&row, seminar::State::CalledOff)
    };
    let row = seminar::Entity::update(off).exec(work.db()).await?;
    // Whoever cancelled late owes nothing either.
    let all = enrolment::Entity::of(id).all(work.db()).await?;
    let ids: Vec<EnrolmentId> = all.iter().map(|one| one.id).collect();
    let less = match fees {
        Some(Fees::Stand) if asks => Vec::new(),
        _ => forgive(work, &ids).await?,
    };
    letters::to_all(work, &row, News::CalledOff).await?;
    let ended = all.into_iter().filter(|one| !one.state.is_open());
    let owed = ended.filter(|one| less.contains(&one.id));
    let told: Vec<_> = owed.map(|one| (one, News::Forgiven)).collect();
    letters::to_each(work, &row, &told).await?;
    // Who had a place was at the lessons before, and can still be marked there.
    enrolment::Entity::update_many()
        .col_expr(enrolment::Column::PlaceUntil, Expr::value(Some(work.now())))
        .filter(enrolment::COLUMN.seminar_id.eq(id))
        .filter(enrolment::Column::State.eq(State::Enrolled))
        .exec(work.db())
        .await?;
    enrolment::Entity::update_many()
        .col_expr(enrolment::Column::State, Expr::value(State::CalledOff))
        .col_expr(enrolment::Column::EndedAt, Expr::value(Some(work.now())))
        .filter(enrolment::COLUMN.seminar_id.eq(id))
        .filter(enrolment::Column::State.is_in(State::OPEN))
        .exec(work.db())
        .await?;
    let off = Event::new("seminar.called_off", id);
    work.record(match fees {
        Some(fees) if asks => off.with("fees", fees.code()),
        _ => off,
    });
    Ok(())
}

/// Writes what came of a seminar after its last lesson; it can be written anew. Of one that was called off
/// midway it is said what came of the lessons that were held: it stays called off.
///
/// # Errors
/// [`Refused::NotNow`] before it is over, or when none of it was held; words that are missing.
pub async fn report(
    work: &Work,
    id: SeminarId,
    edition: i32,
    words: &str,
) -> Result<(), Failed<Refused>> {
    let row = found::seen(work, id, edition).await?;
    let state = match standing(&row, work.now()) {
        Standing::Held | Standing::Reported => seminar::State::Reported,
        Standing::CalledOff if read::was_begun(work.db(), id).await? => seminar::State::CalledOff,
        _ => return Err(Refused::NotNow.into()),
    };
    let text = Words::text("report", words, LONGEST);
    let missing = wrong_field("report", "seminars-report-missing");
    let missing = words.trim().is_empty().then_some(missing);
    if let Some(wrong) = missing.or_else(|| text.wrong()) {
        return Err(Refused::Invalid(vec![wrong]).into());
    }
    let reported = seminar::ActiveModel {
        report: Set(words.trim().to_owned()),
        ..turned(&row, state)
    };
    seminar::Entity::update(reported).exec(work.db()).await?;
    work.record(Event::new("seminar.reported", id));
    Ok(())
}
