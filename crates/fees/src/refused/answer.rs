//! How a refusal is answered.

use kernel::{Detail, Refusal, RefusalKind};
use serde_json::{Value, json};

use super::{Refused, Wrong};

impl Refusal for Refused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Wrong(_)
            | Self::NothingToPay
            | Self::DifferentPayers
            | Self::MoreThanPaid { .. } => RefusalKind::Invalid,
            Self::MayNot | Self::AnotherDecides => RefusalKind::Forbidden,
            Self::NoSuchTariff
            | Self::NoSuchBill
            | Self::NoSuchPayment
            | Self::NoSuchReceipt
            | Self::NoSuchProposal
            | Self::NoSuchKind => RefusalKind::NotFound,
            Self::Approval(refused) => refused.kind(),
            Self::OwedOtherwise
            | Self::Proposed(_)
            | Self::ProposedOtherwise
            | Self::RefundedOtherwise
            | Self::NotReducible
            | Self::KindOver
            | Self::AlreadyIssued
            | Self::AllGivenBack
            | Self::NoTerms
            | Self::ThereAlready => RefusalKind::Conflict,
        }
    }

    fn key(&self) -> &'static str {
        match self {
            Self::Wrong(_) => "fees-wrong",
            Self::MayNot => "fees-may-not",
            Self::AnotherDecides => "fees-another-decides",
            Self::NoSuchProposal => "fees-no-such-proposal",
            Self::Proposed(_) => "fees-proposed",
            Self::ProposedOtherwise => "fees-proposed-otherwise",
            Self::Approval(refused) => refused.key(),
            Self::NoSuchTariff => "fees-no-such-tariff",
            Self::NoSuchBill => "fees-no-such-bill",
            Self::NoSuchPayment => "fees-no-such-payment",
            Self::NoSuchReceipt => "fees-no-such-receipt",
            Self::NoSuchKind => "fees-no-such-kind",
            Self::KindOver => "fees-kind-over",
            Self::NothingToPay => "fees-nothing-to-pay",
            Self::OwedOtherwise => "fees-owed-otherwise",
            Self::MoreThanPaid { .. } => "fees-more-than-paid",
            Self::RefundedOtherwise => "fees-refunded-otherwise",
            Self::NotReducible => "fees-not-reducible",
            Self::DifferentPayers => "fees-different-payers",
            Self::AlreadyIssued => "fees-already-issued",
            Self::AllGivenBack => "fees-all-given-back",
            Self::NoTerms => "fees-no-terms",
            Self::ThereAlready => "fees-there-already",
        }
    }

    fn field(&self) -> Option<&'static str> {
        matches!(self, Self::MoreThanPaid { .. }).then_some("amount")
    }

    fn args(&self) -> Value {
        match self {
            Self::MoreThanPaid { left } => json!({ "left": left }),
            Self::Proposed(Some(id)) => json!({ "proposal": id }),
            _ => Value::Null,
        }
    }

    fn details(&self) -> Vec<Detail> {
        match self {
            Self::Wrong(all) => all.iter().map(Wrong::detail).collect(),
            Self::Approval(refused) => refused.details(),
            _ => vec![Detail {
                field: self.field(),
                key: self.key(),
                args: self.args(),
            }],
        }
    }
}
