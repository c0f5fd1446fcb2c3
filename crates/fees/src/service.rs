//! Verbs that change prices, bills and money. Each runs in one `transact`.

mod bills;
mod gate;
mod kinds;
mod payments;
mod receipts;
mod reductions;
mod refunds;
mod take_over;
mod tariffs;
mod taxes;

pub use bills::{
    NewBill, NewLine, charge_again, lock as lock_bills, lock_one as lock_bill, open_bill, set_days,
};
pub use kinds::end_kind;
pub use payments::{Receive, receive};
pub use receipts::{issue_receipt, print_again};
pub use reductions::{Grant, Granting, charge_changed, grant, granting, issue_kind};
pub use refunds::{GiveBack, give_back};
pub use take_over::take_over;
pub use tariffs::{open_tariff, set_rate, set_terms};
pub use taxes::set_tax;
