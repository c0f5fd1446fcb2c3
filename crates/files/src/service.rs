//! The verbs of this crate.

use kernel::{Fault, Work};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use crate::{
    Handed, PaperId,
    entity::paper::{ActiveModel, COLUMN, Entity},
};

/// Writes the rows of papers whose content lies in the folder, in the caller's transaction.
pub async fn keep(work: &Work, papers: Vec<Handed>) -> Result<Vec<PaperId>, Fault> {
    let mut ids = Vec::with_capacity(papers.len());
    for paper in papers {
        let id: PaperId = work.new_id();
        Entity::insert(ActiveModel {
            id: Set(id),
            digest: Set(paper.digest),
            name: Set(paper.name),
            kind: Set(paper.kind),
            size: Set(paper.size),
            handed_in_by: Set(work.actor().person),
            handed_in_at: Set(work.now()),
        })
        .exec_without_returning(work.db())
        .await?;
        ids.push(id);
    }
    Ok(ids)
}

/// Removes papers that nobody needs any more; their content is swept from the folder within a day or two.
pub async fn forget(work: &Work, papers: Vec<PaperId>) -> Result<(), Fault> {
    let gone = Entity::delete_many().filter(COLUMN.id.is_in(papers));
    gone.exec(work.db()).await?;
    Ok(())
}
