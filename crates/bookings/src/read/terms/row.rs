//! The row of a rule, as the rules take it.

use kernel::Fault;
use organisations::rules::Selector;
use sea_orm::DbErr;

use super::Ruling;
use crate::{
    entity::booking_rule::{self, CountedBy, Kind},
    rules::{
        Rule,
        closure::Reason,
        terms::{Ahead, Limit, Measure, Notice, Opening, Penalty, Term},
    },
};

/// A row that cannot be read must not open the house without a word.
pub(super) fn read(row: booking_rule::Model) -> Result<Ruling, Fault> {
    let id = row.id;
    let ruling = read_row(row);
    ruling.ok_or_else(|| Fault::from(DbErr::Type(format!("booking rule {id}"))))
}

fn read_row(row: booking_rule::Model) -> Option<Ruling> {
    let term = term(&row)?;
    let valid_until = match &row.valid_until {
        Some(date) => Some(date.parse().ok()?),
        None => None,
    };
    Some(Ruling {
        made_by: row.made_by,
        made_at: row.made_at,
        rule: Rule {
            id: row.id,
            term,
            space: row.space_id,
            selector: Selector {
                locality: row.locality,
                party: row.party,
                stage: row.stage,
            },
            source: Reason {
                ja: row.source,
                en: row.source_en,
            },
            valid_from: row.valid_from.parse().ok()?,
            valid_until,
        },
    })
}

fn term(row: &booking_rule::Model) -> Option<Term> {
    let months = |value: Option<i32>| u32::try_from(value?).ok();
    Some(match row.kind {
        Kind::Window => Term::Window(Opening {
            ahead: match row.counted_by? {
                CountedBy::FirstOfMonth => Ahead::FirstOfMonth(months(row.amount)?),
                CountedBy::Months => Ahead::Months(months(row.amount)?),
                CountedBy::Days => Ahead::Days(months(row.amount)?),
                _ => return None,
            },
            clock: row.clock?,
        }),
        Kind::Notice => Term::Notice(match row.counted_by? {
            CountedBy::Minutes => Notice::Minutes(row.amount?),
            CountedBy::Days => Notice::Days {
                days: months(row.amount)?,
                clock: row.clock?,
            },
            _ => return None,
        }),
        Kind::Quota => Term::Quota(Limit {
            most: row.amount?,
            measure: match row.counted_by? {
                CountedBy::Bookings => Measure::Bookings,
                CountedBy::Hours => Measure::Hours,
                _ => return None,
            },
            period: row.period?,
        }),
        Kind::Run => Term::Run(row.amount?),
        Kind::Approval => Term::Approval(row.decide_days?),
        Kind::NoShow => Term::NoShow(Penalty {
            times: row.amount?,
            within_months: months(row.within_months)?,
            for_months: months(row.for_months)?,
            late_days: match row.late_days {
                Some(days) => Some(u32::try_from(days).ok()?),
                None => None,
            },
        }),
    })
}
