//! The rules of booking as rows, and what they ask about whoever books.

mod absent;
mod bearing;
mod late;
mod row;
mod said;
mod warning;
mod whose;

use chrono::{Months, TimeDelta};
use kernel::{Fault, Instant, PersonId};
use sea_orm::{QueryOrder, entity::prelude::*};

use super::{Card, unpaid::unpaid_of};
use crate::{
    entity::{
        BookingId, RuleId, WarningId, absence,
        booking::{self, Party},
        booking_rule::{self, Kind},
        hold::{self, State},
        weather_warning,
    },
    rules::{
        Booker, Rule, Terms,
        terms::{Absence, Taken},
    },
};

use row::read;

pub(in crate::read) use absent::ahead;
pub use absent::{
    is_absent, latest_absences, latest_warnings, restrictions, waivers, would_follow,
};
pub use bearing::{Bearing, bearing};
pub use late::{Late, Warned, barred_until, late, late_ones, warned};
pub use said::{rule_facts, rules_to_quote};
pub use warning::{CountsAgain, Withdrawal, withdrawal};
pub(in crate::read) use whose::Whose;

/// So many days before the first wished one are looked at: a month, and a run of days.
const BEFORE: i64 = 62;

/// What occupies a place of someone's quota.
const COUNTED: [State; 5] = [
    State::Held,
    State::Requested,
    State::Confirmed,
    State::InUse,
    State::Finished,
];

/// A rule, as its row stands.
#[derive(Clone, Debug)]
pub struct Ruling {
    /// The rule.
    pub rule: Rule,
    /// Who entered it; none when it came with the setting up.
    pub made_by: Option<PersonId>,
    /// When.
    pub made_at: Instant,
}

/// Every rule, the newest first.
pub async fn rules(db: &impl ConnectionTrait) -> Result<Vec<Rule>, Fault> {
    let all = rulings(db).await?.into_iter();
    Ok(all.map(|ruling| ruling.rule).collect())
}

/// The same with who entered them.
pub async fn rulings(db: &impl ConnectionTrait) -> Result<Vec<Ruling>, Fault> {
    let rows = booking_rule::Entity::find().order_by_desc(booking_rule::COLUMN.id);
    rows.all(db).await?.into_iter().map(read).collect()
}

/// One rule.
pub async fn ruling(db: &impl ConnectionTrait, id: RuleId) -> Result<Option<Ruling>, Fault> {
    let found = booking_rule::Entity::find_by_id(id).one(db).await?;
    found.map(read).transpose()
}

/// Whoever looks at what is free: of them only the category is asked, and only where a rule tells
/// categories apart.
pub async fn looking(
    db: &impl ConnectionTrait,
    rules: &[Rule],
    party: Option<Party>,
    now: Instant,
) -> Result<Booker, Fault> {
    let mut booker = Booker::default();
    if let Some(Party {
        person,
        organisation,
    }) = party
        && Terms::tell_categories_apart(rules)
    {
        booker.category =
            organisations::read::category(db, person, organisation, now.date()).await?;
    }
    Ok(booker)
}

/// Whoever books: their category, what they have from about `first` on except `moving`, and when
/// they stayed away, each only where a rule asks for it; and what they let go unpaid.
pub async fn booker(
    db: &impl ConnectionTrait,
    rules: &[Rule],
    party: Party,
    first: Instant,
    moving: &[BookingId],
    now: Instant,
) -> Result<Booker, Fault> {
    booker_at_hand(db, rules, (party, true), first, moving, now).await
}

/// The same when somebody has looked whether the party can have let anything go unpaid.
pub(crate) async fn booker_at_hand(
    db: &impl ConnectionTrait,
    rules: &[Rule],
    (party, unpaid): (Party, bool),
    first: Instant,
    moving: &[BookingId],
    now: Instant,
) -> Result<Booker, Fault> {
    let mut booker = missed(db, rules, party, now).await?;
    if unpaid {
        booker.unpaid = unpaid_of(db, party, now).await?;
    }
    if (Terms::new(rules, &booker)).count() {
        let since = first.min(now) - TimeDelta::days(BEFORE);
        booker.taken = taken(db, &Whose::of(db, party).await?, since, moving).await?;
    }
    Ok(booker)
}

/// Whoever asks for an approval: their category, where a rule tells categories apart.
pub async fn asking(
    db: &impl ConnectionTrait,
    rules: &[Rule],
    party: Party,
    now: Instant,
) -> Result<Booker, Fault> {
    let mut booker = Booker::default();
    if Terms::tell_categories_apart(rules) {
        let of = organisations::read::category(db, party.person, party.organisation, now.date());
        booker.category = of.await?;
    }
    Ok(booker)
}

/// Whoever may have stayed away: their category, and when they did.
pub async fn missed(
    db: &impl ConnectionTrait,
    rules: &[Rule],
    party: Party,
    now: Instant,
) -> Result<Booker, Fault> {
    missed_without(db, rules, party, None, now).await
}

/// The same as if a day with a warning were none.
async fn missed_without(
    db: &impl ConnectionTrait,
    rules: &[Rule],
    party: Party,
    without: Option<WarningId>,
    now: Instant,
) -> Result<Booker, Fault> {
    let mut booker = asking(db, rules, party, now).await?;
    if rules.iter().any(|rule| rule.kind() == Kind::NoShow) {
        booker.absences = absences_without(db, &Whose::of(db, party).await?, without, now).await?;
    }
    Ok(booker)
}

/// Whoever changes these bookings of theirs. What stays where and when it is was taken rightly, and
/// needs no new leave; nor is a change a new booking that absences could forbid.
pub async fn booker_of_change(
    db: &impl ConnectionTrait,
    rules: &[Rule],
    cards: &[&Card],
    moves: bool,
    now: Instant,
) -> Result<Booker, Fault> {
    let Some(first) = cards.first().filter(|_| moves) else {
        return Ok(Booker {
            waived: true,
            ..Booker::default()
        });
    };
    let moving: Vec<BookingId> = cards.iter().map(|card| card.booking.id).collect();
    let (party, from) = (first.booking.party(), first.booking.starts_at);
    let mut booker = booker(db, rules, party, from, &moving, now).await?;
    booker.absences.clear();
    Ok(booker)
}

/// What counts in the quotas of a party, from a moment on, except what is being moved.
pub(in crate::read) async fn taken(
    db: &impl ConnectionTrait,
    whose: &Whose,
    since: Instant,
    moving: &[BookingId],
) -> Result<Vec<Taken>, Fault> {
    let query = booking::Entity::find()
        .inner_join(hold::Entity)
        .filter(hold::Column::State.is_in(COUNTED))
        .filter(booking::COLUMN.starts_at.gte(since))
        .filter(whose.rows(booking::Column::PersonId, booking::Column::OrganisationId));
    let all = query.all(db).await?.into_iter();
    let staying = all.filter(|booking| !moving.contains(&booking.id));
    Ok(staying
        .map(|booking| Taken {
            space: booking.space_id,
            span: booking.span(),
        })
        .collect())
}

/// When a party stayed away, days with a warning left out: of the last four years, longer than any
/// rule looks back or forbids.
pub(in crate::read) async fn absences(
    db: &impl ConnectionTrait,
    whose: &Whose,
    now: Instant,
) -> Result<Vec<Absence>, Fault> {
    absences_without(db, whose, None, now).await
}

/// The same as if a day with a warning were none.
async fn absences_without(
    db: &impl ConnectionTrait,
    whose: &Whose,
    without: Option<WarningId>,
    now: Instant,
) -> Result<Vec<Absence>, Fault> {
    let since = now.date() - Months::new(48);
    let query = absence::Entity::find()
        .filter(absence::COLUMN.on_date.gte(since.to_string()))
        .filter(whose.rows(absence::Column::PersonId, absence::Column::OrganisationId));
    let rows = query.all(db).await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let days = rows.iter().flat_map(|row| {
        let asked_on = row.asked_on.clone();
        [Some(row.on_date.clone()), asked_on].into_iter().flatten()
    });
    let mut excused = weather_warning::Entity::find()
        .filter(weather_warning::COLUMN.on_date.is_in(days))
        .all(db)
        .await?;
    excused.retain(|warning| Some(warning.id) != without);
    let is_excused = |row: &absence::Model| {
        let warned = |day: &String| excused.iter().any(|warning| warning.on_date == *day);
        warned(&row.on_date) || row.asked_on.as_ref().is_some_and(warned)
    };
    let read = |row: &absence::Model| {
        let on = row.on_date.parse().ok()?;
        Some(Absence {
            space: row.space_id,
            on,
        })
    };
    Ok(rows
        .iter()
        .filter(|row| !is_excused(row))
        .filter_map(read)
        .collect())
}
