//! What became of an entry, by its booking.

use bookings::{
    entity::hold,
    refused::{Refused as Unbooked, Unruled, Wrong},
};

use super::*;
use crate::{
    entity::{
        EntryId,
        entry::{self, State, Why},
    },
    rules::{Held, remind_at, shown, why},
};

fn an_entry(state: State, answers: bool) -> entry::Model {
    entry::Model {
        id: EntryId(Uuid::nil()),
        lottery_id: LotteryId(Uuid::nil()),
        number: 1,
        person_id: PersonId(Uuid::nil()),
        organisation_id: None,
        made_by: None,
        starts_at: a_slot().from,
        ends_at: a_slot().until,
        purpose: "月例の集まり".to_owned(),
        attendees: 4,
        tier: 1,
        state,
        why: None,
        booking_id: None,
        answer_by: answers.then(|| at("2026-11-19T23:59")),
        reminded_at: None,
        made_at: at("2026-11-05T10:00"),
        ended_at: None,
    }
}

#[test]
fn an_entry_says_what_became_of_its_booking() {
    use hold::State as Hold;
    for (state, answers, hold, owes, unpaid, expected) in [
        (State::Won, true, Hold::Confirmed, false, false, "won"),
        (State::Won, false, Hold::Confirmed, true, false, "pay"),
        (
            State::Won,
            false,
            Hold::Confirmed,
            false,
            false,
            "confirmed",
        ),
        (State::Won, false, Hold::Released, false, true, "unpaid"),
        (State::Won, true, Hold::Released, false, false, "released"),
        (
            State::Won,
            true,
            Hold::Cancelled,
            false,
            false,
            "given_back",
        ),
        (State::Won, true, Hold::Requested, false, false, "asked"),
        (State::Won, true, Hold::Refused, false, false, "refused"),
        (State::Won, true, Hold::InUse, false, false, "confirmed"),
        (
            State::Confirmed,
            true,
            Hold::Confirmed,
            false,
            false,
            "confirmed",
        ),
        (
            State::Confirmed,
            true,
            Hold::Cancelled,
            false,
            false,
            "given_back",
        ),
        (
            State::Confirmed,
            true,
            Hold::Requested,
            false,
            false,
            "asked",
        ),
        (State::Lapsed, true, Hold::Released, false, false, "lapsed"),
        (
            State::GivenBack,
            true,
            Hold::Cancelled,
            false,
            false,
            "given_back",
        ),
    ] {
        let held = Held {
            state: hold,
            owes,
            unpaid,
        };
        let found = shown(&an_entry(state, answers), Some(&held));
        assert_eq!(found.code(), expected, "{state:?} {hold:?}");
    }
    for state in [State::Applied, State::Lost, State::CalledOff] {
        assert_eq!(shown(&an_entry(state, false), None).code(), state.code());
    }
}

#[test]
fn it_is_kept_why_something_is_not_given() {
    for (refused, expected) in [
        (Unbooked::SlotTaken(Vec::new()), Why::Taken),
        (Unbooked::NoSuchPerson, Why::Nobody),
        (Unbooked::Ruled(Unruled::NotRepresented), Why::Nobody),
        (Unbooked::Wrong(vec![Wrong::InThePast]), Why::Past),
        (Unbooked::Wrong(vec![Wrong::NobodyComes]), Why::Rule),
        (Unbooked::Changed, Why::Rule),
    ] {
        assert_eq!(why(&refused), expected, "{refused:?}");
    }
}

#[test]
fn who_has_won_is_reminded_two_days_before_unless_the_result_is_newer() {
    let by = at("2026-11-19T23:59");
    for (drawn, expected) in [
        ("2026-11-12T10:00", Some(at("2026-11-17T23:59"))),
        ("2026-11-18T10:00", None),
    ] {
        assert_eq!(remind_at(at(drawn), by), expected, "{drawn}");
    }
}
