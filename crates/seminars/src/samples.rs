//! Invented seminars, for tests and template samples.

mod after;
mod asked;
mod counter;
mod door;
mod fair;
mod figures;
mod letters;
mod own;
mod pages;
pub mod seminars;

use views::samples::Sample;

/// Every template of this crate with facts that show all of its parts.
pub fn templates() -> Vec<Sample> {
    let mut all = pages::templates();
    all.extend(own::templates());
    all.extend(counter::templates());
    all.extend(asked::templates());
    all.extend(fair::templates());
    all.extend(door::templates());
    all.extend(after::templates());
    all.extend(figures::templates());
    all.extend(letters::templates());
    all
}
