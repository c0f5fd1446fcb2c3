//! Two people, or two organisations, who may be one, as whoever merges them sees them.

use accounts::{Unmerged, read::Person};
use bookings::read::Belongings;
use kernel::{Actor, Fault, Instant, PersonId};
use organisations::entity::OrganisationId;
use sea_orm::ConnectionTrait;
use serde::Serialize;

/// So many bills are looked at for what is open.
const BILLS: u64 = 1_000;

/// One of two people who may be one, with all that comes over or ends.
#[derive(Clone, Debug, Serialize)]
pub struct Side {
    /// Who.
    #[serde(flatten)]
    pub person: Person,
    /// What they have of bookings.
    pub has: Belongings,
    /// How many consultations they asked for.
    pub consultations: u64,
    /// How many bills they have.
    pub bills: u64,
    /// What they still have to pay on them, in yen; what they get back is not taken off.
    pub open: i64,
    /// For whom they act.
    pub organisations: Vec<String>,
    /// How many registrations (categories) were granted to them.
    pub registrations: usize,
    /// In how many browsers they are signed in.
    pub sessions: usize,
    /// How many tokens they have.
    pub tokens: usize,
}

/// One of two people who may be one; `None` when there is no such person.
pub async fn side(
    db: &impl ConnectionTrait,
    id: PersonId,
    now: Instant,
) -> Result<Option<Side>, Fault> {
    let Some(person) = accounts::read::person(db, id).await? else {
        return Ok(None);
    };
    let acts = organisations::read::represented(db, id, now.date()).await?;
    let filter = fees::read::Filter {
        people: Some(vec![id]),
        ..fees::read::Filter::default()
    };
    let open = fees::read::listed(db, filter, BILLS).await?;
    Ok(Some(Side {
        person,
        has: bookings::read::belongings(db, id, now).await?,
        consultations: consultations::read::count_of_person(db, id).await?,
        bills: fees::read::count_of(db, id).await?,
        open: open.iter().map(|bill| bill.row.open_amount.max(0)).sum(),
        organisations: acts.into_iter().map(|one| one.name).collect(),
        registrations: organisations::read::registrations_of(db, id).await?.len(),
        sessions: accounts::read::sessions(db, id, None, now).await?.len(),
        tokens: accounts::read::tokens(db, id).await?.len(),
    }))
}

/// Why two people cannot be one by this actor, if they cannot: as `accounts` knows them, and because of
/// consultations, which whoever stays reads from then on.
pub async fn hindrance(
    db: &impl ConnectionTrait,
    actor: &Actor,
    double: PersonId,
    into: PersonId,
) -> Result<Option<Unmerged>, Fault> {
    if let Some(why) = accounts::read::unmerged(db, actor, double, into).await? {
        return Ok(Some(why));
    }
    let advised = is_advised(db, actor, double).await?;
    Ok(advised.then_some(Unmerged::Consultations))
}

/// Whether somebody has consultations that this actor may not hand to another account by themselves.
pub async fn is_advised(
    db: &impl ConnectionTrait,
    actor: &Actor,
    double: PersonId,
) -> Result<bool, Fault> {
    let trusted = consultations::rules::may_keep_experts(actor);
    Ok(!trusted && consultations::read::count_of_person(db, double).await? > 0)
}

/// One of two organisations that may be one, with what comes over.
#[derive(Clone, Debug, Serialize)]
pub struct OrganisationSide {
    /// Which.
    #[serde(flatten)]
    pub side: organisations::read::Side,
    /// What was booked for it.
    pub has: Belongings,
    /// How many bills were made out for it.
    pub bills: u64,
    /// What is still to be paid on them, in yen; what is to be given back is not taken off.
    pub open: i64,
}

/// One of two organisations that may be one; `None` when there is none, or it is merged already.
pub async fn organisation_side(
    db: &impl ConnectionTrait,
    id: OrganisationId,
    now: Instant,
) -> Result<Option<OrganisationSide>, Fault> {
    let Some(side) = organisations::read::side(db, id, now.date()).await? else {
        return Ok(None);
    };
    let filter = fees::read::Filter {
        organisation: Some(id),
        ..fees::read::Filter::default()
    };
    let open = fees::read::listed(db, filter, BILLS).await?;
    Ok(Some(OrganisationSide {
        side,
        has: bookings::read::belongings_of_organisation(db, id, now).await?,
        bills: fees::read::count_of_organisation(db, id).await?,
        open: open.iter().map(|bill| bill.row.open_amount.max(0)).sum(),
    }))
}
