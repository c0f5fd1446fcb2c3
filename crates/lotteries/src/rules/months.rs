//! Which month is announced when, and which days are kept for the draws.

use bookings::rules::Withheld;
use chrono::{Datelike, Days, Months, NaiveDate};
use kernel::Instant;

use super::Terms;
use crate::entity::lottery;

/// A lottery is announced so many days before people can apply: then everybody can read by what its
/// seed will be recognised.
const AHEAD: u64 = 40;

/// So many months are looked at for the next that can still be drawn.
const FAR: u32 = 60;

/// The first day of the month that a form names: `2027-01`.
pub fn month_of(typed: &str) -> Option<NaiveDate> {
    format!("{typed}-01").parse().ok()
}

/// The terms by which a month is drawn: those that begin last.
fn of(all: &[Terms], month: NaiveDate) -> Option<&Terms> {
    let begun = all.iter().filter(|terms| terms.first <= month);
    begun
        .max_by_key(|terms| terms.first)
        .filter(|terms| terms.draw(month))
}

/// The months of a space that are to be announced now, each with its terms: people can apply soon or
/// already, and there is no lottery of them yet.
pub fn due<'t>(
    all: &'t [Terms],
    known: &[lottery::Model],
    now: Instant,
) -> Vec<(NaiveDate, &'t Terms)> {
    let soon = now.date() + Days::new(AHEAD);
    let months = months_from(now.date()).filter(|month| !announced(known, *month));
    let due = |month: NaiveDate| {
        let terms = of(all, month)?;
        let takes = terms.takes(month)?;
        (now < takes.until && takes.from.date() <= soon).then_some((month, terms))
    };
    months.filter_map(due).collect()
}

/// Whether there is a lottery of a month.
fn announced(known: &[lottery::Model], month: NaiveDate) -> bool {
    known.iter().any(|one| one.month() == month)
}

/// What is kept of a space: the months that are announced and not yet drawn, and those that will be. A
/// month for which nobody can apply any more, and which was never announced, is for whoever comes first.
pub fn withheld(all: &[Terms], known: &[lottery::Model], now: Instant) -> Vec<Withheld> {
    let open = known.iter().filter(|one| one.is_open());
    let mut kept: Vec<Withheld> = open
        .map(|one| Withheld {
            spaces: vec![one.space_id],
            first: one.month(),
            last: Some(last_day(one.month())),
            takes: Some(one.takes()),
        })
        .collect();
    kept.extend(
        all.iter()
            .filter_map(|terms| to_come(terms, all, known, now)),
    );
    kept
}

/// The last month that is drawn by terms, among all of the space: they end, or others begin.
fn last_of(terms: &Terms, all: &[Terms]) -> Option<NaiveDate> {
    let next = all.iter().map(|other| other.first);
    let next = next.filter(|first| terms.first < *first).min();
    let before_next = next.and_then(|first| first.checked_sub_months(Months::new(1)));
    [terms.last, before_next].into_iter().flatten().min()
}

/// Whether a space with these terms is drawn in a month, or in any later one.
pub fn is_drawn_from(all: &[Terms], month: NaiveDate) -> bool {
    let goes_on = |terms| last_of(terms, all).is_none_or(|last| month <= last);
    all.iter().any(goes_on)
}

/// What is kept by terms for months that are not announced yet.
fn to_come(
    terms: &Terms,
    all: &[Terms],
    known: &[lottery::Model],
    now: Instant,
) -> Option<Withheld> {
    let last = last_of(terms, all);
    let can_come = |month: &NaiveDate| {
        let takes = terms.takes(*month);
        !announced(known, *month) && takes.is_some_and(|takes| now < takes.until)
    };
    let first = months_from(terms.first.max(first_of(now.date()))).find(can_come)?;
    let in_time = last.is_none_or(|last| first <= last);
    in_time.then(|| Withheld {
        spaces: vec![terms.space],
        first,
        last: last.map(last_day),
        takes: None,
    })
}

fn months_from(day: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let first = first_of(day);
    (0..FAR).filter_map(move |months| first.checked_add_months(Months::new(months)))
}

fn first_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

fn last_day(month: NaiveDate) -> NaiveDate {
    let next = month.checked_add_months(Months::new(1));
    next.and_then(|next| next.pred_opt()).unwrap_or(month)
}
