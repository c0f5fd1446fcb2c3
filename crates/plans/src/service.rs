//! What the ward and the manager do with policies and plans.

mod agreements;
mod coordination;
mod council;
mod council_minutes;
mod council_opinions;
mod council_papers;
pub mod initiatives;
pub mod plans;
pub mod policies;
pub mod programmes;
pub mod review;
mod written;

pub use agreements::*;
pub use coordination::*;
pub use council::*;
pub use council_minutes::*;
pub use council_opinions::*;
pub use council_papers::*;
