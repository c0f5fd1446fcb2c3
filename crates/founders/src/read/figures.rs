//! What the plan's yearly report counts, with the rows behind every figure.

use std::collections::HashMap;

use accounts::read::contacts;
use chrono::NaiveDate;
use japan::fiscal::FiscalYear;
use kernel::{Fault, PersonId};
use sea_orm::entity::prelude::*;

use super::{Laws, Plan, came, progress_of, register, told};
use crate::rules::{Founder, Standing};

/// One row behind a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Who.
    pub person: PersonId,
    /// How they are called, or were on the certificate.
    pub name: String,
    /// On which day it was so first.
    pub day: NaiveDate,
    /// The number of the certificate, or empty.
    pub number: String,
}

/// The figures of a fiscal year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// 支援対象者: who came to a lesson of the plan in the year, once each.
    pub supported: Vec<Figure>,
    /// 修了者: who had all the plan asks for on a day of the year.
    pub completed: Vec<Figure>,
    /// 証明書: the certificates issued in the year.
    pub certificates: Vec<Figure>,
    /// 創業者: who told that they founded or began on a day of the year.
    pub founded: Vec<Figure>,
    /// Of the certificates, how many the ward took back.
    pub revoked: usize,
}

/// Counts a fiscal year, up to a day.
pub async fn figures(
    db: &impl ConnectionTrait,
    (plan, laws): (&Plan, &Laws),
    year: FiscalYear,
    today: NaiveDate,
) -> Result<Figures, Fault> {
    let seminars: Vec<_> = plan.courses.iter().map(|one| one.seminar_id).collect();
    let people = seminars::read::people_of(db, &seminars).await?;
    let mut found = Figures::default();
    let until = year.last_day().min(today);
    for (person, own) in came(db, &people).await? {
        let progress = progress_of(plan, laws, &told(plan, own), NOBODY, until);
        let mut counted = progress
            .counted
            .iter()
            .filter(|one| one.not_counted.is_none() && year.days().contains(&one.attendance.day));
        if let Some(first) = counted.next() {
            found.supported.push(row(person, first.attendance.day));
        }
        let completed = progress
            .completed_on
            .filter(|day| year.days().contains(day));
        found
            .completed
            .extend(completed.map(|day| row(person, day)));
    }
    certificates(db, &mut found, year).await?;
    named(db, &mut found).await?;
    Ok(found)
}

/// Nothing here depends on who somebody is for the law.
const NOBODY: Founder = Founder {
    standing: Standing::PlansBusiness,
    day: NaiveDate::MIN,
};

fn row(person: PersonId, day: NaiveDate) -> Figure {
    Figure {
        person,
        name: String::new(),
        day,
        number: String::new(),
    }
}

async fn certificates(
    db: &impl ConnectionTrait,
    found: &mut Figures,
    year: FiscalYear,
) -> Result<(), Fault> {
    for one in register(db, None).await? {
        let of = |day: Option<NaiveDate>| {
            let day = day.filter(|day| year.days().contains(day))?;
            Some(Figure {
                name: one.row.holder.clone(),
                number: one.row.said(),
                ..row(one.row.person_id, day)
            })
        };
        let issued = of(one.row.issued_on.parse().ok());
        let revoked = one.row.revoked_on.is_some();
        found.revoked += usize::from(issued.is_some() && revoked);
        found.certificates.extend(issued);
        let founded = one.row.founded_on.as_deref();
        let founded = of(founded.and_then(|day| day.parse().ok()));
        let known = |figure: &Figure| found.founded.iter().any(|own| own.person == figure.person);
        let founded = founded.filter(|figure| !known(figure));
        found.founded.extend(founded);
    }
    Ok(())
}

async fn named(db: &impl ConnectionTrait, found: &mut Figures) -> Result<(), Fault> {
    let rows = found.supported.iter().chain(&found.completed);
    let people: Vec<PersonId> = rows.map(|one| one.person).collect();
    let mut names: HashMap<PersonId, String> = HashMap::new();
    for some in people.chunks(500) {
        let known = contacts(db, some.to_vec()).await?;
        names.extend(known.into_iter().map(|who| (who.person, who.name)));
    }
    for one in found.supported.iter_mut().chain(&mut found.completed) {
        one.name = names.get(&one.person).cloned().unwrap_or_default();
    }
    Ok(())
}
