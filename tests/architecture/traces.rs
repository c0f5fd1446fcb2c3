//! What must not be left lying about: paths of one machine, hosts of registries, notes to oneself.

use crate::{
    house::{self, Source, ends, has_word},
    none_of,
};

/// Folders of the machine somebody worked on.
const MACHINE: &[&str] = &[
    concat!("/wo", "rk/"),
    concat!("/ro", "ot/"),
    concat!("/ho", "me/"),
];

/// Where packages come from is for Cargo.lock and the machine's own settings to say.
const REGISTRIES: &[&str] = &[
    concat!("crates", ".io/"),
    concat!("index.crates", ".io"),
    concat!("static.crates", ".io"),
    concat!("registry.npm", "js"),
    concat!("proxy.gol", "ang"),
    concat!("pypi", ".org"),
    concat!("artifact", "ory"),
];

/// Words of work that is not finished.
const UNFINISHED: &[&str] = &[
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("XX", "X"),
];

fn faults(source: &Source) -> Vec<String> {
    // Other people's files, and the lock file, stay as they came.
    if source.path.contains("/vendor/") || ends(&source.path, "lock") {
        return Vec::new();
    }
    let mut faults = Vec::new();
    for (line, number) in source.text.lines().zip(1..) {
        let mut fault = |what: String| faults.push(format!("{}:{number}: {what}", source.path));
        for path in MACHINE.iter().filter(|path| is_machine_path(line, path)) {
            fault(format!("{path} is a place on one machine"));
        }
        for host in REGISTRIES.iter().filter(|host| line.contains(**host)) {
            fault(format!("{host} belongs into the lock file"));
        }
        for word in UNFINISHED.iter().filter(|word| has_word(line, word)) {
            fault(format!("{word} is unfinished work"));
        }
        if line.contains(concat!("db", "g!(")) {
            fault("a print for debugging".to_owned());
        }
    }
    faults
}

/// Whether the path begins here; `https://example/home/` is no folder of a machine.
fn is_machine_path(line: &str, path: &str) -> bool {
    let inner = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '}' | '*');
    let mut pieces: Vec<&str> = line.split(path).collect();
    pieces.pop();
    pieces.iter().any(|before| !before.ends_with(inner))
}

#[test]
fn no_trace_of_a_machine_and_no_unfinished_work_is_left() {
    let sources = house::sources();
    none_of(&sources.iter().flat_map(faults).collect::<Vec<_>>());
}

#[test]
fn what_was_left_lying_is_found() {
    for bad in [
        concat!("see /wo", "rk/main"),
        concat!("\"/ro", "ot/.cargo\""),
        concat!("cd /ho", "me/somebody"),
        concat!("https://index.crates", ".io"),
        concat!("// TO", "DO: later"),
        concat!("    db", "g!(a);"),
    ] {
        assert_eq!(faults(&Source::new("bin/a", bad)).len(), 1, "{bad}");
        assert!(faults(&Source::new("crates/a/vendor/b.js", bad)).is_empty());
        assert!(faults(&Source::new("Cargo.lock", bad)).is_empty());
    }
    for good in [
        concat!("templates/ho", "me/"),
        concat!("frame", "work/"),
        "todo",
    ] {
        none_of(&faults(&Source::new("bin/a", good)));
    }
}
