//! What is wrong with a list that people type, or paste from a table.

/// A line that cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongLine {
    /// Which line, or which of those who are named, from 1.
    pub line: usize,
    /// Why: the key of a sentence.
    pub key: &'static str,
}
