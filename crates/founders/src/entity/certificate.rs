//! The ward's register of certificates (証明書).

use chrono::NaiveDate;
use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::{ApplicationId, CertificateId};
use crate::rules::{Certificate, CertificateTerms, Revocation, Validity};

/// One certificate, as it was printed.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "start_up_certificates")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CertificateId,
    /// For which application it was issued: one for each at most.
    pub application_id: ApplicationId,
    /// To whom.
    pub person_id: PersonId,
    /// The fiscal year of its number.
    pub fiscal_year: i32,
    /// Its number in that year.
    pub number: i32,
    /// What is typed, or read by a camera, to check it; nobody guesses one.
    pub code: String,
    /// The holder's name as printed.
    pub holder: String,
    /// Who issued it, as printed.
    pub issuer: String,
    /// By which plan, as printed.
    pub source: String,
    /// The day of issue.
    pub issued_on: String,
    /// The last day on which it is good.
    pub valid_until: String,
    /// How many copies.
    pub copies: i32,
    /// For what: codes of benefits with spaces between.
    pub purposes: String,
    /// Which officer issued it.
    pub issued_by: Option<PersonId>,
    /// When.
    pub issued_at: Instant,
    /// From which day on it is no longer good, if the ward took it back.
    pub revoked_on: Option<String>,
    /// Why, or empty.
    pub revoked_why: String,
    /// Which officer did.
    pub revoked_by: Option<PersonId>,
    /// When its holder founded or began, once they told.
    pub founded_on: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// Its number as people say it: the year of 令和, and the number in that fiscal year.
    pub fn said(&self) -> String {
        format!("{}-{}", self.fiscal_year - 2018, self.number)
    }

    /// As the rules have it; none when its days cannot be read.
    pub fn ruled(&self) -> Option<Certificate> {
        let terms = CertificateTerms {
            number: self.said(),
            issued_on: self.issued_on.parse().ok()?,
            valid_until: self.valid_until.parse().ok()?,
            copies: u32::try_from(self.copies).ok()?,
            purposes: self.purposes.split(' ').map(str::to_owned).collect(),
        };
        let revoked = self.revoked_on.as_deref().and_then(|on| on.parse().ok());
        let revocation = revoked.map(|on| Revocation {
            on,
            reason: self.revoked_why.clone(),
        });
        Some(Certificate::kept(terms, revocation))
    }

    /// Whether it is good on a day.
    pub fn validity(&self, day: NaiveDate) -> Option<Validity> {
        Some(self.ruled()?.validity(day))
    }
}
