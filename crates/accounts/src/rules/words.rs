//! What people type into a field, looked at before it is kept.

use kernel::Detail;
use serde_json::{Value, json};

/// The longest text of one line, in characters.
const LONGEST_LINE: usize = 200;

/// A field of a form in which something is wrong, and what to tell whoever filled it in.
pub const fn wrong_field(field: &'static str, key: &'static str) -> Detail {
    Detail {
        field: Some(field),
        key,
        args: Value::Null,
    }
}

/// What was typed into a field, and what the field takes.
pub struct Words<'t> {
    field: &'static str,
    text: &'t str,
    limit: usize,
    lines: bool,
}

impl<'t> Words<'t> {
    /// Of a field of one line, 200 characters at most.
    pub const fn line(field: &'static str, text: &'t str) -> Self {
        Self {
            field,
            text,
            limit: LONGEST_LINE,
            lines: false,
        }
    }

    /// Of a field of many lines, `limit` characters at most.
    pub const fn text(field: &'static str, text: &'t str, limit: usize) -> Self {
        Self {
            field,
            text,
            limit,
            lines: true,
        }
    }

    /// What is wrong with them, if anything; they may be left out.
    pub fn wrong(&self) -> Option<Detail> {
        let lines = !self.lines && self.text.contains(['\n', '\r']);
        let sign = |sign: char| {
            let control = sign.is_control() && !matches!(sign, '\n' | '\r' | '\t');
            // These turn the order of what follows around: what is read is not what is written.
            control || matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        if lines || self.text.contains(sign) {
            Some(wrong_field(self.field, "words-unreadable"))
        } else if self.text.chars().count() > self.limit {
            let args = json!({ "limit": self.limit });
            Some(Detail {
                args,
                ..wrong_field(self.field, "words-long")
            })
        } else {
            None
        }
    }

    /// The same of words that must be there: `key` asks for them.
    pub fn or_missing(&self, key: &'static str) -> Option<Detail> {
        if self.text.trim().is_empty() {
            Some(wrong_field(self.field, key))
        } else {
            self.wrong()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_of_signs_that_every_database_and_letter_carries() {
        for (words, expected) in [
            (Words::line("a", "創業"), None),
            (Words::line("a", "創\n業"), Some("words-unreadable")),
            (Words::text("a", "創\n\t業", 9), None),
            (Words::text("a", "創\u{0}業", 9), Some("words-unreadable")),
            (Words::line("a", "創\u{202e}業"), Some("words-unreadable")),
            (Words::text("a", "創業相談", 3), Some("words-long")),
            (Words::line("a", ""), None),
        ] {
            assert_eq!(words.wrong().map(|wrong| wrong.key), expected);
        }
        let empty = Words::line("a", "　").or_missing("gone");
        assert_eq!(empty.map(|wrong| wrong.key), Some("gone"));
    }
}
