//! Reads texts line by line, and says where they are wrong.

use std::{iter::Peekable, str};

use super::Fault;

/// Where a published text is not as it has to be, and why: the first such line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {why}")]
pub struct Malformed {
    /// The line, counted from one.
    pub line: usize,
    /// What is wrong with it.
    pub why: Why,
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    /// It is not text in UTF-8.
    #[error("this is not text")]
    NotText,
    /// Something else has to stand there.
    #[error("expected {0}")]
    Expected(&'static str),
    /// It means something, but is not written in the one way in which it may be: a space, a zero or
    /// a line end too many, or lines in another order.
    #[error("it has to be written {0:?}")]
    Written(String),
    /// It breaks a rule.
    #[error(transparent)]
    Fault(Fault),
}

/// The lines of a text, read one after the other.
pub(super) struct Lines<'a> {
    text: &'a str,
    rest: Peekable<str::Lines<'a>>,
    line: usize,
}

impl<'a> Lines<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self {
            text,
            rest: text.lines().peekable(),
            line: 0,
        }
    }

    /// The next line has to be exactly this.
    pub(super) fn heading(&mut self, heading: &'static str) -> Result<(), Malformed> {
        self.line += 1;
        if self.rest.next() == Some(heading) {
            return Ok(());
        }
        Err(self.wrong(Why::Expected(heading)))
    }

    /// What `of` finds in the words of the next line; `form` says how the line has to look.
    pub(super) fn read<T>(
        &mut self,
        form: &'static str,
        of: impl FnOnce(&[&str]) -> Option<T>,
    ) -> Result<T, Malformed> {
        self.line += 1;
        let words: Vec<&str> = self.rest.next().unwrap_or_default().split(' ').collect();
        of(&words).ok_or_else(|| self.wrong(Why::Expected(form)))
    }

    /// Whether the next line begins so.
    pub(super) fn comes(&mut self, beginning: &str) -> bool {
        self.rest
            .peek()
            .is_some_and(|line| line.starts_with(beginning))
    }

    /// Whether there is a line more.
    pub(super) fn more(&mut self) -> bool {
        self.rest.peek().is_some()
    }

    /// The text has to be to the letter what we would have written: there is one way to write
    /// everything, so one content has one digest.
    pub(super) fn written_as(&self, written: &str) -> Result<(), Malformed> {
        match first_difference(self.text.as_bytes(), written.as_bytes()) {
            None => Ok(()),
            Some((line, _, right)) => Err(Malformed {
                line,
                why: Why::Written(right.unwrap_or_default()),
            }),
        }
    }

    fn wrong(&self, why: Why) -> Malformed {
        Malformed {
            line: self.line,
            why,
        }
    }
}

/// The text that bytes are.
pub(super) fn text(bytes: &[u8]) -> Result<&str, Malformed> {
    str::from_utf8(bytes).map_err(|error| Malformed {
        line: 1 + bytes
            .iter()
            .take(error.valid_up_to())
            .filter(|byte| **byte == b'\n')
            .count(),
        why: Why::NotText,
    })
}

/// A line that differs: which it is, as it stands in the one and in the other, with its line end.
/// `None`: the text ends before.
pub(super) type Difference = (usize, Option<String>, Option<String>);

/// The first line in which two texts differ.
pub(super) fn first_difference(one: &[u8], other: &[u8]) -> Option<Difference> {
    let mut ones = one.split_inclusive(|byte| *byte == b'\n');
    let mut others = other.split_inclusive(|byte| *byte == b'\n');
    let shown = |line: Option<&[u8]>| line.map(|line| String::from_utf8_lossy(line).into_owned());
    for line in 1.. {
        match (ones.next(), others.next()) {
            (None, None) => break,
            (left, right) if left == right => {}
            (left, right) => return Some((line, shown(left), shown(right))),
        }
    }
    None
}
