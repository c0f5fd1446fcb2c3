//! What is known of the certified plan, of how far people are, and of what they applied for.

mod applications;
mod evidence;
mod figures;
mod laws;
mod register;
mod scheme;

pub use applications::{
    Listed, application, applications, certificate_of, has_open, latest_of, of_person,
};
pub use evidence::{Came, came, progress_of, told, told_themselves};
pub use figures::{Figure, Figures, figures};
pub use laws::{Laws, laws};
pub use register::{Registered, checked, register};
pub use scheme::{CONSULTATIONS, Plan, SUPPORT, plan};
