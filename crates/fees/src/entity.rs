//! The crate's tables.

pub mod bill;
pub mod charge;
pub mod fee_terms;
pub mod payment;
pub mod payment_part;
pub mod receipt;
pub mod receipt_counter;
pub mod reduction_grant;
pub mod reduction_kind;
pub mod reduction_proposal;
pub mod refund;
pub mod tariff;
pub mod tariff_band;
pub mod tariff_rate;
pub mod tax_rate;

use kernel::typed_id;
use uuid::Uuid;

typed_id! {
    /// A tariff: what a kind of use costs.
    TariffId
}
typed_id! {
    /// A dated price of a tariff.
    TariffRateId
}
typed_id! {
    /// What holds for all fees from a date on.
    FeeTermsId
}
typed_id! {
    /// What one thing costs one payer.
    BillId
}
typed_id! {
    /// One line of a bill.
    ChargeId
}
typed_id! {
    /// A ground of reduction.
    ReductionKindId
}
typed_id! {
    /// A reduction that is proposed to the ward.
    ReductionProposalId
}
typed_id! {
    /// Money that came in.
    PaymentId
}
typed_id! {
    /// Money that was given back.
    RefundId
}
typed_id! {
    /// A receipt.
    ReceiptId
}
