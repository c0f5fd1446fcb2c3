//! What one version says otherwise than another, line by line.

use similar::{ChangeTag, TextDiff};

/// A line of either of two texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where it stands.
    pub place: Place,
    /// The line.
    pub text: String,
}

/// Where a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In both.
    Both,
    /// Only in the earlier one.
    Earlier,
    /// Only in the later one.
    Later,
}

impl Place {
    /// As templates name it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Both => "both",
            Self::Earlier => "earlier",
            Self::Later => "later",
        }
    }
}

/// The lines of both, in order: what was taken away stands before what came in its place.
pub fn compared(earlier: &str, later: &str) -> Vec<Line> {
    let (old, new): (Vec<&str>, Vec<&str>) = (earlier.lines().collect(), later.lines().collect());
    let diff = TextDiff::from_slices(&old, &new);
    let line = |change: similar::Change<&str>| Line {
        place: match change.tag() {
            ChangeTag::Equal => Place::Both,
            ChangeTag::Delete => Place::Earlier,
            ChangeTag::Insert => Place::Later,
        },
        text: change.value().to_owned(),
    };
    diff.iter_all_changes().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_taken_away_stands_before_what_came() {
        let found = compared("一\n二\n三", "一\r\n二と半\r\n三\r\n四");
        let said: Vec<_> = found
            .iter()
            .map(|line| format!("{} {}", line.place.code(), line.text))
            .collect();
        let expected = [
            "both 一",
            "earlier 二",
            "later 二と半",
            "both 三",
            "later 四",
        ];
        assert_eq!(said, expected);
    }

    #[test]
    fn the_same_text_has_no_line_of_its_own() {
        let found = compared("一\n二\n", "一\n二");
        assert!(
            found.iter().all(|line| line.place == Place::Both),
            "{found:?}"
        );
    }
}
