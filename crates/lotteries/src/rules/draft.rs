//! Terms as the manager wants them.

use accounts::rules::wrong_field;
use bookings::{
    entity::{SpaceId, space},
    rules::Hours,
};
use chrono::NaiveDate;
use kernel::{Detail, Instant};
use uuid::Uuid;

use super::Terms;
use crate::entity::{TermsId, tier::Who};

/// The longest name of an ordinance or rule, in characters.
pub const LONGEST_SOURCE: usize = 60;

/// Terms as they were typed; `None` what could not be read.
#[derive(Clone, Debug, Default)]
pub struct TermsDraft {
    /// Of which space.
    pub space: Option<SpaceId>,
    /// The first day of the first month of use.
    pub first: Option<NaiveDate>,
    /// People apply so many months before.
    pub months_before: Option<u32>,
    /// From this day of that month.
    pub from_day: Option<u32>,
    /// Until this day.
    pub until_day: Option<u32>,
    /// So many entries at most.
    pub most: Option<i32>,
    /// So many days to answer.
    pub answer_days: Option<u32>,
    /// Who is drawn first, second, third; a code that is none is `None`.
    pub tiers: Vec<Option<Who>>,
    /// The bands, from and until in minutes after midnight.
    pub bands: Vec<(Option<i32>, Option<i32>)>,
    /// Where they come from, and in English.
    pub source: (String, String),
}

impl TermsDraft {
    /// The terms, or everything that is wrong with them at once. People must be able to apply for the
    /// first month from its beginning: else some could not know of it.
    ///
    /// # Errors
    /// Everything that is wrong.
    pub fn allowed(
        &self,
        space: Option<&space::Model>,
        now: Instant,
    ) -> Result<Terms, Vec<Detail>> {
        let mut wrong = Vec::new();
        let bands = self.bands(space, &mut wrong);
        let tiers = self.tiers(&mut wrong);
        let mut number = |field, typed: Option<u32>, least, most| {
            let within = typed.filter(|typed| (least..=most).contains(typed));
            if within.is_none() {
                wrong.push(wrong_field(field, "lotteries-number-wrong"));
            }
            within
        };
        let months_before = number("months_before", self.months_before, 1, 12);
        let from_day = number("from_day", self.from_day, 1, 28);
        let until_day = number("until_day", self.until_day, from_day.unwrap_or(1), 28);
        let most = self.most.and_then(|most| u32::try_from(most).ok());
        let most = number("most", most, 1, 99);
        let answer_days = number("answer_days", self.answer_days, 1, 60);
        wrong.extend(self.wrong_source());
        if space.is_none() {
            wrong.push(wrong_field("space", "lotteries-space-missing"));
        }
        let terms = || {
            Some(Terms {
                id: TermsId(Uuid::nil()),
                space: space?.id,
                first: self.first?,
                last: None,
                months_before: months_before?,
                from_day: from_day?,
                until_day: until_day?,
                most: i32::try_from(most?).ok()?,
                answer_days: answer_days?,
                tiers,
                bands,
                source: self.source_trimmed(),
            })
        };
        let terms = terms();
        let takes = |terms: &Terms| terms.takes(terms.first);
        let begun = terms.as_ref().and_then(takes);
        if self.first.is_none() {
            wrong.push(wrong_field("first", "lotteries-month-missing"));
        } else if begun.is_some_and(|takes| takes.from <= now) {
            wrong.push(wrong_field("first", "lotteries-month-begun"));
        }
        terms.filter(|_| wrong.is_empty()).ok_or(wrong)
    }

    fn source_trimmed(&self) -> (String, String) {
        let (source, source_en) = &self.source;
        (source.trim().to_owned(), source_en.trim().to_owned())
    }

    fn wrong_source(&self) -> Vec<Detail> {
        let (source, source_en) = self.source_trimmed();
        let mut wrong = Vec::new();
        let long = |text: &str| text.chars().count() > LONGEST_SOURCE;
        if source.is_empty() || long(&source) {
            wrong.push(wrong_field("source", "lotteries-source-wrong"));
        }
        if long(&source_en) {
            wrong.push(wrong_field("source_en", "lotteries-source-wrong"));
        }
        wrong
    }

    /// Each tier once, and none behind one in which everybody is who could be in it.
    fn tiers(&self, wrong: &mut Vec<Detail>) -> Vec<Who> {
        let tiers: Vec<Who> = self.tiers.iter().copied().flatten().collect();
        let known = tiers.len() == self.tiers.len() && !tiers.is_empty();
        let behind = |(place, who): (usize, &Who)| {
            let before = tiers.iter().take(place);
            let mut before = before.filter(|before| takes_all_of(**before, *who));
            before.next().is_some()
        };
        if !known || tiers.iter().enumerate().any(behind) {
            wrong.push(wrong_field("tier_1", "lotteries-tiers-wrong"));
        }
        tiers
    }

    /// The bands in the order of time; they may touch and not overlap, and each can be booked.
    fn bands(&self, space: Option<&space::Model>, wrong: &mut Vec<Detail>) -> Vec<Hours> {
        let hours = |(from, until): &(Option<i32>, Option<i32>)| {
            let (opens, closes) = (*from)?.lt(&(*until)?).then_some((*from)?).zip(*until)?;
            Some(Hours { opens, closes })
        };
        let read: Vec<Option<Hours>> = self.bands.iter().map(hours).collect();
        let mut bands: Vec<Hours> = read.iter().copied().flatten().collect();
        bands.sort_by_key(|band| band.opens);
        let overlap = bands.windows(2).any(|two| match two {
            [one, other] => other.opens < one.closes,
            _ => false,
        });
        if bands.len() < read.len() || bands.is_empty() || overlap {
            wrong.push(wrong_field("band_1_from", "lotteries-bands-wrong"));
        }
        let fits = |band: &Hours| {
            let minutes = band.closes - band.opens;
            space.is_none_or(|space| {
                (space.shortest_minutes..=space.longest_minutes).contains(&minutes)
                    && minutes.rem_euclid(space.step_minutes.max(1)) == 0
            })
        };
        if !bands.iter().all(fits) {
            wrong.push(wrong_field("band_1_from", "lotteries-bands-unfit"));
        }
        bands
    }
}

/// Whether everybody who is in the second tier is in the first already.
fn takes_all_of(first: Who, second: Who) -> bool {
    match first {
        Who::Everyone => true,
        Who::Inside => second != Who::Everyone,
        same => same == second,
    }
}
