//! Which crate uses which, and which libraries. A new edge is a new word in [`HOUSE`], a new library
//! a new line in the decision about them, for everybody to see.

use std::{collections::BTreeSet, fs};

use serde_json::Value;

use crate::{house, none_of};

/// A crate and what it stands on.
struct Crate {
    tier: u8,
    name: &'static str,
    /// The crates of ours that it uses.
    uses: &'static [&'static str],
    /// Those that only its tests use.
    tests_use: &'static [&'static str],
}

const fn at(
    tier: u8,
    name: &'static str,
    uses: &'static [&'static str],
    tests_use: &'static [&'static str],
) -> Crate {
    Crate {
        tier,
        name,
        uses,
        tests_use,
    }
}

/// The whole house. Arrows point down, or sideways where they stand here.
const HOUSE: &[Crate] = &[
    at(0, "japan", &[], &[]),
    at(0, "fairness", &[], &[]),
    at(0, "kernel", &[], &[]),
    at(0, "migrations", &[], &[]),
    at(1, "views", &[], &[]),
    at(1, "web", &["kernel", "views"], &[]),
    at(1, "tasks", &["kernel"], &[]),
    at(1, "mail", &["kernel", "tasks", "views"], &[]),
    at(1, "testkit", &["kernel", "migrations"], &[]),
    at(1, "files", &["kernel", "tasks", "web"], &["testkit"]),
    at(
        2,
        "accounts",
        &["japan", "kernel", "mail", "tasks", "views", "web"],
        &["testkit"],
    ),
    at(
        2,
        "organisations",
        &[
            "accounts", "files", "japan", "kernel", "mail", "tasks", "views", "web",
        ],
        &[],
    ),
    at(
        2,
        "fees",
        &[
            "accounts",
            "japan",
            "kernel",
            "organisations",
            "views",
            "web",
        ],
        &[],
    ),
    at(
        3,
        "bookings",
        &[
            "accounts",
            "fairness",
            "fees",
            "japan",
            "kernel",
            "mail",
            "organisations",
            "tasks",
            "views",
            "web",
        ],
        &[],
    ),
    at(
        5,
        "portal",
        &[
            "accounts",
            "bookings",
            "fees",
            "kernel",
            "mail",
            "organisations",
            "views",
            "web",
        ],
        &["testkit"],
    ),
    at(
        6,
        "server",
        &[
            "accounts",
            "bookings",
            "fees",
            "files",
            "japan",
            "kernel",
            "mail",
            "migrations",
            "organisations",
            "portal",
            "tasks",
            "views",
            "web",
        ],
        &["testkit"],
    ),
    at(
        7,
        "tests",
        &[
            "accounts",
            "bookings",
            "fees",
            "files",
            "japan",
            "kernel",
            "mail",
            "organisations",
            "server",
            "tasks",
            "testkit",
            "views",
            "web",
        ],
        &[],
    ),
];

/// What `cargo metadata` tells otherwise than the table, and what points upwards in the table.
fn faults(house: &[Crate], metadata: &Value) -> Vec<String> {
    let mut faults: Vec<String> = upward(house);
    let packages = metadata["packages"].as_array().unwrap();
    for known in house {
        match packages
            .iter()
            .find(|package| package["name"] == known.name)
        {
            None => faults.push(format!("{} is in the table only", known.name)),
            Some(package) => {
                faults.extend(differences(known.name, known.uses, &edges(package, false)));
                faults.extend(differences(
                    known.name,
                    known.tests_use,
                    &edges(package, true),
                ));
            }
        }
    }
    let named = |name: &str| house.iter().any(|known| known.name == name);
    for package in packages {
        let name = package["name"].as_str().unwrap();
        if !named(name) {
            faults.push(format!("{name} is not in the table"));
        }
    }
    faults
}

/// The crates of ours that a package uses; `tests`: those of its tests.
fn edges(package: &Value, tests: bool) -> Vec<String> {
    let dependencies = package["dependencies"].as_array().unwrap();
    dependencies
        .iter()
        .filter(|dependency| !dependency["path"].is_null())
        .filter(|dependency| (dependency["kind"] == "dev") == tests)
        .map(|dependency| dependency["name"].as_str().unwrap().to_owned())
        .collect()
}

fn differences(name: &str, table: &[&str], real: &[String]) -> Vec<String> {
    let missing = real
        .iter()
        .filter(|edge| !table.contains(&edge.as_str()))
        .map(|edge| format!("{name} → {edge} is not in the table"));
    let superfluous = table
        .iter()
        .filter(|edge| !real.iter().any(|there| there == *edge))
        .map(|edge| format!("{name} → {edge} is in the table only"));
    missing.chain(superfluous).collect()
}

fn upward(house: &[Crate]) -> Vec<String> {
    let tier = |name: &str| house.iter().find(|known| known.name == name);
    let mut faults = Vec::new();
    for from in house {
        for to in from.uses.iter().chain(from.tests_use) {
            if tier(to).is_none_or(|to| to.tier > from.tier) {
                faults.push(format!("{} → {to} points upwards", from.name));
            }
        }
    }
    faults
}

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

fn metadata() -> Value {
    let arguments = [
        "metadata",
        "--no-deps",
        "--offline",
        "--format-version",
        "1",
    ];
    serde_json::from_str(&house::run(env!("CARGO"), &arguments)).unwrap()
}

#[test]
fn every_edge_is_in_the_table_and_none_points_upwards() {
    none_of(&faults(HOUSE, &metadata()));
}

#[test]
fn every_library_is_used_and_has_its_reason() {
    let read = |path: &str| fs::read_to_string(house::root().join(path)).unwrap();
    none_of(&library_faults(
        &metadata(),
        &read("Cargo.toml"),
        &read(LIBRARIES),
    ));
}

#[test]
fn a_wrong_edge_is_found() {
    let house = [
        at(0, "ground", &["roof"], &[]),
        at(1, "roof", &[], &["gone"]),
        at(1, "gone", &[], &[]),
    ];
    let metadata = serde_json::json!({ "packages": [
        { "name": "ground", "dependencies": [] },
        { "name": "roof", "dependencies": [
            { "name": "ground", "path": "…", "kind": null },
            { "name": "serde", "kind": null },
        ] },
        { "name": "shed", "dependencies": [] },
    ] });
    assert_eq!(
        faults(&house, &metadata),
        [
            "ground → roof points upwards",
            "ground → roof is in the table only",
            "roof → ground is not in the table",
            "roof → gone is in the table only",
            "gone is in the table only",
            "shed is not in the table",
        ]
    );
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
