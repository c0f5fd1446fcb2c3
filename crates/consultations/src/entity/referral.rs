//! Referring somebody to a partner of the centre (他機関への紹介), with their consent. Confidential.

use kernel::{Instant, PersonId};
use organisations::entity::AgencyId;
use sea_orm::entity::prelude::*;

use super::{CaseId, ReferralId, case::coded};

/// One referral: what is told to whom, and what for.
///
/// Source: `domain.md` part 5 (a referral needs consent with purpose, items, recipient, date).
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "referrals")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ReferralId,
    /// Of which case.
    pub case_id: CaseId,
    /// To whom.
    pub agency_id: AgencyId,
    /// What for.
    pub purpose: String,
    /// What is told to them.
    pub items: String,
    /// On which day the person consented, an ISO date.
    pub consented_on: String,
    /// How.
    pub consent: Consent,
    /// Who wrote it down.
    pub written_by: PersonId,
    /// When.
    pub written_at: Instant,
    /// When the person took their consent back; what was told stays told.
    pub ended_at: Option<Instant>,
}

impl ActiveModelBehavior for ActiveModel {}

/// How somebody consented.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Consent {
    /// On paper.
    Written,
    /// By word of mouth.
    Spoken,
    /// By letter or online.
    Online,
}

coded! {
    Consent { Written => "written", Spoken => "spoken", Online => "online" }
}
