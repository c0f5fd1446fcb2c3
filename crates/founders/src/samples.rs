//! An invented plan, application and certificate, for tests and template samples.

pub mod application;
mod counter;
mod letters;
mod pages;
pub mod scheme;

use views::samples::Sample;

/// Every template of this crate with facts that show all of its parts.
pub fn templates() -> Vec<Sample> {
    let mut all = pages::templates();
    all.extend(counter::templates());
    all.extend(letters::templates());
    all
}
