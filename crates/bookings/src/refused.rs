//! Every "no" of this crate.

mod alternative;
mod answer;
mod unclosable;
mod unfed;
mod unfit;
mod unlent;
mod unowned;
mod unruled;
mod unruly;
mod unseen;
mod unwaitable;
mod wrong;

pub use unlent::{Short, Unlent};
pub use unowned::{Unowned, WardWrong};
pub use wrong::{Bound, Unopen, Wrong};
pub use {alternative::Alternative, unclosable::Unclosable, unfed::Unfed, unfit::Unfit};
pub use {unruled::Unruled, unruly::Unruly, unseen::Unseen, unwaitable::Unwaitable};

/// Why a space is not booked, or a booking not changed.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Refused {
    /// What was asked for breaks rules; all of them are named.
    #[error("the wish breaks {} rules", .0.len())]
    Wrong(Vec<Wrong>),
    /// The same, with what this person can have instead, now.
    #[error("the wish breaks {} rules", .0.len())]
    WrongBut(Vec<Wrong>, Vec<Alternative>),
    /// Someone else has it at that time; this can this person have instead, now.
    #[error("the slot is taken")]
    SlotTaken(Vec<Alternative>),
    /// Something of a series cannot be had: each such time needs another choice.
    #[error("the series clashes")]
    Clashes,
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
    /// A closure that cannot be entered so; all that is wrong is named.
    #[error("the closure is wrong in {} ways", .0.len())]
    Unclosable(Vec<Unclosable>),
    /// The house, its hours or a space cannot be so; all that is wrong is named.
    #[error("the change is wrong in {} ways", .0.len())]
    Unfit(Vec<Unfit>),
    /// Someone changed the house, its hours or a space in the meantime.
    #[error("the setting up was changed in the meantime")]
    SetUpChanged,
    /// It comes to something else than the page has said.
    #[error(transparent)]
    Unseen(Unseen),
    /// The very same closure is there already.
    #[error("the closure is there already")]
    ClosedAlready,
    /// There is no such closure.
    #[error("no such closure")]
    NoSuchClosure,
    /// It has ended, or would end no earlier.
    #[error("the closure ends no earlier")]
    EndsNoEarlier,
    /// It cannot be waited for, or an offer not be accepted.
    #[error(transparent)]
    Waiting(Unwaitable),
    /// No address for a calendar.
    #[error(transparent)]
    Feed(Unfed),
    /// A rule that cannot be entered so; all that is wrong is named.
    #[error("the rule is wrong in {} ways", .0.len())]
    Unruly(Vec<Unruly>),
    /// A rule, an absence or an exception is not entered, a request not decided.
    #[error(transparent)]
    Ruled(Unruled),
    /// The centre does not have it for itself; all that is wrong is named.
    #[error("the own use is wrong in {} ways", .0.len())]
    Own(Vec<Unowned>),
    /// Someone changed it in the meantime.
    #[error("the booking was changed in the meantime")]
    Changed,
}
