use proptest::prelude::*;

use super::*;
use crate::{
    Figure::{self, Hidden, Shown as Told},
    attacker::{Possible, every_table, figures, least},
};

fn threshold(least: u64) -> Threshold {
    Threshold::try_new(least).unwrap()
}

/// Both measures of a list as everybody may see them, the total last.
fn list(counts: &[u64], persons: &[u64], total: u64) -> (Vec<Figure>, Vec<Figure>) {
    let cells: Vec<Vec<u64>> = persons.iter().map(|count| vec![*count]).collect();
    let persons = Persons::try_new(&cells, persons, &[total], total).unwrap();
    let both = suppress_both(&Table::list(counts).unwrap(), &persons, threshold(5)).unwrap();
    let column = |shown: &Shown| (0..=shown.rows()).map(|row| shown.at(row, 0)).collect();
    (column(&both.counts), column(&both.persons))
}

#[test]
fn a_row_of_few_people_is_hidden_however_often_they_came() {
    assert_eq!(
        list(&[60, 30, 20], &[2, 25, 20], 40),
        (
            vec![Hidden, Told(30), Hidden, Told(110)],
            vec![Hidden, Told(25), Hidden, Told(40)]
        )
    );
}

#[test]
fn of_few_people_nothing_is_shown() {
    assert_eq!(
        list(&[60, 30], &[4, 3], 4),
        (vec![Hidden; 3], vec![Hidden; 3])
    );
}

#[test]
fn a_total_of_persons_is_shown_where_all_its_parts_are() {
    let cells = [vec![3, 10, 10], vec![20, 10, 10], vec![30, 30, 10]];
    let counts = Table::try_new(&cells).unwrap();
    let persons = Persons::try_new(&cells, &[20, 35, 60], &[50, 40, 25], 90).unwrap();
    let Both { counts, persons } = suppress_both(&counts, &persons, threshold(5)).unwrap();
    assert_eq!(counts.row_total(0), Told(23));
    let rows: Vec<Figure> = (0..3).map(|row| persons.row_total(row)).collect();
    let columns: Vec<Figure> = (0..3).map(|column| persons.column_total(column)).collect();
    assert_eq!(rows, [Hidden, Hidden, Told(60)]);
    assert_eq!(columns, [Hidden, Hidden, Told(25)]);
    assert_eq!(persons.total(), Told(90));
    assert_eq!(persons.cell(2, 2), Told(10));
}

#[test]
fn persons_that_do_not_fit_are_refused() {
    let cells = [vec![3, 4]];
    let unfit = |rows: &[u64], columns: &[u64], total| {
        Persons::try_new(&cells, rows, columns, total).unwrap_err()
    };
    assert_eq!(unfit(&[8], &[3, 4], 8), Unfit::TotalOff);
    assert_eq!(unfit(&[3], &[3, 4], 3), Unfit::TotalOff);
    assert_eq!(unfit(&[7], &[3, 3], 7), Unfit::TotalOff);
    assert_eq!(unfit(&[7], &[3, 4], 6), Unfit::TotalOff);
    assert_eq!(unfit(&[7, 1], &[3, 4], 7), Unfit::Ragged);
    let persons = Persons::try_new(&cells, &[7], &[3, 4], 7).unwrap();
    for (counts, reason) in [
        (vec![vec![3, 3]], Unfit::PersonsOff),
        (vec![vec![3], vec![4]], Unfit::Ragged),
    ] {
        let counts = Table::try_new(&counts).unwrap();
        let both = suppress_both(&counts, &persons, threshold(5));
        assert_eq!(both, Err(reason));
    }
}

/// Tries all persons that could stand beside these counts.
struct Tries<'t> {
    shown: &'t Shown,
    counts: &'t Grid,
    least: u64,
    /// The figures of the persons, the totals of which are not given yet.
    tried: Vec<u64>,
    possible: &'t mut Possible,
}

impl Tries<'_> {
    fn from(&mut self, number: usize) {
        let places: Vec<Place> = self.counts.cells().collect();
        let Some((row, column)) = places.get(number).copied() else {
            return self.whole();
        };
        let at = row * (self.counts.columns + 1) + column;
        let count = self.counts.at(row, column);
        let (from, to) = match self.shown.at(row, column) {
            Told(persons) => (persons, persons),
            Hidden => (self.least.min(count).max(count.min(1)), count),
        };
        for persons in from..=to {
            self.tried[at] = persons;
            self.from(number + 1);
        }
    }

    fn at(&self, (row, column): Place) -> u64 {
        self.tried[row * (self.counts.columns + 1) + column]
    }

    /// What the total there can be: it is bounded by its parts, and by how often they came.
    fn bounds(&self, place: Place, parts: &[u64]) -> Option<(u64, u64)> {
        let largest = parts.iter().copied().max().unwrap_or_default();
        let sum: u64 = parts.iter().sum();
        let most = match self.shown.total() {
            Told(total) => sum.min(total),
            Hidden => sum,
        };
        match self.shown.at(place.0, place.1) {
            Told(total) => (largest <= total && total <= sum).then_some((total, total)),
            Hidden => (largest <= most).then_some((largest, most)),
        }
    }

    fn whole(&mut self) {
        let (rows, columns) = (self.counts.rows, self.counts.columns);
        let of_row = |row: usize| (0..columns).map(|column| self.at((row, column))).collect();
        let of_column = |column: usize| (0..rows).map(|row| self.at((row, column))).collect();
        let bounds_of_rows: Option<Vec<(u64, u64)>> = (0..rows)
            .map(|row| self.bounds((row, columns), &of_row(row) as &Vec<u64>))
            .collect();
        let bounds_of_columns: Option<Vec<(u64, u64)>> = (0..columns)
            .map(|column| self.bounds((rows, column), &of_column(column) as &Vec<u64>))
            .collect();
        let (Some(of_rows), Some(of_columns)) = (bounds_of_rows, bounds_of_columns) else {
            return;
        };
        let most = |bounds: &[(u64, u64)]| bounds.iter().map(|(_, most)| most).sum::<u64>();
        let grand = match self.shown.total() {
            Told(total) => total,
            Hidden => 0,
        };
        if most(&of_rows) < grand || most(&of_columns) < grand {
            return;
        }
        let rows_of = of_rows
            .iter()
            .enumerate()
            .map(|(row, bounds)| ((row, columns), bounds));
        let columns_of = of_columns.iter().enumerate();
        let columns_of = columns_of.map(|(column, bounds)| ((rows, column), bounds));
        let spare = [most(&of_rows) - grand, most(&of_columns) - grand];
        for ((row, column), (from, to)) in rows_of.chain(columns_of) {
            let spare = spare[usize::from(row == rows)];
            let from = *from.max(&to.saturating_sub(spare));
            let values = self.possible.values(row * (columns + 1) + column);
            values.extend([from, *to]);
        }
        for (row, column) in self.counts.cells() {
            let persons = self.at((row, column));
            let values = self.possible.values(row * (columns + 1) + column);
            values.insert(persons);
        }
        let largest = of_rows.iter().chain(&of_columns).map(|(least, _)| *least);
        let largest = largest.max().unwrap_or_default();
        let values = self.possible.values((rows + 1) * (columns + 1) - 1);
        values.extend([largest, most(&of_rows).min(most(&of_columns))]);
    }
}

/// Whether nothing is known of both measures that must not be.
fn is_kept(counts: &Table, persons: &Persons, small: u64) -> Result<(), TestCaseError> {
    let both = suppress_both(counts, persons, threshold(small)).unwrap();
    let mut of_counts = Possible::nothing(&both.counts);
    let mut of_persons = Possible::nothing(&both.persons);
    // Of the counts alone something may not be small at all, so that rule tells nothing here.
    every_table(&both.counts, u64::MAX, 2 * small, &mut |grid| {
        let before = Possible::nothing(&both.persons);
        let mut tried = before;
        Tries {
            shown: &both.persons,
            counts: grid,
            least: least(&both.counts),
            tried: vec![0; grid.figures.len()],
            possible: &mut tried,
        }
        .from(0);
        if of_persons.take(tried) {
            of_counts.add(grid);
        }
        let told = of_counts.known(&both.counts).len() + of_persons.known(&both.persons).len();
        told > 0
    });
    let known = of_counts.known(&both.counts);
    prop_assert!(known.is_empty(), "{:?}: {:?} of {:?}", counts, known, both);
    let (rows, columns) = (persons.0.rows, persons.0.columns);
    for number in of_persons.known(&both.persons) {
        let (row, column) = (number / (columns + 1), number % (columns + 1));
        let is_total = row == rows || column == columns;
        let figure = persons.0.figures[number];
        prop_assert!(
            is_total && figure >= small,
            "{:?}: {} of {:?}",
            persons,
            number,
            both
        );
    }
    for (figure, count) in figures(&both.persons).into_iter().zip(&persons.0.figures) {
        prop_assert!(figure == Hidden || figure == Told(*count));
        prop_assert!(figure == Hidden || !(1..small).contains(count));
    }
    Ok(())
}

/// Counts of a table, and from nought to one how many of them are other people.
fn drawn() -> impl Strategy<Value = (Vec<Vec<(u64, u8)>>, [u8; 3])> {
    let shape = prop_oneof![Just((2, 1)), Just((3, 1)), Just((2, 2)), Just((1, 3))];
    let cells = shape.prop_flat_map(|(rows, columns)| {
        let cell = (
            prop_oneof![1 => Just(0_u64), 3 => 1..4_u64, 2 => 4..8_u64],
            any::<u8>(),
        );
        prop::collection::vec(prop::collection::vec(cell, columns), rows)
    });
    (cells, any::<[u8; 3]>())
}

/// From one bound to the other.
fn between(least: u64, most: u64, part: u8) -> u64 {
    // Both ends are likely: that is where something could be known.
    match part {
        0..=79 => least,
        80..=159 => most,
        part => least + (most - least) * u64::from(part - 160) / 96,
    }
}

proptest! {
    #[test]
    fn nobody_can_compute_what_is_hidden_from_both_measures(
        (cells, parts) in drawn(),
        small in 3..5_u64,
    ) {
        let counts: Vec<Vec<u64>> =
            cells.iter().map(|line| line.iter().map(|(count, _)| *count).collect()).collect();
        let persons: Vec<Vec<u64>> = cells
            .iter()
            .map(|line| {
                line.iter().map(|(count, part)| between((*count).min(1), *count, *part)).collect()
            })
            .collect();
        let total = |of: &[u64], part| {
            between(of.iter().copied().max().unwrap_or_default(), of.iter().sum(), part)
        };
        let of_rows: Vec<u64> = persons.iter().map(|line| total(line, parts[0])).collect();
        let of_columns: Vec<u64> = (0..persons[0].len())
            .map(|column| {
                let line: Vec<u64> = persons.iter().map(|line| line[column]).collect();
                total(&line, parts[1])
            })
            .collect();
        let largest = of_rows.iter().chain(&of_columns).copied().max().unwrap_or_default();
        let most = of_rows.iter().sum::<u64>().min(of_columns.iter().sum());
        prop_assume!(largest <= most);
        let grand = between(largest, most, parts[2]);
        let persons = Persons::try_new(&persons, &of_rows, &of_columns, grand);
        prop_assume!(persons.is_ok());
        is_kept(&Table::try_new(&counts).unwrap(), &persons.unwrap(), small)?;
    }
}
