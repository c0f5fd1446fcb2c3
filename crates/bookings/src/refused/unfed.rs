//! Why there is no address for a calendar.

use kernel::RefusalKind;

/// One such "no".
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfed {
    /// There is no such address, or it is another person's.
    #[error("no such feed")]
    NoSuchFeed,
    /// Only staff have the calendars of a space and of the counter.
    #[error("only staff have such a feed")]
    StaffOnly,
    /// The person has as many as anyone needs.
    #[error("too many feeds")]
    TooMany,
}

impl Unfed {
    pub(super) fn kind(self) -> RefusalKind {
        match self {
            Self::NoSuchFeed => RefusalKind::NotFound,
            Self::StaffOnly => RefusalKind::Forbidden,
            Self::TooMany => RefusalKind::Conflict,
        }
    }

    pub(super) fn key(self) -> &'static str {
        match self {
            Self::NoSuchFeed => "bookings-feed-no-such",
            Self::StaffOnly => "bookings-feed-staff-only",
            Self::TooMany => "bookings-feed-too-many",
        }
    }
}
