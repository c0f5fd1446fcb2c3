//! Figures in rows and columns, with their totals.

use crate::Unfit;

/// Figures row by row; the last of each row is its total, and the last row has the totals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Grid {
    pub(crate) rows: usize,
    pub(crate) columns: usize,
    pub(crate) figures: Vec<u64>,
}

impl Grid {
    /// Of these cells, which add up to their totals.
    pub(crate) fn summed(cells: &[Vec<u64>]) -> Result<Self, Unfit> {
        let columns = cells.first().map_or(0, Vec::len);
        if columns == 0 {
            return Err(Unfit::Empty);
        }
        if cells.iter().any(|line| line.len() != columns) {
            return Err(Unfit::Ragged);
        }
        let rows = cells.len();
        let mut figures = vec![0_u64; (rows + 1) * (columns + 1)];
        for (row, line) in cells.iter().enumerate() {
            for (column, count) in line.iter().enumerate() {
                for of_row in [row, rows] {
                    for of_column in [column, columns] {
                        let sum = &mut figures[of_row * (columns + 1) + of_column];
                        *sum = sum.checked_add(*count).ok_or(Unfit::TooLarge)?;
                    }
                }
            }
        }
        Ok(Self {
            rows,
            columns,
            figures,
        })
    }

    /// The figure at a row and a column; those beyond the last are the totals.
    pub(crate) fn at(&self, row: usize, column: usize) -> u64 {
        self.figures[row * (self.columns + 1) + column]
    }

    /// The grand total.
    pub(crate) fn total(&self) -> u64 {
        self.at(self.rows, self.columns)
    }

    /// The places of all figures, row by row.
    pub(crate) fn places(&self) -> impl Iterator<Item = (usize, usize)> + use<> {
        let columns = self.columns;
        (0..=self.rows).flat_map(move |row| (0..=columns).map(move |column| (row, column)))
    }

    /// The places of all cells, row by row.
    pub(crate) fn cells(&self) -> impl Iterator<Item = (usize, usize)> + use<> {
        let (rows, columns) = (self.rows, self.columns);
        self.places()
            .filter(move |(row, column)| *row < rows && *column < columns)
    }
}
