//! What a use costs.
//!
//! The row in force on the day of use decides, for the price as for the tax, whenever the booking
//! was made; across a change of tariff each day of a series costs what that day costs.

use std::cmp::Reverse;

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use japan::money::{self, Pricing, RateTotal, Rounding, Yen};
use kernel::{Instant, Span};
use organisations::rules::{Category, Selector, chosen};

use crate::entity::{TariffRateId, tax_rate};

/// A dated price, as its rows stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rate {
    /// Its identifier.
    pub id: TariffRateId,
    /// Whom it speaks of.
    pub selector: Selector,
    /// The first day on which it holds.
    pub valid_from: NaiveDate,
    /// The last, if it has one.
    pub valid_until: Option<NaiveDate>,
    /// How it counts, and how much.
    pub unit: Unit,
    /// Which consumption tax.
    pub tax: tax_rate::Code,
    /// Whether the price includes it.
    pub pricing: Pricing,
}

/// How a price counts, and how much it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unit {
    /// For each so many minutes; a part of them counts whole.
    Hour {
        /// How many.
        minutes: i32,
        /// What they cost.
        amount: Yen,
    },
    /// For each band touched; the time between two bands costs nothing (連続利用の中間時間は無料).
    Band(Vec<Band>),
    /// Once for each use.
    Use(Yen),
    /// Once for each day.
    Day(Yen),
}

/// A band (時間区分) of the day: minutes after midnight in Tokyo, the last not included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// Its first minute.
    pub opens: i32,
    /// The first minute after it.
    pub closes: i32,
    /// What it costs.
    pub amount: Yen,
}

impl Band {
    fn on(&self, date: NaiveDate) -> Span {
        let minute = |minutes: i32| {
            Instant::at(date, NaiveTime::MIN) + TimeDelta::minutes(i64::from(minutes))
        };
        Span {
            from: minute(self.opens),
            until: minute(self.closes),
        }
    }
}

/// What a use costs, line by line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Price {
    /// What is counted.
    pub lines: Vec<PriceLine>,
    /// Sum and tax, rounded once.
    pub sum: RateTotal,
}

impl Price {
    /// What is to be paid, with tax.
    pub const fn total(&self) -> Yen {
        self.sum.total
    }
}

/// One line of a price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PriceLine {
    /// Which stretch of time; a band is told whole.
    pub span: Span,
    /// How often.
    pub times: i64,
    /// What each costs.
    pub each: Yen,
    /// What the line comes to.
    pub amount: Yen,
}

/// The row by which this category pays on this day.
pub fn in_force(rates: &[Rate], category: Category, on: NaiveDate) -> Option<&Rate> {
    chosen(rates, category, on, |rate| {
        (rate.selector, rate.valid_from, rate.valid_until)
    })
}

/// The rows in force on a day, one for each category that is spoken of: the closest first, and what
/// holds for everyone else last.
pub fn price_list(rates: &[Rate], on: NaiveDate) -> Vec<Rate> {
    let holds =
        |rate: &&Rate| rate.valid_from <= on && rate.valid_until.is_none_or(|until| on <= until);
    let mut list: Vec<Rate> = Vec::new();
    for rate in rates.iter().filter(holds) {
        let mut same = list.iter_mut();
        match same.find(|own| own.selector == rate.selector) {
            Some(own) if own.valid_from <= rate.valid_from => *own = rate.clone(),
            Some(_) => {}
            None => list.push(rate.clone()),
        }
    }
    list.sort_by_key(|rate| Reverse(rate.selector.closeness()));
    list
}

/// What a use costs by a row; `None` past the largest amount.
pub fn price(rate: &Rate, tax: money::Rate, rounding: Rounding, span: Span) -> Option<Price> {
    let lines: Vec<PriceLine> = match &rate.unit {
        Unit::Hour { minutes, amount } => {
            vec![line(span, steps(span, *minutes), *amount)?]
        }
        Unit::Band(bands) => touched(bands, span)
            .into_iter()
            .map(|(part, amount)| line(part, 1, amount))
            .collect::<Option<_>>()?,
        Unit::Use(amount) => vec![line(span, 1, *amount)?],
        Unit::Day(amount) => {
            let days = i64::try_from(dates(span).len()).ok()?;
            vec![line(span, days, *amount)?]
        }
    };
    lines
        .iter()
        .try_fold(Yen::ZERO, |sum, line| sum.checked_add(line.amount))?;
    let of_rate = lines.iter().map(|line| (tax, line.amount));
    let sum = money::invoice(of_rate, rate.pricing, rounding)
        .pop()
        .unwrap_or(RateTotal {
            rate: tax,
            net: Yen::ZERO,
            tax: Yen::ZERO,
            total: Yen::ZERO,
        });
    Some(Price { lines, sum })
}

fn line(span: Span, times: i64, each: Yen) -> Option<PriceLine> {
    Some(PriceLine {
        span,
        times,
        each,
        amount: each.checked_mul(times)?,
    })
}

/// How many steps a use takes; a part of one is one.
fn steps(span: Span, minutes: i32) -> i64 {
    let step = i64::from(minutes.max(1)) * 60_000_000;
    let length = (span.until - span.from).num_microseconds().unwrap_or(0);
    (length + step - 1) / step
}

/// The dates of which a use touches a moment.
fn dates(span: Span) -> Vec<NaiveDate> {
    let last = (span.until - TimeDelta::microseconds(1)).date();
    let days = span.from.date().iter_days();
    days.take_while(|date| *date <= last).collect()
}

/// The bands a use touches, in their order. Time outside every band belongs to the band after it,
/// or to the last of the day, when no band is touched at all.
fn touched(bands: &[Band], span: Span) -> Vec<(Span, Yen)> {
    let mut sorted = bands.to_vec();
    sorted.sort_by_key(|band| band.opens);
    let hit: Vec<(Span, Yen)> = dates(span)
        .into_iter()
        .flat_map(|date| sorted.iter().map(move |band| (band.on(date), band.amount)))
        .filter(|(part, _)| part.overlaps(&span))
        .collect();
    if !hit.is_empty() {
        return hit;
    }
    let date = span.from.date();
    let after = sorted.iter().find(|band| span.from <= band.on(date).from);
    after
        .or(sorted.last())
        .map(|band| (band.on(date), band.amount))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests;
