//! Where dated rows stand.

/// Of rows that begin on these days, the newest first: those to come, the one in force, those that
/// are over.
pub fn standings(rows: &[&str], today: &str) -> Vec<&'static str> {
    let now = rows.iter().position(|from| *from <= today);
    let standing = |(nth, _)| match now {
        Some(now) if nth == now => "now",
        Some(now) if nth > now => "over",
        _ => "coming",
    };
    rows.iter().enumerate().map(standing).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_dated_rows_one_is_in_force() {
        let rows = ["2027-04-01", "2026-10-01", "2026-04-01"];
        let found = standings(&rows, "2026-12-08");
        assert_eq!(found, ["coming", "now", "over"]);
        assert_eq!(standings(&rows, "2026-03-31"), ["coming"; 3]);
        assert!(standings(&[], "2026-12-08").is_empty());
    }
}
