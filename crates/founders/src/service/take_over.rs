//! A person was merged into another: what belonged to one belongs to the other.

use kernel::{Fault, PersonId, Work, hand_over};

use crate::entity::{application, certificate};

/// The applications and certificates of `double` are those of `into`; whose lessons they are, the
/// enrolments say. Two open applications do not become one: whoever merges looks at
/// [`crate::read::has_open`] first.
pub async fn take_over(work: &Work, double: PersonId, into: PersonId) -> Result<(), Fault> {
    hand_over::<application::Entity>(work, application::Column::PersonId, double, into).await?;
    hand_over::<certificate::Entity>(work, certificate::Column::PersonId, double, into).await
}
