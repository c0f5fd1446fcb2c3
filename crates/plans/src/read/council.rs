//! Councils as the ward and the manager see them.

use std::collections::HashMap;

use files::read::{Paper, papers};
use kernel::{Fault, Instant};
use sea_orm::{ExprTrait, QueryOrder, QuerySelect, entity::prelude::*};

use super::{
    agreements::like,
    coordination::people,
    council_programmes::{SpokenOf, programmes_spoken_of},
};
use crate::entity::{
    CouncilId, CouncilMeetingId, CouncilMemberId, CouncilOpinionId, ProgrammeId, council,
    council_correction, council_meeting, council_member, council_opinion, council_opinion::Outcome,
    council_paper,
};

/// One meeting with all that belongs to it.
#[derive(Clone, Debug)]
pub struct Meeting {
    /// The meeting.
    pub row: council_meeting::Model,
    /// Of which council.
    pub council: council::Model,
    /// Who confirmed its minutes.
    pub confirmed_by: Option<String>,
    /// Its papers.
    pub papers: Vec<Paper>,
    /// What was put right in its minutes after they were confirmed.
    pub corrections: Vec<Correction>,
}

/// What was put right in confirmed minutes.
#[derive(Clone, Debug)]
pub struct Correction {
    /// The first is 1.
    pub number: i32,
    /// What is right.
    pub body: String,
    /// Who added it.
    pub by: String,
    /// When.
    pub at: Instant,
}

/// An opinion with the meeting in which it was given.
#[derive(Clone, Debug)]
pub struct Opinion {
    /// The opinion.
    pub row: council_opinion::Model,
    /// What the council is called.
    pub council: String,
    /// The number of the meeting.
    pub number: i32,
    /// Its day.
    pub held_on: String,
    /// The programme it is about.
    pub programme: Option<SpokenOf>,
}

/// Which opinions are asked for.
#[derive(Clone, Debug, Default)]
pub struct OpinionFilter {
    /// What they have in them; all of them when empty.
    pub asked: String,
    /// Of one meeting only.
    pub meeting: Option<CouncilMeetingId>,
    /// About one of these programmes only; about any, or none, when none is named.
    pub programmes: Vec<ProgrammeId>,
    /// With which answer.
    pub answer: Answer,
}

/// Which answers are asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Answer {
    /// With any, or none yet.
    #[default]
    Any,
    /// None yet.
    Open,
    /// This one.
    Is(Outcome),
}

/// Every council by name, each with the number of its meetings and the day of the last.
pub async fn councils(
    db: &impl ConnectionTrait,
) -> Result<Vec<(council::Model, usize, Option<String>)>, Fault> {
    let rows = council::Entity::find().order_by_asc(council::COLUMN.name_key);
    let rows = rows.all(db).await?;
    let meetings = council_meeting::Entity::find().all(db).await?;
    let counted = |row: council::Model| {
        let own = || meetings.iter().filter(|one| one.council_id == row.id);
        let (count, last) = (own().count(), own().map(|one| one.held_on.clone()).max());
        (row, count, last)
    };
    Ok(rows.into_iter().map(counted).collect())
}

/// One council.
pub async fn council(
    db: &impl ConnectionTrait,
    id: CouncilId,
) -> Result<Option<council::Model>, Fault> {
    Ok(council::Entity::find_by_id(id).one(db).await?)
}

/// Everybody who sits or sat in a council: by seat, then by the day on which their term begins.
pub async fn council_members(
    db: &impl ConnectionTrait,
    id: CouncilId,
) -> Result<Vec<council_member::Model>, Fault> {
    let rows = council_member::Entity::find()
        .filter(council_member::COLUMN.council_id.eq(id))
        .order_by_asc(council_member::COLUMN.valid_from)
        .order_by_asc(council_member::COLUMN.id);
    let mut rows = rows.all(db).await?;
    let place = |row: &council_member::Model| {
        council_member::Seat::ALL
            .iter()
            .position(|seat| *seat == row.seat)
    };
    rows.sort_by_key(place);
    Ok(rows)
}

/// One seat.
pub async fn council_member(
    db: &impl ConnectionTrait,
    id: CouncilMemberId,
) -> Result<Option<council_member::Model>, Fault> {
    Ok(council_member::Entity::find_by_id(id).one(db).await?)
}

/// The meetings of a council, the latest first.
pub async fn council_meetings(
    db: &impl ConnectionTrait,
    id: CouncilId,
) -> Result<Vec<council_meeting::Model>, Fault> {
    let rows = council_meeting::Entity::find()
        .filter(council_meeting::COLUMN.council_id.eq(id))
        .order_by_desc(council_meeting::COLUMN.number);
    Ok(rows.all(db).await?)
}

/// One meeting.
pub async fn council_meeting(
    db: &impl ConnectionTrait,
    id: CouncilMeetingId,
) -> Result<Option<Meeting>, Fault> {
    let Some(row) = council_meeting::Entity::find_by_id(id).one(db).await? else {
        return Ok(None);
    };
    let Some(council) = council(db, row.council_id).await? else {
        return Ok(None);
    };
    let own = council_paper::Entity::find().filter(council_paper::COLUMN.meeting_id.eq(id));
    let own = own.all(db).await?.into_iter().map(|one| one.paper_id);
    let corrections = council_correction::Entity::find()
        .filter(council_correction::COLUMN.meeting_id.eq(id))
        .order_by_asc(council_correction::COLUMN.number)
        .all(db)
        .await?;
    let writers = corrections.iter().map(|one| one.written_by);
    let names = people(db, writers.chain(row.confirmed_by).collect()).await?;
    let correction = |one: council_correction::Model| Correction {
        number: one.number,
        by: names.get(&one.written_by).cloned().unwrap_or_default(),
        body: one.body,
        at: one.written_at,
    };
    Ok(Some(Meeting {
        papers: papers(db, own.collect()).await?,
        confirmed_by: row.confirmed_by.and_then(|who| names.get(&who).cloned()),
        corrections: corrections.into_iter().map(correction).collect(),
        council,
        row,
    }))
}

/// The opinions that a question finds, those of the latest meeting first: at most `most`, after so
/// many.
pub async fn opinions(
    db: &impl ConnectionTrait,
    filter: &OpinionFilter,
    after: u64,
    most: u64,
) -> Result<Vec<Opinion>, Fault> {
    let mut query = council_opinion::Entity::find()
        .find_also_related(council_meeting::Entity)
        .order_by_desc(council_meeting::COLUMN.held_on)
        .order_by_asc(council_opinion::COLUMN.id)
        .offset(after)
        .limit(most);
    if let Some(like) = like(&filter.asked) {
        let key = (council_opinion::Entity, council_opinion::Column::SearchKey);
        query = query.filter(Expr::col(key).like(like));
    }
    if let Some(meeting) = filter.meeting {
        query = query.filter(council_opinion::COLUMN.meeting_id.eq(meeting));
    }
    if !filter.programmes.is_empty() {
        let programmes = filter.programmes.iter().copied();
        query = query.filter(council_opinion::COLUMN.programme_id.is_in(programmes));
    }
    query = match filter.answer {
        Answer::Any => query,
        Answer::Open => query.filter(council_opinion::COLUMN.outcome.is_null()),
        Answer::Is(outcome) => query.filter(council_opinion::COLUMN.outcome.eq(outcome)),
    };
    let rows = query.all(db).await?.into_iter();
    said(
        db,
        rows.filter_map(|(row, meeting)| Some((row, meeting?)))
            .collect(),
    )
    .await
}

/// One opinion.
pub async fn opinion(
    db: &impl ConnectionTrait,
    id: CouncilOpinionId,
) -> Result<Option<Opinion>, Fault> {
    let found = council_opinion::Entity::find_by_id(id)
        .find_also_related(council_meeting::Entity)
        .one(db)
        .await?;
    let found = found.and_then(|(row, meeting)| Some((row, meeting?)));
    Ok(said(db, found.into_iter().collect()).await?.pop())
}

async fn said(
    db: &impl ConnectionTrait,
    rows: Vec<(council_opinion::Model, council_meeting::Model)>,
) -> Result<Vec<Opinion>, Fault> {
    let councils = council::Entity::find().all(db).await?.into_iter();
    let names: HashMap<CouncilId, String> = councils.map(|row| (row.id, row.name)).collect();
    let about = rows.iter().filter_map(|(row, _)| row.programme_id);
    let programmes = programmes_spoken_of(db, about.collect()).await?;
    let one = |(row, meeting): (council_opinion::Model, council_meeting::Model)| Opinion {
        programme: row.programme_id.and_then(|id| programmes.get(&id).cloned()),
        row,
        council: names.get(&meeting.council_id).cloned().unwrap_or_default(),
        number: meeting.number,
        held_on: meeting.held_on,
    };
    Ok(rows.into_iter().map(one).collect())
}
