//! Which sessions count together: every set of them that could meet a support.
//!
//! A further session never makes a set worse, so only the largest sets are looked at: all there is,
//! each holding of a course, or the months from each day on which there was a session.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Area, Attendance, DistinctBy, Support, Window, period::months_after};

/// Which sessions count together, as a founder's page says it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Within {
    /// All there are.
    All,
    /// Those of one holding of a course.
    Course {
        /// Of what the plan calls so.
        programme: String,
        /// Which; none for consultations.
        course: Option<String>,
    },
    /// Those from a day to a day.
    Days {
        /// The first day.
        first: NaiveDate,
        /// The last on which a session would count.
        last: NaiveDate,
    },
    /// None so far: what there was can no longer be completed, or there was nothing.
    Nothing,
}

/// A session that counts by the plan of its own day.
#[derive(Clone, Debug)]
pub(crate) struct Given<'a> {
    /// What is written down about it.
    pub(crate) attendance: &'a Attendance,
    /// What it gives.
    pub(crate) areas: BTreeSet<Area>,
}

impl Given<'_> {
    /// The holding of a course to which it belongs.
    pub(crate) fn course(&self) -> (&str, Option<&str>) {
        let course = self.attendance.course.as_ref();
        let code = course.map(|course| course.code.as_str());
        (&self.attendance.programme, code)
    }

    /// By what it is one: two with the same are counted once.
    pub(crate) fn key(&self, by: DistinctBy) -> (Option<NaiveDate>, Option<&str>) {
        match by {
            DistinctBy::Day => (Some(self.attendance.day), None),
            DistinctBy::Session => (None, Some(self.attendance.session.as_str())),
        }
    }
}

/// Sessions that count together.
#[derive(Clone, Debug)]
pub(crate) struct Together<'a> {
    /// Why these.
    pub(crate) within: Within,
    /// By day.
    pub(crate) given: Vec<Given<'a>>,
    /// Whether none can be added any more.
    pub(crate) closed: bool,
}

/// Every largest set of sessions that count together for a support, and the empty one, with which
/// somebody begins anew. `given` stands by day.
pub(crate) fn together<'a>(
    support: &Support,
    given: &[Given<'a>],
    as_of: NaiveDate,
) -> Vec<Together<'a>> {
    let nothing = Together {
        within: Within::Nothing,
        given: Vec::new(),
        closed: false,
    };
    let mut sets = match support.requirement.window {
        Window::Open => {
            return vec![Together {
                within: Within::All,
                given: given.to_vec(),
                closed: false,
            }];
        }
        Window::Course => by_course(given, as_of),
        Window::Months(months) => by_months(given, months, as_of),
    };
    sets.push(nothing);
    sets
}

fn by_course<'a>(given: &[Given<'a>], as_of: NaiveDate) -> Vec<Together<'a>> {
    let courses: BTreeSet<_> = given.iter().map(Given::course).collect();
    let of_one = |course: (&str, Option<&str>)| {
        let own = given.iter().filter(|one| one.course() == course);
        let own: Vec<Given> = own.cloned().collect();
        // A course that was moved is written down with two ends; the later one is true. What is no
        // course has none.
        let ends = own
            .iter()
            .filter_map(|one| Some(one.attendance.course.as_ref()?.ends))
            .max();
        Together {
            within: Within::Course {
                programme: course.0.to_owned(),
                course: course.1.map(str::to_owned),
            },
            given: own,
            closed: ends.is_some_and(|ends| ends < as_of),
        }
    };
    courses.into_iter().map(of_one).collect()
}

fn by_months<'a>(given: &[Given<'a>], months: u32, as_of: NaiveDate) -> Vec<Together<'a>> {
    let firsts: BTreeSet<NaiveDate> = given.iter().map(|one| one.attendance.day).collect();
    let from = |first: NaiveDate| {
        let last = months_after(first, months);
        let inside = |one: &&Given| (first..=last).contains(&one.attendance.day);
        Together {
            within: Within::Days { first, last },
            given: given.iter().filter(inside).cloned().collect(),
            closed: last < as_of,
        }
    };
    firsts.into_iter().map(from).collect()
}
