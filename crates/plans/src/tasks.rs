//! What happens by itself.

mod coordination;

pub use coordination::{ActionReminders, AgreementReminders};
