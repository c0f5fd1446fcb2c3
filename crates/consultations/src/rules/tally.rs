//! Figures of consultations: how often people came (延べ件数), and how many people they were (実人数).
//!
//! Source: `domain.md` part 5, statistics, and G39: who came three times in a month counts three times
//! and is one person; what is about several fields counts once, and once in each of them.

use std::collections::HashSet;

use chrono::NaiveDate;
use kernel::PersonId;

use super::Size;
use crate::entity::{
    CaseId, EmergencyDeskId, ExpertId, MeetingId,
    case::{Industry, Outcome, Stage, coded},
    case_field::Field,
    meeting::Mode,
};

/// One consultation as figures count it: a meeting that was held.
#[derive(Clone, Debug)]
pub struct Counted {
    /// The meeting.
    pub meeting: MeetingId,
    /// Of which case.
    pub case: CaseId,
    /// Who came.
    pub person: PersonId,
    /// On which day.
    pub day: NaiveDate,
    /// Whom they met.
    pub expert: ExpertId,
    /// How they talked.
    pub mode: Mode,
    /// About what.
    pub fields: Vec<Field>,
    /// Whether they had never come before.
    pub is_new: bool,
    /// In which trade they are.
    pub industry: Industry,
    /// How large their business is, by the limits of that day.
    pub size: Size,
    /// Whether they are in the ward.
    pub in_ward: bool,
    /// How far they are.
    pub stage: Stage,
    /// By which special desk they came, if by one.
    pub desk: Option<EmergencyDeskId>,
    /// What came of the case; none while it is open.
    pub outcome: Option<Outcome>,
}

/// By what consultations are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// By what they were about; one can be about several.
    Field,
    /// By how people talked.
    Mode,
    /// By whether somebody came for the first time.
    Visit,
    /// By trade.
    Industry,
    /// By the size of the business.
    Size,
    /// By whether people are in the ward.
    Ward,
    /// By whether people have founded.
    Founding,
    /// By expert.
    Expert,
    /// By what came of the case.
    Outcome,
    /// By special desk; nothing when nobody came by one.
    Desk,
}

coded! {
    By {
        Field => "field", Mode => "mode", Visit => "visit", Industry => "industry", Size => "size",
        Ward => "ward", Founding => "founding", Expert => "expert", Outcome => "outcome",
        Desk => "desk",
    }
}

/// As part of text keys: the case is not closed.
const OPEN: &str = "open";
/// The same: by no special desk.
const USUAL: &str = "usual";

impl By {
    /// Its values, in the order of lists. Which experts and desks there are only the consultations say.
    fn values(self, counted: &[Counted]) -> Vec<String> {
        let fixed: Vec<&str> = match self {
            Self::Field => Field::ALL.iter().map(|one| one.code()).collect(),
            Self::Mode => Mode::ALL.iter().map(|one| one.code()).collect(),
            Self::Visit => vec!["new", "repeat"],
            Self::Industry => Industry::ALL.iter().map(|one| one.code()).collect(),
            Self::Size => Size::ALL.iter().map(|one| one.code()).collect(),
            Self::Ward => vec!["yes", "no"],
            Self::Founding => vec!["before", "after", "other"],
            Self::Outcome => {
                let known = Outcome::ALL.iter().map(|one| one.code());
                known.chain([OPEN]).collect()
            }
            Self::Expert => {
                let mut experts: Vec<ExpertId> = counted.iter().map(|one| one.expert).collect();
                experts.sort_unstable();
                experts.dedup();
                return experts.iter().map(ToString::to_string).collect();
            }
            Self::Desk => {
                let mut desks: Vec<EmergencyDeskId> =
                    counted.iter().filter_map(|one| one.desk).collect();
                desks.sort_unstable();
                desks.dedup();
                let usual = (!desks.is_empty()).then(|| USUAL.to_owned());
                return desks.iter().map(ToString::to_string).chain(usual).collect();
            }
        };
        fixed.into_iter().map(str::to_owned).collect()
    }

    /// Whether it has such a value; which experts and desks there are is not known here.
    pub fn knows(self, value: &str) -> bool {
        matches!(self, Self::Expert | Self::Desk) || self.values(&[]).iter().any(|own| own == value)
    }

    /// Whether a consultation counts under a value.
    pub fn has(self, one: &Counted, value: &str) -> bool {
        let code = match self {
            Self::Field => return one.fields.iter().any(|field| field.code() == value),
            Self::Expert => return one.expert.to_string() == value,
            Self::Desk => {
                let desk = one.desk.map(|desk| desk.to_string());
                return desk.as_deref().unwrap_or(USUAL) == value;
            }
            Self::Mode => one.mode.code(),
            Self::Visit if one.is_new => "new",
            Self::Visit => "repeat",
            Self::Industry => one.industry.code(),
            Self::Size => one.size.code(),
            Self::Ward if one.in_ward => "yes",
            Self::Ward => "no",
            Self::Founding => match one.stage {
                Stage::Thinking | Stage::Preparing => "before",
                Stage::Young | Stage::Company => "after",
                Stage::Other => "other",
            },
            Self::Outcome => one.outcome.map_or(OPEN, Outcome::code),
        };
        code == value
    }
}

/// How often, and how many people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figure {
    /// How often (延べ件数).
    pub count: u64,
    /// How many people (実人数).
    pub persons: u64,
}

impl Figure {
    /// Counts each time once, and each person once.
    pub fn of(people: impl Iterator<Item = PersonId>) -> Self {
        let mut seen = HashSet::new();
        let count = people.inspect(|person| _ = seen.insert(*person)).count();
        Self {
            count: count as u64,
            persons: seen.len() as u64,
        }
    }
}

/// Consultations told apart by something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// By what.
    pub by: By,
    /// Each value with its figure.
    pub rows: Vec<(String, Figure)>,
    /// All of them together, each counted once.
    pub all: Figure,
}

/// Counts consultations by something.
pub fn tally(by: By, counted: &[Counted]) -> Tally {
    let people = |value: &str| {
        let of = counted.iter().filter(|one| by.has(one, value));
        Figure::of(of.map(|one| one.person))
    };
    let values = by.values(counted).into_iter();
    Tally {
        by,
        rows: values
            .map(|value| (value.clone(), people(&value)))
            .collect(),
        all: Figure::of(counted.iter().map(|one| one.person)),
    }
}

/// Marks the first consultation of everybody who was not `known` before, the earliest standing first.
pub fn mark_new(counted: &mut [Counted], known: impl IntoIterator<Item = PersonId>) {
    let mut known: HashSet<PersonId> = known.into_iter().collect();
    for one in counted {
        one.is_new = known.insert(one.person);
    }
}

#[cfg(test)]
mod tests;
