//! What is free on a day, or over several.

use std::collections::{BTreeMap, HashMap};

use chrono::{NaiveDate, NaiveTime};
use kernel::{Fault, Instant, Span};
use sea_orm::{QuerySelect, entity::prelude::*};

use web::App;

use super::{Catalogue, Place, free_units};
use crate::{
    entity::{ResourceId, SpaceId, allocation},
    ledger,
    rules::{
        Booker, Calendar, Hours, Terms,
        free::free_spans,
        hours_on,
        strip::{Cell, Day},
    },
};

/// When resources are occupied.
pub type Busy = HashMap<ResourceId, Vec<Span>>;

/// One row of the grid: a space on a date.
#[derive(Clone, Debug)]
pub struct Row<'c> {
    /// The space.
    pub place: &'c Place,
    /// The date.
    pub date: NaiveDate,
    /// When the space can be used at all.
    pub calendar: &'c Calendar,
    /// Its hours.
    pub cells: Vec<Cell>,
    /// When the date opens for whoever looks, if that lies ahead.
    pub opens: Option<Instant>,
    /// Whether it is kept for a draw.
    pub drawn: bool,
}

/// What is occupied at any moment of a span; of some resources, or of all.
pub async fn busy(
    db: &impl ConnectionTrait,
    span: Span,
    of: Option<Vec<ResourceId>>,
) -> Result<Busy, Fault> {
    let mut query = ledger::overlapping(span)
        .select_only()
        .column(allocation::Column::ResourceId)
        .column(allocation::Column::StartsAt)
        .column(allocation::Column::EndsAt);
    if let Some(resources) = of {
        query = query.filter(allocation::COLUMN.resource_id.is_in(resources));
    }
    let rows: Vec<(ResourceId, Instant, Instant)> = query.into_tuple().all(db).await?;
    let mut busy = Busy::new();
    for (resource, from, until) in rows {
        busy.entry(resource).or_default().push(Span { from, until });
    }
    Ok(busy)
}

/// Whether nothing of a space is left at a time, because others have it.
pub async fn is_taken(app: &App, space: SpaceId, span: Span) -> Result<bool, Fault> {
    let catalogue = Catalogue::current(app).await?;
    let Some(place) = catalogue.place(space) else {
        return Ok(false);
    };
    Ok(free_units(app.db.reader(), place, span).await? == 0)
}

/// The grid: each place on each date, in columns of an hour.
pub fn rows<'c>(
    catalogue: &'c Catalogue,
    places: &[&'c Place],
    dates: &[NaiveDate],
    columns: Hours,
    busy: &Busy,
    booker: &Booker,
    now: Instant,
) -> Vec<Row<'c>> {
    let mut rows = Vec::with_capacity(places.len() * dates.len());
    for place in places {
        let units = busy_units(place, busy);
        let day = catalogue.day(place, &units, booker, now);
        for date in dates {
            let open = hours_on(day.hours, *date);
            let opens = day.terms.opening(place.space.id, day.hours, *date);
            rows.push(Row {
                opens: opens.map(|(at, _)| at).filter(|at| now < *at),
                drawn: day.terms.withheld(place.space.id, *date).is_some(),
                place,
                date: *date,
                calendar: catalogue.hours(&place.space),
                cells: day.cells(*date, columns, open),
            });
        }
    }
    rows
}

/// The stretches within which any allowed time can be booked on one unit, and on how many.
pub fn free(
    place: &Place,
    hours: &Calendar,
    terms: Terms<'_>,
    busy: &Busy,
    span: Span,
    now: Instant,
) -> Vec<(Span, usize)> {
    let mut found = BTreeMap::<(Instant, Instant), usize>::new();
    for date in span.from.date().iter_days() {
        if Instant::at(date, NaiveTime::MIN) >= span.until {
            break;
        }
        let Some(open) = hours_on(hours, date).map(|hours| hours.on(date)) else {
            continue;
        };
        let Some(earliest) = terms.earliest(&place.space, hours, date, now) else {
            continue;
        };
        for stretch in hours.stretches(date) {
            for unit in busy_units(place, busy) {
                for free in free_spans(&place.space, open.from, stretch, &unit, earliest) {
                    if free.overlaps(&span) {
                        *found.entry((free.from, free.until)).or_default() += 1;
                    }
                }
            }
        }
    }
    found
        .into_iter()
        .map(|((from, until), units)| (Span { from, until }, units))
        .collect()
}

/// For each unit of a place, when it is occupied.
pub(crate) fn busy_units(place: &Place, busy: &Busy) -> Vec<Vec<Span>> {
    place
        .units
        .iter()
        .map(|unit| {
            unit.resources
                .iter()
                .filter_map(|resource| busy.get(resource))
                .flatten()
                .copied()
                .collect()
        })
        .collect()
}

impl Catalogue {
    /// What is known of a place, for asking whether times are free.
    pub(crate) fn day<'a>(
        &'a self,
        place: &'a Place,
        busy: &'a [Vec<Span>],
        booker: &'a Booker,
        now: Instant,
    ) -> Day<'a> {
        Day {
            space: &place.space,
            hours: self.hours(&place.space),
            terms: self.terms(booker),
            busy,
            now,
        }
    }
}
