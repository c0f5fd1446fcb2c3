//! What may be typed, how often one may try, how long things last. Pure decisions.

mod likeness;
mod limits;
mod merging;
mod passwords;
mod second_factor;
mod words;

pub use likeness::{Keys, Reason, alike, email_root};
pub use limits::*;
pub use merging::{Side, may_merge};
pub use passwords::{password_is_wrong, plain_password};
pub use second_factor::*;
pub use words::{Words, wrong_field};

use std::net::IpAddr;

use japan::kana;
use kernel::Detail;
use serde::{Deserialize, Serialize};
use serde_json::json;

/// The longest part of a name, in characters.
pub const LONGEST_NAME: usize = 50;
/// The longest e-mail address (RFC 5321).
const LONGEST_EMAIL: usize = 254;
/// The longest name of a token or a passkey, in characters.
const LONGEST_LABEL: usize = 50;
/// The longest address to come back to.
const LONGEST_NEXT: usize = 2000;
/// The characters of a question that are looked at.
const LONGEST_QUESTION: usize = 100;

/// What reception typed to find somebody, as far as it is looked at.
pub fn question(asked: &str) -> String {
    asked
        .chars()
        .filter(|c| !c.is_control())
        .take(LONGEST_QUESTION)
        .collect()
}

/// A person's name and its reading, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Names {
    /// 姓.
    pub family_name: String,
    /// 名.
    pub given_name: String,
    /// セイ, in any kana of any width.
    pub family_kana: String,
    /// メイ, in any kana of any width.
    pub given_kana: String,
}

impl Names {
    /// 姓 and 名 with a space between.
    pub fn full(&self) -> String {
        format!("{} {}", self.family_name, self.given_name)
    }

    /// セイ and メイ with a space between.
    pub fn reading(&self) -> String {
        format!("{} {}", self.family_kana, self.given_kana)
    }

    /// Everything that is wrong, in the order of the form.
    pub fn wrong(&self) -> Vec<Detail> {
        let fields = [
            (
                "family_name",
                &self.family_name,
                "accounts-wrong-family-name",
                None,
            ),
            (
                "given_name",
                &self.given_name,
                "accounts-wrong-given-name",
                None,
            ),
            (
                "family_kana",
                &self.family_kana,
                "accounts-wrong-family-kana",
                Some(&*self.family_name),
            ),
            (
                "given_kana",
                &self.given_kana,
                "accounts-wrong-given-kana",
                Some(&*self.given_name),
            ),
        ];
        fields
            .into_iter()
            .filter_map(|(field, text, missing, reads)| name_is_wrong(field, text, missing, reads))
            .collect()
    }
}

/// The reading that was typed; a name in Latin letters reads itself when nothing was.
pub fn reading(typed: &str, name: &str) -> String {
    if typed.is_empty() && is_latin(name) {
        name.to_owned()
    } else {
        typed.to_owned()
    }
}

fn is_latin(name: &str) -> bool {
    let latin = |c: char| matches!(c, 'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}');
    name.chars().any(latin) && name.chars().all(|c| latin(c) || " -.'’".contains(c))
}

/// What is wrong with a part of a name; with the reading of one when that `reads` it.
fn name_is_wrong(
    field: &'static str,
    text: &str,
    missing: &'static str,
    reads: Option<&str>,
) -> Option<Detail> {
    if text.is_empty() {
        return Some(detail(field, missing));
    }
    text_is_wrong(field, text, LONGEST_NAME).or_else(|| {
        let name = reads?;
        let readable = kana::is_kana(text) || (text == name && is_latin(name));
        (!readable).then(|| detail(field, "accounts-wrong-not-kana"))
    })
}

/// Characters that no database and no letter carries, and texts that are too long.
fn text_is_wrong(field: &'static str, text: &str, most: usize) -> Option<Detail> {
    if text.chars().any(char::is_control) {
        return Some(detail(field, "accounts-wrong-characters"));
    }
    (text.chars().count() > most).then(|| Detail {
        args: json!({ "most": most }),
        ..detail(field, "accounts-wrong-long")
    })
}

/// One wrong field and the sentence about it.
pub fn detail(field: &'static str, key: &'static str) -> Detail {
    Detail {
        field: Some(field),
        key,
        args: json!({}),
    }
}

/// What is wrong with an e-mail address, if anything. Whether letters arrive, only a letter tells.
pub fn email_is_wrong(email: &str) -> Option<Detail> {
    if email.is_empty() {
        return Some(detail("email", "accounts-wrong-email-missing"));
    }
    (!is_email(email)).then(|| detail("email", "accounts-wrong-email"))
}

/// One `@`, something before it, a domain with a dot after it, plain letters only.
fn is_email(email: &str) -> bool {
    let plain = |c: char| c.is_ascii_graphic() && !"()<>[]:;,\\\"".contains(c);
    let Some((local, domain)) = email.split_once('@') else {
        return false;
    };
    let dots = |text: &str| !text.starts_with('.') && !text.ends_with('.') && !text.contains("..");
    let labels = domain.split('.').all(|label| {
        label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.len() <= 63
    });
    email.len() <= LONGEST_EMAIL
        && email.chars().all(plain)
        && !local.is_empty()
        && local.len() <= 64
        // The old Japanese mobile providers gave out addresses like `a..b.@`: those are let in.
        && domain.contains('.')
        && dots(domain)
        && labels
}

/// Two spellings of one address have one key.
pub fn email_key(email: &str) -> String {
    email.trim().to_lowercase()
}

/// What is wrong with a telephone number, if anything; it may be left out.
pub fn telephone_is_wrong(telephone: &str) -> Option<Detail> {
    if telephone.is_empty() {
        return None;
    }
    let digits = kana::digits(telephone);
    let count = digits.chars().filter(char::is_ascii_digit).count();
    let only = digits
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '-' | '+' | '(' | ')' | ' '));
    (!only || !(9..=15).contains(&count)).then(|| detail("telephone", "accounts-wrong-telephone"))
}

/// What is wrong with the name of a token, if anything.
pub fn token_name_is_wrong(name: &str) -> Option<Detail> {
    if name.is_empty() {
        return Some(detail("name", "accounts-wrong-token-name"));
    }
    text_is_wrong("name", name, LONGEST_LABEL)
}

/// What is wrong with the name of a passkey, if anything.
pub fn passkey_name_is_wrong(name: &str) -> Option<Detail> {
    if name.is_empty() {
        return Some(detail("name", "accounts-wrong-passkey-name"));
    }
    text_is_wrong("name", name, LONGEST_LABEL)
}

/// What was asked for, folded like what it is compared with; see [`Keys`].
pub fn asked_key(asked: &str) -> String {
    kana::search_key(asked)
}

/// The digits, when it is a telephone number or a part of one that was asked for.
pub fn asked_telephone(asked: &str) -> Option<String> {
    let plain = kana::digits(asked);
    let is_number = plain
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '-' | '+' | '(' | ')' | ' '));
    let digits = digits_of(asked);
    (is_number && digits.len() >= 3).then_some(digits)
}

fn digits_of(telephone: &str) -> String {
    kana::digits(telephone)
        .chars()
        .filter(char::is_ascii_digit)
        .collect()
}

/// Where to go after signing in: a path of our own, or nowhere.
pub fn next(wanted: &str) -> Option<String> {
    let local = wanted.starts_with('/')
        && !wanted.starts_with("//")
        && !wanted.contains('\\')
        && wanted.len() <= LONGEST_NEXT
        && wanted.chars().all(|c| c.is_ascii_graphic());
    local.then(|| wanted.to_owned())
}

/// Under which name a source is counted: an IPv4 address, or the /64 one household has.
pub fn source(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(v4) => v4.to_string(),
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

/// Browser and system in words that their owner knows again: `Chrome・Windows`.
pub fn device(user_agent: &str) -> String {
    // Each browser also claims to be those below it.
    const BROWSERS: [(&str, &str); 6] = [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox", "Firefox"),
        ("FxiOS", "Firefox"),
        ("Chrome", "Chrome"),
        ("CriOS", "Chrome"),
    ];
    const SYSTEMS: [(&str, &str); 7] = [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Mac OS X", "Mac"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ];
    let named = |known: &[(&str, &'static str)]| {
        known
            .iter()
            .find(|(mark, _)| user_agent.contains(mark))
            .map(|(_, name)| *name)
    };
    let browser = named(&BROWSERS).or_else(|| user_agent.contains("Safari").then_some("Safari"));
    match (browser, named(&SYSTEMS)) {
        (Some(browser), Some(system)) => format!("{browser}・{system}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests;
