use fairness::draw::Seed;
use kernel::PersonId;
use uuid::Uuid;

use super::*;
use crate::{entity::EnrolmentId, samples::seminars::a_seminar};

fn row(number: i64, state: State) -> enrolment::Model {
    let id = u128::try_from(number).unwrap();
    enrolment::Model {
        id: EnrolmentId(Uuid::from_u128(id)),
        seminar_id: SeminarId(Uuid::nil()),
        person_id: PersonId(Uuid::from_u128(id)),
        number,
        turn: number,
        mode: Mode::Here,
        state,
        lapses: 0,
        expires_at: None,
        attendee: String::new(),
        attendee_kana: String::new(),
        company: String::new(),
        needs: String::new(),
        made_by: None,
        made_at: Instant::parse("2026-12-01T10:00:00+09:00").unwrap(),
        ended_at: None,
        place_until: None,
        within: None,
        words: String::new(),
        edition: 1,
    }
}

#[test]
fn who_withdrew_meanwhile_is_passed_over_and_nobody_else() {
    let seed = Seed::new([7; 32]);
    let list = frozen(
        &a_seminar(),
        Mode::Here,
        (1..=12).map(|number| (number, None)),
    )
    .unwrap();
    let drawn = Drawn::of(&list, &seed);
    let (winners, following) = drawn.numbers();
    assert_eq!((winners.len(), following.len()), (6, 6));
    let gone: i64 = winners[0].parse().unwrap();
    let state = |number| {
        if number == gone {
            State::Cancelled
        } else {
            State::Applied
        }
    };
    let rows: Vec<_> = (1..=12).map(|number| row(number, state(number))).collect();
    let order = drawn.order(&rows);
    let expected = winners[1..].iter().chain(following);
    assert!(
        order
            .iter()
            .map(|(row, _)| entry(row.number))
            .eq(expected.cloned())
    );
    assert_eq!(order.iter().filter(|(_, won)| *won).count(), 5);
}

/// Who is not meant is drawn for what is left, and follows last; nobody said is as if they were not.
#[test]
fn those_for_whom_it_is_meant_are_drawn_first() {
    let seminar = seminar::Model {
        audience: Audience::Worker,
        ..a_seminar()
    };
    for (meant, won) in [(4, 4), (6, 6), (9, 6)] {
        for seed in 0..50 {
            let said = |number| match number {
                12 => (number, None),
                _ => (number, Some(number <= meant)),
            };
            let list = frozen(&seminar, Mode::Here, (1..=12).map(said)).unwrap();
            let drawn = Drawn::of(&list, &Seed::new([seed; 32]));
            let (winners, following) = drawn.numbers();
            let first = |number: &String| number.parse::<i64>().unwrap() <= meant;
            assert_eq!(winners.len(), 6);
            assert_eq!(winners.iter().filter(|one| first(one)).count(), won);
            let behind = following.iter().skip_while(|one| first(one));
            assert_eq!(
                behind.filter(|one| first(one)).count(),
                0,
                "they follow first"
            );
            assert_eq!(winners.len() + following.len(), 12);
        }
    }
}

#[test]
fn a_draw_is_known_by_a_code_that_every_file_can_have() {
    let id = SeminarId(Uuid::from_u128(u128::MAX));
    assert_eq!(code(id, Mode::Online), "ffffffffffff-online");
    assert_eq!(
        (entry(7), entry(12_345)),
        ("0007".to_owned(), "12345".to_owned())
    );
}

#[test]
fn who_won_has_time_to_answer_before_it_begins() {
    // The first lesson begins on 12 December at ten.
    let now = Instant::parse("2026-12-10T18:00:00+09:00").unwrap();
    for (until, expected) in [
        (None, Some("seminars-time-missing")),
        (Some("10T18:00"), Some("seminars-time-past")),
        (Some("12T10:01"), Some("seminars-confirm-late")),
        (Some("12T10:00"), None),
        (Some("11T17:00"), None),
    ] {
        let until = until.and_then(|text| Instant::parse(&format!("2026-12-{text}:00+09:00")));
        let wrong = wrong_confirm(until, &a_seminar(), now);
        assert_eq!(wrong.map(|one| one.key), expected, "{until:?}");
    }
}

#[test]
fn places_are_given_at_once_in_the_order_of_arrival_and_after_a_draw() {
    for (way, phase, expected) in [
        (Way::FirstCome, None, true),
        (Way::Screening, None, false),
        (Way::Draw, None, false),
        (Way::Draw, Some(Phase::Promised), false),
        (Way::Draw, Some(Phase::Frozen), false),
        (Way::Draw, Some(Phase::Drawn), true),
    ] {
        let row = seminar::Model { way, ..a_seminar() };
        assert_eq!(gives_at_once(&row, phase), expected, "{way:?} {phase:?}");
    }
}
