//! The counter: its board of a full day, a week of one room, a search among many people, a series
//! of a year; each beside the least that could be done, and with ten years' bookings.

use kernel::Span;
use testkit::database::Engine;

use crate::{
    CLIENTS, TURN,
    centre::{BOARD, Centre},
    load::{self, Question, Run},
    served::{self, Served},
    told::Told,
};

/// What is measured of the counter.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Every booking of a day with sixty.
    Board,
    /// One room over seven days.
    Week,
    /// People by a part of their name, among twenty thousand.
    Search,
    /// Fifty-two weeks, looked through and saved.
    Series,
}

impl Part {
    const ALL: [Self; 4] = [Self::Board, Self::Week, Self::Search, Self::Series];

    const fn name(self) -> &'static str {
        match self {
            Self::Board => "day board, 60 bookings",
            Self::Week => "week of a room",
            Self::Search => "search among 20,000 people",
            Self::Series => "series of 52 weeks",
        }
    }
}

/// All four, of both centres.
pub(crate) async fn measure(engine: Engine, centres: [&Centre; 2], rounds: usize, told: &mut Told) {
    let small = Served::start(centres[0]).await;
    let large = Served::start(centres[1]).await;
    for part in Part::ALL {
        // A series is written by one client: there are not years enough for sixteen.
        let clients = if part == Part::Series {
            &CLIENTS[..1]
        } else {
            &CLIENTS[..]
        };
        for clients in clients {
            let mut turns: [Vec<Run>; 4] = Default::default();
            for round in 0..=rounds {
                let runs = [
                    load::run(&question(&small, part), *clients, TURN),
                    load::run(&bare(&small, part), *clients, TURN),
                    load::run(&question(&large, part), *clients, TURN),
                    load::run(&bare(&large, part), *clients, TURN),
                ];
                for (turns, run) in turns.iter_mut().zip(runs).filter(|_| round > 0) {
                    turns.push(run);
                }
            }
            let [of_small, small_bare, of_large, large_bare] = &turns;
            let name = format!("{engine:?}, {clients} at once: {}", part.name());
            told.rate(
                &format!("{name}, 5,000 bookings"),
                of_small,
                small_bare,
                None,
            );
            told.rate(
                &format!("{name}, 200,000 bookings"),
                of_large,
                large_bare,
                None,
            );
            let times = load::ratio(of_small, of_large);
            told.at_most(
                &format!("{name}, time with 200,000 / with 5,000"),
                times,
                1.2,
                "×",
            );
        }
    }
    small.stop().await;
    large.stop().await;
}

/// What reception's browser asks.
fn question<'s>(served: &'s Served<'_>, part: Part) -> Question<'s> {
    let centre = served.centre();
    let room = centre.rooms[0].0;
    let day = centre.day(BOARD);
    let path = match part {
        Part::Board => format!("/counter?date={day}"),
        Part::Week => format!("/spaces/{room}?week={day}"),
        Part::Search => "/counter/people?q=%E5%AE%9F%E4%BE%8B%E5%A4%AA%E9%83%8E77".to_owned(),
        Part::Series => {
            return Question {
                to: served.product(),
                next: Box::new(move |_| served.series()),
                expected: 303,
            };
        }
    };
    Question {
        to: served.product(),
        next: Box::new(move |_| served::request("GET", &path, served.product(), &centre.staff, "")),
        expected: 200,
    }
}

/// The least that answers the same.
fn bare<'s>(served: &'s Served<'_>, part: Part) -> Question<'s> {
    let centre = served.centre();
    let from = Span::day(centre.day(BOARD)).from.micros();
    let room = centre.rooms[0].1;
    Question {
        to: served.bare(),
        next: Box::new(move |_| match part {
            Part::Series => served.bare_series(),
            Part::Board => served.ask_bare("GET", &format!("/?from={from}")),
            Part::Week => served.ask_bare("GET", &format!("/week?from={from}&room={room}")),
            Part::Search => served.ask_bare("GET", "/people?q=77"),
        }),
        expected: if part == Part::Series { 303 } else { 200 },
    }
}
