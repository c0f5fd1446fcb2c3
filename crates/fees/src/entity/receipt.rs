//! Receipts (領収書), which are qualified invoices (適格請求書).

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::{FeeTermsId, PaymentId, ReceiptId};

/// One receipt of one payment: what it says stays, only its count of printings goes up.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "receipts")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ReceiptId,
    /// For which payment.
    pub payment_id: PaymentId,
    /// The year in which its fiscal year begins.
    pub fiscal_year: i32,
    /// Its number in that year.
    pub number: i32,
    /// For whom; empty for the simple form (簡易).
    pub addressee: String,
    /// By whose terms it was issued: those of the day the money came in.
    pub terms_id: Option<FeeTermsId>,
    /// How often it was printed; from the second on it says so.
    pub printings: i32,
    /// Who issued it.
    pub issued_by: Option<PersonId>,
    /// When.
    pub issued_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
