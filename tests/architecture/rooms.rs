//! The rooms of a crate: which there are, how large, and what has no place in them.

mod made_up;
mod table;

use crate::{
    house::{self, Source, has_word},
    none_of,
};
use table::{DOMAINS, ROOMS};

/// A room, its largest size in lines outside tests, and what has no place in it.
struct Room {
    name: &'static str,
    most: usize,
    without: &'static [&'static str],
}

const fn room(name: &'static str, most: usize, without: &'static [&'static str]) -> Room {
    Room {
        name,
        most,
        without,
    }
}

/// A crate that is built of rooms.
struct Domain {
    name: &'static str,
    /// The rooms it has beside the usual ones, each with why it is none of those.
    own: &'static [(&'static str, &'static str)],
}

/// How large a room may be that only one crate has.
const OWN_MOST: usize = 300;

/// How many lines a handler may have between its braces.
const HANDLER_MOST: usize = 25;

/// The kernel is what everything rests on: it stays small.
const KERNEL_MOST: usize = 1_500;

fn faults(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources.iter().filter(|source| source.is_product()) {
        let Some((name, below)) = source.place() else {
            continue;
        };
        let lines = source.lines().len();
        if below == "lib.rs" && lines > ROOMS[0].most {
            faults.push(too_large(source, lines, ROOMS[0].most));
        }
        if below.ends_with("mod.rs") {
            faults.push(format!("{}: name the file after the module", source.path));
        }
        if let Some(domain) = DOMAINS.iter().find(|domain| domain.name == name) {
            faults.extend(faults_in_room(domain, source, below, lines));
        }
    }
    let kernel = sources
        .iter()
        .filter(|source| source.is_product())
        .filter(|source| matches!(source.place(), Some(("kernel", _))))
        .map(|source| source.lines().len())
        .sum::<usize>();
    if kernel > KERNEL_MOST {
        faults.push(format!("kernel has {kernel} of {KERNEL_MOST} lines"));
    }
    faults
}

fn faults_in_room(domain: &Domain, source: &Source, below: &str, lines: usize) -> Vec<String> {
    let name = below.split('/').next().unwrap_or(below);
    let name = name.strip_suffix(".rs").unwrap_or(name);
    if !house::is_rust(below) || name == "lib" {
        return Vec::new();
    }
    if domain.own.iter().any(|(own, _)| *own == name) {
        let large = lines > OWN_MOST;
        return large
            .then(|| too_large(source, lines, OWN_MOST))
            .into_iter()
            .collect();
    }
    let Some(room) = ROOMS.iter().find(|room| room.name == name) else {
        return vec![format!("{}: there is no such room", source.path)];
    };
    let mut faults = out_of_place(room, source);
    if matches!(room.name, "pages" | "api") {
        faults.extend(long_handlers(source));
    }
    if lines > room.most {
        faults.push(too_large(source, lines, room.most));
    }
    faults
}

fn too_large(source: &Source, lines: usize, most: usize) -> String {
    format!("{}: {lines} of {most} lines", source.path)
}

fn out_of_place(room: &Room, source: &Source) -> Vec<String> {
    let mut faults = Vec::new();
    let mut shown = false;
    for (number, line) in source.code() {
        let mut fault = |what: &str| faults.push(format!("{}:{number}: {what}", source.path));
        for word in room.without {
            if has_word(line, word) {
                fault(&format!("`{word}` has no place in {}", room.name));
            }
        }
        // A verb has one moment, that of its work.
        if room.name == "service" && line.replace("work.now()", "").contains(".now()") {
            fault("a verb asks only `work` for the time");
        }
        if room.name == "samples" && line.contains(".now()") {
            fault("a sample stands at a fixed time");
        }
        if room.name == "api" {
            // What the API shows is written out field by field; a table may change behind it.
            shown |= line.contains("ToSchema") && line.contains("derive");
            if shown && (line.contains("entity::") || line.contains("Model")) {
                fault("the API shows a table");
            }
            shown &= line != "}";
        }
    }
    faults
}

/// Handlers do five things and no more: see `docs/ARCHITECTURE.md`.
fn long_handlers(source: &Source) -> Vec<String> {
    let lines = source.lines();
    let mut faults = Vec::new();
    for (at, (number, line)) in lines.iter().enumerate() {
        if line.starts_with(' ') || !has_word(line, "async") || !has_word(line, "fn") {
            continue;
        }
        let text = || lines[at..].iter().map(|(_, line)| *line);
        let head = text().take_while(|line| !line.ends_with('{')).count() + 1;
        let answers = text().take(head).any(|line| line.contains(", Error>"));
        let body = text().skip(head).take_while(|line| *line != "}").count();
        if answers && body > HANDLER_MOST {
            let place = format!("{}:{number}", source.path);
            faults.push(format!(
                "{place}: a handler of {body} of {HANDLER_MOST} lines"
            ));
        }
    }
    faults
}

#[test]
fn every_room_is_known_small_and_holds_only_its_own() {
    none_of(&faults(&house::sources()));
}

#[test]
fn every_crate_on_tables_is_built_of_rooms() {
    let without: Vec<String> = house::paths()
        .into_iter()
        .filter_map(|path| {
            let name = path.strip_prefix("crates/")?.split_once("/src/entity")?.0;
            let known = DOMAINS.iter().any(|domain| domain.name == name);
            (!known).then(|| format!("{name} has tables and is not in the list"))
        })
        .collect();
    none_of(&without);
}
