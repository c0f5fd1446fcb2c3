//! The crate's tables.

pub mod allocation;
pub mod hold;
pub mod resource;

use kernel::typed_id;
use uuid::Uuid;

typed_id! {
    /// What a booking, a meeting or a lesson is for the ledger.
    HoldId
}
typed_id! {
    /// A scarce thing: a room, one desk, a projector, a person's time.
    ResourceId
}
typed_id! {
    /// One stretch of time on one resource.
    AllocationId
}
