//! What the ward sees of a fiscal year is made once.

use std::ops::RangeInclusive;

use chrono::NaiveDate;
use japan::fiscal::FiscalYear;
use kernel::{Fault, Instant, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*, sea_query::OnConflict};

use crate::{
    entity::{WardFiguresId, ward_figures},
    read,
    rules::Sums,
};

/// The figures of a fiscal year as the ward sees them, and when they were made: now, if nobody of the
/// ward has looked yet. What is entered or put right later is not in them, since the difference would
/// tell about single people (docs/decisions/024).
pub async fn figures_for_ward(work: &Work, year: FiscalYear) -> Result<(Sums, Instant), Fault> {
    let before = read::figures_for_ward(work.db(), year.year()).await?;
    let row = match before {
        Some(row) => row,
        None => made(work, year).await?,
    };
    let sums = serde_json::from_str(&row.sums)
        .map_err(|source| Fault::broken("reading figures for the ward", source))?;
    Ok((sums, row.made_at))
}

/// Makes them; whoever looks at the same moment sees the same.
async fn made(work: &Work, year: FiscalYear) -> Result<ward_figures::Model, Fault> {
    let days: RangeInclusive<NaiveDate> = year.days();
    let facts = read::figure_facts(work.db(), &days, work.now().date()).await?;
    let sums = facts.sums_for_ward();
    let sums = sums.map_err(|source| Fault::broken("making figures for the ward", source))?;
    let sums = serde_json::to_string(&sums)
        .map_err(|source| Fault::broken("writing figures for the ward", source))?;
    let id = work.new_id::<WardFiguresId>();
    let row = ward_figures::ActiveModel {
        id: Set(id),
        fiscal_year: Set(year.year()),
        sums: Set(sums),
        made_at: Set(work.now()),
    };
    let mut first = OnConflict::column(ward_figures::Column::FiscalYear);
    ward_figures::Entity::insert(row)
        .on_conflict(first.do_nothing().to_owned())
        .exec_without_returning(work.db())
        .await?;
    let row = read::figures_for_ward(work.db(), year.year()).await?;
    let row = row.ok_or_else(|| Fault::broken("making figures for the ward", "they are gone"))?;
    if row.id == id {
        work.record(Event::new("figures.made", id).with("fiscal_year", year.year()));
    }
    Ok(row)
}
