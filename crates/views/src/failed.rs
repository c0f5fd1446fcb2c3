//! What can go wrong between a page's facts and its text. All of it is our own mistake.

use crate::Lang;

/// A page or letter that could not be made: a fault, logged at the boundary, never shown.
#[derive(Debug, thiserror::Error)]
pub enum Failed {
    /// A template does not parse, or rendering it met a missing variable, word or argument.
    #[error("template {template}: {source}")]
    Template {
        /// The template's path under `templates/`, or `*` while reading all of them.
        template: String,
        /// What Tera says, with line and column.
        source: Box<tera::Error>,
    },
    /// A locale file does not parse, or defines a key that another file has.
    #[error("locale {file}: {reason}")]
    Locale {
        /// The file's path under `templates/`.
        file: String,
        /// What is wrong with it.
        reason: String,
    },
    /// Nobody wrote this text.
    #[error("no text {key:?} in {lang:?}")]
    UnknownKey {
        /// The key that was asked for.
        key: String,
        /// The language asked for; Japanese had none either.
        lang: Lang,
    },
    /// The text needs an argument that was not given.
    #[error("text {key:?} in {lang:?}: {reason}")]
    Argument {
        /// The key that was asked for.
        key: String,
        /// The language asked for.
        lang: Lang,
        /// What Fluent says is missing.
        reason: String,
    },
    /// A template was given something that is not a date or a time.
    #[error("{given:?} is neither the date nor the time wanted here")]
    NotATime {
        /// What was given.
        given: String,
        /// What is wrong with it; nothing when a date was given for a time, or the reverse.
        source: Option<chrono::ParseError>,
    },
    /// A template directory could not be read.
    #[error("cannot read {path}: {source}")]
    Directory {
        /// The file or directory.
        path: String,
        /// What the system says.
        source: std::io::Error,
    },
}
