//! Pure decisions: what a use costs, what is owed, who decides about what.

mod balance;
mod draft;
mod gaps;
mod price;
mod proposal;
mod reduction;
mod tax;
mod texts;

use kernel::{Actor, Role};

pub use kernel::dated::{Clash, Seen, takes_place};

pub use balance::{Balance, Line, how_far, refundable, standing};
pub use draft::{DraftBand, DraftRate, DraftUnit, NewRate, NewTerms, check_terms};
pub use gaps::{Gap, gaps};
pub use price::{Band, Price, PriceLine, Rate, Unit, in_force, price, price_list};
pub use proposal::Proposed;
pub use reduction::{
    NewKind, Way, check_end, check_kind, may_issue, may_propose, may_reduce, taken_off, way,
};
pub use tax::{DraftTax, ENTERED, NewTax, percent_typed};
pub use texts::{LONGEST_NAME, LONGEST_REASON, MOST_YEN, Until, checked_reason, yen_typed};

/// Whoever stands at the counter takes money and gives it back.
pub const fn may_take(actor: &Actor) -> bool {
    actor.roles.is_staff() || actor.roles.has(Role::System)
}

/// The manager (館長) sets prices and whose the fees are; reception looks.
pub const fn may_set(actor: &Actor) -> bool {
    actor.roles.has(Role::Manager) || actor.roles.has(Role::System)
}
