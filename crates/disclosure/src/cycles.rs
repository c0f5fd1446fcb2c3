//! How a hidden figure is kept from being computed: other hidden figures move with it.
//!
//! Take the rows and the columns of a table, its totals among them, as places, and every figure as
//! a way between its row and its column. A cycle of ways is a set of figures that can move by one
//! together, some up and some down, while every sum stays true. Whoever sees only what is shown
//! cannot tell the table from the moved one, so no figure of the cycle is known. The other way
//! round, two tables that show the same differ by such cycles, so a hidden figure that lies on
//! none is known.
//!
//! No figure moves below one: zeros are shown, and everybody knows that what is hidden is none.
//! The grand total does not move, so that it can be shown beside other tables that share it.

use crate::grid::Grid;

/// A figure: its row and its column, of which the last are those of the totals.
type Place = (usize, usize);

/// What it costs to hide further figures: how many they are, then how much they count.
type Cost = (u32, u128);

/// A way to a row or a column: what it costs, and what lies on it.
type Path = (Cost, Vec<Place>);

/// A table, and which of its figures are hidden so far.
pub(crate) struct Mask<'t> {
    table: &'t Grid,
    hidden: Vec<bool>,
}

impl<'t> Mask<'t> {
    /// Hides these.
    pub(crate) fn of(table: &'t Grid, hidden: impl Fn(usize, usize) -> bool) -> Self {
        let hidden = table.places().map(|(row, column)| hidden(row, column));
        Self {
            table,
            hidden: hidden.collect(),
        }
    }

    /// Whether the figure there is hidden.
    pub(crate) fn hides(&self, row: usize, column: usize) -> bool {
        self.hidden[row * (self.table.columns + 1) + column]
    }

    /// Whether anything is hidden.
    pub(crate) fn hides_any(&self) -> bool {
        self.hidden.contains(&true)
    }

    /// Hides more, until each hidden figure lies on a cycle that can move.
    ///
    /// What is hidden for the sake of one figure lies on the same cycle, so each is looked at once.
    pub(crate) fn complete(&mut self) {
        let first: Vec<Place> = self
            .table
            .places()
            .filter(|(row, column)| self.hides(*row, *column))
            .collect();
        for place in first {
            for (row, column) in self.cheapest_cycle(place) {
                self.hidden[row * (self.table.columns + 1) + column] = true;
            }
        }
    }

    /// What lies with this figure on the cheapest cycle on which it can move.
    fn cheapest_cycle(&self, place: Place) -> Vec<Place> {
        let (row, column) = (place.0, self.table.rows + 1 + place.1);
        let there = self.moves(place, true).then_some((column, row));
        let back = self.moves(place, false).then_some((row, column));
        there
            .into_iter()
            .chain(back)
            .filter_map(|(from, to)| self.cheapest_path(from, to, place))
            .min_by_key(|(cost, _)| *cost)
            .map(|(_, path)| path)
            .unwrap_or_default()
    }

    /// The cheapest way (Dijkstra's) between two nodes that spares one figure. Nodes are the rows,
    /// then the columns; who goes from a row to a column moves the figure forward, else back.
    fn cheapest_path(&self, from: usize, to: usize, without: Place) -> Option<Path> {
        let rows = self.table.rows + 1;
        let nodes = rows + self.table.columns + 1;
        let mut best: Vec<Option<Path>> = vec![None; nodes];
        best[from] = Some(((0, 0), Vec::new()));
        let mut open: Vec<usize> = (0..nodes).collect();
        while let Some(at) = (0..open.len())
            .filter(|at| best[open[*at]].is_some())
            .min_by_key(|at| best[open[*at]].as_ref().map(|(cost, _)| *cost))
        {
            let node = open.remove(at);
            let (cost, path) = best[node].clone()?;
            if node == to {
                return Some((cost, path));
            }
            for next in &open {
                let forward = node < rows;
                if forward == (*next < rows) {
                    continue;
                }
                let place = (node.min(*next), node.max(*next) - rows);
                if place == without || !self.moves(place, forward) {
                    continue;
                }
                let cost = self.with(cost, place);
                if best[*next].as_ref().is_none_or(|(known, _)| cost < *known) {
                    let path = path.iter().copied().chain([place]).collect();
                    best[*next] = Some((cost, path));
                }
            }
        }
        None
    }

    /// The cost when this figure is hidden as well.
    fn with(&self, (figures, sum): Cost, (row, column): Place) -> Cost {
        if self.hides(row, column) {
            (figures, sum)
        } else {
            (figures + 1, sum + u128::from(self.table.at(row, column)))
        }
    }

    /// Whether a figure can move by one. Forward is up for a cell, and down for a total, since a
    /// total stands on the other side of its sum.
    fn moves(&self, (row, column): Place, forward: bool) -> bool {
        let in_totals = row == self.table.rows;
        let is_total = column == self.table.columns;
        let least = if forward == (in_totals == is_total) {
            1
        } else {
            2
        };
        !(in_totals && is_total) && self.table.at(row, column) >= least
    }
}
