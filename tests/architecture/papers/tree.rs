//! What there is to have a name.

use std::collections::BTreeSet;

use crate::house::{self, Source, has_word};

/// The tree, as far as documents speak of it.
pub(super) struct Tree {
    paths: BTreeSet<String>,
    pub(super) sources: Vec<Source>,
    pub(super) crates: BTreeSet<String>,
}

impl Tree {
    pub(super) fn new(paths: impl IntoIterator<Item = String>, sources: Vec<Source>) -> Self {
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
    pub(super) fn has_path(&self, path: &str) -> bool {
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
    pub(super) fn has_item(&self, name: &str, item: &str) -> bool {
        self.of_crate(name)
            .any(|source| source.text.lines().any(|line| defines(line, item)))
    }

    /// Whether there is a test of this name.
    pub(super) fn has_test(&self, name: &str) -> bool {
        let function = format!("fn {name}(");
        self.rust().any(|source| source.text.contains(&function))
    }

    /// Whether something answers at this address.
    pub(super) fn has_route(&self, address: &str) -> bool {
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
