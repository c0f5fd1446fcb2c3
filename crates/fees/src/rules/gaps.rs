//! Who would pay nothing because no price speaks of them: a gap in a tariff is free of charge.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use organisations::{
    entity::category::{Locality, Party, Stage},
    rules::{Category, Selector, localities, stages},
};

use super::{Rate, in_force};

/// A stretch of days on which no price speaks of some people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Of whom none speaks.
    pub who: Vec<Selector>,
    /// From which day on.
    pub from: NaiveDate,
    /// Until which day; none when it never ends.
    pub until: Option<NaiveDate>,
}

/// The gaps between these prices from a day on, in the order of time.
pub fn gaps(rates: &[Rate], from: NaiveDate) -> Vec<Gap> {
    let begins = rates.iter().map(|rate| rate.valid_from);
    let last = rates.iter().filter_map(|rate| rate.valid_until);
    let ends = last.filter_map(|last| last.checked_add_days(Days::new(1)));
    let days: BTreeSet<NaiveDate> = begins.chain(ends).filter(|day| from < *day).collect();
    let mut found: Vec<Gap> = Vec::new();
    for day in std::iter::once(from).chain(days) {
        let who = missing(rates, day);
        let is_open = |gap: &&mut Gap| gap.until.is_none();
        if let Some(open) = found.last_mut().filter(is_open) {
            if open.who == who {
                continue;
            }
            open.until = day.pred_opt();
        }
        if !who.is_empty() {
            found.push(Gap {
                who,
                from: day,
                until: None,
            });
        }
    }
    found
}

/// Of whom no price speaks on a day, in as few words as there are.
fn missing(rates: &[Rate], on: NaiveDate) -> Vec<Selector> {
    let mut left: Vec<Category> = categories()
        .filter(|category| in_force(rates, *category, on).is_none())
        .collect();
    let open = left.clone();
    let mut who = Vec::new();
    for selector in selectors() {
        let mut fitting = categories().filter(|category| selector.fits(*category));
        let says_more = left.iter().any(|category| selector.fits(*category));
        if says_more && fitting.all(|category| open.contains(&category)) {
            left.retain(|category| !selector.fits(*category));
            who.push(selector);
        }
    }
    who
}

/// Everyone there can be: what an application can say, and what reception can grant.
fn categories() -> impl Iterator<Item = Category> {
    Party::ALL.into_iter().flat_map(|party| {
        let places = localities(party).iter().copied();
        places.flat_map(move |locality| {
            stages(party).iter().map(move |stage| Category {
                locality,
                party,
                stage: *stage,
            })
        })
    })
}

/// Everyone of whom a row can speak, the widest first; where they belong goes before as what they
/// come.
fn selectors() -> Vec<Selector> {
    let places = || std::iter::once(None).chain(Locality::ALL.into_iter().map(Some));
    let parties = || std::iter::once(None).chain(Party::ALL.into_iter().map(Some));
    let progress = || std::iter::once(None).chain(Stage::ALL.into_iter().map(Some));
    let mut all: Vec<Selector> = places()
        .flat_map(|locality| {
            parties().flat_map(move |party| {
                progress().map(move |stage| Selector {
                    locality,
                    party,
                    stage,
                })
            })
        })
        .collect();
    all.sort_by_key(|own| {
        let named = [own.stage.is_some(), own.party.is_some()];
        let sides = own.closeness().count_ones();
        (sides, named)
    });
    all
}

#[cfg(test)]
mod tests {
    use japan::money::{Pricing, Yen};
    use uuid::Uuid;

    use super::*;
    use crate::{
        entity::{TariffRateId, tax_rate},
        rules::Unit,
    };

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn rate(selector: Selector, from: &str, until: Option<&str>) -> Rate {
        Rate {
            id: TariffRateId(Uuid::nil()),
            selector,
            valid_from: day(from),
            valid_until: until.map(day),
            unit: Unit::Use(Yen(400)),
            tax: tax_rate::Code::Standard,
            pricing: Pricing::TaxWithin,
        }
    }

    fn of(locality: Locality) -> Selector {
        Selector {
            locality: Some(locality),
            ..Selector::default()
        }
    }

    #[test]
    fn whoever_no_price_speaks_of_is_named_with_the_days() {
        let everyone = Selector::default();
        let ward = of(Locality::WardBusiness);
        let groups = Selector {
            party: Some(Party::Group),
            ..ward
        };
        let others = vec![of(Locality::Resident), of(Locality::Outside)];
        let gap = |who: &[Selector], from: &str, until: Option<&str>| Gap {
            who: who.to_vec(),
            from: day(from),
            until: until.map(day),
        };
        for (rates, expected) in [
            (vec![], vec![gap(&[everyone], "2026-12-08", None)]),
            (vec![rate(everyone, "2026-04-01", None)], vec![]),
            (
                vec![rate(ward, "2026-04-01", None)],
                vec![gap(&others, "2026-12-08", None)],
            ),
            (
                vec![rate(everyone, "2026-04-01", Some("2027-03-31"))],
                vec![gap(&[everyone], "2027-04-01", None)],
            ),
            (
                vec![
                    rate(everyone, "2026-04-01", Some("2027-03-31")),
                    rate(everyone, "2027-05-01", None),
                ],
                vec![gap(&[everyone], "2027-04-01", Some("2027-04-30"))],
            ),
            // A price that ends lets the wider one speak again.
            (
                vec![
                    rate(everyone, "2026-04-01", None),
                    rate(groups, "2026-04-01", Some("2027-03-31")),
                ],
                vec![],
            ),
            (
                vec![
                    rate(ward, "2026-04-01", None),
                    rate(everyone, "2027-04-01", None),
                ],
                vec![gap(&others, "2026-12-08", Some("2027-03-31"))],
            ),
        ] {
            assert_eq!(gaps(&rates, day("2026-12-08")), expected, "{rates:?}");
        }
    }
}
