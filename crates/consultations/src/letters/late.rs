//! What is told when somebody is late.

use kernel::{Fault, Work};
use serde_json::json;

use super::to_person;
use crate::{
    entity::{
        case,
        meeting::{self, Late},
    },
    read,
};

/// To the one who waits: the other will be late.
pub(crate) async fn late(
    work: &Work,
    case: &case::Model,
    meeting: &meeting::Model,
    who: Late,
) -> Result<(), Fault> {
    let (person, link) = match who {
        Late::Expert => (Some(case.person_id), format!("/consultations/{}", case.id)),
        Late::Client => {
            let expert = read::expert_row(work.db(), Some(meeting.expert_id)).await?;
            let person = expert.map(|expert| expert.person_id);
            (person, format!("/cases/{}", case.id))
        }
    };
    let Some(person) = person else {
        return Ok(());
    };
    let facts = json!({
        "confidential": case.need_to_know && who == Late::Client,
        "who": who.code(),
        "minutes": meeting.late_minutes,
        "reference": case.reference,
        "starts_at": meeting.starts_at,
        "ends_at": meeting.ends_at,
        "link": link,
    });
    to_person(work, "consultations/late", person, facts).await
}
