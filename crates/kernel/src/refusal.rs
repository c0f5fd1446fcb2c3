//! What can go wrong: refusals, which are expected and said kindly, and faults, which are not.

use std::error::Error;

use database::violated_constraint;
use sea_orm::{DbErr, RuntimeErr, SqlxError};

/// How a refusal is answered: its HTTP status and its tone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusalKind {
    /// A field is missing or wrong: 422.
    Invalid,
    /// Someone must sign in first: 401.
    Unauthenticated,
    /// Not allowed to this person: 403.
    Forbidden,
    /// Not there, or not for this person to know: 404.
    NotFound,
    /// The world has moved on: 409.
    Conflict,
    /// Too often in too short a time: 429.
    TooMany,
    /// More than is taken at once: 413.
    TooLarge,
}

/// An answer of "no" in the domain's words. Each crate has one enum of them.
///
/// People read the text of [`Refusal::key`] in their language; it says what to do next.
pub trait Refusal: Error + Send + Sync + 'static {
    /// How it is answered.
    fn kind(&self) -> RefusalKind;
    /// The key of the text, and the last part of the API's problem type: `slot-taken`.
    fn key(&self) -> &'static str;
    /// The form field it is about, if one is.
    fn field(&self) -> Option<&'static str> {
        None
    }
    /// What the text needs, as a JSON object: `{"until": "2026-12-15T04:00:00Z"}`.
    fn args(&self) -> serde_json::Value {
        serde_json::Value::Null
    }
    /// The "no" that a constraint of the database says by its name: of two at one moment, to the second.
    fn of_constraint(_name: &str) -> Option<Self>
    where
        Self: Sized,
    {
        None
    }
    /// Everything that is wrong, when a form has several faults; else this one thing.
    fn details(&self) -> Vec<Detail> {
        vec![Detail {
            field: self.field(),
            key: self.key(),
            args: self.args(),
        }]
    }
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Detail {
    /// The form field it is about, if one is.
    pub field: Option<&'static str>,
    /// The key of the sentence.
    pub key: &'static str,
    /// What the sentence needs.
    pub args: serde_json::Value,
}

/// An accident. It keeps its source, is logged once at the boundary, and is never shown.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The database cannot be reached, or its disk is full: 503, it heals by itself.
    #[error("the database is not available")]
    Unavailable(#[source] DbErr),
    /// Someone else holds the row for too long: 503, "please try again".
    #[error("the database is busy")]
    Busy(#[source] DbErr),
    /// The database refused something it should not have been asked.
    #[error("a database statement failed")]
    Database(#[source] DbErr),
    /// Anything else.
    #[error("{what}")]
    Broken {
        /// What was being done.
        what: &'static str,
        /// Why it failed.
        #[source]
        source: Box<dyn Error + Send + Sync>,
    },
}

impl Fault {
    /// An accident outside the database, with what was being done.
    pub fn broken(what: &'static str, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Broken {
            what,
            source: source.into(),
        }
    }

    /// The constraint that a statement ran into, by its name.
    fn constraint(&self) -> Option<String> {
        match self {
            Self::Database(error) => violated_constraint(error),
            _ => None,
        }
    }

    /// Whether trying again in a moment may help.
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::Unavailable(_) | Self::Busy(_))
    }
}

impl From<DbErr> for Fault {
    fn from(error: DbErr) -> Self {
        let unavailable = match &error {
            DbErr::ConnectionAcquire(_) => true,
            DbErr::Conn(RuntimeErr::SqlxError(source))
            | DbErr::Exec(RuntimeErr::SqlxError(source))
            | DbErr::Query(RuntimeErr::SqlxError(source)) => match source.as_ref() {
                SqlxError::Database(refused) => match refused.code().as_deref() {
                    // Busy or locked; lock timeout, deadlock, serialisation.
                    Some("5" | "6" | "517" | "55P03" | "40P01" | "40001") => {
                        return Self::Busy(error);
                    }
                    // Disk full or failing, read-only; shutting down, too many connections.
                    Some(
                        "13" | "10" | "778" | "8" | "57P01" | "57P02" | "57P03" | "53100" | "53300",
                    ) => true,
                    _ => false,
                },
                SqlxError::Io(_)
                | SqlxError::Tls(_)
                | SqlxError::PoolTimedOut
                | SqlxError::PoolClosed
                | SqlxError::WorkerCrashed => true,
                _ => false,
            },
            _ => false,
        };
        if unavailable {
            Self::Unavailable(error)
        } else {
            Self::Database(error)
        }
    }
}

/// What a verb returns when it did not happen: refused, or an accident.
#[derive(Debug, thiserror::Error)]
pub enum Failed<R: Error + 'static> {
    /// The crate's own "no".
    #[error(transparent)]
    Refused(R),
    /// An accident.
    #[error(transparent)]
    Fault(Fault),
}

impl<R: Refusal> From<R> for Failed<R> {
    fn from(refusal: R) -> Self {
        Self::Refused(refusal)
    }
}

impl<R: Refusal> From<Fault> for Failed<R> {
    fn from(fault: Fault) -> Self {
        match fault.constraint().as_deref().and_then(R::of_constraint) {
            Some(refusal) => Self::Refused(refusal),
            None => Self::Fault(fault),
        }
    }
}

impl<R: Refusal> From<DbErr> for Failed<R> {
    fn from(error: DbErr) -> Self {
        Fault::from(error).into()
    }
}
