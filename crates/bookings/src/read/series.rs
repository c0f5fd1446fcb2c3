//! Series: what can be had of one that is wished, and what there is of one that was made.

mod card;
mod plan;

use std::collections::BTreeSet;

use chrono::TimeDelta;
use kernel::{Fault, Instant, Span};
use sea_orm::entity::prelude::*;
use views::Lang;

use super::{
    Catalogue, Place,
    alternatives::{distance, nearest_times, offer, units_of},
    day::busy_units,
};
use crate::{
    entity::{HoldId, ResourceId, SpaceId},
    ledger,
    refused::{Alternative, Wrong},
    rules::{Booker, devices::Pick, fitting::with_clearing},
};

pub use card::{SeriesCard, series_of, series_seen_by, series_with_reference, versions};
pub(crate) use card::{rhythm, said};
pub(crate) use plan::{Plan, Settled};

/// How many alternatives are offered for one time, and how many of them are other times.
const OFFERED: usize = 3;
const TIMES: usize = 2;
/// So many days before and after are looked at.
const NEAR: i64 = 3;

/// What a person chose for one time of a series.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Choice {
    /// As the series has it.
    #[default]
    AsWished,
    /// Left out; of a series that is changed: left as it is.
    LeaveOut,
    /// Another space or another time.
    Instead(SpaceId, Span),
}

/// One time of a series as it is wished.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// What names it in a form.
    pub key: String,
    /// Which space.
    pub space: SpaceId,
    /// When.
    pub span: Span,
    /// How many people come.
    pub attendees: i32,
    /// This unit and no other.
    pub only_unit: Option<i32>,
    /// This unit if it is free.
    pub unit: Option<i32>,
    /// What the person chose instead.
    pub choice: Choice,
    /// Which devices are lent with it.
    pub devices: Vec<Pick>,
}

/// Why a time cannot be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// Rules stand against it.
    Wrong(Vec<Wrong>),
    /// Someone else has it.
    Taken,
}

/// One time of a series, looked at before anything is saved.
#[derive(Clone, Debug)]
pub struct Occurrence {
    /// What was wished and chosen.
    pub wanted: Wanted,
    /// Why it cannot be had as wished.
    pub obstacle: Option<Obstacle>,
    /// What can be had instead, the choice included where it can be had.
    pub options: Vec<Alternative>,
    /// Whether it still needs a choice.
    pub open: bool,
}

impl Wanted {
    /// Where and when it would be, after what the person chose; none when it is left out.
    pub const fn target(&self) -> Option<(SpaceId, Span)> {
        match self.choice {
            Choice::AsWished => Some((self.space, self.span)),
            Choice::LeaveOut => None,
            Choice::Instead(space, span) => Some((space, span)),
        }
    }
}

/// Looks at every time of a series, with two questions to the ledger, however many times there
/// are; holds that would move do not stand in the way.
pub async fn occurrences(
    db: &impl ConnectionTrait,
    catalogue: &Catalogue,
    wanted: &[Wanted],
    moving: &[HoldId],
    booker: Booker,
    now: Instant,
    lang: Lang,
) -> Result<Vec<Occurrence>, Fault> {
    let mut spans: Vec<Span> = wanted.iter().map(|one| with_clearing(one.span)).collect();
    let chosen = wanted.iter().filter_map(Wanted::target);
    spans.extend(chosen.map(|(_, span)| with_clearing(span)));
    let mut plan = Plan::new(catalogue, booker, now);
    plan.add(ledger::standing(db, &spans, None, moving).await?);
    // One after the other: the earlier ones count towards what one may have.
    let looked = wanted.iter().map(|one| {
        let obstacle = plan.obstacle(one, one.space, one.span).err();
        (obstacle, !matches!(plan.settle(one), Settled::Cannot))
    });
    let (as_wished, settled): (Vec<Option<Obstacle>>, Vec<bool>) = looked.unzip();
    let troubled = || wanted.iter().zip(&as_wished).filter(|(_, no)| no.is_some());
    let near: Vec<Span> = troubled().map(|(one, _)| around(one.span)).collect();
    let resources: BTreeSet<ResourceId> = troubled()
        .filter_map(|(one, _)| catalogue.place(one.space))
        .flat_map(|place| place.units.iter().flat_map(|unit| unit.resources.clone()))
        .chain(troubled().flat_map(|(one, _)| units_of(catalogue, &one.devices)))
        .collect();
    let resources: Vec<ResourceId> = resources.into_iter().collect();
    plan.add(ledger::standing(db, &near, Some(&resources), moving).await?);
    let seen = wanted.iter().zip(as_wished).zip(settled);
    Ok(seen
        .map(|((one, obstacle), settled)| Occurrence {
            options: match &obstacle {
                Some(_) => options(&plan, one, settled, lang),
                None => Vec::new(),
            },
            open: !settled,
            wanted: one.clone(),
            obstacle,
        })
        .collect())
}

/// Other times of that space near by, then other spaces at that time; each can be had now beside
/// the rest of the series.
fn options(plan: &Plan<'_>, one: &Wanted, settled: bool, lang: Lang) -> Vec<Alternative> {
    let mut found = Vec::new();
    let wished = plan.catalogue.place(one.space);
    let near = around(one.span);
    if let Choice::Instead(space, span) = one.choice
        && settled
        && let Some(place) = plan.catalogue.place(space)
    {
        found.push(offer(place, span, lang));
    }
    let busy = plan.busy_within(near);
    let can_be_had = |place: &Place, span| plan.obstacle(one, place.space.id, span).is_ok();
    let mut times = Vec::new();
    if let Some(place) = wished {
        let units = busy_units(place, &busy);
        let day = plan.catalogue.day(place, &units, &plan.booker, plan.now);
        let near = nearest_times(&day, one.span, NEAR, |span| can_be_had(place, span));
        times = near
            .into_iter()
            .map(|span| offer(place, span, lang))
            .collect();
    }
    let mut others: Vec<&Place> = plan
        .catalogue
        .places
        .iter()
        .filter(|place| place.space.id != one.space && place.space.capacity >= one.attendees)
        .filter(|place| {
            let units = busy_units(place, &busy);
            let day = plan.catalogue.day(place, &units, &plan.booker, plan.now);
            day.is_bookable(one.span) && can_be_had(place, one.span)
        })
        .collect();
    others.sort_by_key(|place| distance(wished, &place.space, one.attendees));
    let spaces: Vec<Alternative> = others
        .into_iter()
        .take(OFFERED)
        .map(|place| offer(place, one.span, lang))
        .collect();
    let beside = OFFERED - spaces.len().min(OFFERED - TIMES);
    for other in times.into_iter().take(beside).chain(spaces) {
        if found.len() < OFFERED && !found.contains(&other) {
            found.push(other);
        }
    }
    found
}

/// The days near a time, whole.
fn around(span: Span) -> Span {
    let day = Span::day(span.from.date());
    Span {
        from: day.from - TimeDelta::days(NEAR),
        until: day.until + TimeDelta::days(NEAR + 1),
    }
}
