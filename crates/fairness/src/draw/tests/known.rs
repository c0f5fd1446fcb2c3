//! One draw to the last byte, as the Python program of the document draws it.

use super::*;

const DOCUMENT: &str = include_str!("../../../../../docs/LOTTERY_FORMAT.md");

const ENTRIES: &str = "shinko-draw 1
draw dx-2026-04
places 3
tier inside limit 2 leftover goes-on
tier outside limit none leftover stays
entry 0001 inside 2
entry 0002 inside 1
entry 0003 outside 1
entry 0004 outside 2
entry 0005 inside 1
";

const SEED: &str = "shinko-draw-seed 1
000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
";

const COMMITMENT: &str =
    "440f17481c56dea56d52649279a4d8966ca0b080fdc05dabcb4ac4d87cbee39d  seed.txt\n";

const DIGEST: &str =
    "7593245397ab72bba197c54dc738e7c20c0a6aabc7922182b450361acbda12b1  entries.txt\n";

const RESULT: &str = "shinko-draw-result 1
draw dx-2026-04
digest 7593245397ab72bba197c54dc738e7c20c0a6aabc7922182b450361acbda12b1
tier inside places 2 taken 2
winner 1 0005 size 1 ticket 13f6b478761d55488ca04feac1eb724c391b88cd2fa53ab87e3a932c35dfa3d6
winner 2 0002 size 1 ticket 1b673ce80dacc1252c7329dfbf0e683b9ff3ae39f1df5ca3190e22865f610381
following 1 0001 size 2 left 0 ticket 973c3f578ab33ad566888a793859dc18b973f686bbe17b0c25ab3a895b2b9ba5
tier outside places 1 taken 1
winner 3 0003 size 1 ticket 386034f61c0247c36048bd8338fac008d608af660504e6c32aa6d6915ed28abf
following 1 0004 size 2 left 1 ticket 1c09151b41b4ce9d0d821b5acde9857d306e344f0be4290cf6981259b43d9a63
";

/// The rules and entries of the example, in the order in which people happened to enter.
fn example() -> Frozen {
    let rules = Rules {
        algorithm: Algorithm::Tickets1,
        draw: "dx-2026-04".to_owned(),
        places: 3,
        tiers: vec![
            tier("inside", Some(2), Leftover::GoesOn),
            tier("outside", None, Leftover::Stays),
        ],
    };
    let entries = vec![
        entry("0004", "outside", 2),
        entry("0001", "inside", 2),
        entry("0005", "inside", 1),
        entry("0003", "outside", 1),
        entry("0002", "inside", 1),
    ];
    Frozen::try_new(rules, entries).unwrap()
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}

#[test]
fn a_draw_is_what_others_compute() {
    let mut counted = 0;
    let seed = Seed::new([(); 32].map(|()| {
        counted += 1;
        counted - 1
    }));
    let published = Published::of(&example(), &seed);
    assert!(verify(&published).is_ok());
    assert_eq!(text(published.commitment), COMMITMENT);
    assert_eq!(text(published.entries), ENTRIES);
    assert_eq!(text(published.digest), DIGEST);
    assert_eq!(text(published.seed), SEED);
    assert_eq!(text(published.result), RESULT);
}

#[test]
fn the_document_has_the_same_example() {
    for file in [ENTRIES, SEED, RESULT] {
        assert!(DOCUMENT.contains(&format!("```text\n{file}```")), "{file}");
    }
    assert!(DOCUMENT.contains(&format!("```text\n{COMMITMENT}{DIGEST}```")));
}

#[test]
fn a_seed_is_read_from_its_text() {
    let seed = Seed::parse(SEED).unwrap();
    assert_eq!(seed.text(), SEED);
    assert!(Commitment::of(&seed).opens(&seed));
    for (line, wrong) in [
        (1, SEED.replace("seed 1", "seed 2")),
        (2, SEED.replace("0a", "0A")),
        (2, SEED.replace("1f\n", "\n")),
        (2, SEED.replace("1f\n", "1f00\n")),
        (2, SEED.replace("1f\n", "1g\n")),
        (2, SEED.trim_end().to_owned()),
        (3, format!("{SEED}\n")),
    ] {
        assert_eq!(Seed::parse(&wrong).unwrap_err().line, line, "{wrong:?}");
    }
}
