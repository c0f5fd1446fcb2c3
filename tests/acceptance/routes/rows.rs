//! The table, row by row.

use reqwest::Method;

use super::table::{COUNTER, TABLE, WARD};

/// The order of the columns.
pub(super) const ROLES: [&str; 7] = [
    "visitor",
    "member",
    "reception",
    "manager",
    "ward officer",
    "token that may read",
    "token that may write",
];

pub(super) struct Row {
    pub(super) method: Method,
    pub(super) route: &'static str,
    pub(super) of: &'static str,
    pub(super) expected: Vec<&'static str>,
}

impl Row {
    /// Whether its thing is the same whoever asks: somebody else's, or the centre's.
    pub(super) fn is_for_all(&self) -> bool {
        let named = [
            "-",
            "nothing",
            "space",
            "asset",
            "person",
            "another's",
            "company",
            "tariff",
            "ground",
            "wards",
            "closure",
            "rule",
            "request",
            "own-use",
            "reason",
            "device",
            "venue",
            "dead",
            "enrolled",
            "policy",
            "proposal",
            "draft",
            "plan",
            "outline",
            "approved",
            "initiative",
            "agency",
            "agreement",
            "entry",
            "action",
            "council",
            "seat",
            "meeting",
            "opinion",
            "survey",
        ];
        named.contains(&self.of)
    }
}

pub(super) fn rows() -> Vec<Row> {
    // The counter first: a member's own rows end with a second factor of theirs.
    let lines = COUNTER.lines().chain(WARD.lines()).chain(TABLE.lines());
    lines
        .map(|line| line.split_whitespace().collect::<Vec<_>>())
        .filter(|words| !words.is_empty())
        .map(|words| Row {
            method: words[0].parse().unwrap(),
            route: words[1],
            of: words[2],
            expected: words[3..].to_vec(),
        })
        .collect()
}
