//! Questions about prices, bills and money.

mod bills;
mod dues;
mod facts;
mod payments;
mod quotes;
mod reductions;
mod report;
mod tariffs;

pub use bills::{Bill, Filter, bill, bills, count_of, listed, of_people, overdue, seen_by};
pub use dues::{Due, dues};
pub use facts::rate_facts;
pub use payments::{Paid, payment, receipt_number, receipt_seen_by, refund_seen_by};
pub use quotes::{Quotes, Taxes, taxes};
pub use reductions::{Kind, Outside, fitting, kept, kinds};
pub use report::{Moved, Report, Sums, days, report};
pub use tariffs::{Tariff, rates, tariff, tariffs, terms, terms_rows};

pub(crate) use bills::said;
pub(crate) use facts::selector_facts;
