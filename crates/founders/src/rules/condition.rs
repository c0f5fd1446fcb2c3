//! What a support asks for, one by one, and what is still missing of it.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{
    Area, AreaShare, DistinctBy, MonthRule, NotFounder, OfCourse, Requirement, window::Given,
};

/// What a condition is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum About {
    /// That the ward has a certified plan.
    Plan,
    /// That an area was learnt about.
    Area(Area),
    /// How often they came.
    Sessions,
    /// How long it took from the first time to the last.
    Span,
    /// How much of an area's sessions they came to.
    AreaShare(Area),
    /// How many lessons of one holding of a course they came to.
    OfCourse,
    /// That they are a founder on that day.
    Founder,
}

/// A value in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arg {
    /// A number.
    Number(i64),
    /// A day.
    Day(NaiveDate),
    /// Part of a further key: the code of an area.
    Code(&'static str),
}

/// A sentence by its key, with what it needs: 「人材育成が未受講」「期間あと3日」.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The key of the sentence.
    pub key: &'static str,
    /// What it needs, by name.
    pub args: Vec<(&'static str, Arg)>,
}

/// One condition on a founder's page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// What it is about.
    pub about: About,
    /// Whether it is met.
    pub met: bool,
    /// Why, or what is missing.
    pub reason: Reason,
}

impl Condition {
    fn new(
        about: About,
        met: bool,
        keys: (&'static str, &'static str),
        args: Vec<(&'static str, Arg)>,
    ) -> Self {
        let key = if met { keys.0 } else { keys.1 };
        Self {
            about,
            met,
            reason: Reason { key, args },
        }
    }

    /// There is no certified plan on that day, so nothing can be met.
    pub(crate) fn no_plan() -> Self {
        let keys = ("founders-plan-there", "founders-plan-none");
        Self::new(About::Plan, false, keys, Vec::new())
    }

    /// Whether they are a founder.
    pub(crate) fn founder(found: Result<(), NotFounder>) -> Self {
        let refused = found.err();
        let key = refused.map_or("founders-founder-is", NotFounder::key);
        let args = refused.and_then(NotFounder::day);
        let args = args.map(|day| ("day", Arg::Day(day)));
        let args = args.into_iter().collect();
        Self::new(About::Founder, refused.is_none(), (key, key), args)
    }
}

/// What is met of a requirement by sessions that count together, in the order of the page. Every piece
/// only grows with further sessions: whoever met it cannot lose it by coming once more.
pub(crate) fn measure(asked: &Requirement, given: &[Given]) -> Vec<Condition> {
    let mut found: Vec<Condition> = asked.areas.iter().map(|one| area(*one, given)).collect();
    found.push(sessions(asked, given));
    found.extend(asked.month_rule.map(|rule| span(rule, given)));
    found.extend(asked.area_shares.iter().map(|one| share(*one, given)));
    found.extend(asked.of_course.map(|one| of_course(one, given)));
    found
}

/// How many there are, each counted once.
pub(crate) fn distinct<'g, 'a: 'g>(
    given: impl IntoIterator<Item = &'g Given<'a>>,
    by: DistinctBy,
) -> u32 {
    let keys: BTreeSet<_> = given.into_iter().map(|one| one.key(by)).collect();
    u32::try_from(keys.len()).unwrap_or(u32::MAX)
}

fn number(many: u32) -> Arg {
    Arg::Number(i64::from(many))
}

fn area(area: Area, given: &[Given]) -> Condition {
    let met = given.iter().any(|one| one.areas.contains(&area));
    let keys = ("founders-area-taken", "founders-area-missing");
    let args = vec![("area", Arg::Code(area.code()))];
    Condition::new(About::Area(area), met, keys, args)
}

fn sessions(asked: &Requirement, given: &[Given]) -> Condition {
    let count = distinct(given, asked.distinct_by);
    let left = asked.least_sessions.saturating_sub(count);
    let keys = ("founders-sessions-enough", "founders-sessions-left");
    let args = vec![
        ("count", number(count)),
        ("least", number(asked.least_sessions)),
        ("left", number(left)),
    ];
    Condition::new(About::Sessions, left == 0, keys, args)
}

fn span(rule: MonthRule, given: &[Given]) -> Condition {
    let days = || given.iter().map(|one| one.attendance.day);
    let (Some(first), Some(last)) = (days().min(), days().max()) else {
        let key = "founders-span-unstarted";
        return Condition::new(About::Span, false, (key, key), Vec::new());
    };
    let reached = rule.reached(first);
    let left = (reached - last).num_days().max(0);
    let keys = ("founders-span-enough", "founders-span-left");
    let args = vec![
        ("first", Arg::Day(first)),
        ("last", Arg::Day(last)),
        ("reached", Arg::Day(reached)),
        ("days", Arg::Number(left)),
    ];
    Condition::new(About::Span, left == 0, keys, args)
}

fn share(asked: AreaShare, given: &[Given]) -> Condition {
    let about = given.iter().filter(|one| one.areas.contains(&asked.area));
    let count = distinct(about, DistinctBy::Session);
    let left = asked.least().saturating_sub(count);
    let keys = ("founders-share-enough", "founders-share-left");
    let args = vec![
        ("area", Arg::Code(asked.area.code())),
        ("count", number(count)),
        ("percent", number(asked.percent)),
        ("of", number(asked.of)),
        ("left", number(left)),
    ];
    Condition::new(About::AreaShare(asked.area), left == 0, keys, args)
}

/// By the holding they came to most: lessons of two holdings do not make up one course.
fn of_course(asked: OfCourse, given: &[Given]) -> Condition {
    let courses: BTreeSet<_> = given.iter().map(Given::course).collect();
    let of_one = |course: (&str, Option<&str>)| {
        let own = given.iter().filter(|one| one.course() == course);
        distinct(own, DistinctBy::Session)
    };
    let count = courses.into_iter().map(of_one).max().unwrap_or(0);
    let left = asked.least.saturating_sub(count);
    let keys = ("founders-course-enough", "founders-course-left");
    let args = vec![
        ("count", number(count)),
        ("least", number(asked.least)),
        ("of", number(asked.of)),
        ("left", number(left)),
    ];
    Condition::new(About::OfCourse, left == 0, keys, args)
}
