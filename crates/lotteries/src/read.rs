//! Questions: which lotteries there are, for which times, who applies.

mod entries;
mod held;
mod lotteries;

pub use entries::{
    Own, applied, entries_by_slot, entries_of, entry, has_applied, of_person, open_of, to_answer,
    to_confirm, to_remind, waiting,
};
pub use held::{held, may_see};
pub use lotteries::{
    Listed, Times, all_terms, drawn_spaces, free_slots, frozen_slots, lotteries, lottery, of_space,
    one, seed, terms_of, to_draw, to_freeze,
};
