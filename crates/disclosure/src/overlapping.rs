//! A list whose rows overlap: one case can be in several.

use crate::{Shown, Threshold, Unfit, grid::Grid};

/// Counts by something of which a case can have several, for instance the fields that it is about:
/// the rows add up to more than there are cases, and the total counts each case once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlapping(Grid);

impl Overlapping {
    /// Of these rows and the number of cases, each of which is in one row at least.
    pub fn try_new(rows: &[u64], total: u64) -> Result<Self, Unfit> {
        let cells: Vec<Vec<u64>> = rows.iter().map(|count| vec![*count]).collect();
        let mut grid = Grid::summed(&cells)?;
        let largest = rows.iter().max().is_none_or(|largest| *largest <= total);
        if !largest || total > grid.total() {
            return Err(Unfit::TotalOff);
        }
        for column in [0, 1] {
            grid.figures[rows.len() * 2 + column] = total;
        }
        Ok(Self(grid))
    }

    /// The list as everybody may see it, as a table of one column.
    ///
    /// A hidden row needs no partner, since nobody knows how far the rows overlap. But where each
    /// case is in one row only, and each hidden row is as large as a hidden one can be, the total
    /// would say so: then the smallest rows that are left are hidden too, else the whole list.
    pub fn suppress(&self, threshold: Threshold) -> Shown {
        let Self(grid) = self;
        let total = grid.total();
        let counts = || (0..grid.rows).map(|row| grid.at(row, 0));
        let small = || counts().filter(|count| threshold.is_small(*count));
        let told = small().next().is_some()
            && small().all(|count| count + 1 == threshold.least())
            && counts().sum::<u64>() == total;
        let further = counts().filter(|count| *count >= threshold.least()).min();
        if threshold.is_small(total) || (told && further.is_none()) {
            return Shown::of(grid, |_, _| true);
        }
        Shown::of(grid, |row, column| {
            let count = grid.at(row, column);
            row < grid.rows && (threshold.is_small(count) || (told && further == Some(count)))
        })
    }
}

#[cfg(test)]
mod tests;
