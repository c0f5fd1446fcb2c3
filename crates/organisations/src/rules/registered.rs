//! What a registration grants on a day, and how long it lasts.

use chrono::{Datelike, Months, NaiveDate};

use super::Category;
use crate::entity::category::Stage;

/// For so many years from its founding a business is a young one (創業5年未満).
const YOUNG_YEARS: i32 = 5;

/// A registration as rules see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Registered {
    /// What was granted.
    pub category: Category,
    /// When it was founded, if told.
    pub founded_on: Option<NaiveDate>,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
}

impl Registered {
    /// The category on this day; none outside the term. 創業5年未満 ends by itself on the fifth
    /// anniversary, 創業前 with the term.
    pub fn on(&self, day: NaiveDate) -> Option<Category> {
        if day < self.from || self.until < day {
            return None;
        }
        let grown = self.category.stage == Stage::Young
            && self
                .founded_on
                .is_none_or(|founded| !is_young(founded, day));
        let stage = if grown {
            Stage::Settled
        } else {
            self.category.stage
        };
        Some(Category {
            stage,
            ..self.category
        })
    }
}

/// Whether less than five years have passed since the founding.
pub fn is_young(founded: NaiveDate, on: NaiveDate) -> bool {
    founded <= on && on < grown_up_on(founded)
}

/// The fifth anniversary; of one founded on 29 February, the first of March (民法143条2項).
pub fn grown_up_on(founded: NaiveDate) -> NaiveDate {
    let year = founded.year() + YOUNG_YEARS;
    founded
        .with_year(year)
        .or_else(|| NaiveDate::from_ymd_opt(year, 3, 1))
        .unwrap_or(NaiveDate::MAX)
}

/// The last day of a term of so many months that begins on `from` (民法143条).
pub fn last_day(from: NaiveDate, months: u32) -> NaiveDate {
    from.checked_add_months(Months::new(months))
        .and_then(|end| {
            // Without a day of the same number the month's last day is the term's last one.
            if end.day() == from.day() {
                end.pred_opt()
            } else {
                Some(end)
            }
        })
        .unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::category::{Locality, Party};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_young_business_grows_up_on_its_fifth_anniversary() {
        for (founded, on, young) in [
            ("2021-12-08", "2021-12-07", false),
            ("2021-12-08", "2021-12-08", true),
            ("2021-12-08", "2026-12-07", true),
            ("2021-12-08", "2026-12-08", false),
            ("2024-02-29", "2029-02-28", true),
            ("2024-02-29", "2029-03-01", false),
        ] {
            assert_eq!(is_young(day(founded), day(on)), young, "{founded} {on}");
        }
    }

    #[test]
    fn the_category_of_a_day_follows_the_term_and_the_founding() {
        let category = |stage| Category {
            locality: Locality::WardBusiness,
            party: Party::Business,
            stage,
        };
        let registered = |stage| Registered {
            category: category(stage),
            founded_on: Some(day("2022-06-01")),
            from: day("2026-04-01"),
            until: day("2028-03-31"),
        };
        for (stage, on, expected) in [
            (Stage::Young, "2026-03-31", None),
            (Stage::Young, "2026-04-01", Some(Stage::Young)),
            (Stage::Young, "2027-05-31", Some(Stage::Young)),
            (Stage::Young, "2027-06-01", Some(Stage::Settled)),
            (Stage::Young, "2028-03-31", Some(Stage::Settled)),
            (Stage::Young, "2028-04-01", None),
            (
                Stage::BeforeFounding,
                "2028-03-31",
                Some(Stage::BeforeFounding),
            ),
            (Stage::BeforeFounding, "2028-04-01", None),
            (Stage::Settled, "2027-06-01", Some(Stage::Settled)),
        ] {
            let found = registered(stage).on(day(on));
            assert_eq!(found, expected.map(category), "{stage:?} on {on}");
        }
    }

    #[test]
    fn a_term_ends_on_the_day_before_the_day_of_its_beginning() {
        for (from, months, until) in [
            ("2026-12-08", 24, "2028-12-07"),
            ("2027-01-01", 24, "2028-12-31"),
            ("2024-02-29", 24, "2026-02-28"),
            ("2026-08-31", 6, "2027-02-28"),
        ] {
            assert_eq!(last_day(day(from), months), day(until), "{from}");
        }
    }
}
