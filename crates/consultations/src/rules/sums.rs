//! The figures of a time: what they are made of, and their tables.
//!
//! Source: `domain.md` part 5, statistics.

use chrono::NaiveDate;
use kernel::PersonId;
use serde::{Deserialize, Serialize};

use super::{
    By, Counted, Figure,
    tally::{Tally, tally},
};
use crate::entity::{CaseId, ExpertId, meeting::Mode};

/// All that the figures of a time are made of.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The meetings that were held, the earliest first.
    pub counted: Vec<Counted>,
    /// Those to which nobody came.
    pub absent: Vec<Missed>,
    /// Cases whose first meeting was held.
    pub waits: Vec<Waited>,
    /// Times of asking again that were due.
    pub follow_ups: Vec<Due>,
}

/// A meeting to which nobody came (無断の不在).
#[derive(Clone, Debug)]
pub struct Missed {
    /// Of which case.
    pub case: CaseId,
    /// Who did not come.
    pub person: PersonId,
    /// On which day.
    pub day: NaiveDate,
    /// Who waited for them.
    pub expert: ExpertId,
    /// How they were to talk.
    pub mode: Mode,
}

/// How long somebody waited from asking to the first meeting.
#[derive(Clone, Debug)]
pub struct Waited {
    /// Of which case.
    pub case: CaseId,
    /// Who waited.
    pub person: PersonId,
    /// The day of the meeting.
    pub day: NaiveDate,
    /// So many days.
    pub days: i32,
}

/// A time of asking again that was due.
#[derive(Clone, Debug)]
pub struct Due {
    /// Of which case.
    pub case: CaseId,
    /// Who is asked.
    pub person: PersonId,
    /// By which day.
    pub day: NaiveDate,
    /// Whether somebody has followed up.
    pub done: bool,
}

/// A figure as somebody may see it: none where it is not told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// How often (延べ件数).
    pub count: Option<u64>,
    /// How many people (実人数).
    pub persons: Option<u64>,
}

/// A table as somebody may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// By what: the code of a [`By`], or `follow_up`.
    pub by: String,
    /// Each value with its figure.
    pub rows: Vec<(String, Told)>,
    /// All of them together.
    pub all: Told,
}

/// How long people waited, as somebody may see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waits {
    /// How many cases had their first meeting.
    pub cases: Option<u64>,
    /// Twice the days that half of them waited at most (中央値).
    pub twice_median: Option<i32>,
    /// The most days.
    pub longest: Option<i32>,
}

/// The figures of a time as somebody may see them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sums {
    /// The tables.
    pub tables: Vec<Sheet>,
    /// How often nobody came, and how many people that were.
    pub absent: Told,
    /// How long people waited.
    pub waits: Waits,
    /// How many in a hundred of the follow-ups that were due were done, in steps of five; none where
    /// there are few of either, or none at all. The table tells those who run the centre.
    #[serde(default)]
    pub followed_up: Option<u64>,
}

impl Told {
    pub(super) const fn whole(figure: Figure) -> Self {
        Self {
            count: Some(figure.count),
            persons: Some(figure.persons),
        }
    }
}

impl Facts {
    /// All figures, as those see them who run the centre.
    pub fn sums(&self) -> Sums {
        let tables = self.told_apart().map(|by| whole(tally(by, &self.counted)));
        let (done, open) = self.followed_up();
        let mut tables: Vec<Sheet> = tables.collect();
        tables.push(Sheet {
            by: "follow_up".to_owned(),
            rows: vec![
                ("done".to_owned(), Told::whole(done)),
                ("open".to_owned(), Told::whole(open)),
            ],
            all: Told::whole(self.due()),
        });
        Sums {
            tables,
            absent: Told::whole(self.missed()),
            waits: self.waited(),
            followed_up: None,
        }
    }

    /// By what its consultations are told apart: by special desk only where somebody came by one.
    pub(super) fn told_apart(&self) -> impl Iterator<Item = By> {
        let by_desk = self.counted.iter().any(|one| one.desk.is_some());
        let all = By::ALL.iter().copied();
        all.filter(move |by| *by != By::Desk || by_desk)
    }

    pub(super) fn followed_up(&self) -> (Figure, Figure) {
        let of = |done: bool| {
            let due = self.follow_ups.iter().filter(|one| one.done == done);
            Figure::of(due.map(|one| one.person))
        };
        (of(true), of(false))
    }

    pub(super) fn due(&self) -> Figure {
        Figure::of(self.follow_ups.iter().map(|one| one.person))
    }

    pub(super) fn missed(&self) -> Figure {
        Figure::of(self.absent.iter().map(|one| one.person))
    }

    pub(super) fn waited(&self) -> Waits {
        let mut days: Vec<i32> = self.waits.iter().map(|one| one.days).collect();
        days.sort_unstable();
        let middle = |at: usize| days.get(at).copied();
        let many = days.len();
        let lower = many.checked_sub(1).and_then(|last| middle(last / 2));
        Waits {
            cases: Some(many as u64),
            twice_median: lower
                .zip(middle(many / 2))
                .map(|(lower, upper)| lower + upper),
            longest: days.last().copied(),
        }
    }
}

fn whole(tally: Tally) -> Sheet {
    let rows = tally.rows.into_iter();
    Sheet {
        by: tally.by.code().to_owned(),
        rows: rows
            .map(|(value, figure)| (value, Told::whole(figure)))
            .collect(),
        all: Told::whole(tally.all),
    }
}
