//! The ward issues the certificate, and takes it back.

use accounts::{read::contact, rules::wrong_field};
use chrono::NaiveDate;
use japan::fiscal::FiscalYear;
use kernel::{Failed, Fault, Work, events::Event};
use sea_orm::{ActiveValue::Set, QuerySelect, Statement, entity::prelude::*};

use super::{decide::decided, found};
use crate::{
    Refused,
    entity::{ApplicationId, CertificateId, application, certificate},
    letters::{self, News},
    read,
    rules::{self, CertificateTerms, NotRevoked, Role},
};

/// Issues the certificate of an application: the ward's officer, and nobody else. Whoever presses
/// twice, or two officers at one moment, issue one certificate with one number.
///
/// # Errors
/// [`Refused::MayNot`]; [`Refused::NotNow`] when it does not lie with the ward; [`Refused::Changed`].
pub async fn issue(
    work: &Work,
    id: ApplicationId,
    edition: i32,
) -> Result<ApplicationId, Failed<Refused>> {
    let row = decided(work, id, edition, Role::Ward).await?;
    let state = found::state(&row)?;
    let officer = Role::Ward.ward_officer().ok_or(Refused::MayNot)?;
    let today = work.now().date();
    let plan = read::plan(work.db()).await?;
    let (version, scheme) = plan
        .scheme
        .on(today)
        .zip(plan.on(today))
        .ok_or(Refused::NoScheme)?;
    let holder = contact(work.db(), row.person_id)
        .await?
        .ok_or(Refused::NotThere)?;
    let year = FiscalYear::of(today).year();
    let number = draw(work, year).await?;
    let terms = CertificateTerms {
        number: number.to_string(),
        issued_on: today,
        valid_until: version.valid_until(today),
        copies: u32::try_from(row.copies).unwrap_or(1),
        purposes: row.purposes.split(' ').map(str::to_owned).collect(),
    };
    let (to, made) = rules::issue(officer, state, terms).map_err(|_refused| Refused::NotNow)?;
    let certificate: CertificateId = work.new_id();
    certificate::Entity::insert(certificate::ActiveModel {
        id: Set(certificate),
        application_id: Set(id),
        person_id: Set(row.person_id),
        fiscal_year: Set(year),
        number: Set(number),
        code: Set(rules::code(rand::random())),
        holder: Set(holder.name),
        issuer: Set(scheme.issuer.clone()),
        source: Set(scheme.source.clone()),
        issued_on: Set(made.terms().issued_on.to_string()),
        valid_until: Set(made.terms().valid_until.to_string()),
        copies: Set(row.copies),
        purposes: Set(row.purposes.clone()),
        issued_by: Set(work.actor().person),
        issued_at: Set(work.now()),
        revoked_on: Set(None),
        revoked_why: Set(String::new()),
        revoked_by: Set(None),
        founded_on: Set(None),
    })
    .exec_without_returning(work.db())
    .await?;
    let issued = application::ActiveModel {
        decided_by: Set(work.actor().person),
        decided_at: Set(Some(work.now())),
        reason: Set(String::new()),
        ..found::turned(&row, to)
    };
    application::Entity::update(issued).exec(work.db()).await?;
    let event = Event::new("certificate.issued", certificate).with("application", id.to_string());
    work.record(event);
    letters::application(work, id, News::Issued).await?;
    Ok(id)
}

/// The next number of a fiscal year; the counter is locked until this is over, and goes back with a
/// refusal: no number is lost.
async fn draw(work: &Work, year: i32) -> Result<i32, Fault> {
    let next = Statement::from_sql_and_values(
        work.db().get_database_backend(),
        "INSERT INTO certificate_counters (fiscal_year, last) VALUES ($1, 1)
         ON CONFLICT (fiscal_year) DO UPDATE SET last = certificate_counters.last + 1
         RETURNING last",
        [year.into()],
    );
    let row = work.db().query_one_raw(next).await?;
    let missing = || DbErr::RecordNotFound("the counter of certificates".to_owned());
    Ok(row.ok_or_else(missing)?.try_get("", "last")?)
}

/// Takes a certificate back from today on: the ward's officer, with a reason.
///
/// # Errors
/// A reason that is missing; [`Refused::NotNow`] when it was taken back before.
pub async fn revoke(work: &Work, id: ApplicationId, reason: &str) -> Result<(), Failed<Refused>> {
    if !work.actor().roles.has(kernel::Role::WardOfficer) {
        return Err(Refused::MayNot.into());
    }
    let row = locked(work, id).await?;
    let officer = Role::Ward.ward_officer().ok_or(Refused::MayNot)?;
    let before = row.ruled().ok_or(Refused::NotThere)?;
    let revoked = rules::revoke(officer, before, work.now().date(), reason);
    let revoked = revoked.map_err(|refused| match refused {
        NotRevoked::NoReason => {
            Refused::Invalid(vec![wrong_field("reason", "founders-reason-missing")])
        }
        NotRevoked::Already { .. } | NotRevoked::BeforeIssue { .. } => Refused::NotNow,
    })?;
    let wrong = accounts::rules::Words::text("reason", reason, 1_000).wrong();
    if let Some(wrong) = wrong {
        return Err(Refused::Invalid(vec![wrong]).into());
    }
    let Some(taken_back) = revoked.revocation() else {
        return Err(Refused::NotNow.into());
    };
    let changed = certificate::ActiveModel {
        id: Set(row.id),
        revoked_on: Set(Some(taken_back.on.to_string())),
        revoked_why: Set(taken_back.reason.clone()),
        revoked_by: Set(work.actor().person),
        ..Default::default()
    };
    certificate::Entity::update(changed).exec(work.db()).await?;
    work.record(Event::new("certificate.revoked", row.id));
    letters::application(work, id, News::Revoked).await?;
    Ok(())
}

/// The holder tells when they founded or began: it is what the plan's yearly report counts.
///
/// # Errors
/// A day that is missing or still to come; [`Refused::NotThere`] for anybody else.
pub async fn tell_founding(
    work: &Work,
    id: ApplicationId,
    day: Option<NaiveDate>,
) -> Result<(), Failed<Refused>> {
    let row = locked(work, id).await?;
    if !work.actor().is(row.person_id) && !work.actor().roles.has(kernel::Role::Manager) {
        return Err(Refused::NotThere.into());
    }
    let Some(day) = day.filter(|day| *day <= work.now().date()) else {
        let wrong = wrong_field("founded_on", "founders-founded-wrong");
        return Err(Refused::Invalid(vec![wrong]).into());
    };
    let changed = certificate::ActiveModel {
        id: Set(row.id),
        founded_on: Set(Some(day.to_string())),
        ..Default::default()
    };
    certificate::Entity::update(changed).exec(work.db()).await?;
    work.record(Event::new("certificate.founding_told", row.id));
    Ok(())
}

async fn locked(work: &Work, id: ApplicationId) -> Result<certificate::Model, Failed<Refused>> {
    let found = certificate::Entity::find()
        .filter(certificate::COLUMN.application_id.eq(id))
        .lock_exclusive();
    Ok(found.one(work.db()).await?.ok_or(Refused::NotThere)?)
}
