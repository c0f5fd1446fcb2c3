//! Materials for those who take part.

use accounts::rules::wrong_field;
use files::{Handed, PaperId};
use kernel::{Failed, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::found;
use crate::{
    Refused,
    entity::{SeminarId, material},
    read,
};

/// So many papers a seminar has at most.
const MOST: usize = 20;

/// Adds materials that everybody who has a place may take.
///
/// # Errors
/// [`Refused::Invalid`] when none was chosen, or there would be too many.
pub async fn add_materials(
    work: &Work,
    id: SeminarId,
    papers: Vec<Handed>,
) -> Result<(), Failed<Refused>> {
    found::kept(work, id).await?;
    let there = read::materials(work.db(), id).await?.len();
    let key = match papers.len() {
        0 => Some("seminars-materials-missing"),
        more if there + more > MOST => Some("seminars-materials-many"),
        _ => None,
    };
    if let Some(key) = key {
        return Err(Refused::Invalid(vec![wrong_field("papers", key)]).into());
    }
    let count = papers.len();
    for paper in files::service::keep(work, papers).await? {
        let row = material::ActiveModel {
            seminar_id: Set(id),
            paper_id: Set(paper),
            added_by: Set(work.actor().person),
            added_at: Set(work.now()),
        };
        material::Entity::insert(row)
            .exec_without_returning(work.db())
            .await?;
    }
    work.record(Event::new("seminar.materials_added", id).with("count", count));
    Ok(())
}

/// Takes one away.
///
/// # Errors
/// [`Refused::NotThere`] when it is none of this seminar.
pub async fn remove_material(
    work: &Work,
    id: SeminarId,
    paper: PaperId,
) -> Result<(), Failed<Refused>> {
    found::kept(work, id).await?;
    let removed = material::Entity::delete_by_id((id, paper));
    if removed.exec(work.db()).await?.rows_affected == 0 {
        return Err(Refused::NotThere.into());
    }
    work.record(Event::new("seminar.material_removed", id).with("paper", paper.to_string()));
    Ok(())
}
