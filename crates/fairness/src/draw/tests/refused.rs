//! What cannot be frozen, and texts that cannot be read.

use super::*;

#[test]
fn all_that_is_wrong_is_told() {
    let tiers = [
        tier("a", None, Leftover::Stays),
        tier("a", Some(0), Leftover::GoesOn),
        tier("b c", None, Leftover::GoesOn),
    ];
    let mut wrong = rules(5, &tiers);
    wrong.draw = String::new();
    let entries = vec![
        entry("0002", "a", 0),
        entry("0001", "z", 1),
        entry("0002", "a", 1),
        entry("山田", "a", 1),
    ];
    assert_eq!(
        Frozen::try_new(wrong, entries).unwrap_err(),
        [
            Fault::DrawNotACode(String::new()),
            Fault::TierTwice("a".to_owned()),
            Fault::NothingForTier("a".to_owned()),
            Fault::TierNotACode("b c".to_owned()),
            Fault::NothingForTier("b c".to_owned()),
            Fault::UnknownTier {
                entry: "0001".to_owned(),
                tier: "z".to_owned(),
            },
            Fault::NobodyInParty("0002".to_owned()),
            Fault::EntryTwice("0002".to_owned()),
            Fault::EntryNotACode("山田".to_owned()),
        ]
    );
}

#[test]
fn nothing_to_draw_for_and_too_much_to_draw_are_refused() {
    let faults = |rules, entries| Frozen::try_new(rules, entries).unwrap_err();
    assert_eq!(
        faults(Rules::one_tier("t", 0), Vec::new()),
        [Fault::NoPlaces]
    );
    assert_eq!(faults(rules(1, &[]), Vec::new()), [Fault::NoTiers]);
    let tiers: Vec<Tier> = (0..=MOST_TIERS)
        .map(|code| Tier::new(code.to_string()))
        .collect();
    assert_eq!(
        faults(rules(1, &tiers), Vec::new()),
        [Fault::TooManyTiers(MOST_TIERS + 1)]
    );
    assert_eq!(
        faults(Rules::one_tier("t", 1), singles("all", MOST_ENTRIES + 1)),
        [Fault::TooManyEntries(MOST_ENTRIES + 1)]
    );
    let long = "x".repeat(33);
    assert_eq!(
        faults(Rules::one_tier(&long, 1), Vec::new()),
        [Fault::DrawNotACode(long)]
    );
}

const GOOD: &str = "shinko-draw 1
draw t
places 3
tier inside limit 2 leftover stays
tier outside limit none leftover goes-on
entry 0001 inside 1
entry 0002 outside 2
";

/// The good text with one piece in place of another.
fn with(old: &str, new: &str) -> String {
    assert!(GOOD.contains(old), "{old}");
    GOOD.replacen(old, new, 1)
}

#[test]
fn a_text_is_read_as_it_was_written() {
    let frozen = Frozen::parse(GOOD).unwrap();
    assert_eq!(frozen.text(), GOOD);
    let again = Frozen::try_new(frozen.rules().clone(), frozen.entries().to_vec());
    assert_eq!(again, Ok(frozen));
}

#[test]
fn what_is_not_written_so_is_refused_with_its_line() {
    for (line, text) in [
        (1, String::new()),
        (1, with("shinko-draw 1", "shinko-draw 2")),
        (1, format!("\u{feff}{GOOD}")),
        (2, with("draw t\n", "")),
        (3, with("places 3", "places -3")),
        (3, with("places 3", "places 4294967296")),
        (4, with("limit 2", "limit two")),
        (5, with("goes-on", "on")),
        (6, with("0001 inside", "0001  inside")),
        (7, with("0002 outside 2", "0002 outside")),
        (8, format!("{GOOD}\n")),
        (8, format!("{GOOD}tier more limit none leftover stays\n")),
    ] {
        let refused = Frozen::parse(&text).unwrap_err();
        assert!(matches!(refused.why, Why::Expected(_)), "{refused}");
        assert_eq!(refused.line, line, "{refused}");
    }
}

#[test]
fn what_is_written_in_another_way_is_refused_with_the_right_one() {
    for (line, right, text) in [
        (2, "draw t\n", with("draw t\n", "draw t\r\n")),
        (3, "places 3\n", with("places 3", "places 03")),
        (3, "places 3\n", with("places 3", "places +3")),
        (
            6,
            "entry 0001 inside 1\n",
            with(
                "entry 0001 inside 1\nentry 0002 outside 2",
                "entry 0002 outside 2\nentry 0001 inside 1",
            ),
        ),
        (7, "entry 0002 outside 2\n", GOOD.trim_end().to_owned()),
    ] {
        let refused = Frozen::parse(&text).unwrap_err();
        let why = Why::Written(right.to_owned());
        assert_eq!(refused, Malformed { line, why });
    }
}

#[test]
fn a_broken_rule_in_a_text_has_its_line() {
    for (line, fault, text) in [
        (
            2,
            Fault::DrawNotACode("é".to_owned()),
            with("draw t", "draw é"),
        ),
        (3, Fault::NoPlaces, with("places 3", "places 0")),
        (
            5,
            Fault::TierTwice("inside".to_owned()),
            with("tier outside", "tier inside").replace("0002 outside", "0002 inside"),
        ),
        (
            4,
            Fault::NothingForTier("inside".to_owned()),
            with("limit 2", "limit 0"),
        ),
        (
            7,
            Fault::EntryTwice("0001".to_owned()),
            with("0002", "0001"),
        ),
        (
            6,
            Fault::NobodyInParty("0001".to_owned()),
            with("inside 1", "inside 0").replace("outside 2", "outside 0"),
        ),
    ] {
        let why = Why::Fault(fault);
        assert_eq!(Frozen::parse(&text), Err(Malformed { line, why }));
    }
}

/// The files of a draw that is in order.
fn published() -> Published {
    Published::of(&Frozen::parse(GOOD).unwrap(), &seed(3))
}

#[test]
fn verify_tells_which_file_does_not_agree_and_where() {
    let entries = with("outside 2", "outside 1");
    let other = Published::of(&Frozen::parse(&entries).unwrap(), &seed(4));
    let refused = |change: &dyn Fn(&mut Published)| {
        let mut published = published();
        change(&mut published);
        let mismatches = verify(&published).unwrap_err();
        mismatches
            .iter()
            .map(|mismatch| match mismatch {
                Mismatch::Unreadable { file, malformed } => format!("{file} {}", malformed.line),
                Mismatch::Digest { .. } => "digest".to_owned(),
                Mismatch::Commitment { .. } => "commitment".to_owned(),
                Mismatch::Result { line, .. } => format!("result {line}"),
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(
        refused(&|it| it.entries.clone_from(&other.entries)),
        ["digest", "result 3"]
    );
    assert_eq!(
        refused(&|it| it.digest.clone_from(&other.digest)),
        ["digest"]
    );
    assert_eq!(
        refused(&|it| it.commitment.clone_from(&other.commitment)),
        ["commitment"]
    );
    assert_eq!(
        refused(&|it| it.seed.clone_from(&other.seed)),
        ["commitment", "result 5"]
    );
    assert_eq!(
        refused(&|it| it.result.clone_from(&other.result)),
        ["result 3"]
    );
    assert_eq!(refused(&|it| it.result.truncate(0)), ["result 1"]);
    assert_eq!(refused(&|it| it.seed.push(b'\n')), ["seed.txt 3"]);
    assert_eq!(
        refused(&|it| {
            it.digest.make_ascii_uppercase();
            it.entries.extend(b"entry \xff");
        }),
        ["entries.txt 8", "digest.txt 1"]
    );
}

#[test]
fn what_does_not_agree_is_said_in_words() {
    let said = |change: &dyn Fn(&mut Published)| {
        let mut published = published();
        change(&mut published);
        let mismatches = verify(&published).unwrap_err();
        mismatches
            .iter()
            .map(Mismatch::to_string)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        said(&|it| it.result.truncate(b"shinko-draw-result 1\ndraw t".len())),
        [r#"result.txt, line 2: it says "draw t", but "draw t\n" was drawn"#]
    );
    assert_eq!(
        said(&|it| it.result.extend(b"winner 9\n")),
        [r#"result.txt, line 8: it says "winner 9\n", but nothing more was drawn"#]
    );
    assert_eq!(
        said(&|it| it.seed.clear()),
        ["seed.txt, line 1: expected shinko-draw-seed 1"]
    );
    let [one, other] = [3, 4].map(|number| Commitment::of(&seed(number)));
    assert_eq!(
        said(&|it| it.commitment = Published::commitment_text(&other).into_bytes()),
        [format!(
            "commitment.txt, line 1: it says {other}, but seed.txt has {one}"
        )]
    );
}
