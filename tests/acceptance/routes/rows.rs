//! The table, row by row.

use reqwest::Method;

use super::table::{CONSULTATIONS, COUNTER, FOUNDERS, LOTTERIES, SEMINARS, TABLE, WARD};

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
    /// What an expert and a coordinator get, where they equal no column.
    pub(super) others: Option<[&'static str; 2]>,
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
            "case",
            "expert",
            "dispatch",
            "campaign",
            "target",
            "course",
            "sketch",
            "lesson",
            "lottery",
            "lots",
        ];
        named.contains(&self.of)
    }
}

pub(super) fn rows() -> Vec<Row> {
    // The counter first: a member's own rows end with a second factor of theirs.
    let lines = COUNTER.lines().chain(WARD.lines());
    let lines = lines.map(|line| (line, false));
    let two_more = CONSULTATIONS.lines().chain(SEMINARS.lines());
    let two_more = two_more.chain(FOUNDERS.lines()).chain(LOTTERIES.lines());
    let lines = lines.chain(two_more.map(|line| (line, true)));
    let lines = lines.chain(TABLE.lines().map(|line| (line, false)));
    lines
        .map(|(line, two_more)| (line.split_whitespace().collect::<Vec<_>>(), two_more))
        .filter(|(words, _)| !words.is_empty())
        .map(|(words, two_more)| {
            let (expected, others) =
                words[3..].split_at(if two_more { 5 } else { words.len() - 3 });
            Row {
                method: words[0].parse().unwrap(),
                route: words[1],
                of: words[2],
                expected: expected.to_vec(),
                others: two_more.then(|| others.try_into().unwrap()),
            }
        })
        .collect()
}
