//! Which crate uses which. A new edge is a new word in [`HOUSE`], for everybody to see.

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
    at(0, "disclosure", &[], &[]),
    at(0, "fairness", &[], &[]),
    at(0, "database", &[], &[]),
    at(0, "kernel", &["database"], &[]),
    at(0, "migrations", &[], &[]),
    at(1, "views", &[], &[]),
    at(1, "web", &["japan", "kernel", "views"], &[]),
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
        "approvals",
        &[
            "accounts", "japan", "kernel", "mail", "tasks", "views", "web",
        ],
        &[],
    ),
    at(
        2,
        "surveys",
        &["japan", "kernel", "views", "web"],
        &["accounts", "testkit"],
    ),
    at(
        2,
        "plans",
        &[
            "accounts",
            "approvals",
            "files",
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
        2,
        "fees",
        &[
            "accounts",
            "approvals",
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
            "approvals",
            "fairness",
            "fees",
            "japan",
            "kernel",
            "mail",
            "organisations",
            "plans",
            "tasks",
            "views",
            "web",
        ],
        &[],
    ),
    at(
        4,
        "consultations",
        &[
            "accounts",
            "bookings",
            "disclosure",
            "files",
            "japan",
            "kernel",
            "mail",
            "organisations",
            "plans",
            "surveys",
            "tasks",
            "views",
            "web",
        ],
        &[],
    ),
    at(
        4,
        "seminars",
        &[
            "accounts", "bookings", "fairness", "fees", "files", "japan", "kernel", "mail",
            "plans", "surveys", "tasks", "views", "web",
        ],
        &["testkit"],
    ),
    at(
        4,
        "lotteries",
        &[
            "accounts",
            "bookings",
            "fairness",
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
        "founders",
        &[
            "accounts",
            "consultations",
            "japan",
            "kernel",
            "mail",
            "seminars",
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
            "consultations",
            "fees",
            "founders",
            "kernel",
            "lotteries",
            "mail",
            "organisations",
            "seminars",
            "surveys",
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
            "approvals",
            "bookings",
            "consultations",
            "fairness",
            "fees",
            "files",
            "founders",
            "japan",
            "kernel",
            "lotteries",
            "mail",
            "migrations",
            "organisations",
            "plans",
            "portal",
            "seminars",
            "surveys",
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
            "approvals",
            "bookings",
            "consultations",
            "fairness",
            "fees",
            "files",
            "founders",
            "japan",
            "kernel",
            "lotteries",
            "mail",
            "organisations",
            "plans",
            "seminars",
            "server",
            "surveys",
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
