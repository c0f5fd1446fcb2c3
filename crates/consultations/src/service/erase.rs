//! Erasing the words of a case: when they have been kept long enough, or when the person asks for it.

use accounts::rules::Words;
use kernel::{Failed, Fault, Work, events::Event};
use sea_orm::{ActiveValue::Set, QuerySelect, QueryTrait, entity::prelude::*};
use uuid::Uuid;

use super::{follow_up::drop_open, found::case};
use crate::{
    Refused,
    entity::{
        CaseId, MeetingId, case, case_action, case_expert, case_paper, case_sheet, dispatch,
        follow_up, meeting, meeting_record, milestone, record_correction, referral, visit_sheet,
        visit_target,
    },
    read, rules,
};

/// Erases the words of a closed case because the person asked for it: what they asked, what was said,
/// papers, what they answered, what was seen at the visits it came of. That there was a case, about which
/// field, of a business of which size, and when they met stays, and is counted.
///
/// # Errors
/// [`Refused::MayNot`] for whoever does not keep the register; [`Refused::Open`]; [`Refused::Closed`] when
/// they are erased already.
pub async fn erase(work: &Work, id: CaseId, why: &str) -> Result<(), Failed<Refused>> {
    if !rules::may_keep_experts(work.actor()) {
        return Err(Refused::MayNot.into());
    }
    if let Some(wrong) = Words::text("why", why, 1_000).or_missing("cases-why-missing") {
        return Err(Refused::Invalid(vec![wrong]).into());
    }
    forget(work, id, Some(why.trim())).await
}

/// Erases the words of a case that was closed so long ago that they need no longer be kept.
///
/// # Errors
/// [`Refused::Changed`] when it is not that long ago.
pub async fn erase_old(work: &Work, id: CaseId) -> Result<(), Failed<Refused>> {
    let row = case(work, id).await?;
    let today = work.now().date();
    let terms = read::terms(work.db(), today).await?;
    let closed = row.closed_at.map(kernel::Instant::date);
    if !closed.is_some_and(|day| rules::is_kept_no_longer(day, terms.retention_years, today)) {
        return Err(Refused::Changed.into());
    }
    forget(work, id, None).await
}

async fn forget(work: &Work, id: CaseId, why: Option<&str>) -> Result<(), Failed<Refused>> {
    let row = case(work, id).await?;
    if row.state != case::State::Closed {
        return Err(Refused::Open.into());
    }
    if row.erased_at.is_some() {
        return Err(Refused::Closed.into());
    }
    let meetings = meeting::Entity::find().filter(meeting::COLUMN.case_id.eq(id));
    let meetings = meetings.all(work.db()).await?;
    let meetings: Vec<MeetingId> = meetings.iter().map(|one| one.id).collect();
    of_meetings(work, &meetings).await?;
    of_case(work, id).await?;
    let subjects: Vec<Uuid> = meetings.iter().map(|id| id.0).collect();
    surveys::service::erase(work, "meeting", &subjects).await?;
    surveys::service::erase(work, "case", &[id.0]).await?;
    let dispatches = dispatch::Entity::find().filter(dispatch::COLUMN.case_id.eq(id));
    let dispatches = dispatches.all(work.db()).await?;
    let dispatches: Vec<Uuid> = dispatches.iter().map(|one| one.id.0).collect();
    surveys::service::erase(work, "dispatch", &dispatches).await?;
    // Nobody is asked any more: what they answered would stay for ever.
    drop_open(work, id).await?;
    let erased = case::ActiveModel {
        id: Set(id),
        company: Set(String::new()),
        about: Set(String::new()),
        times: Set(String::new()),
        closing_note: Set(None),
        erased_at: Set(Some(work.now())),
        erased_why: Set(why.map(str::to_owned)),
        edition: Set(row.edition + 1),
        ..Default::default()
    };
    erased.update(work.db()).await?;
    let because = if why.is_some() {
        "asked"
    } else {
        "kept_long_enough"
    };
    work.record(Event::new("case.erased", id).with("because", because));
    Ok(())
}

/// What was said in its meetings.
async fn of_meetings(work: &Work, meetings: &[MeetingId]) -> Result<(), Fault> {
    let nothing = || Expr::value("");
    meeting_record::Entity::update_many()
        .col_expr(meeting_record::Column::Said, nothing())
        .col_expr(meeting_record::Column::Advice, nothing())
        .filter(meeting_record::COLUMN.meeting_id.is_in(meetings.to_vec()))
        .exec(work.db())
        .await?;
    record_correction::Entity::delete_many()
        .filter(
            record_correction::COLUMN
                .meeting_id
                .is_in(meetings.to_vec()),
        )
        .exec(work.db())
        .await?;
    meeting::Entity::update_many()
        .col_expr(meeting::Column::Link, nothing())
        .filter(meeting::COLUMN.id.is_in(meetings.to_vec()))
        .exec(work.db())
        .await?;
    Ok(())
}

/// What was seen and said at the visits that it came of.
async fn of_visits(work: &Work, id: CaseId) -> Result<(), Fault> {
    let nothing = || Expr::value("");
    let targets = visit_target::Entity::find()
        .select_only()
        .column(visit_target::Column::Id)
        .filter(visit_target::COLUMN.case_id.eq(id));
    visit_sheet::Entity::update_many()
        .col_expr(visit_sheet::Column::Met, nothing())
        .col_expr(visit_sheet::Column::Situation, nothing())
        .col_expr(visit_sheet::Column::Wishes, nothing())
        .col_expr(visit_sheet::Column::NextStep, nothing())
        .filter(visit_sheet::Column::TargetId.in_subquery(targets.into_query()))
        .exec(work.db())
        .await?;
    Ok(())
}

/// What was written about it as a whole. A paper that no case names is removed from its folder by itself.
async fn of_case(work: &Work, id: CaseId) -> Result<(), Fault> {
    let nothing = || Expr::value("");
    let db = work.db();
    let sheets = case_sheet::Entity::delete_many().filter(case_sheet::COLUMN.case_id.eq(id));
    sheets.exec(db).await?;
    let actions = case_action::Entity::delete_many().filter(case_action::COLUMN.case_id.eq(id));
    actions.exec(db).await?;
    let papers = case_paper::Entity::delete_many().filter(case_paper::COLUMN.case_id.eq(id));
    papers.exec(db).await?;
    follow_up::Entity::update_many()
        .col_expr(follow_up::Column::Note, nothing())
        .filter(follow_up::COLUMN.case_id.eq(id))
        .exec(db)
        .await?;
    referral::Entity::update_many()
        .col_expr(referral::Column::Purpose, nothing())
        .col_expr(referral::Column::Items, nothing())
        .filter(referral::COLUMN.case_id.eq(id))
        .exec(db)
        .await?;
    milestone::Entity::update_many()
        .col_expr(milestone::Column::Evidence, nothing())
        .filter(milestone::COLUMN.case_id.eq(id))
        .exec(db)
        .await?;
    case_expert::Entity::update_many()
        .col_expr(case_expert::Column::EndedWhy, nothing())
        .filter(case_expert::COLUMN.case_id.eq(id))
        .filter(case_expert::COLUMN.ended_why.is_not_null())
        .exec(db)
        .await?;
    of_visits(work, id).await?;
    dispatch::Entity::update_many()
        .col_expr(dispatch::Column::Place, nothing())
        .col_expr(dispatch::Column::Wish, nothing())
        .col_expr(dispatch::Column::Reason, nothing())
        .col_expr(dispatch::Column::Note, nothing())
        .filter(dispatch::COLUMN.case_id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}
