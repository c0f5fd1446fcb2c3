//! The table, row by row.

use reqwest::Method;

use super::table::TABLE;

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

pub(super) fn rows() -> Vec<Row> {
    TABLE
        .lines()
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
