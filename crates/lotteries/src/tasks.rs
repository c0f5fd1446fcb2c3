//! What happens by itself: lotteries are announced, lists are frozen and drawn, people reminded, what
//! nobody confirmed is released.

mod answers;
mod lists;

pub use answers::{AnswersRemind, UnconfirmedEnd};
pub use lists::{Announcements, ListsFreeze, Undrawn};
