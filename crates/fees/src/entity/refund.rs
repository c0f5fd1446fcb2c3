//! Money given back.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::{BillId, PaymentId, RefundId, payment::Method};

/// What was given back of one part of a payment. The reason can be erased.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "refunds")]
pub struct Model {
    /// Its identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RefundId,
    /// Of which payment.
    pub payment_id: PaymentId,
    /// Of which bill.
    pub bill_id: BillId,
    /// How.
    pub method: Method,
    /// In yen, with tax.
    pub amount: i64,
    /// Why.
    pub reason: Option<String>,
    /// Who gave it back.
    pub refunded_by: Option<PersonId>,
    /// When.
    pub refunded_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
