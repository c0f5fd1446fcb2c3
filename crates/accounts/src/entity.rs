//! The crate's tables.

pub mod account;
pub mod api_token;
pub mod attempt;
pub mod guest_link;
pub mod letter_link;
pub mod passkey;
pub mod passkey_challenge;
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
    /// Somebody who asked for something before the centre knew them.
    GuestId
}
typed_id! {
    /// One browser half-way between the password and a session.
    StepId
}
typed_id! {
    /// One passkey of a person.
    PasskeyId
}
typed_id! {
    /// One browser of which a passkey is asked: its session, or its step on the way to one.
    BrowserId
}

impl From<SessionId> for BrowserId {
    fn from(session: SessionId) -> Self {
        Self(session.0)
    }
}

impl From<StepId> for BrowserId {
    fn from(step: StepId) -> Self {
        Self(step.0)
    }
}
