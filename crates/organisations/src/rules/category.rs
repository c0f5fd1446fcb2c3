//! The category (区分) by which someone books and pays, and rows that speak of some categories only.

use chrono::NaiveDate;

use crate::entity::category::{Locality, Party, Stage};

/// By which category someone books and pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Category {
    /// Where they belong.
    pub locality: Locality,
    /// As what they come.
    pub party: Party,
    /// How far a founder is.
    pub stage: Stage,
}

impl Category {
    /// Whoever has not been reviewed, or whose registration has run out.
    pub const UNREVIEWED: Self = Self {
        locality: Locality::Outside,
        party: Party::Individual,
        stage: Stage::Settled,
    };
}

/// Whom a dated row speaks of; a side that is not named fits everyone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Selector {
    /// Only those who belong here.
    pub locality: Option<Locality>,
    /// Only those who come as this.
    pub party: Option<Party>,
    /// Only those who are so far.
    pub stage: Option<Stage>,
}

impl Selector {
    /// Whether the row speaks of this category.
    pub fn fits(&self, category: Category) -> bool {
        self.locality.is_none_or(|own| own == category.locality)
            && self.party.is_none_or(|own| own == category.party)
            && self.stage.is_none_or(|own| own == category.stage)
    }

    /// Whether the row speaks of everyone of whom another speaks.
    pub fn includes(&self, other: Self) -> bool {
        (self.locality.is_none() || self.locality == other.locality)
            && (self.party.is_none() || self.party == other.party)
            && (self.stage.is_none() || self.stage == other.stage)
    }

    /// How closely the row speaks: a founder's row goes before one of the ward's own, that before
    /// one of a kind of party, that before one of everyone.
    pub const fn closeness(&self) -> u8 {
        (self.stage.is_some() as u8) << 2
            | (self.locality.is_some() as u8) << 1
            | self.party.is_some() as u8
    }
}

/// The row that speaks of this category on this day: the closest one, among equals the one in force
/// last. `of` tells a row's selector, its first day, and its last day if it has one.
pub fn chosen<'r, R>(
    rows: impl IntoIterator<Item = &'r R>,
    category: Category,
    on: NaiveDate,
    of: impl Fn(&R) -> (Selector, NaiveDate, Option<NaiveDate>),
) -> Option<&'r R> {
    rows.into_iter()
        .filter(|row| {
            let (selector, from, until) = of(row);
            selector.fits(category) && from <= on && until.is_none_or(|until| on <= until)
        })
        .max_by_key(|row| {
            let (selector, from, _) = of(row);
            (selector.closeness(), from)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// The name of the row chosen among rows that overlap in whom and when they speak of.
    fn name(category: Category, on: &str) -> Option<&'static str> {
        let everyone = Selector::default();
        let ward = Selector {
            locality: Some(Locality::WardBusiness),
            ..everyone
        };
        let founders = Selector {
            stage: Some(Stage::BeforeFounding),
            ..everyone
        };
        let rows = [
            ("everyone", everyone, "2026-04-01", None),
            ("everyone, later", everyone, "2027-04-01", None),
            ("the ward's", ward, "2026-04-01", Some("2026-12-31")),
            ("founders", founders, "2026-10-01", None),
        ];
        let found = chosen(&rows, category, day(on), |row| {
            (row.1, day(row.2), row.3.map(day))
        });
        found.map(|row| row.0)
    }

    #[test]
    fn the_closest_row_in_force_is_chosen() {
        let outside = Category::UNREVIEWED;
        let ward = Category {
            locality: Locality::WardBusiness,
            party: Party::Business,
            ..outside
        };
        let founder = Category {
            stage: Stage::BeforeFounding,
            ..ward
        };
        for (category, on, expected) in [
            (outside, "2026-03-31", None),
            (outside, "2026-04-01", Some("everyone")),
            (outside, "2027-04-01", Some("everyone, later")),
            (ward, "2026-12-31", Some("the ward's")),
            (ward, "2027-01-01", Some("everyone")),
            (founder, "2026-09-30", Some("the ward's")),
            (founder, "2026-10-01", Some("founders")),
        ] {
            assert_eq!(name(category, on), expected, "{category:?} on {on}");
        }
    }
}
