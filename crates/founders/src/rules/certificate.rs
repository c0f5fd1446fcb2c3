//! How long a certificate is good, how the ward takes it back, and when there is another.
//!
//! Source: `domain.md` part 2, validity: the municipality sets it; commonly six months, and another one
//! can be issued while somebody still is not in business, or is so for less than five years.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{EligibilityRow, Founder, InForce, NotFounder, Standing, WardOfficer, is_founder};

/// What the ward writes on a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateTerms {
    /// Its number in the register.
    pub number: String,
    /// The day of issue.
    pub issued_on: NaiveDate,
    /// The last day on which it is good, by [`super::Version::valid_until`].
    pub valid_until: NaiveDate,
    /// How many copies there are.
    pub copies: u32,
    /// For what, by the codes of the benefits.
    pub purposes: BTreeSet<String>,
}

/// That the ward took a certificate back (取消し).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revocation {
    /// From which day on it is no longer good.
    pub on: NaiveDate,
    /// Why.
    pub reason: String,
}

/// A certificate in the ward's register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    terms: CertificateTerms,
    revocation: Option<Revocation>,
}

/// Whether a certificate is good on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Validity {
    /// Not issued before that day.
    NotYet {
        /// The day of issue.
        issued_on: NaiveDate,
    },
    /// It is.
    Valid {
        /// The last day on which it is.
        until: NaiveDate,
    },
    /// Its time is over.
    Expired {
        /// The last day on which it was good.
        until: NaiveDate,
    },
    /// The ward took it back.
    Revoked {
        /// On that day.
        on: NaiveDate,
    },
}

impl Certificate {
    /// One of the register, as it stands there.
    pub const fn kept(terms: CertificateTerms, revocation: Option<Revocation>) -> Self {
        Self { terms, revocation }
    }

    /// Only issuing makes a new one: see [`super::issue`].
    pub(crate) const fn new(terms: CertificateTerms) -> Self {
        Self {
            terms,
            revocation: None,
        }
    }

    /// What the ward wrote on it.
    pub const fn terms(&self) -> &CertificateTerms {
        &self.terms
    }

    /// Whether the ward took it back, and why.
    pub const fn revocation(&self) -> Option<&Revocation> {
        self.revocation.as_ref()
    }

    /// Whether it is good on a day; its last day belongs to it.
    pub fn validity(&self, day: NaiveDate) -> Validity {
        let (issued_on, until) = (self.terms.issued_on, self.terms.valid_until);
        match &self.revocation {
            Some(taken_back) if taken_back.on <= day => Validity::Revoked { on: taken_back.on },
            _ if day < issued_on => Validity::NotYet { issued_on },
            _ if until < day => Validity::Expired { until },
            _ => Validity::Valid { until },
        }
    }
}

/// Why a certificate was not taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotRevoked {
    /// It was before.
    #[error("taken back on {on} already")]
    Already {
        /// On that day.
        on: NaiveDate,
    },
    /// The ward says why.
    #[error("no reason was given")]
    NoReason,
    /// It cannot be taken back before it was issued.
    #[error("not issued before {issued_on}")]
    BeforeIssue {
        /// The day of issue.
        issued_on: NaiveDate,
    },
}

/// The ward takes a certificate back from a day on.
pub fn revoke(
    _officer: WardOfficer,
    certificate: Certificate,
    on: NaiveDate,
    reason: &str,
) -> Result<Certificate, NotRevoked> {
    if let Some(before) = &certificate.revocation {
        return Err(NotRevoked::Already { on: before.on });
    }
    let issued_on = certificate.terms.issued_on;
    if on < issued_on {
        return Err(NotRevoked::BeforeIssue { issued_on });
    }
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(NotRevoked::NoReason);
    }
    Ok(Certificate {
        revocation: Some(Revocation {
            on,
            reason: reason.to_owned(),
        }),
        ..certificate
    })
}

/// When there is another certificate (再発行), on some days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReissueRow {
    /// Its days.
    pub in_force: InForce,
    /// For whom.
    pub standings: BTreeSet<Standing>,
    /// Whether also while the first is good: it was lost, or the company gets another name.
    pub while_valid: bool,
    /// Where it is written, as pages quote it.
    pub source: String,
}

/// Why there is no other certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoReissue {
    /// No row is in force on that day.
    #[error("no rule is in force")]
    NoRule,
    /// The ward took the first back.
    #[error("taken back on {on}")]
    Revoked {
        /// On that day.
        on: NaiveDate,
    },
    /// The first is good.
    #[error("still good until {until}")]
    StillValid {
        /// The last day on which it is.
        until: NaiveDate,
    },
    /// Not for people who are as far as they are.
    #[error("not for those as far as they are")]
    Standing,
    /// They are no founder any more.
    #[error("no founder: {0}")]
    NotFounder(NotFounder),
}

impl NoReissue {
    /// The key of the sentence that says so.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NoRule => "founders-reissue-no-rule",
            Self::Revoked { .. } => "founders-reissue-revoked",
            Self::StillValid { .. } => "founders-reissue-valid",
            Self::Standing => "founders-reissue-standing",
            Self::NotFounder(why) => why.key(),
        }
    }

    /// The day that the sentence names, if it names one.
    pub const fn day(self) -> Option<NaiveDate> {
        match self {
            Self::NoRule | Self::Standing => None,
            Self::Revoked { on: day } | Self::StillValid { until: day } => Some(day),
            Self::NotFounder(why) => why.day(),
        }
    }
}

/// Whether somebody may ask for another certificate on a day.
pub fn may_reissue(
    rows: &[ReissueRow],
    eligibility: &[EligibilityRow],
    certificate: &Certificate,
    founder: Founder,
    day: NaiveDate,
) -> Result<(), NoReissue> {
    let in_force = rows.iter().filter(|row| row.in_force.has(day));
    let row = in_force
        .max_by_key(|row| row.in_force.from)
        .ok_or(NoReissue::NoRule)?;
    // One that will be taken back, or was, is not written once more.
    if let Some(taken_back) = &certificate.revocation {
        return Err(NoReissue::Revoked { on: taken_back.on });
    }
    if let Validity::Valid { until } = certificate.validity(day)
        && !row.while_valid
    {
        return Err(NoReissue::StillValid { until });
    }
    if !row.standings.contains(&founder.standing) {
        return Err(NoReissue::Standing);
    }
    is_founder(eligibility, founder, true, day).map_err(NoReissue::NotFounder)?;
    Ok(())
}

#[cfg(test)]
mod tests;
