//! Verbs that change what belongs to seminars. Each runs in one `transact` and records its event.

mod admit;
mod afterwards;
mod answer;
mod attend;
mod call_off;
mod certify;
mod copy;
mod enrol;
mod found;
mod lessons;
mod line;
mod materials;
mod publish;
mod set_up;
mod take;
mod take_over;
mod terms;

pub use admit::{Admitted, admit, mark_all, walk_in};
pub use afterwards::{SUBJECT, SURVEY, ask_about, remind};
pub use answer::{accept, cancel, decline};
pub use attend::{mark, unmark};
pub use call_off::{call_off, report};
pub use certify::{issue, revoke, set_completion};
pub use copy::{Copied, copy};
pub use enrol::enrol;
pub use lessons::{add_lesson, change_lesson, remove_lesson};
pub use line::settle_lines;
pub use materials::{add_materials, remove_material};
pub use publish::{publish, send_back, submit};
pub use set_up::{edit, set_up};
pub use take_over::take_over;
pub use terms::set_terms;
