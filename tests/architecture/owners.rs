//! Acts that one place does for everybody.

use crate::{
    house::{self, Source},
    none_of,
};

/// Words in code, where alone they may stand, and whom to ask elsewhere.
struct Owned {
    words: &'static [&'static str],
    at: &'static [&'static str],
    instead: &'static str,
}

const OWNED: &[Owned] = &[
    Owned {
        words: &[".begin(", "begin_with_options", ".transaction("],
        at: &["crates/database/src/"],
        instead: "a transaction is begun by kernel::transact",
    },
    Owned {
        words: &[
            "tokio::spawn",
            "task::spawn(",
            "JoinSet",
            "thread::spawn",
            "spawn_local",
        ],
        at: &["crates/tasks/src/", "crates/database/src/group.rs"],
        instead: "background work is run by tasks::Worker",
    },
    Owned {
        words: &["env::var", "env::vars", "env::set_var"],
        at: &["crates/server/src/settings"],
        instead: "settings are read by server::settings",
    },
    Owned {
        words: &["Utc::now", "Local::now", "SystemTime::now"],
        at: &["crates/kernel/src/clock.rs"],
        instead: "the time is told by kernel::Clock",
    },
    Owned {
        words: &["Uuid::now_v7", "Uuid::new_v7", "Uuid::new_v4"],
        at: &["crates/database/src/series.rs"],
        instead: "ids are made by work.new_id()",
    },
    Owned {
        words: &["clippy::disallowed_methods"],
        at: &[
            "crates/database/src/group.rs",
            "crates/kernel/src/clock.rs",
            "crates/server/src/settings",
            "crates/tasks/src/worker.rs",
        ],
        instead: "what clippy.toml bans has one place each",
    },
    Owned {
        words: &["allocation::ActiveModel", "hold::ActiveModel"],
        at: &[
            "crates/bookings/src/ledger.rs",
            "crates/bookings/src/ledger/many.rs",
        ],
        instead: "what is scarce is taken by bookings::ledger::take",
    },
    Owned {
        words: &["anyhow", "unimplemented!(", "todo!("],
        at: &[],
        instead: "an error is a refusal or a fault",
    },
];

fn faults(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources.iter().filter(|source| source.is_product()) {
        for (number, line) in source.code() {
            for owned in OWNED {
                let used = owned.words.iter().find(|word| line.contains(**word));
                let here = owned.at.iter().any(|place| source.path.starts_with(place));
                if let Some(word) = used.filter(|_| !here) {
                    let place = format!("{}:{number}", source.path);
                    faults.push(format!("{place}: `{word}`: {}", owned.instead));
                }
            }
        }
    }
    faults
}

#[test]
fn what_one_place_does_is_done_nowhere_else() {
    none_of(&faults(&house::sources()));
}

#[test]
fn every_place_that_owns_something_is_there() {
    let paths = house::paths();
    let gone = OWNED
        .iter()
        .flat_map(|owned| owned.at)
        .filter(|place| !paths.iter().any(|path| path.starts_with(**place)))
        .map(|place| format!("{place} is not there"))
        .collect::<Vec<_>>();
    none_of(&gone);
}

#[test]
fn what_is_done_elsewhere_is_found() {
    for owned in OWNED {
        for word in owned.words {
            let text = format!("fn a() {{ {word} }}");
            let stray = Source::new("crates/portal/src/pages.rs", &text);
            let found = faults(&[stray]);
            assert!(
                found.iter().any(|fault| fault.ends_with(owned.instead)),
                "{word}: {found:?}"
            );
            for place in owned.at {
                let path = if house::is_rust(place) {
                    (*place).to_owned()
                } else {
                    format!("{place}x.rs")
                };
                let at_home = faults(&[Source::new(&path, &text)]);
                assert!(
                    !at_home.iter().any(|fault| fault.ends_with(owned.instead)),
                    "{at_home:?}"
                );
            }
        }
    }
}
