//! How often one may try, and how long things last. Settings of security, not of law.

use std::time::Duration;

use chrono::TimeDelta;
use kernel::{Instant, Roles};

/// In this time attempts to sign in are counted together.
pub const ATTEMPT_WINDOW: TimeDelta = TimeDelta::minutes(15);
/// Wrong passwords for one address from one source before it must wait.
pub const ATTEMPTS_PER_PAIR: i64 = 10;
/// Wrong passwords from one source, whatever the address, before it must wait.
pub const ATTEMPTS_PER_SOURCE: i64 = 100;
/// Attempts for one address, from wherever, that are answered without delay.
const ATTEMPTS_WITHOUT_DELAY: i64 = 5;
/// How much each further one is delayed.
const DELAY_STEP: Duration = Duration::from_millis(250);
/// The longest delay. Never a refusal: a rival must not be able to lock anyone out.
const LONGEST_DELAY: Duration = Duration::from_secs(2);

/// In this time letters are counted together.
pub const LETTER_WINDOW: TimeDelta = TimeDelta::hours(1);
/// Letters of one kind to one address; further ones are silently not sent.
pub const LETTERS_PER_ADDRESS: i64 = 3;
/// Letters with links asked for by one source before it must wait.
pub const LETTERS_PER_SOURCE: i64 = 20;

/// How long a link to sign up or to change the address can be used.
pub const LINK_LASTS: TimeDelta = TimeDelta::hours(24);
/// How long a link to choose a new password can be used.
pub const RESET_LASTS: TimeDelta = TimeDelta::hours(1);
/// How long a guest has to open their letter, and what they asked for is held so long (design.md 12).
pub const GUEST_LASTS: TimeDelta = TimeDelta::minutes(30);
/// So many guests of one source are waited for at a time.
pub const GUESTS_PER_SOURCE: u64 = 3;
/// How long a link that is over is kept, so that its page can say why; then its names go.
pub const LINK_KEPT: TimeDelta = TimeDelta::hours(24);

/// How long a member stays signed in without doing anything.
const MEMBER_IDLE: TimeDelta = TimeDelta::days(14);
/// How long staff and the ward's officers do, who see other people's facts.
const STAFF_IDLE: TimeDelta = TimeDelta::hours(12);
/// How long anybody stays signed in at most.
pub const SESSION_LASTS: TimeDelta = TimeDelta::days(90);
/// How exactly the last use of sessions and tokens is known.
pub const SEEN_EVERY: TimeDelta = TimeDelta::minutes(10);

/// Whether one more, the `count`-th, is too many.
pub const fn is_too_many(count: i64, most: i64) -> bool {
    count > most
}

/// How long the answer to the `count`-th attempt for one address waits.
pub fn delay(count: i64) -> Duration {
    let further = u32::try_from(count - ATTEMPTS_WITHOUT_DELAY).unwrap_or(0);
    DELAY_STEP.saturating_mul(further).min(LONGEST_DELAY)
}

/// When a session that is used now ends by itself.
pub fn session_ends(roles: Roles, started_at: Instant, now: Instant) -> Instant {
    let idle = if roles.is_staff() || roles.is_ward() {
        STAFF_IDLE
    } else {
        MEMBER_IDLE
    };
    (now + idle).min(started_at + SESSION_LASTS)
}
