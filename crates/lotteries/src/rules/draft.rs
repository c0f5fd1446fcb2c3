//! Terms as the manager wants them.

mod bands;

use accounts::rules::wrong_field;
use bookings::{
    entity::{SpaceId, booking_rule::Period, space},
    rules::{
        Calendar, Rule,
        terms::{Measure, Term},
    },
};
use chrono::{Days, Months, NaiveDate};
use kernel::{Detail, Instant};
use organisations::rules::Selector;
use serde_json::json;
use uuid::Uuid;

use super::Terms;
use crate::entity::{TermsId, tier::Who};

/// The longest name of an ordinance or rule, in characters.
pub const LONGEST_SOURCE: usize = 60;

/// What was typed for a time of day and is none: it lies in no day.
pub const NO_TIME: i32 = -1;

/// The space that is to be drawn, as it is set up, and the rules by which it is booked.
#[derive(Clone, Copy, Debug)]
pub struct Of<'s> {
    /// The space.
    pub space: &'s space::Model,
    /// When it can be used.
    pub calendar: &'s Calendar,
    /// Every rule of booking.
    pub rules: &'s [Rule],
}

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
    /// So many days until it is drawn by itself.
    pub draw_days: Option<u32>,
    /// So many days to answer.
    pub answer_days: Option<u32>,
    /// Who is drawn first, second, third; a code that is none is `None`.
    pub tiers: Vec<Option<Who>>,
    /// The bands, from and until in minutes after midnight, each in its place of the form; `None` where
    /// nothing was typed, [`NO_TIME`] where it is no time.
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
    pub fn allowed(&self, of: Option<Of<'_>>, now: Instant) -> Result<Terms, Vec<Detail>> {
        let mut wrong = Vec::new();
        let bands = bands::bands(self, of, &mut wrong);
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
        let draw_days = number("draw_days", self.draw_days, 1, 14);
        let answer_days = number("answer_days", self.answer_days, 1, 60);
        wrong.extend(self.wrong_source());
        wrong.extend(of.and_then(|of| self.beyond_a_quota(of)));
        if of.is_none() {
            wrong.push(wrong_field("space", "lotteries-space-missing"));
        }
        let terms = || {
            Some(Terms {
                id: TermsId(Uuid::nil()),
                space: of?.space.id,
                first: self.first?,
                last: None,
                months_before: months_before?,
                from_day: from_day?,
                until_day: until_day?,
                most: i32::try_from(most?).ok()?,
                draw_days: draw_days?,
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
        if terms.as_ref().is_some_and(|terms| !ends_in_time(terms)) {
            wrong.push(wrong_field("until_day", "lotteries-until-too-late"));
        }
        terms.filter(|_| wrong.is_empty()).ok_or(wrong)
    }

    /// That people could apply for more than they may have by a quota for everybody: what they win
    /// beyond it could not be given to them.
    fn beyond_a_quota(&self, of: Of<'_>) -> Option<Detail> {
        let (most, first) = (self.most?, self.first?);
        let concerns = |rule: &&Rule| {
            let own = rule.space.is_none_or(|space| space == of.space.id);
            own && rule.selector == Selector::default() && rule.in_force(first)
        };
        let quota = |rule: &Rule| match rule.term {
            Term::Quota(limit) => {
                let month = matches!(limit.period, Period::Month | Period::Standing);
                (month && limit.measure == Measure::Bookings).then_some(limit.most)
            }
            _ => None,
        };
        let least = of.rules.iter().filter(concerns).filter_map(quota).min()?;
        (least < most).then(|| Detail {
            field: Some("most"),
            key: "lotteries-most-beyond",
            args: json!({ "most": least }),
        })
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
}

/// Whether in every month of a year there is time to draw and to answer before the month begins.
fn ends_in_time(terms: &Terms) -> bool {
    let needed = Days::new(u64::from(terms.draw_days) + u64::from(terms.answer_days));
    let months = (0..12).filter_map(|ahead| terms.first.checked_add_months(Months::new(ahead)));
    let mut takes = months.filter_map(|month| Some((month, terms.takes(month)?)));
    takes.all(|(month, takes)| takes.until.date() + needed <= month)
}

/// Whether everybody who is in the second tier is in the first already.
fn takes_all_of(first: Who, second: Who) -> bool {
    match first {
        Who::Everyone => true,
        Who::Inside => second != Who::Everyone,
        same => same == second,
    }
}
