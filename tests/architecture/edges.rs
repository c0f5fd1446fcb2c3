//! Which crate uses which. A new edge is a new word in [`HOUSE`], for everybody to see.

mod table;

use serde_json::Value;

use crate::{house, none_of};
use table::HOUSE;

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

#[test]
fn every_edge_is_in_the_table_and_none_points_upwards() {
    none_of(&faults(HOUSE, &house::metadata()));
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
