//! Which libraries there are. A new one is a new line in the decision about them, for everybody to
//! see.

use std::{collections::BTreeSet, fs};

use serde_json::Value;

use crate::{house, none_of};

/// Where every library stands with its reason.
const LIBRARIES: &str = "docs/decisions/007-libraries.md";

/// Libraries that a crate uses, that the root manifest names, and that the decision names: one set.
fn library_faults(metadata: &Value, manifest: &str, decision: &str) -> Vec<String> {
    let used = libraries(metadata);
    let named = workspace_libraries(manifest);
    let told: BTreeSet<String> = decision
        .lines()
        .filter_map(|line| line.strip_prefix("| ")?.split(" | ").next())
        .flat_map(|cell| cell.split('`').skip(1).step_by(2))
        .map(str::to_owned)
        .collect();
    let untold = used
        .difference(&told)
        .map(|name| format!("{name} has no line in {LIBRARIES}"));
    let gone = told
        .difference(&used)
        .map(|name| format!("{name} has a line and no use"));
    let idle = named
        .difference(&used)
        .map(|name| format!("{name} is in Cargo.toml and unused"));
    untold.chain(gone).chain(idle).collect()
}

/// What our crates use that is not ours.
fn libraries(metadata: &Value) -> BTreeSet<String> {
    let packages = metadata["packages"].as_array().unwrap();
    packages
        .iter()
        .flat_map(|package| package["dependencies"].as_array().unwrap())
        .filter(|dependency| dependency["path"].is_null())
        .map(|dependency| dependency["name"].as_str().unwrap().to_owned())
        .collect()
}

/// The names under `[workspace.dependencies]` that are not ours.
fn workspace_libraries(manifest: &str) -> BTreeSet<String> {
    manifest
        .lines()
        .skip_while(|line| *line != "[workspace.dependencies]")
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter(|line| !line.contains("path = "))
        .filter_map(|line| line.split_once(" = "))
        .map(|(name, _)| name.to_owned())
        .collect()
}

#[test]
fn every_library_is_used_and_has_its_reason() {
    let read = |path: &str| fs::read_to_string(house::root().join(path)).unwrap();
    none_of(&library_faults(
        &house::metadata(),
        &read("Cargo.toml"),
        &read(LIBRARIES),
    ));
}

#[test]
fn a_library_without_use_or_reason_is_found() {
    let metadata = serde_json::json!({ "packages": [{ "dependencies": [
        { "name": "ours", "path": "…" },
        { "name": "axum" },
        { "name": "new" },
    ] }] });
    let manifest = "[workspace.dependencies]\nours = { path = \"…\" }\naxum = \"0.8\"\nidle = \"1\"\n[x]\na = 1";
    let decision = "| `axum`, `old` | HTTP |";
    assert_eq!(
        library_faults(&metadata, manifest, decision),
        [
            "new has no line in docs/decisions/007-libraries.md",
            "old has a line and no use",
            "idle is in Cargo.toml and unused",
        ]
    );
}
