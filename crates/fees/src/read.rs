//! Questions about prices, bills and money.

mod bills;
mod dues;
mod facts;
mod payments;
mod proposals;
mod quotes;
mod reductions;
mod report;
mod tariffs;

pub use bills::{
    Bill, Filter, bill, bills, count_of, count_of_organisation, is_overdue, listed, of_people,
    overdue, seen_by,
};
pub use dues::{Due, due_from, dues};
pub use facts::{gap_facts, percent, rate_facts};
pub use payments::{
    Paid, payment, receipt_number, receipt_seen_by, receipts_numbered, refund_seen_by,
};
pub use proposals::{KIND, Proposal, open_proposal, proposal, proposals_of};
pub use quotes::{Quotes, Taxes, tax_rows, taxes};
pub use reductions::{Kind, Outside, count_reduced, fitting, kept, kind, kinds};
pub use report::{Moved, Report, Sums, days, report};
pub use tariffs::{Tariff, count_used_from, rates, tariff, tariffs, terms, terms_row, terms_rows};

pub(crate) use bills::said;
pub(crate) use facts::selector_facts;
