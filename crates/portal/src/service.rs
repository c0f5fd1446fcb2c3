//! What concerns every crate at once: two people, or two organisations, are one.

mod merge;

pub use merge::{merge, merge_organisations};
