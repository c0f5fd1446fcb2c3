//! Two measures of one table: how often people came, and how many people they were.

use crate::{Shown, Table, Threshold, Unfit, cycles::Mask, grid::Grid, suppress::hidden};

/// How many people (実人数) stand behind the counts (延べ件数) of a table. Who is in several cells is
/// counted once in a total, so a total is given and not added up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Persons(Grid);

/// The two measures of a table as everybody may see them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Both {
    /// How often people came.
    pub counts: Shown,
    /// How many people they were.
    pub persons: Shown,
}

impl Persons {
    /// Of these cells, row by row, with the totals of the rows and the columns and of the whole.
    pub fn try_new(
        cells: &[Vec<u64>],
        of_rows: &[u64],
        of_columns: &[u64],
        total: u64,
    ) -> Result<Self, Unfit> {
        let mut grid = Grid::summed(cells)?;
        let (rows, columns) = (grid.rows, grid.columns);
        if of_rows.len() != rows || of_columns.len() != columns {
            return Err(Unfit::Ragged);
        }
        let fits = |total: u64, parts: &[u64]| {
            let sum = parts
                .iter()
                .try_fold(0_u64, |sum, part| sum.checked_add(*part));
            let fits = parts.iter().all(|part| *part <= total);
            fits && sum.is_none_or(|sum| total <= sum)
        };
        let column = |column: usize| cells.iter().map(|line| line[column]).collect::<Vec<_>>();
        let all_fit = fits(total, of_rows)
            && fits(total, of_columns)
            && (0..rows).all(|row| fits(of_rows[row], &cells[row]))
            && (0..columns).all(|at| fits(of_columns[at], &column(at)));
        if !all_fit {
            return Err(Unfit::TotalOff);
        }
        for (row, of_row) in of_rows.iter().enumerate() {
            grid.figures[row * (columns + 1) + columns] = *of_row;
        }
        let last = of_columns.iter().chain([&total]);
        for (column, figure) in last.enumerate() {
            grid.figures[rows * (columns + 1) + column] = *figure;
        }
        Ok(Self(grid))
    }
}

/// Both measures as everybody may see them. A figure that is small in one of them is hidden in
/// both, and whatever keeps the counts from being computed is hidden of the persons as well.
///
/// People can be in several cells, so their totals bound what is hidden from both sides. They are
/// shown where nothing of which they are the total is hidden; else only where everybody can see
/// that all people of the table are in that row or column. The cells and whatever is small cannot
/// be computed from both measures together; a larger total of persons that is left out may be.
pub fn suppress_both(
    counts: &Table,
    persons: &Persons,
    threshold: Threshold,
) -> Result<Both, Unfit> {
    let (counts, persons) = (&counts.0, &persons.0);
    if (counts.rows, counts.columns) != (persons.rows, persons.columns) {
        return Err(Unfit::Ragged);
    }
    let unfit = counts.places().any(|(row, column)| {
        let (count, persons) = (counts.at(row, column), persons.at(row, column));
        persons > count || (persons == 0) != (count == 0)
    });
    if unfit {
        return Err(Unfit::PersonsOff);
    }
    let mask = hidden(counts, |row, column| {
        threshold.is_small(counts.at(row, column)) || threshold.is_small(persons.at(row, column))
    });
    let view = View {
        persons,
        mask: &mask,
    };
    Ok(Both {
        counts: Shown::of(counts, |row, column| mask.hides(row, column)),
        persons: Shown::of(persons, |row, column| view.hides((row, column))),
    })
}

/// The persons under the mask of the counts.
struct View<'v> {
    persons: &'v Grid,
    mask: &'v Mask<'v>,
}

/// A row and a column, of which the last are those of the totals.
type Place = (usize, usize);

impl View<'_> {
    fn hides(&self, (row, column): Place) -> bool {
        let (rows, columns) = (self.persons.rows, self.persons.columns);
        if self.mask.hides(rows, columns) {
            return true;
        }
        let in_row = |at: Place| at.0 == row && at.1 != column;
        let in_column = |at: Place| at.1 == column && at.0 != row;
        match (row == rows, column == columns) {
            (false, true) => self.hides_total((row, column), in_row, in_column),
            (true, false) => self.hides_total((row, column), in_column, in_row),
            _ => self.mask.hides(row, column),
        }
    }

    /// Whether a total is hidden: one of its parts is, and not everybody can see that the people
    /// of the whole table are all in it, from a part that has them or from the others that are nil.
    fn hides_total(
        &self,
        place: Place,
        is_part: impl Fn(Place) -> bool,
        is_other: impl Fn(Place) -> bool,
    ) -> bool {
        let total = (self.persons.rows, self.persons.columns);
        let at = |(row, column): Place| self.persons.at(row, column);
        let hidden = |(row, column): Place| self.mask.hides(row, column);
        let mut parts = self.persons.places().filter(|at| is_part(*at));
        let mut others = self
            .persons
            .places()
            .filter(|at| is_other(*at) && *at != total);
        let touched = hidden(place) || self.persons.places().any(|at| is_part(at) && hidden(at));
        let has_all = at(place) == at(total)
            && (parts.any(|part| !hidden(part) && at(part) == at(total))
                || others.all(|other| !hidden(other) && at(other) == 0));
        touched && !has_all
    }
}

#[cfg(test)]
mod tests;
