//! Putting right what was entered: why, for which programme, and when.

use chrono::TimeDelta;
use japan::fiscal::FiscalYear;
use kernel::{Instant, Span};
use plans::entity::ProgrammeId;

use super::{A_DAY, FURTHEST, Words, unreadable, wrong_time, wrong_title};
use crate::{entity::OwnUseReasonId, refused::Unowned};

/// What an own use shall be.
#[derive(Clone, Debug)]
pub struct Correction {
    /// Why; `None` when nothing was chosen.
    pub reason: Option<OwnUseReasonId>,
    /// For which programme or initiative.
    pub programme: Option<ProgrammeId>,
    /// What it is in particular; may be empty.
    pub title: String,
    /// When; `None` where nothing is said of it, and it stays.
    pub time: Option<NewTime>,
    /// All that were entered together and come after it too.
    pub and_following: bool,
}

/// When it shall be, as far as it could be read.
#[derive(Clone, Copy, Debug)]
pub struct NewTime {
    /// Whether the date could not be read.
    pub undated: bool,
    /// From when.
    pub starts_at: Option<Instant>,
    /// Until when.
    pub ends_at: Option<Instant>,
}

impl Correction {
    /// When the uses shall be that are now at these times, the first first: those that follow are
    /// shifted as it is. Or everything that is wrong at once. A programme that stays as it is said,
    /// `before`, need not be in the plan any more, as long as the fiscal years stay too.
    pub fn allowed(
        &self,
        (spans, before): (&[Span], Option<ProgrammeId>),
        clearing: i32,
        words: &Words<'_>,
        now: Instant,
    ) -> Result<Vec<Span>, Vec<Unowned>> {
        let shifted = match self.time {
            None => Ok(spans.to_vec()),
            Some(time) => time.shifted(spans, A_DAY - clearing, now),
        };
        let (mut wrong, shifted) = match shifted {
            Ok(shifted) => (Vec::new(), shifted),
            Err(wrong) => (wrong, spans.to_vec()),
        };
        let stays = self.programme.is_some() && self.programme == before;
        let stays = stays && years(spans).eq(years(&shifted));
        let unfit = words.unfit(self.programme, &shifted);
        wrong.extend(words.wrong(self.reason, &shifted));
        wrong.extend(unfit.filter(|_| !stays));
        wrong.extend(wrong_title(&self.title));
        if wrong.is_empty() {
            Ok(shifted)
        } else {
            Err(wrong)
        }
    }
}

/// The fiscal years in which they are.
fn years(spans: &[Span]) -> impl Iterator<Item = FiscalYear> {
    spans.iter().map(|span| FiscalYear::of(span.from.date()))
}

impl NewTime {
    fn shifted(
        self,
        spans: &[Span],
        longest: i32,
        now: Instant,
    ) -> Result<Vec<Span>, Vec<Unowned>> {
        let wrong = unreadable(self.undated, self.starts_at, self.ends_at);
        let (Some(own), Some((from, until))) = (spans.first(), self.starts_at.zip(self.ends_at))
        else {
            return Err(wrong);
        };
        let new = Span { from, until };
        if new == *own {
            return Ok(spans.to_vec());
        }
        if own.until <= now {
            return Err(vec![Unowned::NotStanding]);
        }
        if own.from <= now && new.from != own.from {
            return Err(vec![Unowned::HasBegun]);
        }
        if let Some(wrong) = wrong_time(new, longest, now) {
            return Err(vec![wrong]);
        }
        let shift = |span: &Span| Span {
            from: span.from + (new.from - own.from),
            until: span.until + (new.until - own.until),
        };
        let shifted: Vec<Span> = spans.iter().map(shift).collect();
        let last = now.date() + TimeDelta::days(FURTHEST);
        if shifted.iter().any(|span| last < span.from.date()) {
            return Err(vec![Unowned::TooFar(last)]);
        }
        Ok(shifted)
    }
}
