//! Every "no" of this crate.

use kernel::{Refusal, RefusalKind};

/// Why a letter is not sent again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// There is no such letter.
    #[error("no such letter")]
    NoSuchLetter,
    /// It was sent, or is still tried.
    #[error("the letter was not given up")]
    NotDead,
}

impl Refusal for Refused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::NoSuchLetter => RefusalKind::NotFound,
            Self::NotDead => RefusalKind::Conflict,
        }
    }

    fn key(&self) -> &'static str {
        match self {
            Self::NoSuchLetter => "mail-no-such-letter",
            Self::NotDead => "mail-not-dead",
        }
    }
}
