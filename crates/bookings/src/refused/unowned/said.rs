//! The field that each is about, and its sentence.

use serde_json::{Value, json};

use super::Unowned;

impl Unowned {
    /// The field, empty when it is about none, and the key of its sentence.
    pub(super) const fn said(&self) -> (&'static str, &'static str) {
        match self {
            Self::SpaceMissing => ("space_id", "bookings-space-missing"),
            Self::GivenUp(_) => ("space_id", "bookings-own-given-up"),
            Self::NoSuchUnit => ("unit", "bookings-own-no-such-unit"),
            Self::StartUnreadable => ("starts_at", "bookings-start-unreadable"),
            Self::EndUnreadable => ("ends_at", "bookings-end-unreadable"),
            Self::EndsBeforeItStarts => ("ends_at", "bookings-ends-before-it-starts"),
            Self::HasBegun => ("starts_at", "bookings-own-has-begun"),
            Self::IsOver => ("ends_at", "bookings-own-is-over"),
            Self::TooLong(_) => ("ends_at", "bookings-own-too-long"),
            Self::TooFar(_) => ("date", "bookings-own-too-far"),
            Self::TimesUnreadable(_) => ("times", "bookings-own-times-unreadable"),
            Self::NothingLeft => ("times", "bookings-own-nothing-left"),
            Self::ReasonMissing => ("reason", "bookings-own-reason-missing"),
            Self::ReasonNotThen(_) => ("reason", "bookings-own-reason-not-then"),
            Self::ProgrammeMissing => ("programme", "bookings-own-programme-missing"),
            Self::ProgrammeNotThen(_) => ("programme", "bookings-own-programme-not-then"),
            Self::TitleTooLong(_) => ("title", "bookings-own-title-too-long"),
            Self::TitleUnreadable => ("title", "bookings-own-title-unreadable"),
            Self::Taken => ("", "bookings-own-taken"),
            Self::NotStanding => ("", "bookings-own-not-standing"),
            Self::NoSuchUse => ("", "bookings-own-no-such"),
            Self::NameMissing => ("name", "bookings-own-name-missing"),
            Self::NameTooLong(_) => ("name", "bookings-own-name-too-long"),
            Self::NameUnreadable => ("name", "bookings-own-name-unreadable"),
            Self::NameTaken => ("name", "bookings-own-name-taken"),
            Self::NoSuchDate(field) => (field, "bookings-own-no-such-date"),
            Self::Ward(_) => ("ward_reference", "bookings-wrong"),
            Self::ReasonEnded => ("", "bookings-own-reason-ended"),
        }
    }

    /// What its sentence needs.
    pub(super) fn args(&self) -> Value {
        match self {
            Self::TooLong(minutes) => json!({ "minutes": minutes }),
            Self::TooFar(date)
            | Self::ReasonNotThen(date)
            | Self::ProgrammeNotThen(date)
            | Self::GivenUp(date) => json!({ "date": date }),
            Self::TimesUnreadable(most) => json!({ "most": most }),
            Self::TitleTooLong(limit) | Self::NameTooLong(limit) => json!({ "limit": limit }),
            _ => Value::Null,
        }
    }
}
