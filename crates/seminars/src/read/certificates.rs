//! Certificates of completion, and who has attended enough for one.

use std::collections::HashMap;

use kernel::{Fault, Span};
use sea_orm::{PaginatorTrait, QueryOrder, entity::prelude::*};

use super::{Own, Seminar, Taking, attendance, enrolment, people};
use crate::{
    entity::{
        CertificateId, EnrolmentId, attendance::State, certificate, certificate_rule,
        enrolment as enrolment_table,
    },
    rules::Completion,
};

/// Somebody who has a place, and how far they are.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Who.
    pub taking: Taking,
    /// How many lessons they attended, as the rule counts.
    pub attended: i32,
    /// How many are lacking.
    pub lacking: i32,
    /// The certificate that stands, if there is one.
    pub certificate: Option<certificate::Model>,
}

/// When a certificate of a seminar is given.
pub async fn completion_of(db: &impl ConnectionTrait, one: &Seminar) -> Result<Completion, Fault> {
    let found = certificate_rule::Entity::find_by_id(one.row.id)
        .one(db)
        .await?;
    let all = Completion::of_all(one.lessons.len());
    Ok(found.map_or(all, |row| Completion {
        lessons: row.lessons,
        partial: row.partial,
    }))
}

/// Everybody who has a place in a seminar, in the order of arrival, by this rule.
pub async fn candidates(
    db: &impl ConnectionTrait,
    one: &Seminar,
    rule: Completion,
) -> Result<Vec<Candidate>, Fault> {
    let marked = attendance(db, one.row.id).await?;
    let mut certificates = standing(db, one).await?;
    let mut people = people(db, one.row.id).await?;
    people.retain(|own| own.row.state == enrolment_table::State::Enrolled);
    let candidate = |taking: Taking| {
        let lessons = one.lessons.iter();
        let marks: Vec<State> = lessons
            .filter_map(|lesson| marked.of(lesson.id, taking.row.id))
            .collect();
        Candidate {
            attended: rule.counted(&marks),
            lacking: rule.lacking(&marks),
            certificate: certificates.remove(&taking.row.id),
            taking,
        }
    };
    Ok(people.into_iter().map(candidate).collect())
}

/// The certificates of a seminar that stand.
async fn standing(
    db: &impl ConnectionTrait,
    one: &Seminar,
) -> Result<HashMap<EnrolmentId, certificate::Model>, Fault> {
    let own = enrolment_table::Entity::of(one.row.id).all(db).await?;
    let mut all = HashMap::new();
    for some in own.chunks(1_000) {
        let ids: Vec<EnrolmentId> = some.iter().map(|row| row.id).collect();
        let rows = certificate::Entity::find()
            .filter(certificate::COLUMN.enrolment_id.is_in(ids))
            .filter(certificate::COLUMN.revoked_at.is_null())
            .all(db)
            .await?;
        all.extend(rows.into_iter().map(|row| (row.enrolment_id, row)));
    }
    Ok(all)
}

/// The certificate of somebody's enrolment that stands, if there is one.
pub async fn certificate_of(
    db: &impl ConnectionTrait,
    id: EnrolmentId,
) -> Result<Option<certificate::Model>, Fault> {
    let found = certificate::Entity::find()
        .filter(certificate::COLUMN.enrolment_id.eq(id))
        .filter(certificate::COLUMN.revoked_at.is_null())
        .order_by_desc(certificate::COLUMN.issued_at);
    Ok(found.one(db).await?)
}

/// How many certificates that stand were issued within a time.
pub async fn certificates_issued(db: &impl ConnectionTrait, span: Span) -> Result<u64, Fault> {
    let issued = certificate::Entity::find()
        .filter(certificate::COLUMN.issued_at.gte(span.from))
        .filter(certificate::COLUMN.issued_at.lt(span.until))
        .filter(certificate::COLUMN.revoked_at.is_null());
    Ok(issued.count(db).await?)
}

/// A certificate with what it is of, whether it stands or not.
pub async fn certificate(
    db: &impl ConnectionTrait,
    id: CertificateId,
) -> Result<Option<(certificate::Model, Own)>, Fault> {
    let Some(row) = certificate::Entity::find_by_id(id).one(db).await? else {
        return Ok(None);
    };
    let own = enrolment(db, row.enrolment_id).await?;
    Ok(own.map(|own| (row, own)))
}
