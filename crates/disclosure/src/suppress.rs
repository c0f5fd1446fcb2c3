//! One table: what is hidden of it.

use crate::{Shown, Table, Threshold, cycles::Mask, grid::Grid};

/// The table as everybody may see it: small figures are hidden (一次秘匿), and so many others as
/// keep them from being computed (二次秘匿), first as few and then as small ones as do.
pub fn suppress(table: &Table, threshold: Threshold) -> Shown {
    let small = |row, column| threshold.is_small(table.0.at(row, column));
    let mask = hidden(&table.0, small);
    Shown::of(&table.0, |row, column| mask.hides(row, column))
}

/// What is hidden of a table, some figures of which are `small`.
pub(crate) fn hidden(table: &Grid, small: impl Fn(usize, usize) -> bool) -> Mask<'_> {
    let total = (table.rows, table.columns);
    // So few cases: even how many cells have any would tell too much.
    if small(total.0, total.1) {
        return Mask::of(table, |_, _| true);
    }
    let mut mask = Mask::of(table, small);
    if !mask.hides_any() {
        return mask;
    }
    if is_thin(table) {
        return Mask::of(table, |row, column| !is_total(table, row, column));
    }
    mask.complete();
    mask
}

/// Whether the zeros have to be hidden as well: with nothing but ones beside them no figure can
/// move. A table of as many cases as cells counts as such, so that one full of ones is like others.
fn is_thin(table: &Grid) -> bool {
    let mut cells = table.cells();
    table.total() == table.cells().count() as u64
        || cells.all(|(row, column)| table.at(row, column) <= 1)
}

/// Whether this is the grand total, be it as that of the only row or column.
fn is_total(table: &Grid, row: usize, column: usize) -> bool {
    let of_rows = row == table.rows || table.rows == 1;
    let of_columns = column == table.columns || table.columns == 1;
    of_rows && of_columns && (row == table.rows || column == table.columns)
}

#[cfg(test)]
mod tests;
