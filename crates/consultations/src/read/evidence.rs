//! Which consultations somebody had, for whoever has to prove it: the certificate of founders. Only the
//! day and the areas of the law are told, and nothing of cases that only few know of.

use std::collections::HashMap;

use chrono::NaiveDate;
use kernel::{Fault, PersonId};
use sea_orm::entity::prelude::*;

use crate::entity::{
    CaseId, MeetingId, case, case_field::Field, meeting, meeting_field, meeting_record,
};

/// One meeting that took place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Who came.
    pub person: PersonId,
    /// Which meeting.
    pub meeting: MeetingId,
    /// When.
    pub day: NaiveDate,
    /// What it was about of the law's four areas, by their codes.
    pub areas: Vec<&'static str>,
}

/// The finished meetings of some people, by time. Who was absent was not there.
pub async fn evidence(
    db: &impl ConnectionTrait,
    people: &[PersonId],
) -> Result<Vec<Evidence>, Fault> {
    let mut found = Vec::new();
    for some in people.chunks(500) {
        let cases = case::Entity::find()
            .filter(case::COLUMN.person_id.is_in(some.iter().copied()))
            .filter(case::COLUMN.need_to_know.eq(false))
            .all(db)
            .await?;
        let cases = cases.into_iter().map(|case| (case.id, case.person_id));
        found.extend(of_cases(db, cases.collect()).await?);
    }
    found.sort_by_key(|one| (one.day, one.meeting));
    Ok(found)
}

async fn of_cases(
    db: &impl ConnectionTrait,
    cases: HashMap<CaseId, PersonId>,
) -> Result<Vec<Evidence>, Fault> {
    let meetings = meeting::Entity::find()
        .filter(meeting::COLUMN.case_id.is_in(cases.keys().copied()))
        .filter(meeting::COLUMN.absent.eq(false))
        .all(db)
        .await?;
    let ids: Vec<MeetingId> = meetings.iter().map(|one| one.id).collect();
    let finished = meeting_record::Entity::find()
        .filter(meeting_record::COLUMN.meeting_id.is_in(ids.iter().copied()))
        .filter(meeting_record::COLUMN.finished_at.is_not_null())
        .all(db)
        .await?;
    let mut fields: HashMap<MeetingId, Vec<&'static str>> = HashMap::new();
    let about = meeting_field::Entity::find()
        .filter(meeting_field::COLUMN.meeting_id.is_in(ids))
        .all(db)
        .await?;
    for one in about {
        let own = fields.entry(one.meeting_id).or_default();
        own.extend(area(one.field).filter(|area| !own.contains(area)));
    }
    let was = |one: &&meeting::Model| finished.iter().any(|own| own.meeting_id == one.id);
    let told = |one: &meeting::Model| {
        Some(Evidence {
            person: *cases.get(&one.case_id)?,
            meeting: one.id,
            day: one.starts_at.date(),
            areas: fields.get(&one.id).cloned().unwrap_or_default(),
        })
    };
    Ok(meetings.iter().filter(was).filter_map(told).collect())
}

/// Which of the law's areas a field belongs to (経営, 財務, 人材育成, 販路開拓).
const fn area(field: Field) -> Option<&'static str> {
    match field {
        Field::Founding | Field::Management => Some("management"),
        Field::Finance | Field::Grants | Field::Tax => Some("finance"),
        Field::Staff => Some("people"),
        Field::Sales | Field::Orders | Field::Abroad => Some("sales"),
        _ => None,
    }
}
