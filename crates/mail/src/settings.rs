//! How letters leave the house, as the people who run the centre decide it.

use std::path::PathBuf;

use crate::Memory;

/// From whom letters come, and by which way.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The sender: `めぐろ産業振興センター <noreply@center.example>`.
    pub from: String,
    /// By which way.
    pub way: Way,
}

/// By which way letters leave.
#[derive(Clone, Debug)]
pub enum Way {
    /// Through a mail server.
    Smtp(SmtpServer),
    /// Into a folder, one `.eml` each: demonstrations.
    Files(PathBuf),
    /// Nowhere; they are kept to be looked at: tests.
    Memory(Memory),
}

/// A mail server that takes our letters.
#[derive(Clone, Debug)]
pub struct SmtpServer {
    /// Its name, which its certificate must bear.
    pub host: String,
    /// Its port: 587 for STARTTLS, 465 for TLS.
    pub port: u16,
    /// How the line is protected.
    pub security: Security,
    /// Who signs in there; empty for nobody.
    pub user: String,
    /// The password there.
    pub password: String,
    /// A PEM file with the authority of its certificate, if the machine does not know it.
    pub root_certificate: Option<PathBuf>,
}

/// How the line to the mail server is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// Not at all: a mail server on the same machine.
    None,
    /// From the STARTTLS command on, and never without.
    StartTls,
    /// From the first byte.
    Tls,
}

impl Security {
    /// Reads `none`, `starttls` or `tls`.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "none" => Some(Self::None),
            "starttls" => Some(Self::StartTls),
            "tls" => Some(Self::Tls),
            _ => None,
        }
    }
}

/// What is wrong with the settings; found at start, before any letter waits for it.
#[derive(Debug, thiserror::Error)]
pub enum Wrong {
    /// The sender is not an address.
    #[error("mail.from is not an address: {0}")]
    From(#[source] lettre::address::AddressError),
    /// The authority's certificate cannot be read.
    #[error("mail.root_certificate cannot be read")]
    RootCertificate(#[source] std::io::Error),
    /// The certificate, or the server's name, is no good.
    #[error("the line to the mail server cannot be protected")]
    Tls(#[source] lettre::transport::smtp::Error),
    /// The folder cannot be made.
    #[error("the folder for letters cannot be made")]
    Folder(#[source] std::io::Error),
}
