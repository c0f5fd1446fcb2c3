//! Every "no" of this crate.

mod alternative;
mod answer;
mod said;
mod wrong;

pub use alternative::Alternative;
pub use wrong::Wrong;

/// Why a space is not booked, or a booking not changed.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Refused {
    /// What was asked for breaks rules; all of them are named.
    #[error("the wish breaks {} rules", .0.len())]
    Wrong(Vec<Wrong>),
    /// Someone else has it at that time.
    #[error("the slot is taken")]
    SlotTaken {
        /// What this person can have instead, now.
        alternatives: Vec<Alternative>,
    },
    /// There is no such space, or no such unit of it.
    #[error("no such space")]
    NoSuchSpace,
    /// There is no such booking, or it is another person's.
    #[error("no such booking")]
    NoSuchBooking,
    /// There is no such person to book for.
    #[error("no such person")]
    NoSuchPerson,
    /// Only staff book for others.
    #[error("not allowed to book for another person")]
    ForAnother,
    /// Its time has begun: the counter decides.
    #[error("the booking has begun")]
    AlreadyBegun,
    /// It was cancelled, or is over.
    #[error("the booking no longer stands")]
    NoLongerStands,
    /// Arrival is marked on the day of the booking.
    #[error("not the day of the booking")]
    NotToday,
    /// The same Idempotency-Key came with another request.
    #[error("the key was used for another request")]
    KeyReused,
    /// Someone changed it in the meantime.
    #[error("the booking was changed in the meantime")]
    Changed,
}
