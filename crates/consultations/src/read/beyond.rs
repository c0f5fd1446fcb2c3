//! The papers of a case, to whom somebody was referred, what they reached.

use std::collections::HashMap;

use files::{PaperId, read::Paper};
use kernel::Fault;
use organisations::read::agency_names;
use sea_orm::{QueryOrder, entity::prelude::*};

use crate::{
    entity::{CaseId, case_paper, milestone, referral},
    rules::Reading,
};

/// A paper of a case.
#[derive(Clone, Debug)]
pub struct CasePaper {
    /// The paper.
    pub paper: Paper,
    /// Whether whoever asks handed it in.
    pub from_client: bool,
}

/// To whom somebody was referred.
#[derive(Clone, Debug)]
pub struct Referred {
    /// The referral.
    pub row: referral::Model,
    /// The name of the partner.
    pub agency: String,
}

/// The papers of a case that may be read, the earliest first: those of whoever asks with the question,
/// those of the centre with what was said.
pub async fn papers_of(
    db: &impl ConnectionTrait,
    id: CaseId,
    reading: Reading,
) -> Result<Vec<CasePaper>, Fault> {
    if !reading.asked() {
        return Ok(Vec::new());
    }
    let rows = case_paper::Entity::find()
        .filter(case_paper::COLUMN.case_id.eq(id))
        .order_by_asc(case_paper::COLUMN.handed_in_at)
        .all(db)
        .await?;
    let rows: Vec<_> = rows
        .into_iter()
        .filter(|row| row.from_client || reading.said())
        .collect();
    let ids: Vec<PaperId> = rows.iter().map(|row| row.paper_id).collect();
    let known = files::read::papers(db, ids).await?;
    let mut known: HashMap<PaperId, Paper> =
        known.into_iter().map(|paper| (paper.id, paper)).collect();
    let of_case = |row: case_paper::Model| {
        let paper = known.remove(&row.paper_id)?;
        let from_client = row.from_client;
        Some(CasePaper { paper, from_client })
    };
    Ok(rows.into_iter().filter_map(of_case).collect())
}

/// To whom somebody was referred, the earliest first.
pub(super) async fn referrals_of(
    db: &impl ConnectionTrait,
    id: CaseId,
) -> Result<Vec<Referred>, Fault> {
    let rows = referral::Entity::find()
        .filter(referral::COLUMN.case_id.eq(id))
        .order_by_asc(referral::COLUMN.written_at)
        .all(db)
        .await?;
    let names = agency_names(db, rows.iter().map(|row| row.agency_id).collect()).await?;
    let referred = |row: referral::Model| Referred {
        agency: names.get(&row.agency_id).cloned().unwrap_or_default(),
        row,
    };
    Ok(rows.into_iter().map(referred).collect())
}

/// What somebody reached, the earliest first.
pub(super) async fn milestones_of(
    db: &impl ConnectionTrait,
    id: CaseId,
) -> Result<Vec<milestone::Model>, Fault> {
    let rows = milestone::Entity::find()
        .filter(milestone::COLUMN.case_id.eq(id))
        .order_by_asc(milestone::COLUMN.reached_on)
        .order_by_asc(milestone::COLUMN.id);
    Ok(rows.all(db).await?)
}
