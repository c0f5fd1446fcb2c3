//! What the centre and a partner have agreed for a term (協定).

use kernel::{Instant, PersonId};
use organisations::entity::AgencyId;
use sea_orm::entity::prelude::*;

use super::AgreementId;

/// An agreement with a partner of the centre.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "agreements")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AgreementId,
    /// With which partner.
    pub agency_id: AgencyId,
    /// What it is called: `創業支援に関する連携協定`.
    pub name: String,
    /// What it is about.
    pub about: String,
    /// Both folded, for a search.
    pub search_key: String,
    /// 締結日, an ISO date.
    pub signed_on: String,
    /// The first day of its term.
    pub valid_from: String,
    /// The last day of its term; none for one without an end.
    pub valid_until: Option<String>,
    /// So many days before its end somebody has to think of it.
    pub notice_days: i32,
    /// The agreement that it renews.
    pub follows: Option<AgreementId>,
    /// Its last day when it was ended before its time.
    pub ended_on: Option<String>,
    /// Why it was.
    pub ended_why: Option<String>,
    /// When both sides were told that it runs out; none as long as they were not.
    pub reminded_at: Option<Instant>,
    /// Grows with every change: two who edit it do not overwrite each other.
    pub edition: i32,
    /// Who wrote it last.
    pub written_by: PersonId,
    /// When.
    pub written_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
