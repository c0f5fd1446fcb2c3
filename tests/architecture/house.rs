//! What lies in the tree.

use std::{fs, path::PathBuf, process::Command};

/// A text in the tree.
pub(crate) struct Source {
    /// Its path from the root.
    pub(crate) path: String,
    /// What stands in it.
    pub(crate) text: String,
}

impl Source {
    /// A made-up one.
    pub(crate) fn new(path: &str, text: &str) -> Self {
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    /// Whether it is Rust that goes into the product: no test, nothing that only tests use.
    pub(crate) fn is_product(&self) -> bool {
        let tested = self.path.ends_with("/tests.rs") || self.path.contains("/tests/");
        let crates = self.path.starts_with("crates/") || self.path.starts_with("migrations/");
        is_rust(&self.path) && crates && !tested && !self.path.starts_with("crates/testkit/")
    }

    /// The crate it belongs to, and its path below that crate's `src/`.
    pub(crate) fn place(&self) -> Option<(&str, &str)> {
        self.path.strip_prefix("crates/")?.split_once("/src/")
    }

    /// Its lines outside test modules, with their numbers.
    pub(crate) fn lines(&self) -> Vec<(usize, &str)> {
        let mut kept = Vec::new();
        let mut lines = self.text.lines().zip(1..);
        while let Some((line, number)) = lines.next() {
            if line.trim() != "#[cfg(test)]" {
                kept.push((number, line));
                continue;
            }
            // The item that follows is a test's: up to its closing brace, by rustfmt's indent.
            let indent = line.len() - line.trim_start().len();
            let close = format!("{}}}", " ".repeat(indent));
            let one_line = lines.next().is_some_and(|(line, _)| line.ends_with(';'));
            if !one_line {
                lines.by_ref().find(|(line, _)| *line == close);
            }
        }
        kept
    }

    /// Its lines outside test modules and comments.
    pub(crate) fn code(&self) -> Vec<(usize, &str)> {
        self.lines()
            .into_iter()
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
            .map(|(number, line)| (number, line.split(" // ").next().unwrap_or(line)))
            .collect()
    }
}

/// Where the tree begins.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every text that is checked in or about to be.
pub(crate) fn sources() -> Vec<Source> {
    let root = root();
    paths()
        .into_iter()
        .filter_map(|path| {
            // What is deleted but still listed, and what is no text, has nothing to check.
            let text = fs::read_to_string(root.join(&path)).ok()?;
            Some(Source { path, text })
        })
        .collect()
}

/// Every path that is checked in or about to be.
pub(crate) fn paths() -> Vec<String> {
    let listed = run(
        "git",
        &["ls-files", "--cached", "--others", "--exclude-standard"],
    );
    listed.lines().map(str::to_owned).collect()
}

/// What a program says when it is run at the root.
pub(crate) fn run(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program)
        .args(arguments)
        .current_dir(root())
        .output()
        .unwrap();
    if !output.status.success() {
        let error = String::from_utf8_lossy(&output.stderr);
        panic!("{program} {arguments:?}: {error}");
    }
    String::from_utf8(output.stdout).unwrap()
}

/// What cargo says about our crates and what they use.
pub(crate) fn metadata() -> serde_json::Value {
    let arguments = [
        "metadata",
        "--no-deps",
        "--offline",
        "--format-version",
        "1",
    ];
    serde_json::from_str(&run(env!("CARGO"), &arguments)).unwrap()
}

/// Whether a path is a Rust file.
pub(crate) fn is_rust(path: &str) -> bool {
    ends(path, "rs")
}

/// Whether a path has this ending.
pub(crate) fn ends(path: &str, ending: &str) -> bool {
    path.rsplit_once('.')
        .is_some_and(|(_, last)| last == ending)
}

/// Whether a word stands in a text by itself, not as a part of a longer one.
pub(crate) fn has_word(text: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    let pieces: Vec<&str> = text.split(word).collect();
    pieces
        .windows(2)
        .any(|around| !around[0].ends_with(part) && !around[1].starts_with(part))
}

#[test]
fn lines_of_tests_and_comments_are_told_from_code() {
    let text = "use a;\n// b\nfn c() {} // d\n#[cfg(test)]\nmod tests {\n    use b;\n    fn e() {\n    }\n}\nfn f() {}\n#[cfg(test)]\nmod g;\nfn h() {}\n";
    let source = Source::new("crates/x/src/x.rs", text);
    assert_eq!(source.lines().len(), 5);
    let code: Vec<&str> = source.code().into_iter().map(|(_, line)| line).collect();
    assert_eq!(code, ["use a;", "fn c() {}", "fn f() {}", "fn h() {}"]);
    assert_eq!(source.code()[2].0, 10);
}

#[test]
fn a_word_stands_by_itself() {
    for (text, expected) in [
        ("a web::Page", true),
        ("web", true),
        ("cobweb", false),
        ("web_site", false),
    ] {
        assert_eq!(has_word(text, "web"), expected, "{text}");
    }
}
