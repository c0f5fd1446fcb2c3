//! What the documents say: every name in them is the name of something.

mod made_up;
mod tree;

use std::collections::BTreeSet;

use self::tree::Tree;
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
const MACHINE: &[&str] = &["/dev/", "/etc/", "/usr/", "/var/"];

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
