//! Where the time of a booking goes, statement by statement, as PostgreSQL's own log tells it.

use std::{collections::BTreeMap, fs, time::Duration};

use testkit::{database::Engine, postgres::Cluster};

use crate::{centre::Centre, load, served::Served};

/// How long bookings are made, by one client.
const LASTING: Duration = Duration::from_secs(3);

/// Prints one line a statement; `SQLite` keeps no such log.
pub(crate) async fn tell(engine: Engine, centre: &Centre) {
    let log = Cluster::shared().socket_folder().join("log");
    if engine == Engine::Sqlite || !log.exists() {
        return;
    }
    let url = format!("{}&options[log_min_duration_statement]=0", centre.url);
    let served = Served::start_on(centre, &url).await;
    load::run(&served.booking(), 1, Duration::from_millis(500));
    let before = fs::read_to_string(&log).unwrap().len();
    let run = load::run(&served.booking(), 1, LASTING);
    let text = fs::read_to_string(&log).unwrap();
    served.stop().await;
    let made = run.times.len() as f64;
    let mut at_server = 0.0;
    println!(
        "\nA booking on PostgreSQL, statement by statement\n\n| µs | a booking | statement |\n|---|---|---|"
    );
    for (statement, (count, millis)) in statements(&text[before..]) {
        at_server += millis;
        let micros = millis * 1_000.0 / made;
        println!(
            "| {micros:.0} | {:.1} | `{statement}` |",
            count as f64 / made
        );
    }
    let median = run.percentile(50).as_secs_f64() * 1e6;
    let at_server = at_server * 1_000.0 / made;
    println!(
        "\n{made} bookings; the server worked {at_server:.0} µs on each of {median:.0} µs (median)\n"
    );
}

/// How often each statement ran, and for how many milliseconds altogether.
fn statements(log: &str) -> BTreeMap<String, (usize, f64)> {
    let log = log.replace("\n\t", " ");
    let mut found = BTreeMap::<String, (usize, f64)>::new();
    for line in log.lines() {
        let Some((_, told)) = line.split_once("duration: ") else {
            continue;
        };
        let Some((millis, rest)) = told.split_once(" ms  ") else {
            continue;
        };
        let Some((step, statement)) = rest.split_once(": ") else {
            continue;
        };
        let words: Vec<&str> = statement.split_whitespace().collect();
        let short: String = words.join(" ").chars().take(110).collect();
        let entry = found.entry(short).or_default();
        // Binding and executing are one trip.
        entry.0 += usize::from(!step.starts_with("bind") && !step.starts_with("parse"));
        entry.1 += millis.parse::<f64>().unwrap();
    }
    found
}
