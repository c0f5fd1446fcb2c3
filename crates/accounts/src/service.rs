//! The verbs of this crate: what changes people, accounts, sessions, tokens and links.

mod links;
mod people;
mod proof;
mod sessions;
mod throttle;
mod tokens;

pub use links::{
    SignUp, ask_change, ask_reset, ask_sign_up, look_at_link, open_by_link, reset_by_link,
    take_address_by_link,
};
pub use people::{
    NewAccount, NewPerson, Profile, change_password, change_profile, grant, open_account,
    register_guest, revoke,
};
pub use proof::prove;
pub use sessions::{end_all, end_other_sessions, end_session, keep_session, sign_in, sign_out};
pub use throttle::{attempt, forgive};
pub use tokens::{end_token, issue_token, note_token_use};

#[cfg(test)]
mod tests;
