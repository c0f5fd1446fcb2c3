//! What is remembered though nothing changes.

use kernel::{PersonId, Work, events::Event};

/// Staff took a list with people's names out of the house: who, and how many lines.
pub fn note_list_taken<E>(work: &Work, staff: PersonId, rows: usize) -> Result<(), E> {
    work.record(Event::new("bookings.list_taken", staff).with("rows", rows));
    Ok(())
}
