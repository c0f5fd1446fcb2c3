//! What two people have who may be one, and what it comes to together.

mod merged;

pub use merged::{belongings_of_organisation, organisations_together};

use kernel::{Detail, Fault, Instant, PersonId};
use sea_orm::{PaginatorTrait, entity::prelude::*};
use serde::Serialize;
use serde_json::Value;
use views::Lang;

use super::{Card, Filter, booker, list, terms::ahead};
use crate::{
    entity::{
        absence,
        booking::{self, Party},
        calendar_feed, series,
        waiting_entry::{self, State},
    },
    refused::Wrong,
    rules::{Booker, Rule, Terms, terms::Taken},
};

/// So many bookings to come are looked at.
const LOOKED_AT: u64 = 500;

/// How much of everything a person has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Belongings {
    /// Bookings that are running or to come.
    pub coming: usize,
    /// All bookings there were.
    pub bookings: u64,
    /// Series.
    pub series: u64,
    /// Places in lines.
    pub waiting: u64,
    /// Absences.
    pub absences: u64,
    /// Addresses from which calendars fetch.
    pub feeds: u64,
}

/// How much of everything a person has.
pub async fn belongings(
    db: &impl ConnectionTrait,
    person: PersonId,
    now: Instant,
) -> Result<Belongings, Fault> {
    let bookings = booking::Entity::find().filter(booking::COLUMN.person_id.eq(person));
    let series = series::Entity::find().filter(series::COLUMN.person_id.eq(person));
    let waiting = waiting_entry::Entity::open().filter(waiting_entry::COLUMN.person_id.eq(person));
    let absences = absence::Entity::find().filter(absence::COLUMN.person_id.eq(person));
    Ok(Belongings {
        coming: coming(db, vec![person], now).await?.len(),
        bookings: bookings.count(db).await?,
        series: series.count(db).await?,
        waiting: waiting.count(db).await?,
        absences: absences.count(db).await?,
        feeds: calendar_feed::Entity::of(person).count(db).await?,
    })
}

/// What two people's bookings come to when they are one person's. Nothing of it stands against a
/// merge; whoever merges knows it beforehand.
#[derive(Clone, Debug)]
pub struct Together {
    /// Bookings of the two at one time: both stay.
    pub at_one_time: Vec<[Card; 2]>,
    /// How often both wait for the same: one place in the line stays.
    pub waiting_twice: usize,
    /// The quotas that are passed.
    pub beyond: Vec<Detail>,
    /// The times without new bookings.
    pub restrictions: Vec<Value>,
}

/// What two people's bookings come to when they are one person's.
pub async fn together(
    db: &impl ConnectionTrait,
    rules: &[Rule],
    [double, into]: [PersonId; 2],
    now: Instant,
    lang: Lang,
) -> Result<Together, Fault> {
    let cards = coming(db, vec![double, into], now).await?;
    let both = both(db, rules, [double, into], now).await?;
    Ok(Together {
        at_one_time: at_one_time(&cards),
        waiting_twice: waiting_twice(db, double, into).await?.len(),
        beyond: beyond(rules, &both, cards.iter().map(of_card), now),
        restrictions: ahead(rules, &both, None, now, lang),
    })
}

async fn coming(
    db: &impl ConnectionTrait,
    people: Vec<PersonId>,
    now: Instant,
) -> Result<Vec<Card>, Fault> {
    let filter = Filter {
        people: Some(people),
        from: Some(now),
        standing_only: true,
        ..Filter::default()
    };
    list(db, filter, LOOKED_AT).await
}

/// The one who stays, with what both have and have done.
async fn both(
    db: &impl ConnectionTrait,
    rules: &[Rule],
    [double, into]: [PersonId; 2],
    now: Instant,
) -> Result<Booker, Fault> {
    let party = |person| Party {
        person,
        organisation: None,
    };
    let other = booker(db, rules, party(double), now, &[], now).await?;
    let mut both = booker(db, rules, party(into), now, &[], now).await?;
    both.taken.extend(other.taken);
    both.absences.extend(other.absences);
    Ok(both)
}

fn at_one_time(cards: &[Card]) -> Vec<[Card; 2]> {
    let mut found = Vec::new();
    for (at, one) in cards.iter().enumerate() {
        for other in &cards[at + 1..] {
            let theirs = one.booking.person_id != other.booking.person_id;
            if theirs && one.booking.span().overlaps(&other.booking.span()) {
                found.push([one.clone(), other.clone()]);
            }
        }
    }
    found
}

fn of_card(card: &Card) -> Taken {
    Taken {
        space: card.space.id,
        span: card.booking.span(),
    }
}

/// The quotas that the bookings to come pass, each said once. What was booked as an organisation
/// counts among the organisation's.
fn beyond(
    rules: &[Rule],
    both: &Booker,
    coming: impl Iterator<Item = Taken>,
    now: Instant,
) -> Vec<Detail> {
    let mut found = Vec::new();
    for own in coming {
        let mut booker = both.clone();
        let Some(at) = booker.taken.iter().position(|one| *one == own) else {
            continue;
        };
        booker.taken.remove(at);
        let terms = Terms::new(rules, &booker);
        for wrong in terms.wrong_amount(own, now) {
            let is_quota = matches!(wrong, Wrong::QuotaReached(..) | Wrong::RunTooLong(..));
            let said = wrong.detail();
            if is_quota && !found.contains(&said) {
                found.push(said);
            }
        }
    }
    found
}

/// Where both wait for the same space and time: whose turn comes first, then the other.
pub(crate) async fn waiting_twice(
    db: &impl ConnectionTrait,
    double: PersonId,
    into: PersonId,
) -> Result<Vec<[waiting_entry::Model; 2]>, Fault> {
    let own = waiting_entry::Entity::open()
        .filter(waiting_entry::COLUMN.person_id.is_in([double, into]))
        .all(db)
        .await?;
    let mut found = Vec::new();
    for (at, one) in own.iter().enumerate() {
        for other in &own[at + 1..] {
            if one.space_id == other.space_id && one.span() == other.span() {
                // An open offer comes before any place in the line.
                let offered = one.state != State::Offered && other.state == State::Offered;
                let (first, second) = if offered { (other, one) } else { (one, other) };
                found.push([first.clone(), second.clone()]);
            }
        }
    }
    Ok(found)
}
