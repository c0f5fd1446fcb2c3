//! What an expert is told when a meeting or a case becomes another's.

use accounts::read::contact;
use kernel::{Fault, Work};
use serde_json::json;

use super::{News, meetings::to_expert, to_person};
use crate::{
    entity::{ExpertId, case, meeting},
    read,
};

/// To the expert who had a meeting until now: it is another's, and leaves their calendar.
pub(crate) async fn lost(
    work: &Work,
    case: &case::Model,
    meeting: &meeting::Model,
    before: ExpertId,
) -> Result<(), Fault> {
    let expert = read::expert_row(work.db(), Some(before)).await?;
    let advised = match expert {
        Some(expert) => contact(work.db(), expert.person_id).await?,
        None => None,
    };
    match advised {
        Some(expert) => to_expert(work, case, meeting, (News::Lost, "centre"), &expert).await,
        None => Ok(()),
    }
}

/// To an expert: a case is theirs no longer.
pub(crate) async fn unassigned(
    work: &Work,
    case: &case::Model,
    from: ExpertId,
) -> Result<(), Fault> {
    let facts = json!({ "confidential": case.need_to_know, "reference": case.reference });
    match read::expert_row(work.db(), Some(from)).await? {
        Some(expert) => to_person(work, "consultations/unassigned", expert.person_id, facts).await,
        None => Ok(()),
    }
}
