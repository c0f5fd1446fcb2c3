//! The ways out: a mail server, a folder, memory.

mod files;
mod memory;
mod smtp;

use std::{path::PathBuf, time::Duration};

use lettre::{AsyncSmtpTransport, Message, Tokio1Executor, message::Mailbox};

use crate::{Settings, Way, Wrong, letter::LetterId};

pub use memory::{Memory, Sent};

/// How long one letter may take; then it is tried again later.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// The way out, ready to send. Cheap to clone; a mail server's connections are shared.
#[derive(Clone, Debug)]
pub struct Transport {
    from: Mailbox,
    out: Out,
}

#[derive(Clone, Debug)]
enum Out {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Files(PathBuf),
    Memory(Memory),
}

/// Why a letter did not go out this time.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Unsent {
    #[error("it took too long")]
    TooLong,
    #[error("the mail server did not take it")]
    Smtp(#[from] lettre::transport::smtp::Error),
    #[error("the file could not be written")]
    File(#[from] std::io::Error),
    #[error("a test said so")]
    Pretended { permanent: bool },
}

impl Transport {
    /// Makes everything ready; no mail server is asked yet.
    pub fn try_new(settings: Settings) -> Result<Self, Wrong> {
        let from = settings.from.parse().map_err(Wrong::From)?;
        let out = match settings.way {
            Way::Smtp(server) => Out::Smtp(smtp::line(server)?),
            Way::Files(folder) => {
                std::fs::create_dir_all(&folder).map_err(Wrong::Folder)?;
                Out::Files(folder)
            }
            Way::Memory(memory) => Out::Memory(memory),
        };
        Ok(Self { from, out })
    }

    /// Whom letters come from.
    pub(crate) fn from(&self) -> &Mailbox {
        &self.from
    }

    /// Hands the message over; once it returns, it is the other side's.
    pub(crate) async fn send(&self, id: LetterId, message: &Message) -> Result<(), Unsent> {
        let sending = async {
            match &self.out {
                Out::Smtp(line) => smtp::send(line, message).await,
                Out::Files(folder) => files::write(folder, id, &message.formatted()).await,
                Out::Memory(memory) => memory.take(id, message),
            }
        };
        tokio::time::timeout(PATIENCE, sending)
            .await
            .unwrap_or(Err(Unsent::TooLong))
    }
}

impl Unsent {
    /// Whether trying again is of no use: the server refused this very letter.
    ///
    /// A server that does not let *us* in (53x) says nothing about the letter; it waits until
    /// someone has put the settings right. A refused connection is not permanent either.
    pub(crate) fn is_permanent(&self) -> bool {
        match self {
            Self::TooLong | Self::File(_) => false,
            Self::Smtp(error) => error.is_permanent() && !smtp::is_about_us(error),
            Self::Pretended { permanent } => *permanent,
        }
    }

    /// The code people read as `mail-failure-<code>`; never the server's own words, which name
    /// the address.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::Smtp(error) if smtp::is_about_us(error) => "sign-in",
            Self::Smtp(error) if error.is_permanent() => "refused",
            Self::Smtp(error) if error.is_transient() => "later",
            Self::TooLong | Self::Smtp(_) => "unreachable",
            Self::File(_) => "file",
            Self::Pretended { permanent: true } => "refused",
            Self::Pretended { permanent: false } => "later",
        }
    }
}
