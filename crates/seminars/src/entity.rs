//! The crate's tables.

pub mod answer;
pub mod attendance;
pub mod certificate;
pub mod certificate_number;
pub mod certificate_rule;
pub mod draw;
pub mod enrolment;
pub mod enrolment_bill;
pub mod erased_answers;
pub mod guest;
pub mod lesson;
pub mod lesson_reminder;
pub mod material;
pub mod question;
pub mod seminar;
pub mod seminar_asked;
pub mod seminar_terms;
pub mod unpaid_place;

use kernel::typed_id;
use uuid::Uuid;

typed_id! {
    /// A seminar, or a course of several lessons.
    SeminarId
}
typed_id! {
    /// One lesson of it.
    LessonId
}
typed_id! {
    /// That somebody takes part in it, or would like to.
    EnrolmentId
}

typed_id! {
    /// A certificate of completion.
    CertificateId
}

/// Codes of the values of an enum: as stored, and as the last part of text keys.
macro_rules! coded {
    ($($of:ident { $($one:ident => $code:literal),* $(,)? })*) => {
        $(impl $of {
            /// All of them, in the order of lists.
            pub const ALL: &'static [Self] = &[$(Self::$one),*];

            /// As stored, and as the last part of text keys.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$one => $code),* }
            }

            /// Reads what [`Self::code`] writes.
            pub fn parse(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        })*
    };
}
pub(crate) use coded;
