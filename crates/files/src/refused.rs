//! Why a paper was not taken.

use kernel::{Refusal, RefusalKind};
use serde_json::{Value, json};

use crate::rules::MOST_PAPERS;

/// Why a paper was not taken. None of the papers sent with it is kept either.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It has more bytes than the centre takes.
    #[error("the paper is too large")]
    TooLarge {
        /// How its owner named it.
        name: String,
        /// So many megabytes at most.
        megabytes: u64,
    },
    /// There is nothing in it.
    #[error("the paper is empty")]
    Empty {
        /// How its owner named it.
        name: String,
    },
    /// It is nothing the centre can read.
    #[error("the paper is of no known kind")]
    Unknown {
        /// How its owner named it.
        name: String,
    },
    /// Its name says something else than its content.
    #[error("the paper is not what its name says")]
    NotItsName {
        /// How its owner named it.
        name: String,
    },
    /// More papers at once than the centre takes.
    #[error("too many papers")]
    TooMany,
    /// So much at once that the form was not read to its end.
    #[error("too much at once")]
    TooMuch {
        /// So many megabytes each paper has at most.
        megabytes: u64,
    },
}

impl Refusal for Refused {
    fn kind(&self) -> RefusalKind {
        match self {
            Self::TooMuch { .. } => RefusalKind::TooLarge,
            _ => RefusalKind::Invalid,
        }
    }

    fn key(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "files-refused-too-large",
            Self::Empty { .. } => "files-refused-empty",
            Self::Unknown { .. } => "files-refused-unknown",
            Self::NotItsName { .. } => "files-refused-not-its-name",
            Self::TooMany => "files-refused-too-many",
            Self::TooMuch { .. } => "files-refused-too-much",
        }
    }

    fn field(&self) -> Option<&'static str> {
        Some("papers")
    }

    fn args(&self) -> Value {
        match self {
            Self::TooLarge { name, megabytes } => json!({ "name": name, "megabytes": megabytes }),
            Self::Empty { name } | Self::Unknown { name } | Self::NotItsName { name } => {
                json!({ "name": name })
            }
            Self::TooMany => json!({ "most": MOST_PAPERS }),
            Self::TooMuch { megabytes } => json!({ "most": MOST_PAPERS, "megabytes": megabytes }),
        }
    }
}
