//! What is wrong with the settings.

/// What is wrong with the settings, with the setting's name and what to write instead.
#[derive(Debug, thiserror::Error)]
pub enum Wrong {
    /// The file named is not there, or not for us to read.
    #[error("the settings file {path} cannot be read: {source}")]
    Unreadable {
        /// Which file.
        path: String,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The file is not TOML.
    #[error("the settings file {path} is not TOML: {source}")]
    NotToml {
        /// Which file.
        path: String,
        /// Where it stops being TOML.
        #[source]
        source: Box<toml::de::Error>,
    },
    /// Nothing is called so.
    #[error("there is no setting `{key}` ({place}); config/default.toml lists all of them")]
    Unknown {
        /// What was written.
        key: String,
        /// Where.
        place: String,
    },
    /// The value does not fit.
    #[error("the setting `{key}` is {found}; write {expected}")]
    Value {
        /// Which setting.
        key: &'static str,
        /// What was found.
        found: String,
        /// What is wanted.
        expected: &'static str,
    },
    /// The value is of another kind altogether.
    #[error("the setting `{key}` ({place}) must be {expected}")]
    Kind {
        /// Which setting.
        key: String,
        /// Where.
        place: String,
        /// What is wanted.
        expected: &'static str,
    },
}
