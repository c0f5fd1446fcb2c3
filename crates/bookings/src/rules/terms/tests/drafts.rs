//! What a rule needs before it is entered.

use super::*;

#[test]
fn a_rule_is_entered_or_everything_wrong_with_it_is_named() {
    let today = date("2026-12-08");
    let draft = |term, since: &str, source: &str| Draft {
        term,
        space: None,
        selector: Selector::default(),
        source: Reason {
            ja: source.into(),
            en: String::new(),
        },
        since: since.parse().ok(),
        last: None,
    };
    let months = |amount, clock| DraftTerm::Window(Some(CountedBy::Months), amount, clock);
    for (draft, expected) in [
        (
            draft(months(Some(3), Some(540)), "2026-12-08", "第5条"),
            vec![],
        ),
        (
            draft(months(Some(25), None), "2026-12-07", ""),
            vec![
                Unruly::NotANumber("amount", 1, 24),
                Unruly::NoSuchTime("clock"),
                Unruly::SourceMissing,
                Unruly::Past("since", today),
            ],
        ),
        (
            draft(DraftTerm::Window(None, Some(3), Some(0)), "x", "第5条"),
            vec![Unruly::NotChosen("by"), Unruly::NoSuchDate("since")],
        ),
        (
            draft(DraftTerm::Run(Some(0)), "2026-12-08", "第5条"),
            vec![Unruly::NotANumber("amount", 1, 31)],
        ),
        (
            draft(DraftTerm::Run(Some(3)), "2036-12-08", "第5条"),
            vec![Unruly::TooFar("since", today + TimeDelta::days(800))],
        ),
    ] {
        let found = draft.allowed(today);
        assert_eq!(found.err().unwrap_or_default(), expected, "{draft:?}");
    }
    let mut ended = draft(DraftTerm::Run(Some(3)), "2026-12-10", "第5条");
    ended.last = Some(Some(date("2026-12-09")));
    assert_eq!(ended.allowed(today), Err(vec![Unruly::LastBeforeFirst]));
}
