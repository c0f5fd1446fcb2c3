//! What this crate writes into the log. Ids, codes and amounts only: a reason stays out.

use approvals::entity::ApprovalId;
use chrono::NaiveDate;
use kernel::{PersonId, events::Event};
use uuid::Uuid;

use crate::{
    entity::{
        BillId, ChargeId, FeeTermsId, PaymentId, ReceiptId, ReductionKindId, ReductionProposalId,
        RefundId, TariffId, TariffRateId,
    },
    rules::NewTax,
};

/// `tariff.opened`: a price list begins.
pub(crate) fn tariff_opened(id: TariffId) -> Event {
    Event::new("tariff.opened", id)
}

/// `tariff.rated`: what it costs from a date on.
pub(crate) fn rated(id: TariffRateId, tariff: TariffId, valid_from: &str) -> Event {
    Event::new("tariff.rated", id)
        .with("tariff", tariff.to_string())
        .with("valid_from", valid_from)
}

/// `fee_terms.set`: whose the fees are from a date on, and in the place of which terms, which had
/// not begun.
pub(crate) fn terms_set(
    id: FeeTermsId,
    regime: &str,
    valid_from: &str,
    replaced: Option<FeeTermsId>,
) -> Event {
    let event = Event::new("fee_terms.set", id)
        .with("regime", regime)
        .with("valid_from", valid_from);
    match replaced {
        Some(replaced) => event.with("replaces", replaced.to_string()),
        None => event,
    }
}

/// `tax_rate.set`: which consumption tax, how much, from a date on, and in the place of what, which
/// had not begun.
pub(crate) fn tax_set(id: Uuid, new: &NewTax, replaced: Option<i32>) -> Event {
    let event = Event::new("tax_rate.set", id)
        .with("code", new.code.code())
        .with("thousandths", i64::from(new.rate.thousandths()))
        .with("valid_from", new.valid_from.to_string());
    match replaced {
        Some(thousandths) => event.with("replaces", thousandths),
        None => event,
    }
}

/// `bill.opened`: somebody owes something.
pub(crate) fn opened(id: BillId, person: PersonId) -> Event {
    Event::new("bill.opened", id).with("person", person.to_string())
}

/// `bill.charged`: a line was added.
pub(crate) fn charged(bill: BillId, charge: ChargeId, amount: i64) -> Event {
    Event::new("bill.charged", bill)
        .with("charge", charge.to_string())
        .with("amount", amount)
}

/// `bill.reversed`: so many lines were taken back.
pub(crate) fn reversed(bill: BillId, lines: usize) -> Event {
    Event::new("bill.reversed", bill).with("lines", lines)
}

/// `bill.due_set`: it is to be paid by another day.
pub(crate) fn due_set(bill: BillId, due_on: &str) -> Event {
    Event::new("bill.due_set", bill).with("due_on", due_on)
}

/// `reduction_kind.issued`: a ground on which charges are reduced.
pub(crate) fn kind_issued(id: ReductionKindId, by: &str, percent: i32) -> Event {
    let event = Event::new("reduction_kind.issued", id).with("issued_by", by);
    event.with("percent", percent)
}

/// `reduction_kind.ended`: the last day of use on which it applies.
pub(crate) fn kind_ended(id: ReductionKindId, last: NaiveDate) -> Event {
    Event::new("reduction_kind.ended", id).with("last", last.to_string())
}

/// `reduction_kind.withdrawn`: it will never apply.
pub(crate) fn kind_withdrawn(id: ReductionKindId) -> Event {
    Event::new("reduction_kind.withdrawn", id)
}

/// `reduction.granted`: on which ground, if on one.
pub(crate) fn granted(
    bill: BillId,
    charge: ChargeId,
    kind: Option<ReductionKindId>,
    percent: i32,
) -> Event {
    let event = Event::new("reduction.granted", bill)
        .with("charge", charge.to_string())
        .with("percent", percent);
    match kind {
        Some(kind) => event.with("kind", kind.to_string()),
        None => event,
    }
}

/// `reduction.proposed`, `.approved`, `.returned`, `.refused`, `.withdrawn`: the approval says more.
pub(crate) fn proposed(
    kind: &'static str,
    bill: BillId,
    proposal: ReductionProposalId,
    approval: ApprovalId,
) -> Event {
    Event::new(kind, bill)
        .with("proposal", proposal.to_string())
        .with("approval", approval.to_string())
}

/// `reduction.kept`: a granted one that holds for the charge after a change too.
pub(crate) fn kept(bill: BillId, charge: ChargeId, percent: i32) -> Event {
    Event::new("reduction.kept", bill)
        .with("charge", charge.to_string())
        .with("percent", percent)
}

/// `payment.received`: how, how much, for how many bills.
pub(crate) fn received(id: PaymentId, method: &str, amount: i64, bills: usize) -> Event {
    Event::new("payment.received", id)
        .with("method", method)
        .with("amount", amount)
        .with("bills", bills)
}

/// `payment.refunded`: how and how much.
pub(crate) fn refunded(id: RefundId, payment: PaymentId, method: &str, amount: i64) -> Event {
    Event::new("payment.refunded", id)
        .with("payment", payment.to_string())
        .with("method", method)
        .with("amount", amount)
}

/// `receipt.issued`, `receipt.printed_again`.
pub(crate) fn receipt(kind: &'static str, id: ReceiptId, payment: PaymentId) -> Event {
    Event::new(kind, id).with("payment", payment.to_string())
}
