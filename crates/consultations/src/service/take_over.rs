//! A person was merged into another: what belonged to one belongs to the other.

use kernel::{Fault, PersonId, Work, hand_over};

use crate::entity::{case, expert, visit_target};

/// The cases of `double`, those they are in charge of, where they go, and their entry in the register of experts are
/// those of `into`. Only one of them may be an expert: a time cannot be put into another's calendar.
pub async fn take_over(work: &Work, double: PersonId, into: PersonId) -> Result<(), Fault> {
    hand_over::<case::Entity>(work, case::Column::PersonId, double, into).await?;
    hand_over::<case::Entity>(work, case::Column::LeadId, double, into).await?;
    hand_over::<visit_target::Entity>(work, visit_target::Column::AssigneeId, double, into).await?;
    hand_over::<expert::Entity>(work, expert::Column::PersonId, double, into).await
}
