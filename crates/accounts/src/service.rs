//! The verbs of this crate: what changes people, accounts, sessions, tokens and links.

mod guests;
mod links;
mod merge;
mod passkeys;
mod people;
mod proof;
mod recovery_codes;
mod second_factor;
mod sessions;
mod steps;
mod throttle;
mod tokens;

pub use guests::{Awaited, Guest, await_guest, let_in, look_at_guest};
pub use links::{
    SignUp, ask_change, ask_reset, ask_sign_up, look_at_link, open_by_link, reset_by_link,
    take_address_by_link,
};
pub use merge::{merge, present};
pub use passkeys::{ask_to_make, ask_to_show, made, register, remove_passkey};
pub use people::{
    NewAccount, NewPerson, Profile, change_password, change_profile, grant, open_account,
    register_guest, revoke,
};
pub use proof::{Proof, prove};
pub use recovery_codes::{Enrolled, print_recovery_codes};
pub use second_factor::{
    Given, Second, examine, give_second_factor, remove_device, remove_second_factor,
    reset_second_factor, set_up, take_second,
};
pub use sessions::{
    Proved, end_all, end_other_sessions, end_session, keep_session, sign_in, sign_out,
};
pub use steps::{
    Entered, begin_set_up, end_step, enter, finish_passkey, finish_set_up, finish_sign_in,
};
pub use throttle::{attempt, forgive};
pub use tokens::{end_token, issue_token, note_token_use};

#[cfg(test)]
mod tests;
