//! Verbs that change bookings. Each runs in one `transact`, and records one event.

mod arrive;
mod cancel;
mod change;
mod reserve;
mod set_up;
mod tell;

pub use arrive::{arrive, leave_again};
pub use cancel::cancel;
pub use change::{Change, change};
pub use reserve::{Checked, Reserve, check, reserve};
pub use set_up::{NewSpace, NewVenue, create_space, create_venue, join_spaces, set_hours};
