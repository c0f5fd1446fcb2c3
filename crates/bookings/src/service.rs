//! Verbs that change bookings. Each runs in one `transact`, and records one event.

mod arrive;
mod cancel;
mod change;
mod close;
mod gate;
mod note;
mod reserve;
mod series;
mod set_up;
mod tell;

pub use arrive::{arrive, leave_again};
pub use cancel::cancel;
pub use change::{Change, change};
pub use close::{Close, close, open_again, set_closure, whole};
pub use note::note_list_taken;
pub use reserve::{Checked, Reserve, check, reserve};
pub use series::{
    ChangeSeries, Repeat, Scope, cancel_series, change_series, changes, repeat, wanted,
};
pub use set_up::{NewSpace, NewVenue, create_space, create_venue, join_spaces, set_hours};
