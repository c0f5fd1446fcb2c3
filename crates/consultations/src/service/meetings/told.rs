//! What is told of a meeting before it begins: that it comes, and that somebody is late.

use accounts::rules::wrong_field;
use bookings::entity::hold;
use kernel::{Failed, Span, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::super::found::{self, Found, handler, standing};
use crate::{
    Refused,
    entity::{
        CaseId, MeetingId,
        meeting::{self, Late},
        meeting_record,
    },
    letters,
    read::SOON,
    rules,
};

/// Somebody will be late: the other one is told, and it stands beside the meeting. Of the person they
/// themselves say so, reception and whoever handles the case; of the expert whoever handles it.
///
/// # Errors
/// [`Refused::TooEarly`] hours before; [`Refused::NotStanding`] when they came, or it is over.
pub async fn tell_late(
    work: &Work,
    id: MeetingId,
    who: Late,
    minutes: i32,
) -> Result<CaseId, Failed<Refused>> {
    let Found { case, row, held } = standing(work, id).await?;
    let theirs = rules::is_theirs(&case, work.actor().person);
    if who == Late::Expert || !(theirs || rules::may_receive(work.actor())) {
        handler(work, &case).await?;
    }
    let span = Span {
        from: row.starts_at,
        until: row.ends_at,
    };
    if !rules::late_by(span).contains(&minutes) {
        let wrong = wrong_field("minutes", "meetings-late-missing");
        return Err(Refused::Invalid(vec![wrong]).into());
    }
    let now = work.now();
    if held.state != hold::State::Confirmed || row.absent || row.ends_at <= now {
        return Err(Refused::NotStanding.into());
    }
    let record = meeting_record::Entity::find_by_id(id)
        .one(work.db())
        .await?;
    if record.is_some() {
        return Err(Refused::NotStanding.into());
    }
    if now < row.starts_at - SOON {
        return Err(Refused::Unmet("meetings-late-early").into());
    }
    let late = meeting::ActiveModel {
        id: Set(id),
        late: Set(Some(who)),
        late_minutes: Set(minutes),
        ..Default::default()
    };
    let row = late.update(work.db()).await?;
    work.record(
        Event::new("meeting.late", id)
            .with("who", who.code())
            .with("minutes", minutes),
    );
    letters::late(work, &case, &row, who).await?;
    Ok(case.id)
}

/// Reminds both of a meeting, as often as was asked for by now; nothing when it was called off
/// meanwhile, or another node has.
pub async fn remind(work: &Work, id: MeetingId, times: i32) -> Result<(), Failed<Refused>> {
    let Found { case, row, held } = found::meeting(work, id).await?;
    if held.state != hold::State::Confirmed || times <= row.reminded || row.starts_at <= work.now()
    {
        return Ok(());
    }
    let reminded = meeting::ActiveModel {
        id: Set(id),
        reminded: Set(times),
        ..Default::default()
    };
    let row = reminded.update(work.db()).await?;
    work.record(Event::new("meeting.reminded", id).with("times", times));
    Ok(letters::arranged(work, &case, &row, letters::News::Reminder).await?)
}
