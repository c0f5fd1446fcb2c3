//! Invented lotteries, for tests and template samples.

pub mod facts;
mod letters;
mod pages;

use views::samples::Sample;

/// Every template of this crate with facts that show all of its parts.
pub fn templates() -> Vec<Sample> {
    pages::templates()
}
