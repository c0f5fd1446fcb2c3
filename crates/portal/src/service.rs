//! The one act that concerns every crate at once.

mod merge;

pub use merge::merge;
