//! What can be had instead.

use kernel::Span;
use serde::{Serialize, Serializer, ser::SerializeMap};

use crate::entity::SpaceId;

/// A space and a time that this person can have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Alternative {
    /// Which space.
    pub space_id: SpaceId,
    /// What it is called.
    pub space: String,
    /// When.
    #[serde(flatten, serialize_with = "times")]
    pub span: Span,
}

/// A span as the API and the pages write it.
fn times<S: Serializer>(span: &Span, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(2))?;
    map.serialize_entry("starts_at", &span.from.rfc3339())?;
    map.serialize_entry("ends_at", &span.until.rfc3339())?;
    map.end()
}
