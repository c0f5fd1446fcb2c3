//! How invitations to act for an organisation are limited.

use chrono::TimeDelta;

/// An invitation can be accepted for so long.
pub const INVITATION_LASTS: TimeDelta = TimeDelta::days(7);
/// So many of one organisation may be open at once: nobody sends letters by the hundred.
pub const MOST_INVITATIONS: u64 = 10;
