//! The papers of a meeting.

use accounts::rules::wrong_field;
use files::{Handed, PaperId};
use kernel::{Failed, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::{
    agreements::writer,
    council::{held_meeting, open_meeting},
};
use crate::{
    CoordinationRefused as Refused,
    entity::{CouncilMeetingId, council_paper},
};

/// Adds papers to a meeting.
///
/// # Errors
/// [`Refused::Invalid`] when none was chosen.
pub async fn add_papers(
    work: &Work,
    id: CouncilMeetingId,
    papers: Vec<Handed>,
) -> Result<(), Failed<Refused>> {
    writer(work)?;
    if papers.is_empty() {
        let wrong = wrong_field("papers", "council-papers-missing");
        return Err(Refused::Invalid(vec![wrong]).into());
    }
    held_meeting(work, id).await?;
    let count = papers.len();
    for paper in files::service::keep(work, papers).await? {
        let row = council_paper::ActiveModel {
            meeting_id: Set(id),
            paper_id: Set(paper),
        };
        let inserted = council_paper::Entity::insert(row);
        inserted.exec_without_returning(work.db()).await?;
    }
    work.record(Event::new("council_meeting.papers_added", id).with("count", count));
    Ok(())
}

/// Takes a paper from a meeting that was added by mistake.
///
/// # Errors
/// [`Refused::Confirmed`] once the minutes are confirmed.
pub async fn remove_paper(
    work: &Work,
    id: CouncilMeetingId,
    paper: PaperId,
) -> Result<(), Failed<Refused>> {
    writer(work)?;
    open_meeting(work, id).await?;
    let removed = council_paper::Entity::delete_by_id((id, paper));
    if removed.exec(work.db()).await?.rows_affected == 0 {
        return Err(Refused::NotThere.into());
    }
    work.record(Event::new("council_meeting.paper_removed", id).with("paper", paper.to_string()));
    Ok(())
}
