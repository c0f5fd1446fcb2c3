//! Which bills a payment pays.

use sea_orm::entity::prelude::*;

use super::{BillId, PaymentId};

/// What one payment pays of one bill, as its receipt says it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "payment_parts")]
pub struct Model {
    /// Of which payment.
    #[sea_orm(primary_key, auto_increment = false)]
    pub payment_id: PaymentId,
    /// Of which bill.
    #[sea_orm(primary_key, auto_increment = false)]
    pub bill_id: BillId,
    /// For what, as it stood when it was paid.
    pub label: String,
    /// The same in English, or empty.
    pub label_en: String,
    /// The day of use, as it stood when it was paid.
    pub used_on: String,
    /// In yen, with tax.
    pub amount: i64,
    /// The rate of tax, in thousandths.
    pub thousandths: i32,
}

impl ActiveModelBehavior for ActiveModel {}
