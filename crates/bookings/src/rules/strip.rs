//! One space over one day, hour by hour: what the grid, the table and the lists of times show.

use chrono::{NaiveDate, TimeDelta};
use kernel::{Instant, Span};

use super::{Calendar, Hours, Terms, occupied, terms::Taken, wrong_times};
use crate::entity::space;

/// So many free units or fewer are "few", where there are more than that.
const FEW: usize = 3;

/// An hour of the grid, or several alike in one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// From when to when; of a partly free hour, the free part.
    pub span: Span,
    /// How many columns it is wide.
    pub hours: usize,
    /// What can be done with it.
    pub state: State,
}

/// What can be done with an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// So many units are free; `few` when not many are left.
    Free {
        /// How many.
        units: usize,
        /// Whether few of many are left.
        few: bool,
    },
    /// A part of the hour is free.
    Partly,
    /// All units are held.
    Taken,
    /// The house is closed, or it cannot be booked yet, or no longer.
    Closed,
    /// The hour is over.
    Over,
}

/// What is known of a space on a day.
#[derive(Clone, Copy, Debug)]
pub struct Day<'a> {
    /// The space.
    pub space: &'a space::Model,
    /// When it can be used at all.
    pub hours: &'a Calendar,
    /// The rules of booking, as they look at whoever looks at the day.
    pub terms: Terms<'a>,
    /// For each unit, when it is occupied.
    pub busy: &'a [Vec<Span>],
    /// The present moment.
    pub now: Instant,
}

impl Day<'_> {
    /// How many units are free for a use of this time, clearing up included.
    pub fn free_units(&self, wanted: Span) -> usize {
        let units = self.unheld_units(wanted);
        // Asked only where it matters: most of what is not free is taken.
        if units > 0 && self.hours.shut_at(wanted).is_some() {
            return 0;
        }
        units
    }

    /// How many units nobody holds at this time or while it is cleared up.
    fn unheld_units(&self, wanted: Span) -> usize {
        let wanted = occupied(self.space, wanted);
        self.busy
            .iter()
            .filter(|unit| !unit.iter().any(|busy| busy.overlaps(&wanted)))
            .count()
    }

    /// Whether the rules and the ledger allow a use of this time.
    pub fn is_bookable(&self, wanted: Span) -> bool {
        let taking = Taken {
            space: self.space.id,
            span: wanted,
        };
        self.free_units(wanted) > 0
            && wrong_times(self.space, self.hours, self.terms, wanted, self.now).is_empty()
            && self.terms.wrong_amount(taking, self.now).is_empty()
    }

    /// Whether the rules allow a use of this time, and only others' uses stand against it.
    pub fn is_waitable(&self, wanted: Span) -> bool {
        self.free_units(wanted) == 0
            && self.hours.shut_at(wanted).is_none()
            && wrong_times(self.space, self.hours, self.terms, wanted, self.now).is_empty()
    }

    /// The day in columns of an hour; taken, closed and past hours in a row become one cell.
    pub fn cells(&self, date: NaiveDate, columns: Hours, open: Option<Hours>) -> Vec<Cell> {
        let earliest = self.terms.earliest(self.space, self.hours, date, self.now);
        let open = open.zip(earliest);
        let open = open.map(|(hours, earliest)| (hours.on(date), earliest));
        // Asked once for all hours of the day: none of them begins on another.
        let shut: Vec<Span> = self.hours.shut(date).map(|(shut, _)| shut).collect();
        let shown = columns.on(date);
        let mut cells: Vec<Cell> = Vec::new();
        let mut from = shown.from;
        while from < shown.until {
            let hour = Span {
                from,
                until: from + TimeDelta::hours(1),
            };
            let (span, state) = self.state(hour, open, &shut);
            let cell = Cell {
                span,
                hours: 1,
                state,
            };
            match cells.last_mut() {
                Some(last) if last.state == cell.state && !last.can_be_chosen() => {
                    last.hours += 1;
                    last.span.until = cell.span.until;
                }
                _ => cells.push(cell),
            }
            from = hour.until;
        }
        cells
    }

    fn state(&self, hour: Span, open: Option<(Span, Instant)>, shut: &[Span]) -> (Span, State) {
        let Some((open, earliest)) = open.filter(|(open, _)| open.overlaps(&hour)) else {
            return (hour, State::Closed);
        };
        if hour.until <= self.now {
            return (hour, State::Over);
        }
        let shut = shut.iter().find(|shut| shut.overlaps(&hour));
        if shut.is_some_and(|shut| shut.contains(&hour)) {
            return (hour, State::Closed);
        }
        let step = TimeDelta::minutes(self.space.step_minutes.into());
        let begun = hour.from + step <= self.now;
        let too_late = hour.from < earliest;
        let whole = open.contains(&hour) && !too_late;
        let units = if whole && shut.is_none() {
            self.unheld_units(hour)
        } else {
            0
        };
        if units > 0 {
            let few = units <= FEW && self.busy.len() > FEW;
            return (hour, State::Free { units, few });
        }
        if let Some(part) = self.free_part(hour) {
            return (part, State::Partly);
        }
        let state = match shut {
            _ if begun => State::Over,
            _ if too_late => State::Closed,
            Some(_) => State::Closed,
            None => State::Taken,
        };
        (hour, state)
    }

    /// The first shortest use that begins within an hour and can be booked.
    fn free_part(&self, hour: Span) -> Option<Span> {
        let step = TimeDelta::minutes(self.space.step_minutes.into());
        let shortest = TimeDelta::minutes(self.space.shortest_minutes.into());
        let mut from = hour.from;
        while from < hour.until {
            let part = Span {
                from,
                until: from + shortest,
            };
            if self.is_bookable(part) {
                return Some(part);
            }
            from = from + step;
        }
        None
    }
}

impl Cell {
    /// Whether a person can choose it.
    pub const fn can_be_chosen(&self) -> bool {
        matches!(self.state, State::Free { .. } | State::Partly)
    }
}

#[cfg(test)]
mod tests;
