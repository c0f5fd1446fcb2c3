//! Invented experts and cases, for tests and template samples.

mod asking;
pub mod cases;
mod desks;
pub mod dispatches;
mod experts;
pub(crate) mod figures;
mod letters;
mod one_case;
mod pages;
pub mod visits;

use views::samples::Sample;

/// Every template of this crate with facts that show all of its parts.
pub fn templates() -> Vec<Sample> {
    let mut all = pages::templates();
    all.extend(asking::templates());
    all.extend(one_case::templates());
    all.extend(experts::templates());
    all.extend(letters::templates());
    all.extend(figures::templates());
    all.extend(dispatches::templates());
    all.extend(visits::templates());
    all.extend(desks::templates());
    all
}
