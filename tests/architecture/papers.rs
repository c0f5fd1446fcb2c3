//! What the documents say: every name in them is the name of something.

use std::collections::BTreeSet;

use crate::{
    house::{self, Source, ends, has_word},
    none_of,
};

/// Folders of ours: a name that begins so is a path.
const FOLDERS: &[&str] = &[
    "crates/",
    "templates/",
    "bin/",
    "docs/",
    "migrations/",
    "tests/",
    "config/",
    ".ci/",
];

/// Folders of the machine on which the centre runs: a name that begins so is no address of ours.
const MACHINE: &[&str] = &["/dev/", "/etc/", "/tmp/", "/usr/", "/var/"];

/// How long a document may be; one that is not here has a reason to be longer.
const LENGTHS: &[(&str, usize)] = &[
    ("README.md", 80),
    ("docs/ARCHITECTURE.md", 150),
    ("docs/API.md", 150),
    ("docs/OPERATIONS.md", 150),
    ("docs/UI.md", 150),
    ("docs/decisions/007-libraries.md", 60),
    ("docs/decisions/", 40),
];

/// The tree, as far as documents speak of it.
struct Tree {
    paths: BTreeSet<String>,
    sources: Vec<Source>,
    crates: BTreeSet<String>,
}

impl Tree {
    fn new(paths: impl IntoIterator<Item = String>, sources: Vec<Source>) -> Self {
        let paths: BTreeSet<String> = paths.into_iter().collect();
        let crates = paths
            .iter()
            .filter_map(|path| {
                let (folder, file) = path.rsplit_once('/')?;
                (file == "Cargo.toml").then(|| folder.rsplit('/').next().unwrap_or(folder))
            })
            .map(str::to_owned)
            .collect();
        Self {
            paths,
            sources,
            crates,
        }
    }

    /// Whether there is such a file or folder.
    fn has_path(&self, path: &str) -> bool {
        let path = path.trim_end_matches('/');
        self.paths.contains(path) || {
            let folder = format!("{path}/");
            self.paths
                .range(folder.clone()..)
                .next()
                .is_some_and(|next| next.starts_with(&folder))
        }
    }

    fn rust(&self) -> impl Iterator<Item = &Source> {
        self.sources
            .iter()
            .filter(|source| house::is_rust(&source.path))
    }

    fn of_crate(&self, name: &str) -> impl Iterator<Item = &Source> {
        let place = format!("crates/{name}/");
        let bare = format!("{name}/");
        self.rust()
            .filter(move |source| source.path.starts_with(&place) || source.path.starts_with(&bare))
    }

    /// Whether a crate has an item of this name: a module, a function, a type, a variant, a field.
    fn has_item(&self, name: &str, item: &str) -> bool {
        self.of_crate(name)
            .any(|source| source.text.lines().any(|line| defines(line, item)))
    }

    /// Whether there is a test of this name.
    fn has_test(&self, name: &str) -> bool {
        let function = format!("fn {name}(");
        self.rust().any(|source| source.text.contains(&function))
    }

    /// Whether something answers at this address.
    fn has_route(&self, address: &str) -> bool {
        let path = address.split(['?', '#']).next().unwrap_or(address);
        let literal = format!("\"{path}\"");
        let below = format!("\"{path}/");
        self.rust()
            .any(|source| source.text.contains(&literal) || source.text.contains(&below))
    }
}

/// Whether a line of Rust gives something this name.
fn defines(line: &str, item: &str) -> bool {
    let line = line.trim();
    let line = line.strip_prefix("pub ").unwrap_or(line);
    if let Some(after) = line.strip_prefix(item) {
        // A variant, a field, or the name alone within a macro.
        return after.is_empty() || after.starts_with([',', '(', ' ', ':', '{']);
    }
    let kinds = [
        "fn",
        "mod",
        "struct",
        "enum",
        "trait",
        "type",
        "const",
        "static",
        "macro_rules!",
        "use",
    ];
    kinds
        .iter()
        .any(|kind| has_word(line, kind.trim_end_matches('!')))
        && has_word(line, item)
}

fn faults(tree: &Tree, paper: &Source) -> Vec<String> {
    let mut faults = Vec::new();
    let mut fenced = false;
    for (line, number) in paper.text.lines().zip(1..) {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
            continue;
        }
        let mut fault = |what: String| faults.push(format!("{}:{number}: {what}", paper.path));
        if fenced {
            continue;
        }
        for name in quoted(line) {
            if let Some(what) = wrong(tree, &paper.path, name) {
                fault(what);
            }
        }
        for target in links(line) {
            if !leads_somewhere(tree, &paper.path, target) {
                fault(format!("the link to {target} leads nowhere"));
            }
        }
    }
    let most = LENGTHS
        .iter()
        .find(|(path, _)| paper.path.starts_with(path));
    let lines = paper.text.lines().count();
    if let Some((_, most)) = most.filter(|(_, most)| lines > *most) {
        faults.push(format!("{}: {lines} of {most} lines", paper.path));
    }
    faults
}

/// What is wrong with a name in a document, if anything.
fn wrong(tree: &Tree, paper: &str, name: &str) -> Option<String> {
    if FOLDERS.iter().any(|folder| name.starts_with(folder)) {
        // `crates/<name>/src/` and `templates/ui/*.html` are checked up to what is left open.
        let path = name.split(['<', '*', '{', '…', ' ']).next().unwrap_or(name);
        let path = if path == name {
            path
        } else {
            path.rsplit_once('/')?.0
        };
        return (!tree.has_path(path)).then(|| format!("there is no {path}"));
    }
    let route = name
        .strip_prefix("GET ")
        .or_else(|| name.strip_prefix("POST "))
        .unwrap_or(name);
    let ours = !MACHINE.iter().any(|folder| route.starts_with(folder));
    if route.starts_with('/') && route.len() > 1 && ours {
        return (!tree.has_route(route)).then(|| format!("nothing answers at {route}"));
    }
    if let Some((first, rest)) = name.split_once("::")
        && tree.crates.contains(first)
    {
        let rest = rest.split(['(', '<', '!', ' ']).next().unwrap_or(rest);
        let mut parts = rest.split("::").filter(|part| !part.is_empty());
        return parts
            .find(|part| !tree.has_item(first, part))
            .map(|part| format!("{first} has no {part}"));
    }
    if paper.ends_with("ASVS.md") && is_test_name(name) {
        return (!tree.has_test(name)).then(|| format!("there is no test {name}"));
    }
    if paper.ends_with("GLOSSARY.md") {
        let used = tree.sources.iter().any(|source| {
            let code = house::is_rust(&source.path) || ends(&source.path, "ftl");
            code && source.path != paper && has_word(&source.text, name)
        });
        return (!used).then(|| format!("nothing is called {name}"));
    }
    None
}

/// A sentence with underscores.
fn is_test_name(name: &str) -> bool {
    name.contains('_')
        && name
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

/// What stands between backticks.
fn quoted(line: &str) -> impl Iterator<Item = &str> {
    line.split('`')
        .skip(1)
        .step_by(2)
        .filter(|name| !name.is_empty())
}

/// Where the links of a line lead.
fn links(line: &str) -> impl Iterator<Item = &str> {
    line.split("](")
        .skip(1)
        .filter_map(|rest| rest.split_once(')'))
        .map(|(target, _)| target)
}

fn leads_somewhere(tree: &Tree, paper: &str, target: &str) -> bool {
    let target = target.split('#').next().unwrap_or(target);
    if target.is_empty() || target.starts_with("https://") || target.starts_with("http://") {
        return true;
    }
    let mut path: Vec<&str> = paper.split('/').collect();
    path.pop();
    for part in target.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(path.pop()),
            part => path.push(part),
        }
    }
    tree.has_path(&path.join("/"))
}

#[test]
fn every_name_in_the_documents_is_the_name_of_something() {
    let tree = Tree::new(house::paths(), house::sources());
    let faults: Vec<String> = tree
        .sources
        .iter()
        .filter(|source| ends(&source.path, "md"))
        .filter(|source| source.path == "README.md" || source.path.starts_with("docs/"))
        .flat_map(|paper| faults(&tree, paper))
        .collect();
    none_of(&faults);
}

#[test]
fn the_glossary_has_the_words_of_the_pages() {
    let sources = house::sources();
    let glossary = sources
        .iter()
        .find(|source| source.path == "docs/GLOSSARY.md")
        .unwrap();
    let said: Vec<&Source> = sources
        .iter()
        .filter(|source| source.path.starts_with("templates/") || house::is_rust(&source.path))
        .collect();
    let unsaid: Vec<String> = terms(&glossary.text)
        .filter(|term| !said.iter().any(|source| source.text.contains(term)))
        .map(|term| format!("no page and no code says {term}"))
        .collect();
    none_of(&unsaid);
}

/// The Japanese words of the glossary: the first column, `・` between two for one thing.
fn terms(glossary: &str) -> impl Iterator<Item = &str> {
    glossary
        .lines()
        .filter_map(|line| line.strip_prefix("| ")?.split(" | ").next())
        .filter(|cell| !cell.is_ascii())
        .flat_map(|cell| cell.split('・'))
        .map(str::trim)
}

#[test]
fn each_requirement_of_the_security_standard_stands_once() {
    let sources = house::sources();
    let paper = sources
        .iter()
        .find(|source| source.path == "docs/ASVS.md")
        .unwrap();
    none_of(&repeated(&paper.text));
}

fn repeated(paper: &str) -> Vec<String> {
    let mut seen = BTreeSet::new();
    paper
        .lines()
        .filter_map(|line| line.strip_prefix("| ")?.split(" | ").next())
        .filter(|number| number.starts_with(|c: char| c.is_ascii_digit()))
        .filter(|number| !seen.insert(*number))
        .map(|number| format!("{number} stands twice"))
        .collect()
}

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
