//! `bin/bench`: how fast and how large the product is, beside bare routes of the same process.
//!
//! Everything is measured in turns (product, bare, product, bare …), so that a busy machine slows
//! both, and told as the median of the rounds' ratios. The bare routes ([`bare`]) are fixed here.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::cast_possible_wrap,
    clippy::single_match_else,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    clippy::disallowed_methods,
    reason = "a measurement stops where something fails, and prints what it found"
)]

mod bare;
mod centre;
mod counter;
mod hours;
mod load;
mod opening;
mod plans;
mod program;
mod rows;
mod served;
mod statements;
mod told;

use std::time::Duration;

use centre::{Centre, Size};
use load::Run;
use served::Served;
use testkit::database::Engine;
use told::Told;

/// How long one turn lasts.
const TURN: Duration = Duration::from_secs(1);

/// So many at once.
const CLIENTS: [usize; 2] = [1, 16];

#[tokio::main]
async fn main() {
    let mut words = std::env::args().skip(1);
    let rounds = words
        .next()
        .map_or(5, |word| word.parse().expect("a number of rounds"));
    let parts: Vec<String> = words.collect();
    let wanted = |part: &str| parts.is_empty() || parts.iter().any(|word| word == part);
    let mut told = Told::default();
    for engine in Engine::BOTH {
        let small = Centre::open(engine, Size::Quarter).await;
        let large = Centre::open(engine, Size::TenYears).await;
        if wanted("reading") {
            reading(engine, [&small, &large], rounds, &mut told).await;
        }
        if wanted("writing") {
            writing(engine, &large, rounds, &mut told).await;
        }
        if wanted("counter") {
            counter::measure(engine, [&small, &large], rounds, &mut told).await;
        }
        if wanted("plans") {
            plans::measure(engine, &small, rounds, &mut told).await;
        }
        if wanted("hours") {
            hours::measure(engine, [&small, &large], rounds, &mut told).await;
        }
        if wanted("opening") {
            opening::measure(engine, &small, rounds, &mut told).await;
        }
        if wanted("statements") {
            statements::tell(engine, &small).await;
        }
        if wanted("program") {
            program::measure(engine, &large, &mut told);
        }
        small.close().await;
        large.close().await;
    }
    told.print();
}

/// The day page of all spaces, with a quarter's bookings and with ten years'.
async fn reading(engine: Engine, centres: [&Centre; 2], rounds: usize, told: &mut Told) {
    let small = Served::start(centres[0]).await;
    let large = Served::start(centres[1]).await;
    for clients in CLIENTS {
        let mut turns: [Vec<Run>; 4] = Default::default();
        for round in 0..=rounds {
            let runs = [
                load::run(&small.day_page(), clients, TURN),
                load::run(&small.bare_page(), clients, TURN),
                load::run(&large.day_page(), clients, TURN),
                load::run(&large.bare_page(), clients, TURN),
            ];
            // The first round only warms up.
            for (turns, run) in turns.iter_mut().zip(runs).filter(|_| round > 0) {
                turns.push(run);
            }
        }
        let [small_page, small_bare, large_page, large_bare] = &turns;
        let name = format!("{engine:?}, {clients} at once: day page");
        told.rate(
            &format!("{name}, 5,000 bookings"),
            small_page,
            small_bare,
            Some(0.60),
        );
        told.rate(
            &format!("{name}, 200,000 bookings"),
            large_page,
            large_bare,
            Some(0.60),
        );
        told.at_most(
            &format!("{name}, time with 200,000 / with 5,000"),
            load::ratio(small_page, large_page),
            1.2,
            "×",
        );
    }
    small.stop().await;
    large.stop().await;
}

/// Booking, durably.
async fn writing(engine: Engine, centre: &Centre, rounds: usize, told: &mut Told) {
    let served = Served::start(centre).await;
    let least = if engine == Engine::Sqlite { 0.50 } else { 0.25 };
    for clients in CLIENTS {
        let (mut product, mut bare) = (Vec::new(), Vec::new());
        for round in 0..=rounds {
            let runs = (
                load::run(&served.booking(), clients, TURN),
                load::run(&served.bare_booking(), clients, TURN),
            );
            if round > 0 {
                product.push(runs.0);
                bare.push(runs.1);
            }
        }
        let name = format!("{engine:?}, {clients} at once: booking");
        told.rate(&name, &product, &bare, Some(least));
        let all = Run::all(product);
        told.at_most(&format!("{name}, p99 / median"), all.tail(), 10.0, "×");
    }
    served.stop().await;
}
