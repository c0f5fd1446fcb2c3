//! The crate's tables.

pub mod account;
pub mod api_token;
pub mod attempt;
pub mod letter_link;
pub mod person;
pub mod person_role;
pub mod recovery_code;
pub mod second_factor;
pub mod second_step;
pub mod session;

use kernel::typed_id;
use uuid::Uuid;

typed_id! {
    /// One browser in which a person is signed in.
    SessionId
}
typed_id! {
    /// One key to the API.
    TokenId
}
typed_id! {
    /// One link sent by letter.
    LinkId
}
typed_id! {
    /// One browser half-way between the password and a session.
    StepId
}
