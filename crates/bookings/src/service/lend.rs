//! Lending devices with a space: they are taken in the ledger like the space itself.

use std::collections::HashSet;

use kernel::{Failed, Fault, Span, Work};

use super::reserve::taken;
use crate::{
    entity::{HoldId, ResourceId, space},
    ledger,
    read::{self, Device},
    refused::Refused,
    rules::{self, devices::Pick},
};

/// Lends these devices to a hold that has its place, for as long as it has it, instead of those that
/// it had. After its space is locked: everywhere spaces come first, then devices.
///
/// # Errors
/// How many are left of those of which there are too few.
pub async fn lend(
    work: &Work,
    hold: HoldId,
    picks: &[Pick],
    space: &space::Model,
    span: Span,
) -> Result<(), Failed<Refused>> {
    let devices = read::devices(work.db()).await?;
    let wanted = resources(&devices, picks);
    let occupied = rules::occupied(space, span);
    let standing = ledger::lock_and_look(work, &wanted, &[occupied], &[hold]).await?;
    let busy: HashSet<ResourceId> = standing.into_iter().map(|one| one.resource_id).collect();
    let is_busy = |unit| busy.contains(&unit);
    let chosen = read::chosen(&devices, picks, space, span, is_busy).map_err(Refused::Wrong)?;
    let all: Vec<ResourceId> = devices.iter().flat_map(|own| own.units.clone()).collect();
    if ledger::exchange(work, hold, &all, &chosen, occupied).await? {
        Ok(())
    } else {
        Err(taken())
    }
}

/// The same, for whoever locks those of several uses at once.
pub async fn units_of(work: &Work, picks: &[Pick]) -> Result<Vec<ResourceId>, Fault> {
    if picks.is_empty() {
        return Ok(Vec::new());
    }
    Ok(resources(&read::devices(work.db()).await?, picks))
}

/// Every single one of the devices that are wished.
pub(super) fn resources<'p>(
    devices: &[Device],
    picks: impl IntoIterator<Item = &'p Pick>,
) -> Vec<ResourceId> {
    let wished: HashSet<_> = picks.into_iter().map(|pick| pick.device).collect();
    devices
        .iter()
        .filter(|device| wished.contains(&device.row.id))
        .flat_map(|device| device.units.clone())
        .collect()
}
