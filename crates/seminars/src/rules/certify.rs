//! Who has attended enough for a certificate of completion.
//!
//! Source: `domain.md` R34 and R36: completion by a number of lessons, said for each course.

use crate::entity::attendance::State;

/// When a certificate is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Completion {
    /// So many lessons must be attended.
    pub lessons: i32,
    /// Whether a lesson counts to which somebody came late, or which they left early.
    pub partial: bool,
}

impl Completion {
    /// As long as nothing else was said, every lesson is needed, and being late is being there.
    pub fn of_all(lessons: usize) -> Self {
        Self {
            lessons: i32::try_from(lessons).unwrap_or(i32::MAX).max(1),
            partial: true,
        }
    }

    /// How many of these marks count.
    pub fn counted(self, marks: &[State]) -> i32 {
        let counts = |state: &&State| match state {
            State::Present | State::Online => true,
            State::Late | State::LeftEarly => self.partial,
            State::Absent => false,
        };
        i32::try_from(marks.iter().filter(counts).count()).unwrap_or(i32::MAX)
    }

    /// How many lessons are lacking; 0 for whoever has attended enough.
    pub fn lacking(self, marks: &[State]) -> i32 {
        (self.lessons - self.counted(marks)).max(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use State::{Absent, Late, LeftEarly, Online, Present};

    #[test]
    fn as_many_lessons_as_the_rule_asks_for_are_enough() {
        for (lessons, partial, marks, lacking) in [
            (1, true, &[Present] as &[State], 0),
            (1, true, &[], 1),
            (1, true, &[Absent], 1),
            (4, true, &[Present, Online, Late, LeftEarly], 0),
            (4, false, &[Present, Online, Late, LeftEarly], 2),
            (4, true, &[Present, Present, Present, Absent, Online], 0),
            (4, true, &[Present, Present, Present, Absent], 1),
            (2, true, &[Present, Present, Present], 0),
        ] {
            let rule = Completion { lessons, partial };
            assert_eq!(
                rule.lacking(marks),
                lacking,
                "{lessons} {partial} {marks:?}"
            );
        }
        assert_eq!(Completion::of_all(0).lessons, 1);
    }
}
