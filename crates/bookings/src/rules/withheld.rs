//! What is not booked by whoever comes first, because it is drawn (抽選).
//!
//! Source: `domain.md` part 4 (抽選→空き: 目黒, 杉並, 港, 練馬) and docs/decisions/035.

use chrono::NaiveDate;
use kernel::{Instant, Span};

use crate::entity::SpaceId;

/// Days of a space that are kept for a draw until it is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withheld {
    /// The space, and every other that shares something with it.
    pub spaces: Vec<SpaceId>,
    /// The first day.
    pub first: NaiveDate,
    /// The last day; none while nobody has ended it.
    pub last: Option<NaiveDate>,
    /// When people can apply, once that is known.
    pub takes: Option<Span>,
}

/// What somebody can do who would like to have such a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applying {
    /// Apply later; from when, once that is known.
    Later(Option<Instant>),
    /// Apply now, until this moment.
    Now(Instant),
    /// Book what is free after the draw.
    Over,
}

impl Withheld {
    /// Whether it keeps a day of a space.
    pub fn keeps(&self, space: SpaceId, date: NaiveDate) -> bool {
        self.first <= date
            && self.last.is_none_or(|last| date <= last)
            && self.spaces.contains(&space)
    }

    /// What can be done at a moment.
    pub fn applying(&self, now: Instant) -> Applying {
        match self.takes {
            Some(takes) if takes.until <= now => Applying::Over,
            Some(takes) if takes.from <= now => Applying::Now(takes.until),
            takes => Applying::Later(takes.map(|takes| takes.from)),
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn at(text: &str) -> Instant {
        Instant::parse(&format!("{text}:00+09:00")).unwrap()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn january() -> Withheld {
        Withheld {
            spaces: vec![SpaceId(Uuid::from_u128(1)), SpaceId(Uuid::from_u128(2))],
            first: day("2027-01-01"),
            last: Some(day("2027-01-31")),
            takes: Span::try_new(at("2026-11-01T00:00"), at("2026-11-11T00:00")),
        }
    }

    #[test]
    fn a_day_is_kept_of_the_space_and_of_what_shares_with_it() {
        for (space, date, kept) in [
            (1, "2026-12-31", false),
            (1, "2027-01-01", true),
            (2, "2027-01-31", true),
            (3, "2027-01-31", false),
            (1, "2027-02-01", false),
        ] {
            let space = SpaceId(Uuid::from_u128(space));
            assert_eq!(january().keeps(space, day(date)), kept, "{space} {date}");
        }
        let open = Withheld {
            last: None,
            ..january()
        };
        assert!(open.keeps(SpaceId(Uuid::from_u128(1)), day("2030-05-01")));
    }

    #[test]
    fn it_is_said_what_can_be_done() {
        for (now, expected) in [
            (
                "2026-10-31T23:59",
                Applying::Later(Some(at("2026-11-01T00:00"))),
            ),
            ("2026-11-01T00:00", Applying::Now(at("2026-11-11T00:00"))),
            ("2026-11-11T00:00", Applying::Over),
        ] {
            assert_eq!(january().applying(at(now)), expected, "{now}");
        }
        let unsaid = Withheld {
            takes: None,
            ..january()
        };
        assert_eq!(
            unsaid.applying(at("2026-11-05T12:00")),
            Applying::Later(None)
        );
    }
}
