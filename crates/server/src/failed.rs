//! Why the program stops, for the person at the command line.

use std::{io, path::Path};

use kernel::{Fault, RefusalKind, seal::Broken};

/// Why the program stops. The sentence says what to do.
#[derive(Debug, thiserror::Error)]
pub enum Failed {
    /// A setting is wrong.
    #[error(transparent)]
    Settings(#[from] crate::settings::Wrong),
    /// An accident.
    #[error(transparent)]
    Fault(#[from] Fault),
    /// The templates cannot be read.
    #[error("the templates cannot be read")]
    Templates(#[from] views::Failed),
    /// The settings for mail cannot be used.
    #[error("letters cannot be sent with these settings")]
    Mail(#[from] mail::Wrong),
    /// A file or a socket.
    #[error("{what} ({place})")]
    Io {
        /// What was being done.
        what: &'static str,
        /// With which file or address.
        place: String,
        /// Why it failed.
        #[source]
        source: io::Error,
    },
    /// A node works in this folder, or a restore does.
    #[error("the data folder {0} is in use; stop `shinko` there first")]
    InUse(String),
    /// The log of acts is not what it was.
    #[error("the log of acts is broken: {0}")]
    Log(#[from] Broken),
    /// Not possible as asked, with what to do instead.
    #[error("{0}")]
    Said(String),
}

impl Failed {
    /// A file or a socket that did not do what it should.
    pub fn io(what: &'static str, place: &Path, source: io::Error) -> Self {
        Self::Io {
            what,
            place: place.display().to_string(),
            source,
        }
    }

    /// Not possible as asked.
    pub fn said(sentence: impl Into<String>) -> Self {
        Self::Said(sentence.into())
    }
}

impl From<sea_orm::DbErr> for Failed {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Fault(error.into())
    }
}

impl<R: kernel::Refusal> From<kernel::Failed<R>> for Failed {
    fn from(failed: kernel::Failed<R>) -> Self {
        match failed {
            kernel::Failed::Fault(fault) => Self::Fault(fault),
            kernel::Failed::Refused(refusal) if refusal.kind() == RefusalKind::NotFound => {
                Self::Said(format!("nobody and nothing is called so: {refusal}"))
            }
            kernel::Failed::Refused(refusal) => Self::Said(refusal.to_string()),
        }
    }
}
