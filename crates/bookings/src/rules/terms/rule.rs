//! A rule of booking, and what it says.

use chrono::NaiveDate;
use organisations::rules::{Category, Selector};
use views::Lang;

use super::{Limit, Notice, Opening, Penalty};
use crate::{
    entity::{RuleId, SpaceId, booking_rule::Kind},
    refused::{Refused, Unruled, Unruly},
    rules::closure::Reason,
};

/// A rule of booking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Which; nil while it is only thought of.
    pub id: RuleId,
    /// What it says.
    pub term: Term,
    /// Only this space.
    pub space: Option<SpaceId>,
    /// Only these categories.
    pub selector: Selector,
    /// Which ordinance or rule it comes from.
    pub source: Reason,
    /// In force from this date on.
    pub valid_from: NaiveDate,
    /// The last date on which it is in force.
    pub valid_until: Option<NaiveDate>,
}

/// What a rule says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// From when on a day can be booked.
    Window(Opening),
    /// Until when a time can be booked.
    Notice(Notice),
    /// How much one may have.
    Quota(Limit),
    /// So many days in a row at most.
    Run(i32),
    /// What follows from staying away.
    NoShow(Penalty),
    /// It must be approved, within so many business days.
    Approval(i32),
}

/// What a person is told of a rule that stands against them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// Which ordinance or rule it comes from.
    pub source: Reason,
    /// Since when.
    pub since: NaiveDate,
}

impl Rule {
    /// What it is about.
    pub const fn kind(&self) -> Kind {
        match self.term {
            Term::Window(_) => Kind::Window,
            Term::Notice(_) => Kind::Notice,
            Term::Quota(_) => Kind::Quota,
            Term::Run(_) => Kind::Run,
            Term::NoShow(_) => Kind::NoShow,
            Term::Approval(_) => Kind::Approval,
        }
    }

    /// Whether it is in force on a date.
    pub fn in_force(&self, on: NaiveDate) -> bool {
        self.valid_from <= on && self.valid_until.is_none_or(|until| on <= until)
    }

    /// Whether it ever is.
    pub fn is_ever_in_force(&self) -> bool {
        self.valid_until
            .is_none_or(|until| self.valid_from <= until)
    }

    /// Whether two rows say something about the very same, so that the later one takes the place of
    /// the former.
    pub fn is_about_the_same(&self, other: &Self) -> bool {
        let counts = |rule: &Self| match rule.term {
            Term::Quota(limit) => Some((limit.measure, limit.period)),
            _ => None,
        };
        self.kind() == other.kind()
            && self.space == other.space
            && self.selector == other.selector
            && counts(self) == counts(other)
    }

    /// Whether this date can become the last on which it is in force.
    ///
    /// # Errors
    /// [`Refused::Unruly`] when the date has passed, [`Unruled::EndsNoEarlier`] when it ends by
    /// then as it is.
    pub fn may_end(&self, last: NaiveDate, today: NaiveDate) -> Result<(), Refused> {
        if last < today {
            return Err(Refused::Unruly(vec![Unruly::Past("last", today)]));
        }
        if self.valid_until.is_some_and(|until| until <= last) {
            return Err(Refused::Ruled(Unruled::EndsNoEarlier));
        }
        Ok(())
    }

    /// What people are told of it.
    pub fn quote(&self) -> Quote {
        Quote {
            source: self.source.clone(),
            since: self.valid_from,
        }
    }

    /// Whether it speaks of a space and a category.
    pub fn concerns(&self, space: SpaceId, category: Category) -> bool {
        self.space.is_none_or(|own| own == space) && self.selector.fits(category)
    }

    pub(super) fn closeness(&self) -> (bool, u8, NaiveDate, RuleId) {
        let of_space = self.space.is_some();
        (
            of_space,
            self.selector.closeness(),
            self.valid_from,
            self.id,
        )
    }
}

impl Quote {
    /// The source in a language.
    pub fn said(&self, lang: Lang) -> &str {
        self.source.said(lang)
    }
}
