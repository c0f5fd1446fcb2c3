//! The meetings of a dispatch: each uses up one time, one that is called off gives it back; once its
//! record is finished, what the expert is paid for it is kept.

use accounts::rules::wrong_field;
use japan::fiscal::FiscalYear;
use kernel::{Failed, Fault, Instant, Work, events::Event};
use sea_orm::{ActiveValue::Set, ExprTrait, entity::prelude::*};

use super::{super::meetings::arranged, evaluate, locked};
use crate::{
    Refused,
    entity::{
        DispatchId, MeetingId, case,
        dispatch::{self, State},
        dispatch_meeting, honorarium,
        meeting::{self, Mode},
    },
    read,
    service::Arrange,
};

/// Arranges one time of a dispatch: a meeting at the place that was asked for, as long as the terms say,
/// within the fiscal year in which it counts. Never more often than was approved.
///
/// # Errors
/// As `arrange`; [`Refused::Unmet`] when it does not stand, or every time is used.
pub async fn arrange_dispatch(
    work: &Work,
    id: DispatchId,
    wish: &Arrange,
) -> Result<MeetingId, Failed<Refused>> {
    let (case, row) = locked(work, id).await?;
    if row.state != State::Approved {
        return Err(Refused::Unmet("dispatches-not-approved").into());
    }
    if row.left() < 1 {
        return Err(Refused::Unmet("dispatches-used-up").into());
    }
    let minutes = match wish.from {
        Some(from) => length(work, &row, from).await?,
        None => 0,
    };
    let wish = Arrange {
        mode: Some(Mode::Visit),
        link: if wish.link.trim().is_empty() {
            row.place.clone()
        } else {
            wish.link.clone()
        },
        ..wish.clone()
    };
    let meeting = arranged(work, case.id, &wish, Some(minutes)).await?;
    use_up(work, &row, meeting).await?;
    Ok(meeting)
}

/// How long one time is that begins then.
async fn length(work: &Work, row: &dispatch::Model, from: Instant) -> Result<i32, Failed<Refused>> {
    if FiscalYear::of(from.date()).year() != row.fiscal_year {
        let wrong = wrong_field("day", "dispatches-other-year");
        return Err(Refused::Invalid(vec![wrong]).into());
    }
    Ok(read::dispatch_terms(work.db(), from.date()).await?.minutes)
}

async fn use_up(
    work: &Work,
    row: &dispatch::Model,
    meeting: MeetingId,
) -> Result<(), Failed<Refused>> {
    // The case is locked; whatever the code above does, the table refuses one more than was approved.
    let used = dispatch::Entity::update_many()
        .col_expr(
            dispatch::Column::Used,
            Expr::col(dispatch::Column::Used).add(1),
        )
        .col_expr(
            dispatch::Column::Edition,
            Expr::col(dispatch::Column::Edition).add(1),
        )
        .filter(dispatch::COLUMN.id.eq(row.id))
        .filter(dispatch::Column::State.eq(State::Approved))
        .filter(Expr::col(dispatch::Column::Used).lt(Expr::col(dispatch::Column::ApprovedTimes)))
        .exec(work.db())
        .await?;
    if used.rows_affected == 0 {
        return Err(Refused::Unmet("dispatches-used-up").into());
    }
    dispatch_meeting::Entity::insert(dispatch_meeting::ActiveModel {
        meeting_id: Set(meeting),
        dispatch_id: Set(row.id),
        counts: Set(true),
    })
    .exec_without_returning(work.db())
    .await?;
    work.record(Event::new("dispatch.arranged", row.id).with("meeting", meeting.to_string()));
    Ok(())
}

/// A meeting was called off: if it was one time of a dispatch, that is left again.
pub(in super::super) async fn give_back(work: &Work, meeting: MeetingId) -> Result<(), Fault> {
    let Some(row) = of_meeting(work, meeting).await? else {
        return Ok(());
    };
    let ended = dispatch_meeting::ActiveModel {
        meeting_id: Set(meeting),
        counts: Set(false),
        ..Default::default()
    };
    ended.update(work.db()).await?;
    let left = dispatch::ActiveModel {
        id: Set(row.id),
        used: Set(row.used - 1),
        edition: Set(row.edition + 1),
        ..Default::default()
    };
    left.update(work.db()).await?;
    work.record(Event::new("dispatch.given_back", row.id).with("meeting", meeting.to_string()));
    Ok(())
}

/// How long a meeting is that moves to this time and way, when it is one time of a dispatch: it stays a
/// visit, and in its fiscal year.
///
/// # Errors
/// What is wrong with the time or the way.
pub(in super::super) async fn minutes_of(
    work: &Work,
    meeting: MeetingId,
    (from, mode): (Instant, Mode),
) -> Result<Option<i32>, Failed<Refused>> {
    let Some(row) = of_meeting(work, meeting).await? else {
        return Ok(None);
    };
    if mode != Mode::Visit {
        let wrong = wrong_field("mode", "dispatches-stays-visit");
        return Err(Refused::Invalid(vec![wrong]).into());
    }
    length(work, &row, from).await.map(Some)
}

/// The record of a meeting is finished: what the expert is paid is kept, at the rate of today. After the
/// last time of a dispatch the person is asked how it was. Whether it was one.
pub(in super::super) async fn finished(
    work: &Work,
    case: &case::Model,
    meeting: &meeting::Model,
) -> Result<bool, Fault> {
    let row = of_meeting(work, meeting.id).await?;
    let day = meeting.starts_at.date();
    let minutes = match &row {
        Some(_) => read::dispatch_terms(work.db(), day).await?.minutes,
        None => read::terms(work.db(), day).await?.meeting_minutes,
    };
    let expert = read::expert_row(work.db(), Some(meeting.expert_id)).await?;
    let rate_yen = expert.map_or(0, |expert| expert.honorarium_yen);
    honorarium::Entity::insert(honorarium::ActiveModel {
        meeting_id: Set(meeting.id),
        expert_id: Set(meeting.expert_id),
        dispatch_id: Set(row.as_ref().map(|row| row.id)),
        starts_at: Set(meeting.starts_at),
        minutes: Set(minutes),
        rate_yen: Set(rate_yen),
        kept_at: Set(work.now()),
    })
    .exec_without_returning(work.db())
    .await?;
    let Some(row) = row else {
        return Ok(false);
    };
    if row.state == State::Approved && row.left() == 0 && !has_open(work, &row).await? {
        evaluate(work, case, &row).await?;
    }
    Ok(true)
}

/// Whether a meeting of it is still to come or going on.
pub(super) async fn is_ahead(work: &Work, row: &dispatch::Model) -> Result<bool, Fault> {
    let mut meetings = meetings_of(work, row).await?.into_iter();
    Ok(meetings.any(|one| one.is_ahead(work.now())))
}

/// Whether one of its meetings is neither written down nor one to which nobody came.
async fn has_open(work: &Work, row: &dispatch::Model) -> Result<bool, Fault> {
    let mut meetings = meetings_of(work, row).await?.into_iter();
    Ok(meetings.any(|one| one.recorded != Some(true) && !one.row.absent))
}

async fn meetings_of(work: &Work, row: &dispatch::Model) -> Result<Vec<read::Meeting>, Fault> {
    let all = read::meetings_of(work.db(), row.case_id).await?;
    let ids = all.iter().map(|one| one.row.id).collect();
    let of = read::dispatched(work.db(), ids).await?;
    let own = |one: &read::Meeting| of.get(&one.row.id) == Some(&row.id);
    Ok(all.into_iter().filter(own).collect())
}

async fn of_meeting(work: &Work, meeting: MeetingId) -> Result<Option<dispatch::Model>, Fault> {
    let of = read::dispatched(work.db(), vec![meeting]).await?;
    match of.get(&meeting) {
        Some(id) => read::dispatch_row(work.db(), *id).await,
        None => Ok(None),
    }
}
