//! What the ward and the manager see, and what anybody does of what was approved.

pub mod contents;
pub mod initiatives;
pub mod offered;
pub mod plans;
pub mod policies;
pub mod review;
