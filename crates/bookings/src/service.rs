//! Verbs that change bookings. Each runs in one `transact`, and records one event.

mod absence;
mod agree;
mod arrive;
mod cancel;
mod change;
mod charges;
mod check;
mod close;
mod dated;
mod devices;
mod draw;
mod feeds;
mod gate;
mod lend;
mod own_use;
mod papers;
mod requests;
mod reserve;
mod rule;
mod series;
mod set_up;
mod take_over;
mod tax;
mod tell;
mod unpaid;
mod venue;
mod waiting;
mod ward_numbers;
mod warning;

pub use absence::{mark_absent, unmark_absent};
pub use agree::{agreed, agreed_cancellation, agreed_change, agreed_series};
pub use arrive::{arrive, leave_again};
pub use cancel::cancel;
pub use change::{Change, change, change_to};
pub use check::{Checked, check};
pub use close::{Close, close, open_again, set_closure, whole};
pub use dated::{set_payment, set_tariff, set_waiting};
pub use devices::{add_device, change_device, set_stock};
pub use feeds::{Feed, end_feed, is_to_be_noted, make_feed, note_feed_use};
pub use gate::shut;
pub use own_use::{add_reason, end_reason, give_back, use_own};
pub use papers::issue_paper;
pub use requests::{Decide, decide, lapse_request};
pub use reserve::{Reserve, reserve};
pub use rule::{end_rule, make_rule, set_rule};
pub use series::{
    ChangeSeries, Repeat, Scope, booker, cancel_series, change_series, changes, repeat, wanted,
};
pub use set_up::{NewSpace, NewVenue, create_space, create_venue, join_spaces, set_hours};
pub use take_over::take_over;
pub use tax::set_tax;
pub use unpaid::release_unpaid;
pub use venue::{VenueDraft, change_hours, change_space, change_venue, open_space};
pub use waiting::{accept_offer, join_line, leave_line, settle_line};
pub use ward_numbers::{share_space, write_ward_reference};
pub use warning::{warn_of_weather, withdraw_warning};
