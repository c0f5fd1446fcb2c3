//! A person was merged into another: what belonged to one belongs to the other.

use kernel::{Fault, PersonId, Work, hand_over};

use crate::entity::bill;

/// The bills of `double` are those of `into`, with all that was charged, paid and given back on them.
/// What a receipt says stays as it was written.
pub async fn take_over(work: &Work, double: PersonId, into: PersonId) -> Result<(), Fault> {
    hand_over::<bill::Entity>(work, bill::Column::PersonId, double, into).await
}
