//! Merging people, see `docs/decisions/011-merging-people.md`, and organisations.

use accounts::{Refused, Unmerged};
use kernel::{Failed, PersonId, Work};
use organisations::entity::OrganisationId;

use crate::read::is_advised;

/// Makes one person of two: `double` signs in no more, and whatever belonged to it belongs to `into`.
///
/// Every crate hands over its own rows, all in this one transaction; a crate that comes to own
/// something of a person is called here. Locks in the usual order: the gate, both people, places in
/// lines, bills.
///
/// # Errors
/// [`Unmerged`] says why not; then nothing has happened.
pub async fn merge(work: &Work, double: PersonId, into: PersonId) -> Result<(), Failed<Refused>> {
    bookings::service::shut(work).await?;
    accounts::service::merge(work, double, into).await?;
    if is_advised(work.db(), work.actor(), double).await? {
        return Err(Refused::Unmerged(Unmerged::Consultations).into());
    }
    let mut open = 0;
    for person in [double, into] {
        let applies = organisations::read::has_open(work.db(), Some(person), None).await?;
        open += i32::from(applies);
    }
    let mut certified = 0;
    for person in [double, into] {
        certified += i32::from(founders::read::has_open(work.db(), person).await?);
    }
    if open > 1 || certified > 1 {
        return Err(Refused::Unmerged(Unmerged::Applications).into());
    }
    let mut experts = 0;
    for person in [double, into] {
        let expert = consultations::read::of_the_person(work.db(), person).await?;
        experts += i32::from(expert.is_some());
    }
    if experts > 1 {
        return Err(Refused::Unmerged(Unmerged::Experts).into());
    }
    organisations::service::take_over(work, double, into).await?;
    bookings::service::take_over(work, double, into).await?;
    mail::service::take_over(work, double, into).await?;
    surveys::service::take_over(work, double, into).await?;
    consultations::service::take_over(work, double, into).await?;
    seminars::service::take_over(work, double, into).await?;
    lotteries::service::take_over(work, double, into).await?;
    // After everything whose lock comes before that of a bill.
    fees::service::take_over(work, double, into).await?;
    founders::service::take_over(work, double, into).await?;
    Ok(())
}

/// Makes one organisation of two: whatever names `double` reads as `into`, and where both wait for one
/// draw the later entry is taken back. Behind the gate, so that nobody applies for either in between.
///
/// # Errors
/// What [`organisations::service::merge`] refuses.
pub async fn merge_organisations(
    work: &Work,
    double: OrganisationId,
    into: OrganisationId,
) -> Result<(), Failed<organisations::Refused>> {
    bookings::service::shut(work).await?;
    organisations::service::merge(work, double, into).await?;
    lotteries::service::take_over_organisation(work, into).await?;
    Ok(())
}
