//! What one version of a plan says otherwise than another, programme by programme.
//!
//! Source: `domain.md` R02 (a mid-year change is handed in with its difference), R11 (what became of a
//! programme in the next plan).

use std::collections::HashMap;

use kernel::Detail;
use serde_json::Value;

use super::{
    budget::BudgetLine, measure::Measure, programme::Programme, schedule::Activity, whole::Content,
};
use crate::entity::ProgrammeId;

/// Everything that differs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Programmes that only the later one has.
    pub added: Vec<(ProgrammeId, Programme)>,
    /// Programmes that only the earlier one has.
    pub dropped: Vec<(ProgrammeId, Programme)>,
    /// Programmes that both have and that say something else, as the later one names them.
    pub changed: Vec<Changed>,
    /// Lines of the budget that only one of them has, with the side and what differs.
    pub budget: Vec<(Whose, BudgetLine)>,
}

/// Which of the two a line is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Only of the earlier one.
    Earlier,
    /// Only of the later one.
    Later,
}

impl Whose {
    /// As templates name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Earlier => "earlier",
            Self::Later => "later",
        }
    }
}

/// A programme that says something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Which one, in the later version.
    pub id: ProgrammeId,
    /// Its number there.
    pub number: i32,
    /// Its name there.
    pub name: String,
    /// Each thing that differs.
    pub points: Vec<Point>,
}

/// One thing that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Point {
    /// A field: its name and both values. Of 期間 and 段階 the code, of flags `yes` or nothing.
    Field(&'static str, String, String),
    /// A measure; none on the side that does not have it.
    Measure(Option<Measure>, Option<Measure>),
    /// The schedule as a whole.
    Schedule(Vec<Activity>, Vec<Activity>),
}

impl Difference {
    /// Whether both say the same.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

/// What is wrong with a change that changes nothing.
pub fn nothing_changed(holds: &Content, content: &Content) -> Option<Detail> {
    between(holds, content).is_none().then_some(Detail {
        field: None,
        key: "plans-nothing-changed",
        args: Value::Null,
    })
}

/// Compares two versions, of one plan or of two: a programme of another plan is the same one if it
/// carries it on.
pub fn between(earlier: &Content, later: &Content) -> Difference {
    let before: HashMap<ProgrammeId, &Programme> = earlier
        .programmes
        .iter()
        .map(|(id, one)| (*id, one))
        .collect();
    let mut met = Vec::new();
    let mut difference = Difference::default();
    for (id, programme) in &later.programmes {
        let same = before.get_key_value(id);
        let carried = || {
            programme
                .carried_from
                .and_then(|from| before.get_key_value(&from))
        };
        let Some((was, earlier)) = same.or_else(carried) else {
            difference.added.push((*id, programme.clone()));
            continue;
        };
        met.push(*was);
        let points = points(earlier, programme, was == id);
        if !points.is_empty() {
            difference.changed.push(Changed {
                id: *id,
                number: programme.number,
                name: programme.name.clone(),
                points,
            });
        }
    }
    let left = earlier
        .programmes
        .iter()
        .filter(|(id, _)| !met.contains(id));
    difference.dropped = left.cloned().collect();
    difference.budget = budget(&earlier.budget, &later.budget);
    difference
}

/// What differs between two programmes. Between two plans every measure is a new one by its
/// identifier, so that there they are matched by name.
fn points(earlier: &Programme, later: &Programme, is_same_plan: bool) -> Vec<Point> {
    let (before, after) = (earlier.fields(), later.fields());
    let pairs = before.into_iter().zip(after);
    let differ = pairs.filter(|((_, before), (_, after))| before != after);
    let mut points: Vec<Point> = differ
        .map(|((name, before), (_, after))| Point::Field(name, before, after))
        .collect();
    let is_same = |one: &Measure, other: &Measure| {
        if is_same_plan {
            one.id == other.id
        } else {
            one.name == other.name
        }
    };
    for measure in &later.measures {
        let before = earlier.measures.iter().find(|one| is_same(one, measure));
        let differs = before.is_none_or(|before| said(before) != said(measure));
        if differs {
            points.push(Point::Measure(before.cloned(), Some(measure.clone())));
        }
    }
    for measure in &earlier.measures {
        if !later.measures.iter().any(|one| is_same(one, measure)) {
            points.push(Point::Measure(Some(measure.clone()), None));
        }
    }
    if earlier.activities != later.activities {
        let (before, after) = (earlier.activities.clone(), later.activities.clone());
        points.push(Point::Schedule(before, after));
    }
    points
}

/// What a measure says, whichever one it is.
fn said(measure: &Measure) -> Measure {
    Measure {
        id: None,
        ..measure.clone()
    }
}

/// Lines that only one of two budgets has; a line that occurs twice is counted twice.
fn budget(earlier: &[BudgetLine], later: &[BudgetLine]) -> Vec<(Whose, BudgetLine)> {
    let mut left: Vec<&BudgetLine> = later.iter().collect();
    let mut lines = Vec::new();
    for line in earlier {
        match left.iter().position(|one| *one == line) {
            Some(at) => {
                left.remove(at);
            }
            None => lines.push((Whose::Earlier, line.clone())),
        }
    }
    lines.extend(left.into_iter().map(|line| (Whose::Later, line.clone())));
    lines
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{
        entity::MeasureId,
        rules::{budget::BudgetSide, measure::MeasureKind},
    };

    fn programme(target: i64) -> Programme {
        Programme {
            number: 1,
            goal: "目標".to_owned(),
            strategy: "施策".to_owned(),
            name: "創業の支援".to_owned(),
            summary: String::new(),
            owner_department: "産業課".to_owned(),
            related_departments: Vec::new(),
            is_priority: true,
            is_new: false,
            horizon: None,
            stage: None,
            place: String::new(),
            ward_role: String::new(),
            manager_role: String::new(),
            policy: None,
            carried_from: None,
            measures: vec![Measure {
                id: Some(MeasureId(Uuid::from_u128(9))),
                name: "相談".to_owned(),
                kind: MeasureKind::Annual,
                unit: "件".to_owned(),
                baseline: None,
                target_year: 2027,
                target: Some(target),
                every_years: 1,
            }],
            activities: Vec::new(),
        }
    }

    fn content(id: u128, programme: Programme, yen: i64) -> Content {
        Content {
            programmes: vec![(ProgrammeId(Uuid::from_u128(id)), programme)],
            budget: vec![BudgetLine {
                side: BudgetSide::Income,
                item: "指定管理料".to_owned(),
                programme: None,
                yen,
                note: String::new(),
            }],
        }
    }

    #[test]
    fn a_raised_target_is_the_only_difference() {
        let (earlier, later) = (content(1, programme(100), 5), content(1, programme(200), 5));
        assert!(between(&earlier, &earlier).is_none());
        let found = between(&earlier, &later);
        assert_eq!(
            (found.added.len(), found.dropped.len(), found.budget.len()),
            (0, 0, 0)
        );
        let [Point::Measure(Some(before), Some(after))] = &found.changed[0].points[..] else {
            panic!("{found:?}");
        };
        assert_eq!((before.target, after.target), (Some(100), Some(200)));
    }

    #[test]
    fn a_programme_that_carries_another_on_is_compared_with_it() {
        let mut next = programme(100);
        next.carried_from = Some(ProgrammeId(Uuid::from_u128(1)));
        next.measures[0].id = None;
        next.is_priority = false;
        let found = between(&content(1, programme(100), 5), &content(2, next, 6));
        assert!(found.added.is_empty() && found.dropped.is_empty());
        let field = Point::Field("is_priority", "yes".to_owned(), String::new());
        assert_eq!(found.changed[0].points, [field]);
        let whose: Vec<Whose> = found.budget.iter().map(|(whose, _)| *whose).collect();
        assert_eq!(whose, [Whose::Earlier, Whose::Later]);
        let found = between(&content(1, programme(1), 5), &content(2, programme(1), 5));
        assert_eq!((found.added.len(), found.dropped.len()), (1, 1));
    }
}
