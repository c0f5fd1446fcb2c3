//! Verbs that change what belongs to seminars. Each runs in one `transact` and records its event.

mod answer;
mod attend;
mod call_off;
mod copy;
mod draws;
mod enrol;
mod found;
mod guests;
mod lessons;
mod line;
mod publish;
mod screen;
mod set_up;
mod take;
mod take_over;

pub use answer::{accept, cancel, decline};
pub use attend::{mark, unmark};
pub use call_off::{call_off, report};
pub use copy::{Copied, copy};
pub use draws::{draw, freeze};
pub use enrol::{enrol, enrol_company};
pub use guests::{confirm_guest, enrol_as_guest, forget_guests};
pub use lessons::{add_lesson, change_lesson, remove_lesson};
pub use line::settle_lines;
pub use publish::{publish, send_back, submit};
pub use screen::{Verdict, screen};
pub use set_up::{edit, set_up};
pub use take_over::take_over;
