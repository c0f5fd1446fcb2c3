//! What a referral and a milestone must say.

use accounts::rules::{Words, wrong_field};
use chrono::NaiveDate;
use kernel::Detail;
use organisations::entity::AgencyId;

use crate::entity::{milestone::Kind, referral::Consent};

/// A referral as somebody writes it, as far as it could be read.
///
/// Source: `domain.md` part 5 (consent with purpose, items, recipient, date).
#[derive(Clone, Debug, Default)]
pub struct ReferralDraft {
    /// To whom.
    pub agency: Option<AgencyId>,
    /// What for.
    pub purpose: String,
    /// What is told to them.
    pub items: String,
    /// On which day the person consented.
    pub consented_on: Option<NaiveDate>,
    /// How.
    pub consent: Option<Consent>,
}

impl ReferralDraft {
    /// Everything that is wrong with it, in the order of the form.
    pub fn wrong(&self, today: NaiveDate) -> Vec<Detail> {
        let mut wrong = Vec::new();
        if self.agency.is_none() {
            wrong.push(wrong_field("agency", "referrals-agency-missing"));
        }
        let purpose = Words::text("purpose", &self.purpose, 1_000);
        wrong.extend(purpose.or_missing("referrals-purpose-missing"));
        let items = Words::text("items", &self.items, 1_000);
        wrong.extend(items.or_missing("referrals-items-missing"));
        wrong.extend(past("consented_on", self.consented_on, today));
        if self.consent.is_none() {
            wrong.push(wrong_field("consent", "referrals-consent-missing"));
        }
        wrong
    }
}

/// Something that was reached, as somebody writes it, as far as it could be read.
#[derive(Clone, Debug, Default)]
pub struct MilestoneDraft {
    /// What it was.
    pub kind: Option<Kind>,
    /// On which day.
    pub reached_on: Option<NaiveDate>,
    /// What shows it.
    pub evidence: String,
}

impl MilestoneDraft {
    /// Everything that is wrong with it, in the order of the form.
    pub fn wrong(&self, today: NaiveDate) -> Vec<Detail> {
        let mut wrong = Vec::new();
        if self.kind.is_none() {
            wrong.push(wrong_field("kind", "milestones-kind-missing"));
        }
        wrong.extend(past("reached_on", self.reached_on, today));
        let evidence = Words::text("evidence", &self.evidence, 1_000);
        wrong.extend(evidence.or_missing("milestones-evidence-missing"));
        wrong
    }
}

/// A day that is none, or has not come yet.
fn past(field: &'static str, day: Option<NaiveDate>, today: NaiveDate) -> Option<Detail> {
    match day {
        None => Some(wrong_field(field, "cases-day-missing")),
        Some(day) if day > today => Some(wrong_field(field, "cases-day-later")),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_referral_says_to_whom_what_for_what_is_told_and_when_they_consented() {
        let today: NaiveDate = "2026-12-08".parse().unwrap();
        let right = ReferralDraft {
            agency: Some(AgencyId(uuid::Uuid::nil())),
            purpose: "創業融資の相談".to_owned(),
            items: "事業計画書".to_owned(),
            consented_on: Some(today),
            consent: Some(Consent::Written),
        };
        assert_eq!(right.wrong(today), []);
        let later = ReferralDraft {
            consented_on: today.succ_opt(),
            ..right
        };
        assert_eq!(later.wrong(today)[0].key, "cases-day-later");
        let keys = |wrong: Vec<Detail>| wrong.iter().map(|one| one.key).collect::<Vec<_>>();
        let expected = [
            "referrals-agency-missing",
            "referrals-purpose-missing",
            "referrals-items-missing",
            "cases-day-missing",
            "referrals-consent-missing",
        ];
        assert_eq!(keys(ReferralDraft::default().wrong(today)), expected);
        let expected = [
            "milestones-kind-missing",
            "cases-day-missing",
            "milestones-evidence-missing",
        ];
        assert_eq!(keys(MilestoneDraft::default().wrong(today)), expected);
    }
}
