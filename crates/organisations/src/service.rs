//! The verbs of this crate: applying, answering, acting for an organisation, merging doubles, keeping
//! the directory of partners.

mod agencies;
mod apply;
mod merge;
mod remind;
mod representatives;
mod review;
mod take_over;
mod term;

pub use agencies::{add_agency, edit_agency};
pub use apply::{Apply, apply, mend, withdraw};
pub use merge::merge;
pub use remind::remind;
pub use representatives::{accept, add, invite, remove};
pub use review::review;
pub use take_over::take_over;
pub use term::set_terms;
