use std::collections::BTreeMap;

use kernel::{Instant, Span};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;

fn row(valid_from: &str, stock: i32, broken: i32) -> device_stock::Model {
    device_stock::Model {
        device_id: DeviceId(Uuid::nil()),
        valid_from: valid_from.to_owned(),
        stock,
        broken,
    }
}

fn units(number: u128) -> Vec<ResourceId> {
    (1..=number)
        .map(|number| ResourceId(Uuid::from_u128(number)))
        .collect()
}

#[test]
fn the_newest_row_that_has_begun_says_how_many_can_be_lent() {
    let rows = [
        row("2026-04-01", 3, 0),
        row("2026-12-20", 3, 1),
        row("2027-04-01", 0, 0),
    ];
    for (date, expected) in [
        ("2026-03-31", 0),
        ("2026-04-01", 3),
        ("2026-12-19", 3),
        ("2026-12-20", 2),
        ("2027-03-31", 2),
        ("2027-04-01", 0),
    ] {
        assert_eq!(usable(&rows, date.parse().unwrap()), expected, "{date}");
    }
}

#[test]
fn what_is_lent_counts_whichever_unit_it_is() {
    let four = units(4);
    for (usable, busy, wanted, expected) in [
        (4, vec![], 4, Ok(4)),
        (4, vec![], 5, Err(4)),
        (4, vec![1, 2], 2, Ok(2)),
        (4, vec![1, 2], 3, Err(2)),
        // One is out of order: the fourth, that is lent, counts as well as the first.
        (3, vec![3], 2, Ok(2)),
        (3, vec![3], 3, Err(2)),
        (1, vec![0, 3], 1, Err(0)),
        (0, vec![], 0, Ok(0)),
    ] {
        let is_busy = |unit| busy.iter().any(|at: &usize| four[*at] == unit);
        let chosen = choose(&four, usable, wanted, is_busy);
        assert_eq!(
            chosen.map(|chosen| chosen.len()),
            expected,
            "{usable} {busy:?} {wanted}"
        );
    }
}

#[test]
fn of_a_stock_no_more_can_be_out_of_order_than_there_are() {
    let draft = |stock, broken| StockDraft {
        from: "2026-12-15".parse().ok(),
        stock,
        broken,
    };
    assert_eq!(draft(Some(3), Some(1)).numbers(), Ok((3, 1)));
    assert_eq!(draft(Some(0), Some(0)).numbers(), Ok((0, 0)));
    for (stock, broken, wrong) in [
        (Some(3), Some(4), vec![Unfit::OutOfRange("broken", 0, 3)]),
        (
            Some(101),
            Some(0),
            vec![Unfit::OutOfRange("stock", 0, MOST)],
        ),
        (
            None,
            None,
            vec![
                Unfit::OutOfRange("stock", 0, MOST),
                Unfit::OutOfRange("broken", 0, MOST),
            ],
        ),
    ] {
        assert_eq!(draft(stock, broken).numbers(), Err(wrong));
    }
}

proptest! {
    /// Whoever asks in whatever order: at no moment is more lent than can be lent, and nothing twice.
    #[test]
    fn never_more_is_lent_than_there_is(
        stock in 0_usize..6,
        broken in 0_usize..3,
        asked in prop::collection::vec((0_i64..24, 1_i64..8, 0_usize..4), 0..40),
    ) {
        let (all, usable) = (units(stock as u128), stock.saturating_sub(broken));
        let at = |hour: i64| Instant::from_micros(hour * 3_600_000_000);
        let mut lent: BTreeMap<ResourceId, Vec<Span>> = BTreeMap::new();
        for (from, hours, number) in asked {
            let span = Span { from: at(from), until: at(from + hours) };
            let busy = |unit: ResourceId| {
                lent.get(&unit).into_iter().flatten().any(|one| one.overlaps(&span))
            };
            if let Ok(chosen) = choose(&all, usable, number, busy) {
                prop_assert_eq!(chosen.len(), number);
                for unit in chosen {
                    let own = lent.entry(unit).or_default();
                    prop_assert!(!own.iter().any(|one| one.overlaps(&span)));
                    own.push(span);
                }
            }
        }
        for hour in 0..32 {
            let moment = Span { from: at(hour), until: at(hour + 1) };
            let out = lent.values().flatten().filter(|one| one.overlaps(&moment)).count();
            prop_assert!(out <= usable, "{} of {} at {}", out, usable, hour);
        }
    }
}
