//! What the ward and the manager do with policies and plans.

pub mod initiatives;
pub mod plans;
pub mod policies;
pub mod programmes;
pub mod review;
mod written;
