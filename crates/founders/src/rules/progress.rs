//! How far a founder is, and since when they have all.
//!
//! Source: `domain.md` part 2, engine, and G21 to G23. Simple and exact: every support of the plan is
//! measured with every set of sessions that could count together, on every day on which something
//! changed. A person has tens of sessions, not thousands.

use std::{cmp::Reverse, collections::BTreeSet};

use chrono::NaiveDate;

use super::{
    Attendance, Condition, Counted, DistinctBy, EligibilityRow, Founder, NotCounted, Scheme,
    Support, Within,
    condition::{distinct, measure},
    founder::{first_day, is_founder},
    window::{Given, Together, together},
};

/// How far a founder is on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Whether all is met on that day: the support was had, and they are a founder.
    pub met: bool,
    /// The first day on which all was met; it stays when they are a founder no more.
    pub met_on: Option<NaiveDate>,
    /// The first day on which the support was had, founder or not; nothing takes it away.
    pub completed_on: Option<NaiveDate>,
    /// By which support and which of their sessions; none when the ward has no plan on that day.
    pub best: Option<Basis>,
    /// Each condition with what is missing.
    pub conditions: Vec<Condition>,
    /// Each session by day: it counted, or why it did not.
    pub counted: Vec<Counted>,
}

/// By what a founder's progress is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis {
    /// Which support of the plan.
    pub support: String,
    /// The day whose plan is told of: the one on which the support was had, else the day asked about.
    pub plan_of: NaiveDate,
    /// Which sessions count together.
    pub within: Within,
}

/// How far a founder is on a day, by what was written down up to that day.
///
/// Once the support was had it stays so, told by the plan of the day on which it was had. Where several
/// supports or sets of sessions could do, the best is told: one that meets all; else one to which
/// something can still be added; then the one that lacks the fewest conditions, has the most sessions,
/// stands first in the plan, began last.
pub fn progress(
    scheme: &Scheme,
    attendances: &[Attendance],
    founder: Founder,
    eligibility: &[EligibilityRow],
    as_of: NaiveDate,
) -> Progress {
    let mut sorted: Vec<&Attendance> = attendances.iter().collect();
    sorted.sort_unstable();
    let completed_on = completed_on(scheme, &sorted, as_of);
    let plan_of = completed_on.unwrap_or(as_of);
    let best = best(scheme, &sorted, plan_of, as_of);
    let found = is_founder(eligibility, founder, true, as_of);
    let mut conditions = best.as_ref().map_or_else(
        || vec![Condition::no_plan()],
        |best| best.conditions.clone(),
    );
    conditions.push(Condition::founder(found.map(|_| ())));
    Progress {
        met: completed_on.is_some() && found.is_ok(),
        met_on: completed_on.and_then(|from| first_day(eligibility, founder, from, as_of)),
        completed_on,
        counted: counted(scheme, &sorted, best.as_ref(), as_of),
        best: best.map(|best| Basis {
            support: best.support.code.clone(),
            plan_of,
            within: best.set.within,
        }),
        conditions,
    }
}

/// One support measured with one set of sessions.
struct Measured<'a> {
    support: &'a Support,
    set: Together<'a>,
    conditions: Vec<Condition>,
}

impl Measured<'_> {
    fn missing(&self) -> usize {
        self.conditions.iter().filter(|one| !one.met).count()
    }

    fn sessions(&self) -> u32 {
        distinct(&self.set.given, self.support.requirement.distinct_by)
    }

    fn first(&self) -> Option<NaiveDate> {
        self.set.given.first().map(|one| one.attendance.day)
    }
}

/// Every support of a day's plan with every set of the sessions up to a day, in the order of the plan.
fn measured<'a>(
    scheme: &'a Scheme,
    sorted: &[&'a Attendance],
    plan_of: NaiveDate,
    as_of: NaiveDate,
) -> Vec<Measured<'a>> {
    let supports = scheme.on(plan_of).into_iter().flat_map(|one| &one.supports);
    let with_sets = |support: &'a Support| {
        let given = given(scheme, support, sorted, as_of);
        let sets = together(support, &given, as_of).into_iter();
        sets.map(move |set| Measured {
            support,
            conditions: measure(&support.requirement, &set.given),
            set,
        })
    };
    supports.flat_map(with_sets).collect()
}

/// What counts for a support, each session by the plan of its own day.
fn given<'a>(
    scheme: &Scheme,
    support: &Support,
    sorted: &[&'a Attendance],
    as_of: NaiveDate,
) -> Vec<Given<'a>> {
    let past = sorted.iter().filter(|one| one.day <= as_of);
    let counts = |attendance: &&'a Attendance| {
        let areas = scheme.areas_of(&support.code, attendance).ok()?;
        Some(Given { attendance, areas })
    };
    past.filter_map(counts).collect()
}

/// The first day on which the plan of that day was met: a day of a session, or one on which another
/// version of the plan began or ended.
fn completed_on(scheme: &Scheme, sorted: &[&Attendance], as_of: NaiveDate) -> Option<NaiveDate> {
    let sessions = sorted.iter().map(|one| one.day);
    let begins = scheme.versions.iter().map(|one| one.in_force.from);
    // Where a version ends, an older one may be in force again.
    let ends = scheme.versions.iter();
    let ends = ends.filter_map(|one| one.in_force.until?.succ_opt());
    let days: BTreeSet<NaiveDate> = sessions.chain(begins).chain(ends).collect();
    let had = |day: &NaiveDate| {
        let all = measured(scheme, sorted, *day, *day);
        all.iter().any(|one| one.missing() == 0)
    };
    days.range(..=as_of).copied().find(had)
}

fn best<'a>(
    scheme: &'a Scheme,
    sorted: &[&'a Attendance],
    plan_of: NaiveDate,
    as_of: NaiveDate,
) -> Option<Measured<'a>> {
    let supports = &scheme.on(plan_of)?.supports;
    let place = |one: &Support| supports.iter().position(|other| other.code == one.code);
    let all = measured(scheme, sorted, plan_of, as_of).into_iter();
    all.min_by_key(|one| {
        let missing = one.missing();
        let hopeless = missing > 0 && one.set.closed;
        let (sessions, first) = (Reverse(one.sessions()), Reverse(one.first()));
        (hopeless, missing, sessions, place(one.support), first)
    })
}

fn counted(
    scheme: &Scheme,
    sorted: &[&Attendance],
    best: Option<&Measured>,
    as_of: NaiveDate,
) -> Vec<Counted> {
    let mut seen = BTreeSet::new();
    let mut why_not = |one: &Attendance| {
        if one.day > as_of {
            return Some(NotCounted::Ahead);
        }
        let Some(best) = best else {
            return Some(one.kind.never().unwrap_or(NotCounted::OutsidePlan));
        };
        if let Err(refused) = scheme.areas_of(&best.support.code, one) {
            return Some(refused);
        }
        let mut taken = best.set.given.iter();
        let Some(given) = taken.find(|given| given.attendance == one) else {
            return Some(NotCounted::OutsideWindow);
        };
        let by = best.support.requirement.distinct_by;
        let repeated = match by {
            DistinctBy::Day => NotCounted::SameDay,
            DistinctBy::Session => NotCounted::SameSession,
        };
        (!seen.insert(given.key(by))).then_some(repeated)
    };
    let told = |one: &&Attendance| Counted {
        attendance: (*one).clone(),
        not_counted: why_not(one),
    };
    sorted.iter().map(told).collect()
}

#[cfg(test)]
mod tests;
