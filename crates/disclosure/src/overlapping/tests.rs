use std::collections::BTreeMap;

use super::*;
use crate::{
    Figure::{self, Hidden, Shown as Told},
    attacker::{Possible, figures},
};

fn shown(rows: &[u64], total: u64, least: u64) -> (Vec<Figure>, Figure) {
    let list = Overlapping::try_new(rows, total).unwrap();
    let shown = list.suppress(Threshold::try_new(least).unwrap());
    let rows = 0..shown.rows();
    (rows.map(|row| shown.cell(row, 0)).collect(), shown.total())
}

#[test]
fn a_small_row_needs_no_partner() {
    assert_eq!(
        shown(&[3, 40, 20, 0], 50, 5),
        (vec![Hidden, Told(40), Told(20), Told(0)], Told(50))
    );
}

#[test]
fn a_small_number_of_cases_is_hidden_with_all_rows() {
    assert_eq!(shown(&[4, 2, 0], 4, 5), (vec![Hidden; 3], Hidden));
    assert_eq!(shown(&[0, 0], 0, 5), (vec![Told(0); 2], Told(0)));
}

#[test]
fn a_total_that_would_tell_takes_further_rows_with_it() {
    // Ten cases, eight of them in the other rows: the first row has two at least, and if it is
    // small, two at most.
    assert_eq!(
        shown(&[2, 3, 5, 3], 13, 3),
        (vec![Hidden, Hidden, Told(5), Hidden], Told(13))
    );
    assert_eq!(
        shown(&[2, 3, 5], 9, 3),
        (vec![Hidden, Told(3), Told(5)], Told(9))
    );
    assert_eq!(shown(&[2, 0, 2], 4, 3), (vec![Hidden; 3], Hidden));
}

#[test]
fn a_total_that_is_none_is_refused() {
    for (rows, total) in [(&[3, 4][..], 8), (&[3, 4], 3)] {
        assert_eq!(Overlapping::try_new(rows, total), Err(Unfit::TotalOff));
    }
    assert_eq!(Overlapping::try_new(&[], 0), Err(Unfit::Empty));
}

/// Even whoever tries this very program on every list of cases cannot tell a hidden row.
#[test]
fn nobody_can_tell_what_is_hidden_of_a_list_that_overlaps() {
    for (count, least) in [(1, 3), (2, 3), (3, 3), (4, 3), (3, 4)] {
        let mut seen: BTreeMap<Shown, Vec<Grid>> = BTreeMap::new();
        for total in 0..=9 {
            for rows in every_list(count, total) {
                let Ok(list) = Overlapping::try_new(&rows, total) else {
                    continue;
                };
                let shown = list.suppress(Threshold::try_new(least).unwrap());
                for (figure, count) in figures(&shown).into_iter().zip(&list.0.figures) {
                    assert!(figure == Hidden || !(1..least).contains(count));
                }
                seen.entry(shown).or_default().push(list.0);
            }
        }
        for (shown, grids) in seen {
            let mut possible = Possible::nothing(&shown);
            for grid in &grids {
                possible.add(grid);
            }
            assert!(possible.known(&shown).is_empty(), "{shown:?} is {grids:?}");
        }
    }
}

/// All lists of so many rows, none larger than the total.
fn every_list(rows: usize, total: u64) -> Vec<Vec<u64>> {
    let mut lists = vec![Vec::new()];
    for _ in 0..rows {
        lists = lists
            .into_iter()
            .flat_map(|list: Vec<u64>| (0..=total).map(move |count| [&list[..], &[count]].concat()))
            .collect();
    }
    lists
}
