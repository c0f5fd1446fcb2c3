//! What the centre would take, what is in its way, and what it could take instead.

use std::collections::HashMap;

use chrono::{NaiveDate, TimeDelta};
use japan::fiscal::FiscalYear;
use kernel::{Failed, Fault, Instant, Span};
use plans::{
    entity::ProgrammeId,
    read::offered::{Offered, offered},
};
use sea_orm::entity::prelude::*;

use super::super::{Catalogue, Place, Unit, busy, chosen, devices};
use crate::{
    entity::{HoldId, ResourceId, SpaceId, booking, hold, own_use_reason},
    ledger,
    refused::{Refused, Unowned, Wrong},
    rules::{
        self, Calendar,
        devices::Pick,
        fitting::with_clearing,
        free::free_spans,
        own_uses::{FURTHEST, OwnWish, Words},
    },
};

/// So many other spaces are offered.
const OFFERED: usize = 6;

/// What the centre would take; the ledger was not asked.
#[derive(Clone, Debug)]
pub struct OwnPlan {
    /// The space.
    pub place: Place,
    /// When it can be used, for those who book.
    pub calendar: Calendar,
    /// Which unit of it; none for all of it.
    pub unit: Option<Unit>,
    /// Every time, the first first.
    pub spans: Vec<Span>,
    /// Why.
    pub reason: own_use_reason::Model,
    /// For which programme, and what that is called.
    pub programme: (ProgrammeId, String),
    /// What is moved there, and is in its own way nowhere.
    pub moving: Vec<HoldId>,
}

impl OwnPlan {
    /// What is taken together.
    pub fn resources(&self) -> Vec<ResourceId> {
        let unit = self.unit.clone();
        unit.unwrap_or_else(|| self.place.whole()).resources
    }

    /// Every time with clearing up.
    pub fn occupied(&self) -> Vec<Span> {
        let occupied = |span: &Span| rules::occupied(&self.place.space, *span);
        self.spans.iter().map(occupied).collect()
    }
}

/// What a wish comes to.
///
/// # Errors
/// Everything that is wrong with it at once.
pub async fn own_plan(
    db: &impl ConnectionTrait,
    catalogue: &Catalogue,
    wish: &OwnWish,
    now: Instant,
) -> Result<OwnPlan, Failed<Refused>> {
    let reasons = super::own_use_reasons(db).await?;
    let place = wish.space.and_then(|space| catalogue.place(space));
    let named = wish.unit.trim();
    let unit = place
        .filter(|_| !named.is_empty())
        .and_then(|place| place.unit_called(named))
        .cloned();
    let space = place.map(|place| (&place.space, named.is_empty() || unit.is_some()));
    let offered = offered(db, &own_years(now, wish.starts_at)).await?;
    let words = Words {
        reasons: &reasons,
        offered: &offered,
    };
    let spans = wish.allowed(space, &words, now).map_err(Refused::Own)?;
    let programme = wish.programme.and_then(|id| called(&offered, id));
    let reason = reasons.into_iter().find(|one| Some(one.id) == wish.reason);
    let (Some((place, reason)), Some(programme)) = (place.zip(reason), programme) else {
        return Err(Refused::Own(vec![Unowned::SpaceMissing]).into());
    };
    still_used(catalogue, place, &spans)?;
    Ok(OwnPlan {
        place: place.clone(),
        calendar: catalogue.hours(&place.space).clone(),
        unit,
        spans,
        reason,
        programme,
        moving: Vec::new(),
    })
}

/// The fiscal years whose programmes can be named: that of a use, if it is known, and those from the
/// running one on in which anything can be entered.
pub fn own_years(now: Instant, used: Option<Instant>) -> Vec<i32> {
    let of = |date: NaiveDate| FiscalYear::of(date).year();
    let last = now.date() + TimeDelta::days(FURTHEST);
    let mut years: Vec<i32> = (of(now.date())..=of(last)).collect();
    let used = used.map(|used| of(used.date()));
    years.extend(used.filter(|used| !years.contains(used)));
    years
}

/// A programme with what it is called.
pub(super) fn called(offered: &[Offered], id: ProgrammeId) -> Option<(ProgrammeId, String)> {
    let found = offered.iter().find(|one| one.id == id)?;
    Some((id, found.name.clone()))
}

/// Refuses times at which the space is given up.
pub(super) fn still_used(
    catalogue: &Catalogue,
    place: &Place,
    spans: &[Span],
) -> Result<(), Refused> {
    let mut dates = spans.iter().map(|span| span.from.date());
    let gone = |date: &NaiveDate| catalogue.given_up(&place.space, *date).is_some();
    match dates.find(gone) {
        Some(date) => Err(Refused::Own(vec![Unowned::GivenUp(date)])),
        None => Ok(()),
    }
}

/// Someone, or the centre itself, has the place already.
#[derive(Clone, Debug)]
pub struct InTheWay {
    /// Which of the times it is in the way of.
    pub at: usize,
    /// From when until when it occupies the place, with clearing up.
    pub span: Span,
    /// What has it.
    pub hold: hold::Model,
    /// What people say at the counter, if it is a booking.
    pub reference: Option<String>,
}

/// Everything that stands where the centre would like to be, in the order of time.
pub async fn in_the_way(
    db: &impl ConnectionTrait,
    plan: &OwnPlan,
    now: Instant,
) -> Result<Vec<InTheWay>, Fault> {
    let (times, resources) = (plan.occupied(), plan.resources());
    let standing = ledger::standing(db, &times, Some(&resources), &plan.moving).await?;
    let ids: Vec<HoldId> = standing.iter().map(|one| one.hold_id).collect();
    let holds = hold::Entity::find().filter(hold::COLUMN.id.is_in(ids.clone()));
    let holds: HashMap<HoldId, hold::Model> = holds
        .all(db)
        .await?
        .into_iter()
        // An offer that nobody took up in time stands no more.
        .filter(|hold| !hold.state.can_expire() || hold.expires_at.is_none_or(|at| now < at))
        .map(|hold| (hold.id, hold))
        .collect();
    let bookings = booking::Entity::find().filter(booking::COLUMN.hold_id.is_in(ids));
    let references: HashMap<HoldId, String> = bookings
        .all(db)
        .await?
        .into_iter()
        .map(|booking| (booking.hold_id, booking.reference))
        .collect();
    let mut found = Vec::new();
    for one in standing {
        let span = Span {
            from: one.starts_at,
            until: one.ends_at,
        };
        let at = times.iter().position(|time| time.overlaps(&span));
        if let (Some(at), Some(hold)) = (at, holds.get(&one.hold_id)) {
            found.push(InTheWay {
                at,
                span,
                hold: hold.clone(),
                reference: references.get(&hold.id).cloned(),
            });
        }
    }
    found.sort_by_key(|one| (one.at, one.span.from, one.hold.id));
    // All of a space is many things at once, and in the way once.
    found.dedup_by_key(|one| (one.at, one.hold.id));
    Ok(found)
}

/// What stands against the devices that are wished, at each time; a lack is said once.
pub async fn own_lacks(
    db: &impl ConnectionTrait,
    plan: &OwnPlan,
    picks: &[Pick],
) -> Result<Vec<Wrong>, Fault> {
    if picks.is_empty() {
        return Ok(Vec::new());
    }
    let devices = devices(db).await?;
    let units: Vec<ResourceId> = devices.iter().flat_map(|one| one.units.clone()).collect();
    let times = plan.occupied();
    let standing = ledger::standing(db, &times, Some(&units), &plan.moving).await?;
    let mut wrong = Vec::new();
    for (span, occupied) in plan.spans.iter().zip(times) {
        let is_busy = |unit| {
            let mut own = standing.iter().filter(|one| one.resource_id == unit);
            own.any(|one| one.starts_at < occupied.until && occupied.from < one.ends_at)
        };
        let lacks = chosen(&devices, picks, &plan.place.space, *span, is_busy).err();
        for one in lacks.into_iter().flatten() {
            if !wrong.contains(&one) {
                wrong.push(one);
            }
        }
    }
    Ok(wrong)
}

/// What the centre could take instead of one time: the same place when it is free that day, and
/// other places at that time.
pub async fn own_instead(
    db: &impl ConnectionTrait,
    catalogue: &Catalogue,
    plan: &OwnPlan,
    now: Instant,
) -> Result<Vec<(SpaceId, Span)>, Fault> {
    let [wished] = plan.spans.as_slice() else {
        return Ok(Vec::new());
    };
    let date = wished.from.date();
    let day = with_clearing(Span::day(date));
    let taken = busy(db, day, None).await?;
    let of = |resources: &[ResourceId]| -> Vec<Span> {
        let own = resources.iter().filter_map(|id| taken.get(id));
        own.flatten().copied().collect()
    };
    let space = &plan.place.space;
    let mut instead = Vec::new();
    let own = of(&plan.resources());
    for open in plan.calendar.stretches(date) {
        let free = free_spans(space, open.from, open, &own, now);
        let long = free
            .into_iter()
            .filter(|free| free.minutes() >= wished.minutes());
        instead.extend(long.map(|free| {
            let until = free.from + (wished.until - wished.from);
            (space.id, Span { until, ..free })
        }));
    }
    let others = catalogue.in_use(wished.from.date()).filter(|place| {
        let occupied = rules::occupied(&place.space, *wished);
        let whole = of(&place.whole().resources);
        place.space.id != space.id
            && place.space.capacity >= space.capacity
            && !whole.iter().any(|taken| taken.overlaps(&occupied))
    });
    instead.extend(others.take(OFFERED).map(|place| (place.space.id, *wished)));
    Ok(instead)
}
