//! Every "no" of this crate, in its own words.

use kernel::{Detail, Refusal, RefusalKind};
use serde_json::{Value, json};

use crate::rules::ATTEMPT_WINDOW;

/// Why something about a person or an account did not happen.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// One field or several are missing or wrong.
    #[error("the form has mistakes")]
    Invalid(Vec<Detail>),
    /// The address is not known, or the password is not its own; never told which.
    #[error("address and password do not match")]
    NoMatch,
    /// The password that was asked for again is wrong.
    #[error("the current password is wrong")]
    WrongPassword,
    /// Too many wrong passwords from this source.
    #[error("too many attempts")]
    TooManyAttempts,
    /// Too many letters asked for.
    #[error("too many letters")]
    TooManyLetters,
    /// Another account has this address.
    #[error("the address belongs to another account")]
    AddressTaken,
    /// There is no such link; it may have been swept away.
    #[error("no such link")]
    LinkUnknown,
    /// The link's time is over.
    #[error("the link has expired")]
    LinkExpired,
    /// The link has done its work.
    #[error("the link was used before")]
    LinkUsed,
    /// There is no such person, session or token, or it is another's.
    #[error("not there")]
    NotThere,
    /// A token that may only look was used to change something.
    #[error("the token may only read")]
    TokenReadsOnly,
}

impl Refusal for Refused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Invalid(_) | Self::NoMatch | Self::WrongPassword => RefusalKind::Invalid,
            Self::TooManyAttempts | Self::TooManyLetters => RefusalKind::TooMany,
            Self::AddressTaken | Self::LinkExpired | Self::LinkUsed => RefusalKind::Conflict,
            Self::LinkUnknown | Self::NotThere => RefusalKind::NotFound,
            Self::TokenReadsOnly => RefusalKind::Forbidden,
        }
    }

    fn key(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "accounts-refused-invalid",
            Self::NoMatch => "accounts-refused-no-match",
            Self::WrongPassword => "accounts-refused-wrong-password",
            Self::TooManyAttempts => "accounts-refused-too-many-attempts",
            Self::TooManyLetters => "accounts-refused-too-many-letters",
            Self::AddressTaken => "accounts-refused-address-taken",
            Self::LinkUnknown => "accounts-refused-link-unknown",
            Self::LinkExpired => "accounts-refused-link-expired",
            Self::LinkUsed => "accounts-refused-link-used",
            Self::NotThere => "accounts-refused-not-there",
            // Without the crate's name this is the API's problem type.
            Self::TokenReadsOnly => "accounts-token-reads-only",
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::WrongPassword => Some("current"),
            Self::AddressTaken => Some("email"),
            _ => None,
        }
    }

    fn args(&self) -> Value {
        match self {
            Self::TooManyAttempts => json!({ "minutes": ATTEMPT_WINDOW.num_minutes() }),
            _ => json!({}),
        }
    }

    fn details(&self) -> Vec<Detail> {
        match self {
            Self::Invalid(details) => details.clone(),
            _ => vec![Detail {
                field: self.field(),
                key: self.key(),
                args: self.args(),
            }],
        }
    }
}
