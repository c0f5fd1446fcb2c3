//! Made-up documents: what is wrong in them is found.

use super::*;

#[test]
fn a_name_of_nothing_is_found() {
    let tree = Tree::new(
        [
            "crates/web/Cargo.toml",
            "crates/web/src/page.rs",
            "docs/A.md",
        ]
        .map(str::to_owned),
        vec![Source::new(
            "crates/web/src/page.rs",
            "pub struct Page {\n}\nfn a_page_is_shown() {}\nget(\"/spaces\", all)\n",
        )],
    );
    for (paper, text, found) in [
        ("docs/A.md", "`crates/web/src/page.rs`", false),
        ("docs/A.md", "`crates/web/`", false),
        ("docs/A.md", "`crates/<name>/src`", false),
        ("docs/A.md", "`crates/web/src/pages.rs`", true),
        ("docs/A.md", "`web::Page`", false),
        ("docs/A.md", "`web::Pages`", true),
        ("docs/A.md", "`chrono::Gone`", false),
        ("docs/A.md", "`GET /spaces?date=`", false),
        ("docs/A.md", "`POST /places`", true),
        (
            "docs/A.md",
            "[a](A.md#b) [b](../crates/web/src/page.rs)",
            false,
        ),
        ("docs/A.md", "[a](B.md)", true),
        ("docs/A.md", "```\n`web::Pages`\n```", false),
        ("docs/ASVS.md", "`a_page_is_shown`", false),
        ("docs/ASVS.md", "`a_page_is_hidden`", true),
        ("docs/GLOSSARY.md", "`Page`", false),
        ("docs/GLOSSARY.md", "`Sheet`", true),
        ("docs/decisions/001-a.md", "\n\n\n", false),
    ] {
        let faults = faults(&tree, &Source::new(paper, text));
        assert_eq!(!faults.is_empty(), found, "{text}: {faults:?}");
    }
    let long = Source::new("docs/decisions/001-a.md", &"\n".repeat(41));
    assert_eq!(
        faults(&tree, &long),
        ["docs/decisions/001-a.md: 41 of 40 lines"]
    );
    assert_eq!(
        repeated("| 1.1.1 | a |\n| 1.1.2 | b |\n| 1.1.1 | c |"),
        ["1.1.1 stands twice"]
    );
    let terms: Vec<&str> = terms("| 日本語 | English |\n|---|---|\n| 施設・館 | venue |").collect();
    assert_eq!(terms, ["日本語", "施設", "館"]);
}
