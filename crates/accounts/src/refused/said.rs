//! What each "no" is called, and which field it is about.

use kernel::{Detail, Refusal, RefusalKind};
use serde_json::{Value, json};

use super::Refused;
use crate::rules::{ATTEMPT_WINDOW, CODE_WINDOW, PASSKEYS};

impl Refusal for Refused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::Invalid(_)
            | Self::NoMatch
            | Self::WrongPassword
            | Self::WrongCode
            | Self::WrongDigits
            | Self::CodeUsed
            | Self::WrongPasskey => RefusalKind::Invalid,
            Self::TooManyAttempts
            | Self::TooManyLetters
            | Self::TooManyGuests
            | Self::TooManyCodes => RefusalKind::TooMany,
            Self::AddressTaken
            | Self::LinkExpired
            | Self::LinkUsed
            | Self::StepOver
            | Self::NoSecondFactor
            | Self::PasskeyKnown
            | Self::TooManyPasskeys
            | Self::Merged => RefusalKind::Conflict,
            Self::Unmerged(why) => why.kind(),
            Self::LinkUnknown | Self::NotThere => RefusalKind::NotFound,
            Self::TokenReadsOnly | Self::SecondFactorNeeded | Self::NotTheManager => {
                RefusalKind::Forbidden
            }
        }
    }

    fn key(&self) -> &'static str {
        match self {
            Self::Invalid(_) => "accounts-refused-invalid",
            Self::NoMatch => "accounts-refused-no-match",
            Self::WrongPassword => "accounts-refused-wrong-password",
            Self::TooManyAttempts => "accounts-refused-too-many-attempts",
            Self::TooManyLetters => "accounts-refused-too-many-letters",
            Self::TooManyGuests => "accounts-refused-too-many-guests",
            Self::AddressTaken => "accounts-refused-address-taken",
            Self::LinkUnknown => "accounts-refused-link-unknown",
            Self::LinkExpired => "accounts-refused-link-expired",
            Self::LinkUsed => "accounts-refused-link-used",
            Self::NotThere => "accounts-refused-not-there",
            Self::WrongCode => "accounts-refused-wrong-code",
            Self::WrongDigits => "accounts-refused-wrong-digits",
            Self::CodeUsed => "accounts-refused-code-used",
            Self::WrongPasskey => "accounts-refused-wrong-passkey",
            Self::PasskeyKnown => "accounts-refused-passkey-known",
            Self::TooManyPasskeys => "accounts-refused-too-many-passkeys",
            Self::TooManyCodes => "accounts-refused-too-many-codes",
            Self::StepOver => "accounts-refused-step-over",
            Self::NoSecondFactor => "accounts-refused-no-second-factor",
            Self::NotTheManager => "accounts-refused-not-the-manager",
            Self::Merged => "accounts-refused-merged",
            Self::Unmerged(why) => why.key(),
            // Without the crate's name these are the API's problem types.
            Self::TokenReadsOnly => "accounts-token-reads-only",
            Self::SecondFactorNeeded => "accounts-second-factor-needed",
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::WrongPassword => Some("current"),
            Self::AddressTaken => Some("email"),
            Self::WrongCode | Self::WrongDigits | Self::CodeUsed | Self::TooManyCodes => {
                Some("code")
            }
            _ => None,
        }
    }

    fn args(&self) -> Value {
        match self {
            Self::TooManyAttempts => json!({ "minutes": ATTEMPT_WINDOW.num_minutes() }),
            Self::TooManyCodes => json!({ "minutes": CODE_WINDOW.num_minutes() }),
            Self::TooManyPasskeys => json!({ "most": PASSKEYS }),
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
