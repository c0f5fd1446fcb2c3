//! Templates and words keep the house's rules, and every component can be seen.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

mod gallery;
mod locales;
mod templates;

use std::{
    fs,
    path::{Path, PathBuf},
};

/// A folder of the workspace.
fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(name)
}

/// Every file under a folder: its path inside it, and its text.
fn files(root: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut waiting = vec![root.to_path_buf()];
    while let Some(dir) = waiting.pop() {
        for entry in fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else if let Ok(text) = fs::read_to_string(&path) {
                let name = path
                    .strip_prefix(root)
                    .unwrap()
                    .to_string_lossy()
                    .into_owned();
                found.push((name, text));
            }
        }
    }
    found.sort();
    found
}
