//! Money given back.

use kernel::{Instant, PersonId};
use sea_orm::entity::prelude::*;

use super::{BillId, FeeTermsId, PaymentId, ReceiptId, RefundId, payment::Method};

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
    /// To whom its paper (返還) is addressed.
    pub addressee: String,
    /// By whose terms the money had come in.
    pub terms_id: Option<FeeTermsId>,
    /// The receipt that had been issued by then; none when it was given back before: what is issued
    /// afterwards says what remains.
    pub receipt_id: Option<ReceiptId>,
    /// Who gave it back.
    pub refunded_by: Option<PersonId>,
    /// When.
    pub refunded_at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}
