//! When the counter is open, whatever is shut in the house.

use super::*;
use crate::{
    entity::SpaceId,
    rules::{
        charges::due_on,
        terms::{Ahead, Opening},
    },
};

#[test]
fn what_shuts_one_room_moves_no_day_of_the_counter() {
    let june = When::Once {
        first: date("2026-06-02"),
        last: date("2026-06-30"),
        part: None,
    };
    let of_the_house = closure(june);
    let of_a_room = Closure {
        spaces: vec![SpaceId(Uuid::nil())],
        ..of_the_house.clone()
    };
    let of_an_hour = closure(When::Once {
        first: date("2026-06-15"),
        last: date("2026-06-15"),
        part: Some(Hours {
            opens: 540,
            closes: 600,
        }),
    });
    let opens = Opening {
        ahead: Ahead::FirstOfMonth(6),
        clock: 540,
    };
    for (what, due, opened) in [
        // G14: two weeks from 1 June.
        (vec![], "2026-06-15", "2026-06-01"),
        (vec![of_a_room], "2026-06-15", "2026-06-01"),
        (vec![of_an_hour], "2026-06-15", "2026-06-01"),
        (vec![of_the_house], "2026-07-01", "2026-06-01"),
    ] {
        let calendar = Calendar {
            closures: what.clone(),
            ..calendar(Vec::new())
        };
        let found = due_on(date("2026-06-01"), 14, date("2026-07-20"), &calendar);
        assert_eq!(found, date(due), "{what:?}");
        let found = opens.of(date("2026-12-15"), &calendar);
        assert_eq!(found, Some(minute(date(opened), 540)), "{what:?}");
    }
}
