use super::*;
use crate::{entity::VenueId, samples};
use uuid::Uuid;

const VENUE: VenueId = VenueId(Uuid::nil());
const COLUMNS: Hours = Hours {
    opens: 540,
    closes: 900,
};

fn at(time: &str) -> Instant {
    Instant::parse(&format!("2026-12-15T{time}:00+09:00")).unwrap()
}

fn span(from: &str, until: &str) -> Span {
    Span {
        from: at(from),
        until: at(until),
    }
}

fn shown(space: &space::Model, busy: &[Vec<Span>], now: Instant) -> String {
    let hours = samples::hours(VENUE);
    let day = Day {
        space,
        hours: &hours,
        terms: samples::anyone(&[]),
        busy,
        now,
    };
    day.cells("2026-12-15".parse().unwrap(), COLUMNS, Some(COLUMNS))
        .iter()
        .map(|cell| {
            let sign = match cell.state {
                State::Free { units, few } => {
                    format!("{units}{}", if few { "!" } else { "" })
                }
                State::Partly => "p".into(),
                State::Taken => "x".into(),
                State::Closed => "c".into(),
                State::Over => "o".into(),
            };
            format!("{sign}*{}", cell.hours)
        })
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn taken_hours_merge_and_free_ones_stay_apart() {
    let room = samples::meeting_room(VENUE);
    let early = Instant::parse("2026-12-08T14:20:00+09:00").unwrap();
    let busy = [vec![span("10:00", "12:00")]];
    assert_eq!(shown(&room, &busy, early), "1*1 x*2 1*1 1*1 1*1");
}

#[test]
fn clearing_up_takes_the_hour_before_as_well() {
    let mut room = samples::meeting_room(VENUE);
    room.clearing_minutes = 30;
    let early = Instant::parse("2026-12-08T14:20:00+09:00").unwrap();
    let busy = [vec![span("11:00", "12:30")]];
    assert_eq!(shown(&room, &busy, early), "1*1 x*2 p*1 1*1 1*1");
}

#[test]
fn a_half_free_hour_is_offered_where_half_an_hour_is_enough() {
    let mut booth = samples::meeting_room(VENUE);
    booth.shortest_minutes = 30;
    let early = Instant::parse("2026-12-08T14:20:00+09:00").unwrap();
    let busy = [vec![span("10:00", "10:30")]];
    assert_eq!(shown(&booth, &busy, early), "1*1 p*1 1*1 1*1 1*1 1*1");
}

#[test]
fn past_hours_are_over_and_the_running_step_can_still_be_had() {
    let room = samples::meeting_room(VENUE);
    assert_eq!(
        shown(&room, &[vec![]], at("10:20")),
        "o*1 1*1 1*1 1*1 1*1 1*1"
    );
    assert_eq!(
        shown(&room, &[vec![]], at("10:30")),
        "o*1 p*1 1*1 1*1 1*1 1*1"
    );
}

#[test]
fn of_many_like_units_few_are_said_to_be_few() {
    let desks = samples::meeting_room(VENUE);
    let early = Instant::parse("2026-12-08T14:20:00+09:00").unwrap();
    let mut busy = vec![vec![]; 5];
    busy[0].push(span("09:00", "11:00"));
    busy[1].push(span("09:00", "10:00"));
    assert_eq!(shown(&desks, &busy, early), "3!*1 4*1 5*1 5*1 5*1 5*1");
}
