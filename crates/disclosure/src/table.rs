//! A table whose cells add up to its totals.

use crate::{Unfit, grid::Grid};

/// Counts by two things, for instance cases by field and by quarter: each case is in one cell, and
/// the totals of rows and columns and the grand total are published along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table(pub(crate) Grid);

impl Table {
    /// Of these cells, row by row.
    pub fn try_new(cells: &[Vec<u64>]) -> Result<Self, Unfit> {
        Grid::summed(cells).map(Self)
    }

    /// By one thing only, for instance by month: a table of one column.
    pub fn list(counts: &[u64]) -> Result<Self, Unfit> {
        Grid::summed(&counts.iter().map(|count| vec![*count]).collect::<Vec<_>>()).map(Self)
    }
}
