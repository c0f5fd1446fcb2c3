//! What the ward sees of the figures: no small one, and none from which one could be computed.
//!
//! Source: design.md 9; docs/decisions/023 and 024.

use std::ops::RangeInclusive;

use chrono::{Months, NaiveDate};
use disclosure::{Figure as Cell, Overlapping, Persons, Table, Threshold, Unfit, suppress_both};
use japan::fiscal::FiscalYear;

use super::{
    By, Facts, Figure, Sheet, Sums, Told, Waits,
    tally::{Tally, tally},
};

/// The ward sees counts from five on.
const LEAST: u64 = 5;
/// So long after a fiscal year its figures are made for the ward: records are finished by then.
const MONTHS_AFTER: Months = Months::new(1);

const HIDDEN: Told = Told {
    count: None,
    persons: None,
};

impl Facts {
    /// The same as the ward may see it: no small figure, and none from which one could be computed.
    ///
    /// Each table is protected by itself; those of the same consultations share their total only.
    /// How many had a first meeting, how many follow-ups were due and the longest wait are not told:
    /// the two are close to other figures, the third is of one person.
    ///
    /// # Errors
    /// When figures are no table, which is a fault.
    pub fn sums_for_ward(&self) -> Result<Sums, Unfit> {
        let least = Threshold::try_new(LEAST)?;
        let mut tables = Vec::new();
        for by in self.told_apart() {
            tables.push(guarded(tally(by, &self.counted), least)?);
        }
        let missed = self.missed();
        let waited = self.waited();
        let people = Figure::of(self.waits.iter().map(|one| one.person)).persons;
        Ok(Sums {
            tables,
            absent: if is_small(missed) {
                HIDDEN
            } else {
                Told::whole(missed)
            },
            waits: Waits {
                cases: waited.cases.filter(|cases| *cases == 0),
                twice_median: waited.twice_median.filter(|_| people >= LEAST),
                longest: None,
            },
            followed_up: self.share_followed_up(),
        })
    }

    /// Those who are followed up are nearly those who came: beside the other figures each count of
    /// them, less or more one, would be of few. A share in coarse steps is of nobody.
    fn share_followed_up(&self) -> Option<u64> {
        let (done, open) = self.followed_up();
        let few = is_small(done) || is_small(open) || self.due().persons < LEAST;
        let share = (done.count * 40 / (done.count + open.count).max(1)).div_ceil(2) * 5;
        (!few).then_some(share)
    }
}

const fn is_small(figure: Figure) -> bool {
    1 <= figure.persons && figure.persons < LEAST
}

fn guarded(tally: Tally, least: Threshold) -> Result<Sheet, Unfit> {
    if tally.by == By::Field {
        overlapping(tally, least)
    } else {
        apart(tally.by.code(), tally.rows, tally.all, least)
    }
}

/// A table whose rows add up to its total, though not the people in them.
fn apart(
    by: &str,
    rows: Vec<(String, Figure)>,
    all: Figure,
    least: Threshold,
) -> Result<Sheet, Unfit> {
    if rows.is_empty() {
        return Ok(sheet(by, rows, Told::whole(all), |_| (true, true)));
    }
    let counts: Vec<u64> = rows.iter().map(|(_, figure)| figure.count).collect();
    let persons: Vec<u64> = rows.iter().map(|(_, figure)| figure.persons).collect();
    let cells: Vec<Vec<u64>> = persons.iter().map(|persons| vec![*persons]).collect();
    let persons = Persons::try_new(&cells, &persons, &[all.persons], all.persons)?;
    let both = suppress_both(&Table::list(&counts)?, &persons, least)?;
    let all = Told {
        count: told(both.counts.total()),
        persons: told(both.persons.total()),
    };
    Ok(sheet(by, rows, all, |row| {
        (
            is_told(both.counts.cell(row, 0)),
            is_told(both.persons.cell(row, 0)),
        )
    }))
}

/// A table in which a consultation can be in several rows. Whatever is hidden of one measure is
/// hidden of both.
fn overlapping(tally: Tally, least: Threshold) -> Result<Sheet, Unfit> {
    let (by, rows, all) = (tally.by.code(), tally.rows, tally.all);
    let list = |of: fn(&Figure) -> u64| {
        let counts: Vec<u64> = rows.iter().map(|(_, figure)| of(figure)).collect();
        Ok::<_, Unfit>(Overlapping::try_new(&counts, of(&all))?.suppress(least))
    };
    let (counts, persons) = (list(|one| one.count)?, list(|one| one.persons)?);
    let total = is_told(counts.total()) && is_told(persons.total());
    let all = if total { Told::whole(all) } else { HIDDEN };
    Ok(sheet(by, rows, all, |row| {
        let told = is_told(counts.cell(row, 0)) && is_told(persons.cell(row, 0));
        (told, told)
    }))
}

/// The rows, as far as their count and their people are told.
fn sheet(
    by: &str,
    rows: Vec<(String, Figure)>,
    all: Told,
    told: impl Fn(usize) -> (bool, bool),
) -> Sheet {
    let row = |(nth, (value, figure)): (usize, (String, Figure))| {
        let (count, persons) = told(nth);
        let told = Told {
            count: count.then_some(figure.count),
            persons: persons.then_some(figure.persons),
        };
        (value, told)
    };
    Sheet {
        by: by.to_owned(),
        rows: rows.into_iter().enumerate().map(row).collect(),
        all,
    }
}

fn told(cell: Cell) -> Option<u64> {
    match cell {
        Cell::Shown(figure) => Some(figure),
        Cell::Hidden => None,
    }
}

fn is_told(cell: Cell) -> bool {
    told(cell).is_some()
}

/// The fiscal years whose figures the ward sees on a day: whole ones that are over, the last ten.
pub fn years_for_ward(today: NaiveDate) -> RangeInclusive<FiscalYear> {
    let last = FiscalYear::of(today - MONTHS_AFTER).previous();
    let first = (1..10).fold(last, |year, _| year.previous());
    first..=last
}

#[cfg(test)]
mod tests;
