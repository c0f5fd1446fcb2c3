//! The second factor (二要素): a passkey, or six digits that a device shows anew every thirty
//! seconds (RFC 6238), and recovery codes for the day on which the device is lost.

use chrono::TimeDelta;
use kernel::{Actor, Instant, PersonId, Role, Roles};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use totp_rs::{Builder, Totp};
use unicode_normalization::UnicodeNormalization;

/// How long one has after the right password, or to set up a device.
pub const STEP_LASTS: TimeDelta = TimeDelta::minutes(10);
/// In this time wrong codes of one person are counted together.
pub const CODE_WINDOW: TimeDelta = TimeDelta::hours(1);
/// Wrong codes for one person, from wherever.
///
/// Past them a right code is refused too, unlike after wrong passwords, where nobody is ever locked
/// out ([`super::delay`]): six digits are guessed in a million tries, and slowing down alone would leave a rival
/// who tries from everywhere that much. It is no way to keep anyone out: only who knows the password
/// gets to give a code, so whoever is refused this way without own doing learns that their password
/// is known, is told to choose another, and a new one by letter needs no code, ends the rival's way
/// in and begins the count anew.
pub const CODES_PER_PERSON: i64 = 10;
/// How many recovery codes one has.
pub const RECOVERY_CODES: usize = 10;
/// The random bytes of a recovery code: 120 bits, so that a plain digest keeps it (ASVS 6.5.2).
pub const RECOVERY_BYTES: usize = 15;
/// How long a passkey has to answer.
pub const CHALLENGE_LASTS: TimeDelta = TimeDelta::minutes(5);
/// How many passkeys one has at most.
pub const PASSKEYS: usize = 10;
/// The random bytes a device and the centre share (RFC 4226, 4).
pub const SECRET_BYTES: usize = 20;

/// How many characters a recovery code has.
const RECOVERY_LENGTH: usize = RECOVERY_BYTES * 8 / 5;
/// How long the same digits are shown.
const STEP_SECONDS: i64 = 30;

/// What authenticator apps read (RFC 4648).
const BASE_32: [char; 32] = letters(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
/// What people read: without I, L, O and U, which look like others or like words.
const READABLE: [char; 32] = letters(b"0123456789ABCDEFGHJKMNPQRSTVWXYZ");

const fn letters(bytes: &[u8; 32]) -> [char; 32] {
    let mut letters = ['0'; 32];
    let mut at = 0;
    while at < 32 {
        letters[at] = bytes[at] as char;
        at += 1;
    }
    letters
}

/// Whether these roles are held only with a second factor: everyone who works here or decides.
pub const fn needs_second_factor(roles: Roles) -> bool {
    roles.is_staff() || roles.is_ward() || roles.has(Role::Expert) || roles.has(Role::Agency)
}

/// Whether the actor may take the second factor of someone who lost their device. Never one's own:
/// whoever sits down at an open browser of the manager must not get rid of it.
pub fn may_reset_second_factor(actor: &Actor, person: PersonId) -> bool {
    let manager = actor.roles.has(Role::Manager) && !actor.is(person);
    manager || actor.roles.has(Role::System)
}

/// What was typed where a code is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Code {
    /// Six digits.
    Digits(String),
    /// A recovery code, in capital letters without its hyphens.
    Recovery(String),
}

/// Reads a code in any width, with spaces and hyphens; `None` when it can be neither.
pub fn code(typed: &str) -> Option<Code> {
    let plain: String = typed
        .nfkc()
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| letter.to_ascii_uppercase())
        .take(RECOVERY_LENGTH + 1)
        .collect();
    if plain.len() == 6 && plain.chars().all(|c| c.is_ascii_digit()) {
        return Some(Code::Digits(plain));
    }
    let readable: String = plain.chars().map(readable).collect();
    let all = readable.chars().all(|letter| READABLE.contains(&letter));
    (all && readable.len() == RECOVERY_LENGTH).then_some(Code::Recovery(readable))
}

/// The letter that was meant by one that looks like it.
const fn readable(letter: char) -> char {
    match letter {
        'O' => '0',
        'I' | 'L' => '1',
        _ => letter,
    }
}

/// A recovery code as it is printed: six groups of four.
pub fn recovery_code(random: [u8; RECOVERY_BYTES]) -> String {
    grouped(&fives(&random, &READABLE), "-")
}

/// The number of the thirty seconds in which this moment lies.
pub const fn step_at(now: Instant) -> i64 {
    now.micros().div_euclid(STEP_SECONDS * 1_000_000)
}

/// What a person's device and the centre both know. Shown only while the device is set up.
#[derive(Clone, PartialEq, Eq)]
pub struct SharedSecret(Vec<u8>);

impl SharedSecret {
    /// The secret of these bytes.
    pub const fn new(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// What is stored.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// What is typed into the device by hand: letters in groups of four.
    pub fn spelled(&self) -> String {
        grouped(&fives(&self.0, &BASE_32), " ")
    }

    /// What the device reads from the picture: whose it is, where, and the secret.
    pub fn address(&self, centre: &str, email: &str) -> String {
        let plain = |text| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        format!(
            "otpauth://totp/{email}?secret={secret}&issuer={centre}",
            email = plain(email),
            secret = fives(&self.0, &BASE_32),
            centre = plain(centre),
        )
    }

    /// The six digits of a step.
    pub fn digits_at(&self, step: i64) -> String {
        self.totp().generate(seconds(step)).to_string()
    }

    /// To which step these digits belong, if it is this one, the one before or the one after.
    pub fn step_of(&self, digits: &str, now: Instant) -> Option<i64> {
        let found = self.totp().check(digits, seconds(step_at(now)))?;
        i64::try_from(found).ok()
    }

    fn totp(&self) -> Totp {
        Builder::new()
            .with_secret(self.0.clone())
            .with_step_duration(STEP_SECONDS.unsigned_abs())
            .build_noncompliant()
    }
}

impl std::fmt::Debug for SharedSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SharedSecret(…)")
    }
}

fn seconds(step: i64) -> u64 {
    (step * STEP_SECONDS).unsigned_abs()
}

/// Five bits a letter; the bytes come in fives.
fn fives(bytes: &[u8], letters: &[char; 32]) -> String {
    let eight = |five: &[u8]| {
        let bits = five
            .iter()
            .fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
        [35, 30, 25, 20, 15, 10, 5, 0].map(|shift| letters[(bits >> shift & 31) as usize])
    };
    bytes.chunks(5).flat_map(eight).collect()
}

fn grouped(text: &str, between: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let groups: Vec<String> = letters
        .chunks(4)
        .map(|four| four.iter().collect())
        .collect();
    groups.join(between)
}

#[cfg(test)]
mod tests;
