//! Certificates of completion are issued to whoever attended enough, and revoked when that was wrong.

use accounts::rules::{Words, wrong_field};
use japan::fiscal::FiscalYear;
use kernel::{Failed, Fault, Work, events::Event};
use sea_orm::{
    ActiveValue::Set,
    QuerySelect,
    entity::prelude::*,
    sea_query::{Expr, ExprTrait, OnConflict},
};

use super::found;
use crate::{
    Refused,
    entity::{
        CertificateId, SeminarId, certificate, certificate_number,
        certificate_rule::{self, Column as RuleColumn},
        seminar,
    },
    letters::{self, Notice},
    read::{self, Candidate, Seminar},
    rules::{self, Standing, standing},
};

/// The longest reason, in characters.
const LONGEST: usize = 1_000;

/// Says how many lessons are needed, and whether coming late or leaving early counts. What was issued
/// stays.
///
/// # Errors
/// A number of lessons that the seminar does not have.
pub async fn set_completion(
    work: &Work,
    id: SeminarId,
    lessons: Option<i64>,
    partial: bool,
) -> Result<(), Failed<Refused>> {
    let row = found::kept(work, id).await?;
    if row.state == seminar::State::CalledOff {
        return Err(Refused::NotNow.into());
    }
    let many = found::lessons(work, id).await?.len();
    let lessons = lessons.and_then(|lessons| usize::try_from(lessons).ok());
    let lessons = lessons.filter(|lessons| (1..=many).contains(lessons));
    let Some(lessons) = lessons.and_then(|lessons| i32::try_from(lessons).ok()) else {
        let wrong = wrong_field("lessons", "seminars-completion-odd");
        return Err(Refused::Invalid(vec![wrong]).into());
    };
    let written = certificate_rule::ActiveModel {
        seminar_id: Set(id),
        lessons: Set(lessons),
        partial: Set(partial),
        set_by: Set(work.actor().person),
        set_at: Set(work.now()),
    };
    certificate_rule::Entity::insert(written)
        .on_conflict(
            OnConflict::column(RuleColumn::SeminarId)
                .update_columns([
                    RuleColumn::Lessons,
                    RuleColumn::Partial,
                    RuleColumn::SetBy,
                    RuleColumn::SetAt,
                ])
                .to_owned(),
        )
        .exec_without_returning(work.db())
        .await?;
    let event = Event::new("seminar.completion_set", id)
        .with("lessons", lessons)
        .with("partial", partial.to_string());
    work.record(event);
    Ok(())
}

/// Issues a certificate to everybody who attended enough and has none that stands, and writes to them.
/// How many were issued.
///
/// # Errors
/// [`Refused::NotNow`] before the last lesson is over.
pub async fn issue(work: &Work, id: SeminarId) -> Result<usize, Failed<Refused>> {
    let row = found::kept(work, id).await?;
    if !matches!(
        standing(&row, work.now()),
        Standing::Held | Standing::Reported
    ) {
        return Err(Refused::NotNow.into());
    }
    let lessons = found::lessons(work, id).await?;
    let one = Seminar { row, lessons };
    let rule = read::completion_of(work.db(), &one).await?;
    let mut candidates = read::candidates(work.db(), &one, rule).await?;
    candidates.retain(|own| own.lacking == 0 && own.certificate.is_none());
    for own in &candidates {
        give(work, &one, own).await?;
    }
    let given: Vec<_> = candidates
        .iter()
        .map(|own| own.taking.row.clone())
        .collect();
    letters::to_enrollers(work, &one, &given, Notice::Certificate).await?;
    Ok(candidates.len())
}

async fn give(work: &Work, one: &Seminar, own: &Candidate) -> Result<(), Failed<Refused>> {
    let year = FiscalYear::of(work.now().date()).year();
    let id: CertificateId = work.new_id();
    let written = certificate::ActiveModel {
        id: Set(id),
        enrolment_id: Set(own.taking.row.id),
        fiscal_year: Set(year),
        number: Set(draw(work, year).await?),
        name: Set(own.taking.name().to_owned()),
        attended: Set(own.attended),
        lessons: Set(i32::try_from(one.lessons.len()).unwrap_or(i32::MAX)),
        issued_by: Set(work.actor().person),
        issued_at: Set(work.now()),
        revoked_by: Set(None),
        revoked_at: Set(None),
        why: Set(String::new()),
    };
    certificate::Entity::insert(written)
        .exec_without_returning(work.db())
        .await?;
    work.record(
        Event::new("completion.issued", id).with("enrolment", own.taking.row.id.to_string()),
    );
    Ok(())
}

/// The next number of a fiscal year. Its row stays locked until the transaction ends.
async fn draw(work: &Work, year: i32) -> Result<i32, Fault> {
    use certificate_number::{Column as C, Entity};
    let first = certificate_number::ActiveModel {
        fiscal_year: Set(year),
        last: Set(0),
    };
    Entity::insert(first)
        .on_conflict(OnConflict::column(C::FiscalYear).do_nothing().to_owned())
        .exec_without_returning(work.db())
        .await?;
    Entity::update_many()
        .col_expr(C::Last, Expr::col(C::Last).add(1))
        .filter(certificate_number::COLUMN.fiscal_year.eq(year))
        .exec(work.db())
        .await?;
    let row = Entity::find_by_id(year).one(work.db()).await?;
    row.map(|row| row.last)
        .ok_or_else(|| Fault::broken("numbering a certificate", "there is no row of the year"))
}

/// Revokes a certificate, with a reason: whoever checks it is told that it does not hold.
///
/// # Errors
/// [`Refused::NotNow`] for one that was revoked already; a reason is needed.
pub async fn revoke(work: &Work, id: CertificateId, why: &str) -> Result<(), Failed<Refused>> {
    if !rules::may_keep(work.actor()) {
        return Err(Refused::MayNot.into());
    }
    let found = certificate::Entity::find_by_id(id).lock_exclusive();
    let row = found.one(work.db()).await?.ok_or(Refused::NotThere)?;
    if row.revoked_at.is_some() {
        return Err(Refused::NotNow.into());
    }
    let missing = why.trim().is_empty();
    let missing = missing.then(|| wrong_field("why", "seminars-why-missing"));
    if let Some(wrong) = missing.or_else(|| Words::text("why", why, LONGEST).wrong()) {
        return Err(Refused::Invalid(vec![wrong]).into());
    }
    certificate::Entity::update(certificate::ActiveModel {
        id: Set(id),
        revoked_by: Set(work.actor().person),
        revoked_at: Set(Some(work.now())),
        why: Set(why.trim().to_owned()),
        ..Default::default()
    })
    .exec(work.db())
    .await?;
    work.record(Event::new("completion.revoked", id));
    Ok(())
}
