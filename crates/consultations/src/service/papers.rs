//! The papers of a case, and photographs of experts.

use accounts::rules::wrong_field;
use files::{Handed, PaperId, entity::paper::Kind};
use kernel::{Failed, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::found::{case, handler};
use crate::{
    Refused,
    entity::{CaseId, ExpertId, case, case_paper, expert},
    read,
    rules::{self, Reading},
};

/// Adds papers to a case: by whoever asked, or by those who handle it. What the person hands in is read
/// like their question, what others add like a record.
///
/// # Errors
/// [`Refused::Invalid`] when none was chosen, [`Refused::Closed`].
pub async fn add_papers(
    work: &Work,
    id: CaseId,
    papers: Vec<Handed>,
) -> Result<(), Failed<Refused>> {
    let found = case(work, id).await?;
    let own = work.actor().is(found.person_id);
    if !own {
        handler(work, &found).await?;
    }
    if found.state == case::State::Closed {
        return Err(Refused::Closed.into());
    }
    if papers.is_empty() {
        let wrong = wrong_field("papers", "papers-missing");
        return Err(Refused::Invalid(vec![wrong]).into());
    }
    keep(work, id, papers, own).await
}

/// Writes the papers of a case, as long as it does not come to hold more than the centre keeps of one.
pub(super) async fn keep(
    work: &Work,
    id: CaseId,
    papers: Vec<Handed>,
    from_client: bool,
) -> Result<(), Failed<Refused>> {
    if papers.is_empty() {
        return Ok(());
    }
    let there = read::papers_of(work.db(), id, Reading::Handles).await?;
    let there = there.iter().map(|one| one.paper.kilobytes);
    let handed = papers.iter().map(Handed::kilobytes);
    if let Some(wrong) = rules::too_many_papers(there.chain(handed)) {
        return Err(Refused::Invalid(vec![wrong]).into());
    }
    let count = papers.len();
    for paper in files::service::keep(work, papers).await? {
        let row = case_paper::ActiveModel {
            case_id: Set(id),
            paper_id: Set(paper),
            from_client: Set(from_client),
            handed_in_by: Set(work.actor().person),
            handed_in_at: Set(work.now()),
        };
        case_paper::Entity::insert(row)
            .exec_without_returning(work.db())
            .await?;
    }
    work.record(Event::new("case.papers_added", id).with("count", count));
    Ok(())
}

/// Takes a paper from a case that was added by mistake: the person their own, those who handle the case
/// any.
///
/// # Errors
/// [`Refused::Closed`]; [`Refused::NotThere`] when it is not theirs.
pub async fn remove_paper(
    work: &Work,
    (id, paper): (CaseId, PaperId),
) -> Result<(), Failed<Refused>> {
    let found = case(work, id).await?;
    let own = work.actor().is(found.person_id);
    if !own {
        handler(work, &found).await?;
    }
    if found.state == case::State::Closed {
        return Err(Refused::Closed.into());
    }
    let mut removed = case_paper::Entity::delete_many()
        .filter(case_paper::COLUMN.case_id.eq(id))
        .filter(case_paper::COLUMN.paper_id.eq(paper));
    if own {
        removed = removed.filter(case_paper::COLUMN.from_client.eq(true));
    }
    if removed.exec(work.db()).await?.rows_affected == 0 {
        return Err(Refused::NotThere.into());
    }
    work.record(Event::new("case.paper_removed", id).with("paper", paper.to_string()));
    Ok(())
}

/// Sets the photograph that the public sees of an expert, or takes it away when none is handed in.
///
/// # Errors
/// [`Refused::Invalid`] when it is no picture that every browser shows.
pub async fn set_photo(
    work: &Work,
    id: ExpertId,
    mut papers: Vec<Handed>,
) -> Result<(), Failed<Refused>> {
    if !rules::may_keep_experts(work.actor()) {
        return Err(Refused::MayNot.into());
    }
    let shows = |kind| matches!(kind, Kind::Jpeg | Kind::Png | Kind::Webp);
    papers.truncate(1);
    if papers.iter().any(|paper| !shows(paper.kind)) {
        let wrong = wrong_field("papers", "experts-photo-wrong");
        return Err(Refused::Invalid(vec![wrong]).into());
    }
    let kept = files::service::keep(work, papers).await?;
    let done = expert::Entity::update_many()
        .col_expr(
            expert::Column::PhotoId,
            Expr::value(kept.first().map(|kept| kept.0)),
        )
        .filter(expert::COLUMN.id.eq(id))
        .exec(work.db())
        .await?;
    if done.rows_affected == 0 {
        return Err(Refused::NotThere.into());
    }
    work.record(Event::new("expert.photo_set", id));
    Ok(())
}
