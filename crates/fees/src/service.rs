//! Verbs that change prices, bills and money. Each runs in one `transact`.

mod bills;
mod gate;
mod kinds;
mod payments;
mod proposals;
mod receipts;
mod reduced;
mod reductions;
mod refunds;
mod take_over;
mod tariffs;
mod taxes;

pub use bills::{
    NewBill, NewLine, charge_again, lock as lock_bills, lock_one as lock_bill, open_bill, set_days,
    set_link,
};
pub use kinds::end_kind;
pub use payments::{Receive, receive};
pub use proposals::{Seen, decide_proposal, propose, withdraw_proposal};
pub use receipts::{issue_receipt, print_again};
pub use reduced::charge_changed;
pub use reductions::{Grant, Granting, grant, granting, issue_kind};
pub use refunds::{GiveBack, give_back};
pub use take_over::take_over;
pub use tariffs::{open_tariff, set_rate, set_terms};
pub use taxes::set_tax;
