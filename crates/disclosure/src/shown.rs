//! A table as everybody may see it.

use crate::grid::Grid;

/// A figure as everybody may see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Figure {
    /// This count.
    Shown(u64),
    /// Not told: it is small, or a small one could be computed from it.
    Hidden,
}

/// A table as everybody may see it: its cells, and the totals that are published along.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Shown {
    rows: usize,
    columns: usize,
    /// Row by row; the last of each row is its total, and the last row has the totals.
    figures: Vec<Figure>,
}

impl Shown {
    /// The figures of a grid, but for what is hidden: a row and a column are asked for.
    pub(crate) fn of(grid: &Grid, is_hidden: impl Fn(usize, usize) -> bool) -> Self {
        let figures = grid.places().map(|(row, column)| {
            if is_hidden(row, column) {
                Figure::Hidden
            } else {
                Figure::Shown(grid.at(row, column))
            }
        });
        Self {
            rows: grid.rows,
            columns: grid.columns,
            figures: figures.collect(),
        }
    }

    /// How many rows it has, without the totals.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// How many columns it has, without the totals.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// A cell, counted from nought; hidden where there is none.
    pub fn cell(&self, row: usize, column: usize) -> Figure {
        if row < self.rows && column < self.columns {
            self.at(row, column)
        } else {
            Figure::Hidden
        }
    }

    /// The total of a row.
    pub fn row_total(&self, row: usize) -> Figure {
        if row < self.rows {
            self.at(row, self.columns)
        } else {
            Figure::Hidden
        }
    }

    /// The total of a column.
    pub fn column_total(&self, column: usize) -> Figure {
        if column < self.columns {
            self.at(self.rows, column)
        } else {
            Figure::Hidden
        }
    }

    /// The grand total.
    pub fn total(&self) -> Figure {
        self.at(self.rows, self.columns)
    }

    /// At a row and a column; those beyond the last are the totals.
    pub(crate) fn at(&self, row: usize, column: usize) -> Figure {
        self.figures[row * (self.columns + 1) + column]
    }
}
