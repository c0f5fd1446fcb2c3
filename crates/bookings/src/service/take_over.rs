//! A person was merged into another: what belonged to one belongs to the other.

use kernel::{Fault, PersonId, Work, hand_over};

use super::waiting;
use crate::entity::{
    absence, booking, calendar_feed, person_resource, series, unpaid_release, waiting_entry,
};

/// Bookings and series, places in lines, absences, unpaid bookings, calendars and the time of `double`
/// are those of `into`; only one of them may have a time of their own in the ledger. Nothing is called off, whatever a quota says.
///
/// Behind the gate ([`super::shut`]), so that nobody books for `double` in the meantime. Bookings
/// come before absences: who marks one holds its booking.
pub async fn take_over(work: &Work, double: PersonId, into: PersonId) -> Result<(), Fault> {
    let left = waiting::leave_twice(work, double, into).await?;
    hand_over::<waiting_entry::Entity>(work, waiting_entry::Column::PersonId, double, into).await?;
    hand_over::<booking::Entity>(work, booking::Column::PersonId, double, into).await?;
    hand_over::<series::Entity>(work, series::Column::PersonId, double, into).await?;
    hand_over::<absence::Entity>(work, absence::Column::PersonId, double, into).await?;
    hand_over::<unpaid_release::Entity>(work, unpaid_release::Column::PersonId, double, into)
        .await?;
    hand_over::<calendar_feed::Entity>(work, calendar_feed::Column::PersonId, double, into).await?;
    hand_over::<person_resource::Entity>(work, person_resource::Column::PersonId, double, into)
        .await?;
    waiting::settle(work, &left).await?;
    Ok(())
}
