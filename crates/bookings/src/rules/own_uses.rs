//! What the centre may take for itself (センター使用).
//!
//! Source: `domain.md` R58 (priority for the centre's programmes), G40 (what is not in the approved plan
//! of the year is not offered, unless the ward has consented to it as an initiative). An
//! own use has its reason and is listed to the ward. Windows, notice, quotas and fees are for those who book; hours and
//! closures too: the centre sets up before it opens and repairs while it is closed.

mod corrected;
mod words;

use chrono::{NaiveDate, TimeDelta};
use kernel::{Actor, Instant, Role, Span};
use organisations::{
    entity::category::{Locality, Party, Stage},
    rules::Category,
};
use plans::entity::ProgrammeId;

use super::{
    Booker, Calendar, Rule, Standing, Terms,
    devices::Pick,
    fitting::{LONGEST_NAME, words},
    repeats::{self, End, MOST},
    words_unreadable,
};
use crate::{
    entity::{OwnUseReasonId, SpaceId, hold, series::Rhythm, space},
    refused::{Unfit, Unowned},
};

pub use corrected::{Correction, NewTime};
pub use words::Words;

/// The longest title, in characters.
pub const LONGEST_TITLE: usize = 100;

/// So many days ahead at most.
pub const FURTHEST: i64 = 730;

/// An allocation lasts so long at most, clearing up included.
const A_DAY: i32 = 24 * 60;

/// What the centre would like to use, as far as it could be read.
#[derive(Clone, Debug, Default)]
pub struct OwnWish {
    /// Which space.
    pub space: Option<SpaceId>,
    /// What the counter calls the unit; empty for all of the space.
    pub unit: String,
    /// Whether the date could not be read.
    pub undated: bool,
    /// From when, the first time.
    pub starts_at: Option<Instant>,
    /// Until when.
    pub ends_at: Option<Instant>,
    /// How many times in a row; `None` when it could not be read.
    pub times: Option<usize>,
    /// Whether that is every day, as for a fair of some days; else every week.
    pub daily: bool,
    /// Dates of these that are left out.
    pub without: Vec<NaiveDate>,
    /// Why.
    pub reason: Option<OwnUseReasonId>,
    /// For which programme or initiative.
    pub programme: Option<ProgrammeId>,
    /// What it is in particular; may be empty.
    pub title: String,
    /// Which devices are lent with it.
    pub devices: Vec<Pick>,
}

/// Who works at the counter enters what the centre uses, and gives it back.
pub const fn may_use_own(actor: &Actor) -> bool {
    actor.roles.is_staff() || actor.roles.has(Role::System)
}

impl OwnWish {
    /// Every time that is wished, or everything that is wrong with the wish at once. `unit` says
    /// whether the named unit is one of the space.
    pub fn allowed(
        &self,
        space: Option<(&space::Model, bool)>,
        words: &Words<'_>,
        now: Instant,
    ) -> Result<Vec<Span>, Vec<Unowned>> {
        let mut wrong = Vec::new();
        match space {
            None => wrong.push(Unowned::SpaceMissing),
            Some((_, has_unit)) => wrong.extend((!has_unit).then_some(Unowned::NoSuchUnit)),
        }
        wrong.extend(unreadable(self.undated, self.starts_at, self.ends_at));
        let times = self.times.filter(|times| (1..=MOST).contains(times));
        wrong.extend(times.is_none().then_some(Unowned::TimesUnreadable(MOST)));
        let clearing = space.map_or(0, |(space, _)| space.clearing_minutes);
        let first = self.starts_at.zip(self.ends_at);
        let first = first.map(|(from, until)| Span { from, until });
        if let Some(first) = first {
            wrong.extend(wrong_time(first, A_DAY - clearing, now));
        }
        let spans = match (first, times) {
            (Some(first), Some(times)) if wrong.is_empty() => self.repeated(first, times),
            _ => Vec::new(),
        };
        if wrong.is_empty() {
            wrong.extend(spans.is_empty().then_some(Unowned::NothingLeft));
            let last = now.date() + TimeDelta::days(FURTHEST);
            let far = spans.last().is_some_and(|span| span.from.date() > last);
            wrong.extend(far.then_some(Unowned::TooFar(last)));
        }
        wrong.extend(words.wrong(self.reason, &spans));
        wrong.extend(words.unfit(self.programme, &spans));
        wrong.extend(wrong_title(&self.title));
        if wrong.is_empty() {
            Ok(spans)
        } else {
            Err(wrong)
        }
    }

    /// The same time every week or day, without those that are left out.
    fn repeated(&self, first: Span, times: usize) -> Vec<Span> {
        let from = first.from.date();
        let dates = if self.daily {
            from.iter_days().take(times).collect()
        } else {
            repeats::dates(from, Rhythm::Weekly, End::Times(times)).unwrap_or_default()
        };
        let kept = dates
            .into_iter()
            .filter(|date| !self.without.contains(date));
        let later = |date: NaiveDate| Span {
            from: first.from + (date - from),
            until: first.until + (date - from),
        };
        kept.map(later).collect()
    }
}

/// What of date and times could not be read; without a date the times are not looked at.
fn unreadable(undated: bool, starts_at: Option<Instant>, ends_at: Option<Instant>) -> Vec<Unowned> {
    if undated {
        return vec![Unowned::NoSuchDate("date")];
    }
    let start = starts_at.is_none().then_some(Unowned::StartUnreadable);
    let end = ends_at.is_none().then_some(Unowned::EndUnreadable);
    start.into_iter().chain(end).collect()
}

fn wrong_time(span: Span, longest: i32, now: Instant) -> Option<Unowned> {
    if span.from >= span.until {
        Some(Unowned::EndsBeforeItStarts)
    } else if span.until <= now {
        Some(Unowned::IsOver)
    } else if span.minutes() > longest.into() {
        Some(Unowned::TooLong(longest))
    } else {
        None
    }
}

fn wrong_title(title: &str) -> Option<Unowned> {
    if words_unreadable(title) {
        Some(Unowned::TitleUnreadable)
    } else if title.trim().chars().count() > LONGEST_TITLE {
        Some(Unowned::TitleTooLong(LONGEST_TITLE))
    } else {
        None
    }
}

/// Where an own use stands: nobody marks that the centre has come to itself.
pub fn standing(state: hold::State, span: Span, now: Instant) -> Standing {
    let state = match state {
        hold::State::Confirmed if span.from <= now => hold::State::InUse,
        state => state,
    };
    Standing::of(state, span, now)
}

/// How long the space was used, or will be, in minutes: until it was given back at most.
pub fn minutes_used(span: Span, ended_at: Option<Instant>) -> i64 {
    let until = ended_at.map_or(span.until, |ended| ended.min(span.until));
    Span { until, ..span }.minutes().max(0)
}

/// From when on a date of a space can be booked by whoever comes first by category; none when some
/// can book it at any time. Until then only the centre takes it: this is how it goes first.
pub fn opens_to_anybody(
    rules: &[Rule],
    space: SpaceId,
    hours: &Calendar,
    date: NaiveDate,
) -> Option<Instant> {
    let opening = |category| {
        let booker = Booker {
            category,
            ..Booker::default()
        };
        let terms = Terms::new(rules, &booker);
        terms.opening(space, hours, date).map(|(opens, _)| opens)
    };
    let opens: Option<Vec<Instant>> = categories().map(opening).collect();
    opens?.into_iter().min()
}

/// Every category there is.
fn categories() -> impl Iterator<Item = Category> {
    let localities = [
        Locality::Resident,
        Locality::WardBusiness,
        Locality::Outside,
    ];
    localities.into_iter().flat_map(|locality| {
        let parties = [Party::Individual, Party::Business, Party::Group];
        parties.into_iter().flat_map(move |party| {
            let stages = [Stage::Settled, Stage::BeforeFounding, Stage::Young];
            stages.map(|stage| Category {
                locality,
                party,
                stage,
            })
        })
    })
}

/// A reason as the manager writes it.
#[derive(Clone, Debug)]
pub struct ReasonDraft {
    /// `区の主催事業`.
    pub name: String,
    /// The first date of use; `None` when it could not be read.
    pub from: Option<NaiveDate>,
}

impl ReasonDraft {
    /// The name and the date, or everything that is wrong with them; `taken` are the names that
    /// nobody has ended.
    pub fn allowed<'a>(
        &self,
        mut taken: impl Iterator<Item = &'a str>,
    ) -> Result<(&str, NaiveDate), Vec<Unowned>> {
        let name = self.name.trim();
        let mut wrong = Vec::new();
        if japan::kana::search_key(name).is_empty() {
            wrong.push(Unowned::NameMissing);
        } else if let Some(unfit) = words("name", name, LONGEST_NAME) {
            wrong.push(match unfit {
                Unfit::TooLong(_, limit) => Unowned::NameTooLong(limit),
                _ => Unowned::NameUnreadable,
            });
        } else if taken.any(|own| own == name) {
            wrong.push(Unowned::NameTaken);
        }
        wrong.extend(self.from.is_none().then_some(Unowned::NoSuchDate("from")));
        match self.from {
            Some(from) if wrong.is_empty() => Ok((name, from)),
            _ => Err(wrong),
        }
    }
}

#[cfg(test)]
mod tests;
