//! Invented policies and plans, for template samples.

mod coordination;
mod council;
mod forms;
mod initiatives;
mod papers;
mod plans;
mod policies;

use views::samples::Sample;

/// The 68 programmes of a ward's action plan of four years, in the format of tables: names, departments
/// and targets from a published plan.
pub const INDUSTRY: &str = include_str!("../samples/industry-68.csv");

/// The three programmes of a centre, with what the ward and the manager do of each.
pub const CENTRE: &str = include_str!("../samples/centre-3.csv");

/// Every template of this crate with facts that show all of its parts.
pub fn templates() -> Vec<Sample> {
    let mut all = policies::templates();
    all.extend(plans::templates());
    all.extend(papers::templates());
    all.extend(initiatives::templates());
    all.extend(forms::templates());
    all.extend(coordination::templates());
    all.extend(council::templates());
    all
}
