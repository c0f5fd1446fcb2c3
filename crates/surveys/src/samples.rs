//! The surveys that a centre begins with, and invented ones for template samples.

mod pages;
mod surveys;

use views::samples::Sample;

pub use surveys::{both, consultation_follow_up, consultation_meeting, dispatch_evaluation, first};

/// Every template of this crate with facts that show all of its parts.
pub fn templates() -> Vec<Sample> {
    pages::templates()
}
