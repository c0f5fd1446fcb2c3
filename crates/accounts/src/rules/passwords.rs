//! Which passwords will do: long ones that nobody guesses. No rules of composition (NIST SP
//! 800-63B, OWASP ASVS 5 V6.2).

use japan::kana::search_key;
use kernel::Detail;
use serde_json::json;
use unicode_normalization::UnicodeNormalization;

use super::detail;

/// The shortest password, in characters.
const SHORTEST: usize = 10;
/// The longest password, in characters.
const LONGEST: usize = 128;
/// With fewer different characters than these it is guessed whatever its length.
const FEWEST_DIFFERENT: usize = 4;

/// The passwords tried first by those who guess, at least as long as the shortest allowed.
const COMMON: &str = include_str!("common_passwords.txt");

/// What is wrong with a new password, if anything. `names`: the person's name and its reading.
pub fn password_is_wrong(password: &str, email: &str, names: &[&str]) -> Option<Detail> {
    let length = plain_password(password).chars().count();
    if length < SHORTEST {
        return Some(Detail {
            args: json!({ "least": SHORTEST }),
            ..detail("password", "accounts-wrong-password-short")
        });
    }
    if length > LONGEST {
        return Some(Detail {
            args: json!({ "most": LONGEST }),
            ..detail("password", "accounts-wrong-password-long")
        });
    }
    if is_own(password, email, names) {
        return Some(detail("password", "accounts-wrong-password-own"));
    }
    is_common(password).then(|| detail("password", "accounts-wrong-password-common"))
}

/// The password as it is hashed: one form for what different keyboards send for one character.
pub fn plain_password(password: &str) -> String {
    password.nfc().collect()
}

/// Whether it is the person's own address or name, in whatever spelling.
fn is_own(password: &str, email: &str, names: &[&str]) -> bool {
    let folded = search_key(password);
    let local = email.split('@').next().unwrap_or_default();
    let mut own = names.iter().chain([&email, &local]);
    own.any(|own| search_key(own) == folded)
}

fn is_common(password: &str) -> bool {
    let lower = password.to_lowercase();
    let mut different: Vec<char> = lower.chars().collect();
    different.sort_unstable();
    different.dedup();
    different.len() < FEWEST_DIFFERENT || COMMON.lines().any(|common| common == lower)
}
