use proptest::prelude::*;

use super::*;
use crate::{
    Figure::{Hidden, Shown as Told},
    attacker::{Possible, every_table, figures},
};

fn table(cells: &[&[u64]]) -> Table {
    let cells: Vec<Vec<u64>> = cells.iter().map(|line| line.to_vec()).collect();
    Table::try_new(&cells).unwrap()
}

fn threshold(least: u64) -> Threshold {
    Threshold::try_new(least).unwrap()
}

/// What is seen of a table, as it would be printed.
fn printed(cells: &[&[u64]], least: u64) -> Vec<String> {
    let table = table(cells);
    let shown = suppress(&table, threshold(least));
    let line = |row: usize| {
        let figures = (0..=shown.columns()).map(|column| match shown.at(row, column) {
            Told(count) => count.to_string(),
            Hidden => "x".to_owned(),
        });
        figures.collect::<Vec<_>>().join(" ")
    };
    (0..=shown.rows()).map(line).collect()
}

#[test]
fn what_is_not_small_is_all_shown_and_so_is_nothing() {
    assert_eq!(
        printed(&[&[5, 0], &[7, 9]], 5),
        ["5 0 5", "7 9 16", "12 9 21"]
    );
    assert_eq!(printed(&[&[0, 0]], 5), ["0 0 0", "0 0 0"]);
}

#[test]
fn a_small_cell_takes_the_smallest_with_it_that_keep_it_from_being_computed() {
    assert_eq!(
        printed(&[&[3, 40, 50], &[60, 20, 30], &[70, 80, 90]], 5),
        ["x x 50 93", "x x 30 110", "70 80 90 240", "133 140 170 443"]
    );
}

#[test]
fn a_list_hides_a_second_row_and_keeps_its_total() {
    assert_eq!(
        printed(&[&[3], &[40], &[20], &[0]], 5),
        ["x x", "40 40", "x x", "0 0", "63 63"]
    );
    assert_eq!(
        printed(&[&[3, 40, 20, 0]], 5),
        ["x 40 x 0 63", "x 40 x 0 63"]
    );
}

#[test]
fn two_small_cells_keep_each_other_unless_both_are_ones() {
    assert_eq!(
        printed(&[&[1], &[2], &[9]], 5),
        ["x x", "x x", "9 9", "12 12"]
    );
    assert_eq!(
        printed(&[&[1], &[1], &[9], &[12]], 5),
        ["x x", "x x", "x x", "12 12", "23 23"]
    );
}

#[test]
fn a_small_total_is_hidden_and_another_with_it() {
    assert_eq!(
        printed(&[&[3, 0, 0], &[0, 50, 0], &[0, 0, 60]], 5),
        ["x 0 0 x", "0 x 0 x", "0 0 60 60", "x x 60 113"]
    );
}

#[test]
fn of_very_few_cases_nothing_is_shown_but_that_there_are_none() {
    assert_eq!(printed(&[&[1, 0], &[2, 0]], 5), ["x x x", "x x x", "x x x"]);
    assert_eq!(printed(&[&[4]], 5), ["x x", "x x"]);
}

#[test]
fn of_nothing_but_ones_only_the_number_of_cases_is_shown() {
    assert_eq!(
        printed(&[&[1, 0, 1], &[1, 0, 0], &[0, 1, 1]], 3),
        ["x x x x", "x x x x", "x x x x", "x x x 5"]
    );
    assert_eq!(
        printed(&[&[1], &[1], &[1]], 3),
        ["x x", "x x", "x x", "3 3"]
    );
    assert_eq!(printed(&[&[1, 1, 1]], 3), ["x x x 3", "x x x 3"]);
    assert_eq!(printed(&[&[2, 1, 0]], 3), ["x x x 3", "x x x 3"]);
}

#[test]
fn what_is_no_table_is_refused() {
    use crate::Unfit;
    assert_eq!(Table::try_new(&[]), Err(Unfit::Empty));
    assert_eq!(Table::list(&[]), Err(Unfit::Empty));
    assert_eq!(Table::try_new(&[vec![]]), Err(Unfit::Empty));
    assert_eq!(Table::try_new(&[vec![1], vec![1, 2]]), Err(Unfit::Ragged));
    assert_eq!(Table::list(&[u64::MAX, 1]), Err(Unfit::TooLarge));
    assert_eq!(Threshold::try_new(2), Err(Unfit::ThresholdLow));
}

/// Whether what is small is hidden, what is shown is true, and nothing that is hidden is known.
fn is_kept(cells: &[Vec<u64>], least: u64) -> Result<(), TestCaseError> {
    let table = Table::try_new(cells).unwrap();
    let threshold = threshold(least);
    let shown = suppress(&table, threshold);
    for (figure, count) in figures(&shown).into_iter().zip(&table.0.figures) {
        match figure {
            Told(told) => prop_assert_eq!(told, *count),
            Hidden => continue,
        }
        prop_assert!(
            !threshold.is_small(*count),
            "{:?} is shown: {:?}",
            count,
            shown
        );
    }
    let grand = shown.total() == Hidden;
    prop_assert_eq!(
        grand,
        threshold.is_small(table.0.total()),
        "the grand total"
    );
    let mut possible = Possible::nothing(&shown);
    every_table(&shown, least, least, &mut |grid| {
        possible.add(grid);
        !possible.known(&shown).is_empty()
    });
    let known = possible.known(&shown);
    prop_assert!(known.is_empty(), "{:?}: {:?} of {:?}", cells, known, shown);
    Ok(())
}

/// All ways to put so many cases into so many cells.
fn ways(cells: usize, cases: u64) -> Vec<Vec<u64>> {
    if cells == 1 {
        return vec![vec![cases]];
    }
    let with = |first: u64| {
        ways(cells - 1, cases - first)
            .into_iter()
            .map(move |rest| [vec![first], rest].concat())
    };
    (0..=cases).flat_map(with).collect()
}

#[test]
fn nobody_can_compute_what_is_hidden_of_any_table_of_few_cases() {
    for (rows, columns, most) in [
        (1, 1, 9),
        (2, 1, 9),
        (1, 3, 9),
        (3, 1, 9),
        (2, 2, 9),
        (2, 3, 6),
        (3, 2, 6),
        (3, 3, 4),
    ] {
        for cases in 0..=most {
            for cells in ways(rows * columns, cases) {
                let cells: Vec<Vec<u64>> = cells.chunks(columns).map(<[u64]>::to_vec).collect();
                for least in [3, 5] {
                    is_kept(&cells, least).unwrap();
                }
            }
        }
    }
}

/// Mostly small counts, and some large ones.
fn count() -> impl Strategy<Value = u64> {
    prop_oneof![2 => Just(0_u64), 5 => 1..4_u64, 3 => 4..12_u64]
}

fn cells() -> impl Strategy<Value = Vec<Vec<u64>>> {
    (1..=3_usize, 1..=3_usize).prop_flat_map(|(rows, columns)| {
        prop::collection::vec(prop::collection::vec(count(), columns), rows)
    })
}

proptest! {
    #[test]
    fn nobody_can_compute_what_is_hidden_of_a_table(cells in cells(), least in 3..6_u64) {
        is_kept(&cells, least)?;
    }

    #[test]
    fn a_large_table_hides_what_is_small_and_no_grand_total(
        cells in prop::collection::vec(prop::collection::vec(0..40_u64, 12), 20),
    ) {
        let table = Table::try_new(&cells).unwrap();
        let shown = suppress(&table, threshold(10));
        for (figure, count) in figures(&shown).into_iter().zip(&table.0.figures) {
            prop_assert!(figure == Hidden || !(1..10).contains(count));
        }
        prop_assert_eq!(shown.total(), Told(table.0.total()));
    }
}
