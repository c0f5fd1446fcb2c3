//! Which unit each time of a series gets, one after the other.

use std::collections::HashMap;

use kernel::{Instant, Span};

use super::{Choice, Obstacle, Wanted};
use crate::{
    entity::{ResourceId, SpaceId, allocation},
    read::{Busy, Catalogue, Place, Unit, chosen},
    refused::{Bound, Wrong},
    rules::{self, Booker, terms::Taken},
};

/// What is occupied, by others and by the times of the series that have their place already.
pub(crate) struct Plan<'c> {
    pub(crate) catalogue: &'c Catalogue,
    pub(crate) now: Instant,
    /// Who books, with the times of the series that have their place already.
    pub(crate) booker: Booker,
    busy: Busy,
    /// The unit that the series had last in a space: who comes every week likes the same desk.
    usual: HashMap<SpaceId, i32>,
}

/// What one time comes to.
#[derive(Debug)]
pub(crate) enum Settled<'c> {
    /// It is left out.
    LeftOut,
    /// It has this unit at this time, and these resources of it and of devices.
    Has(&'c Place, &'c Unit, Span, Vec<ResourceId>),
    /// It cannot be had.
    Cannot,
}

impl<'c> Plan<'c> {
    /// With nothing occupied yet.
    pub(crate) fn new(catalogue: &'c Catalogue, booker: Booker, now: Instant) -> Self {
        Self {
            catalogue,
            now,
            booker,
            busy: Busy::new(),
            usual: HashMap::new(),
        }
    }

    /// Adds what stands in the ledger.
    pub(crate) fn add(&mut self, standing: Vec<allocation::Model>) {
        for one in standing {
            let span = Span {
                from: one.starts_at,
                until: one.ends_at,
            };
            self.busy.entry(one.resource_id).or_default().push(span);
        }
    }

    /// What is occupied within a stretch of time.
    pub(crate) fn busy_within(&self, near: Span) -> Busy {
        let within = |spans: &Vec<Span>| {
            let near = spans.iter().filter(|span| span.overlaps(&near));
            near.copied().collect()
        };
        self.busy
            .iter()
            .map(|(resource, spans)| (*resource, within(spans)))
            .collect()
    }

    /// The unit that one time would have in a space, or why it cannot have one.
    pub(crate) fn obstacle(
        &self,
        one: &Wanted,
        space: SpaceId,
        span: Span,
    ) -> Result<(&'c Place, &'c Unit, Vec<ResourceId>), Obstacle> {
        let Some(place) = self.catalogue.place(space) else {
            return Err(Obstacle::Wrong(vec![Wrong::SpaceMissing]));
        };
        let day = self.catalogue.day(place, &[], &self.booker, self.now);
        let mut wrong = rules::wrong_times(day.space, day.hours, day.terms, span, day.now);
        wrong.extend(day.terms.wrong_amount(Taken { space, span }, day.now));
        if one.attendees > place.space.capacity {
            wrong.push(Wrong::Beyond(Bound::People(place.space.capacity), None));
        }
        if !wrong.is_empty() {
            return Err(Obstacle::Wrong(wrong));
        }
        let occupied = rules::occupied(&place.space, span);
        let is_busy = |id: ResourceId| {
            let busy = self.busy.get(&id).into_iter().flatten();
            busy.copied().any(|busy| busy.overlaps(&occupied))
        };
        let is_free = |unit: &&Unit| !unit.resources.iter().copied().any(is_busy);
        let same_space = space == one.space;
        let only = one.only_unit.filter(|_| same_space && span == one.span);
        let liked = one.unit.filter(|_| same_space);
        let liked = liked.or_else(|| self.usual.get(&space).copied());
        let mut free = place
            .units
            .iter()
            .filter(|unit| only.is_none_or(|only| only == unit.number))
            .filter(is_free);
        let first = free.next().ok_or(Obstacle::Taken)?;
        let best = Some(first)
            .into_iter()
            .chain(free)
            .find(|unit| Some(unit.number) == liked);
        let devices = &self.catalogue.devices;
        let lent = chosen(devices, &one.devices, &place.space, span, is_busy);
        let lent = lent.map_err(Obstacle::Wrong)?;
        let unit = best.unwrap_or(first);
        Ok((place, unit, [unit.resources.clone(), lent].concat()))
    }

    /// Gives a time its place, after what the person chose for it.
    pub(crate) fn settle(&mut self, one: &Wanted) -> Settled<'c> {
        let Some((space, span)) = one.target() else {
            return Settled::LeftOut;
        };
        let Ok((place, unit, taken)) = self.obstacle(one, space, span) else {
            return Settled::Cannot;
        };
        for resource in &taken {
            let occupied = rules::occupied(&place.space, span);
            self.busy.entry(*resource).or_default().push(occupied);
        }
        self.booker.taken.push(Taken { space, span });
        if one.choice == Choice::AsWished {
            self.usual.insert(space, unit.number);
        }
        Settled::Has(place, unit, span, taken)
    }
}
