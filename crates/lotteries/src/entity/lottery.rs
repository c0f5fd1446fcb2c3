//! The lottery of one space and one month.

use bookings::entity::SpaceId;
use chrono::NaiveDate;
use fairness::draw::Phase;
use kernel::{Instant, PersonId, Span};
use sea_orm::entity::prelude::*;

use super::{LotteryId, TermsId};

/// One lottery: promised before anybody applies, frozen when applications are no longer taken, drawn
/// when the manager says so, or at once where nobody applied.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "lotteries")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: LotteryId,
    /// By which terms.
    pub terms_id: TermsId,
    /// Of which space.
    pub space_id: SpaceId,
    /// The first day of the month of use.
    pub month: String,
    /// From when people can apply.
    pub takes_from: Instant,
    /// Until when.
    pub takes_until: Instant,
    /// The 申込番号 that was given last.
    pub last_number: i64,
    /// Since when everybody can read by what the seed will be recognised.
    pub promised_at: Instant,
    /// Since when nobody is added or leaves.
    pub frozen_at: Option<Instant>,
    /// When it was drawn.
    pub drawn_at: Option<Instant>,
    /// By whom; none where there was nothing to draw, or nobody had drawn in time.
    pub drawn_by: Option<PersonId>,
    /// Since when it is called off.
    pub called_off_at: Option<Instant>,
    /// By whom.
    pub called_off_by: Option<PersonId>,
    /// Why, as everybody reads it.
    pub called_off_why: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The first day of the month of use.
    pub fn month(&self) -> NaiveDate {
        self.month.parse().unwrap_or_default()
    }

    /// When people can apply.
    pub const fn takes(&self) -> Span {
        Span {
            from: self.takes_from,
            until: self.takes_until,
        }
    }

    /// Whether it is still to be drawn.
    pub const fn is_open(&self) -> bool {
        self.drawn_at.is_none() && self.called_off_at.is_none()
    }

    /// How far it has come.
    pub const fn phase(&self) -> Phase {
        Phase::of(self.frozen_at.is_some(), self.drawn_at.is_some())
    }
}
