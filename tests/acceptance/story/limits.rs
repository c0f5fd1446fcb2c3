//! What the rules of the story's centre ask: how many, how far ahead, in which order.

use std::collections::HashMap;

use ::bookings::entity::waiting_entry;
use chrono::NaiveDate;

use super::{Centre, QUOTA, WINDOW};
use crate::books::Books;

/// Fails unless every rule of the centre is kept.
pub(super) fn hold(books: &Books, centre: &Centre, told: &str) {
    nobody_has_too_many(books, centre, told);
    nothing_lies_too_far_ahead(books, told);
    nobody_is_passed_over(books, told);
}

fn nobody_has_too_many(books: &Books, centre: &Centre, told: &str) {
    let now = centre.app.clock.now();
    for member in &centre.members {
        let ahead = books.bookings.iter().filter(|(booking, held)| {
            Some(booking.person_id) == member.person
                && held.state.is_holding()
                && booking.ends_at > now
        });
        assert!(ahead.count() <= usize::try_from(QUOTA).unwrap(), "{told}");
    }
}

fn nothing_lies_too_far_ahead(books: &Books, told: &str) {
    for (booking, _) in books.bookings.iter().filter(|(one, _)| one.version == 1) {
        let days = days_between(booking.created_at.date(), booking.starts_at.date());
        assert!((0..=i64::from(WINDOW)).contains(&days), "{told}");
    }
}

/// Of two who wait for the same, it is never the later one alone who has an offer, unless the
/// earlier may not have it (too many bookings).
fn nobody_is_passed_over(books: &Books, told: &str) {
    let mut lines: HashMap<_, Vec<&waiting_entry::Model>> = HashMap::new();
    for entry in books.waiting.iter().filter(|entry| entry.state.is_open()) {
        let slot = (entry.space_id, entry.starts_at, entry.ends_at);
        lines.entry(slot).or_default().push(entry);
    }
    for line in lines.values_mut() {
        line.sort_by_key(|entry| entry.number);
        let numbers: Vec<i64> = line.iter().map(|entry| entry.number).collect();
        assert!(numbers.windows(2).all(|two| two[0] < two[1]), "{told}");
        let Some(last) = line.iter().rposition(|entry| entry.expires_at.is_some()) else {
            continue;
        };
        for earlier in &line[..last] {
            let offered = earlier.state == waiting_entry::State::Offered;
            assert!(offered || has_all(books, earlier), "{earlier:?} {told}");
        }
    }
}

/// Whether this person has as many bookings as they may, or had when the offer was made.
fn has_all(books: &Books, entry: &waiting_entry::Model) -> bool {
    let own = books
        .bookings
        .iter()
        .filter(|(booking, _)| booking.person_id == entry.person_id);
    own.count() >= usize::try_from(QUOTA).unwrap()
}

fn days_between(earlier: NaiveDate, later: NaiveDate) -> i64 {
    (later - earlier).num_days()
}
