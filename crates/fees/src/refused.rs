//! Every "no" of this crate.

mod answer;
mod wrong;

use kernel::Failed;

use crate::entity::ReductionProposalId;

pub use wrong::{What, Wrong};

/// Why money is not taken or given back, or a price not entered.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Refused {
    /// What was typed cannot be so; all that is wrong is named.
    #[error("the form is wrong in {} ways", .0.len())]
    Wrong(Vec<Wrong>),
    /// Nobody but the counter takes money, and nobody but the manager sets prices.
    #[error("not allowed to this person")]
    MayNot,
    /// There is no such proposal.
    #[error("no such proposal")]
    NoSuchProposal,
    /// A reduction of this bill waits for the ward already; which one, if that is known.
    #[error("a reduction is proposed already")]
    Proposed(Option<ReductionProposalId>),
    /// The bill was charged anew or reduced since the reduction was proposed.
    #[error("the bill is not what it was when it was proposed")]
    ProposedOtherwise,
    /// What `approvals` refuses.
    #[error(transparent)]
    Approval(#[from] approvals::Refused),
    /// Whose the fees are leaves this reduction to another.
    #[error("another decides about this reduction")]
    AnotherDecides,
    /// There is no such tariff.
    #[error("no such tariff")]
    NoSuchTariff,
    /// There is no such bill, or it is another person's.
    #[error("no such bill")]
    NoSuchBill,
    /// There is no such payment.
    #[error("no such payment")]
    NoSuchPayment,
    /// There is no such receipt, or it is another person's.
    #[error("no such receipt")]
    NoSuchReceipt,
    /// There is no such ground, or it does not hold on the day of use.
    #[error("no such ground of reduction")]
    NoSuchKind,
    /// The ground is over by the day of use.
    #[error("the ground of reduction is over")]
    KindOver,
    /// No bill was chosen, or one that owes nothing.
    #[error("nothing to pay")]
    NothingToPay,
    /// One payment is one person's: its receipt has one addressee.
    #[error("bills of different people")]
    DifferentPayers,
    /// Somebody took this payment a moment ago, or the amount has changed.
    #[error("what is owed is no longer what was shown")]
    OwedOtherwise,
    /// More would be given back than is left of what was paid.
    #[error("more than can be given back")]
    MoreThanPaid {
        /// What can be given back.
        left: i64,
    },
    /// It was given back in the meantime, or part of it.
    #[error("what can be given back is no longer what was shown")]
    RefundedOtherwise,
    /// The charge was reduced already, or no longer stands.
    #[error("the charge cannot be reduced")]
    NotReducible,
    /// The receipt of this payment was issued already: it is printed again.
    #[error("the receipt was issued already")]
    AlreadyIssued,
    /// All of the payment was given back: nothing was received for which to give a receipt.
    #[error("all of it was given back")]
    AllGivenBack,
    /// It has not been said who issues receipts.
    #[error("nobody issues receipts yet")]
    NoTerms,
    /// The same price, or the same terms, begin on that day already.
    #[error("there already")]
    ThereAlready,
}

impl Refused {
    /// What was asked of `approvals`, in this crate's words.
    pub(crate) fn of(failed: Failed<approvals::Refused>) -> Failed<Self> {
        match failed {
            Failed::Refused(refused) => Self::Approval(refused).into(),
            Failed::Fault(fault) => Failed::Fault(fault),
        }
    }
}
