//! The crate's table.

pub mod letter;
