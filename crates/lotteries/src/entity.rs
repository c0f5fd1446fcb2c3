//! The crate's tables.

pub mod band;
pub mod entry;
pub mod lottery;
pub mod seed;
pub mod slot;
pub mod terms;
pub mod tier;

use kernel::typed_id;
use uuid::Uuid;

typed_id! {
    /// By which terms a space is drawn from a month on.
    TermsId
}
typed_id! {
    /// The lottery of one space and one month.
    LotteryId
}
typed_id! {
    /// That somebody applies for a time.
    EntryId
}
