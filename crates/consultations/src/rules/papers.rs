//! How many papers the centre keeps of one case.

use accounts::rules::wrong_field;
use kernel::Detail;
use serde_json::json;

/// So many papers at most.
const MOST: usize = 20;
/// So many megabytes at most, all of them together.
const MEGABYTES: i64 = 100;

/// What is wrong with the papers of a case that are so many kilobytes each: more than the centre keeps.
pub fn too_many_papers(kilobytes: impl Iterator<Item = i64>) -> Option<Detail> {
    let sizes: Vec<i64> = kilobytes.collect();
    let full = sizes.len() > MOST || sizes.iter().sum::<i64>() > MEGABYTES * 1000;
    full.then(|| Detail {
        args: json!({ "most": MOST, "megabytes": MEGABYTES }),
        ..wrong_field("papers", "papers-full")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_holds_twenty_papers_and_a_hundred_megabytes() {
        for (papers, size, full) in [
            (20, 1, false),
            (21, 1, true),
            (10, 10_000, false),
            (10, 10_001, true),
            (0, 0, false),
        ] {
            let sizes = std::iter::repeat_n(size, papers);
            assert_eq!(too_many_papers(sizes).is_some(), full, "{papers} of {size}");
        }
    }
}
