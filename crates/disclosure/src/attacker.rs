//! Somebody who wants to know what is hidden, and tries every table that it could be.

use std::collections::BTreeSet;

use crate::{Figure, Shown, grid::Grid};

/// What could stand at each place of a table: row by row, the totals among them.
pub(crate) struct Possible(Vec<BTreeSet<u64>>);

impl Possible {
    pub(crate) fn nothing(shown: &Shown) -> Self {
        Self(vec![
            BTreeSet::new();
            (shown.rows() + 1) * (shown.columns() + 1)
        ])
    }

    /// One more table that it could be.
    pub(crate) fn add(&mut self, grid: &Grid) {
        for (values, value) in self.0.iter_mut().zip(&grid.figures) {
            values.insert(*value);
        }
    }

    /// What else it could be; whether that is anything.
    pub(crate) fn take(&mut self, other: Self) -> bool {
        let any = other.0.iter().any(|values| !values.is_empty());
        for (values, others) in self.0.iter_mut().zip(other.0) {
            values.extend(others);
        }
        any
    }

    /// What could stand at the place with this number.
    pub(crate) fn values(&mut self, number: usize) -> &mut BTreeSet<u64> {
        &mut self.0[number]
    }

    /// The hidden figures that are known exactly: their numbers.
    pub(crate) fn known(&self, shown: &Shown) -> Vec<usize> {
        let figures = figures(shown);
        let hidden = figures
            .iter()
            .zip(&self.0)
            .enumerate()
            .filter(|(_, (figure, _))| **figure == Figure::Hidden);
        hidden
            .filter(|(_, (_, values))| values.len() < 2)
            .map(|(number, _)| number)
            .collect()
    }
}

/// All figures, row by row, the totals among them.
pub(crate) fn figures(shown: &Shown) -> Vec<Figure> {
    (0..=shown.rows())
        .flat_map(|row| (0..=shown.columns()).map(move |column| (row, column)))
        .map(|(row, column)| shown.at(row, column))
        .collect()
}

/// What everybody may know of a figure that is hidden: not nothing, since nothing is shown; unless
/// all cells are hidden, when it may be anything.
pub(crate) fn least(shown: &Shown) -> u64 {
    let cells = (0..shown.rows())
        .flat_map(|row| (0..shown.columns()).map(move |column| shown.cell(row, column)));
    u64::from(cells.into_iter().any(|cell| cell != Figure::Hidden))
}

/// Every table whose cells add up, that looks like this one, and of which something is small, as
/// long as `go_on` wants more. `most` bounds the grand total where it is hidden.
pub(crate) fn every_table(
    shown: &Shown,
    threshold: u64,
    most: u64,
    go_on: &mut impl FnMut(&Grid) -> bool,
) {
    let mut search = Search {
        shown,
        threshold,
        most,
        least: least(shown),
        cells: vec![vec![0; shown.columns()]; shown.rows()],
        go_on,
    };
    search.from(0);
}

struct Search<'s, F> {
    shown: &'s Shown,
    threshold: u64,
    most: u64,
    least: u64,
    cells: Vec<Vec<u64>>,
    go_on: &'s mut F,
}

impl<F: FnMut(&Grid) -> bool> Search<'_, F> {
    /// Tries every value from this cell on; whether to go on.
    fn from(&mut self, number: usize) -> bool {
        let columns = self.shown.columns();
        let (row, column) = (number / columns, number % columns);
        if row == self.shown.rows() {
            return self.whole();
        }
        match self.shown.cell(row, column) {
            Figure::Shown(count) => {
                self.cells[row][column] = count;
                self.from(number + 1)
            }
            Figure::Hidden => (self.least..=self.room(row, column)).all(|count| {
                self.cells[row][column] = count;
                self.from(number + 1)
            }),
        }
    }

    /// How much there can be in a cell, after what was tried for those before it.
    fn room(&self, row: usize, column: usize) -> u64 {
        let left: u64 = self.cells[row][..column].iter().sum();
        let above: u64 = self.cells[..row].iter().map(|line| line[column]).sum();
        let rows_above: u64 = self.cells[..row].iter().flatten().sum();
        let of = |figure: Figure, taken: u64, most: u64| match figure {
            Figure::Shown(total) => total.saturating_sub(taken),
            Figure::Hidden => most.saturating_sub(taken),
        };
        of(self.shown.row_total(row), left, u64::MAX)
            .min(of(self.shown.column_total(column), above, u64::MAX))
            .min(of(self.shown.total(), rows_above + left, self.most))
    }

    fn whole(&mut self) -> bool {
        let Ok(grid) = Grid::summed(&self.cells) else {
            return true;
        };
        let mut any_small = false;
        for (figure, (row, column)) in figures(self.shown).into_iter().zip(grid.places()) {
            let count = grid.at(row, column);
            match figure {
                Figure::Shown(shown) if shown != count => return true,
                Figure::Hidden if count < self.least => return true,
                _ => any_small |= (1..self.threshold).contains(&count),
            }
        }
        !any_small || (self.go_on)(&grid)
    }
}
