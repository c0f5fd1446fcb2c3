//! What withdrawing a day with a warning brings.

use kernel::{Fault, Instant};
use sea_orm::{Condition, QueryOrder, entity::prelude::*};
use serde_json::{Value, json};
use views::Lang;

use super::{missed, missed_without, rules};
use crate::{
    entity::{WarningId, absence, weather_warning},
    read::{Card, Filter, list},
    rules::{Booker, Rule, Terms, terms::Restriction},
};

/// A day with a warning, and what withdrawing it brings.
#[derive(Clone, Debug)]
pub struct Withdrawal {
    /// The day.
    pub warning: weather_warning::Model,
    /// The absences that it alone excuses.
    pub again: Vec<CountsAgain>,
}

/// An absence that would count again.
#[derive(Clone, Debug)]
pub struct CountsAgain {
    /// Of which booking.
    pub card: Card,
    /// The day on which it was cancelled too late; none when nobody came.
    pub asked_on: Option<String>,
    /// The times without new bookings that its party would have and has not yet.
    pub follows: Vec<(Restriction, Rule)>,
}

impl CountsAgain {
    /// The times without new bookings, as pages show them.
    pub fn follows(&self, lang: Lang) -> Vec<Value> {
        let said = |(one, rule): &(Restriction, Rule)| {
            json!({
                "from": one.from,
                "until": one.until,
                "source": rule.source.said(lang),
                "since": rule.valid_from,
            })
        };
        self.follows.iter().map(said).collect()
    }
}

impl Withdrawal {
    /// What was shown, to be sent again with the button: another warning, other absences and other
    /// times without bookings are something else.
    pub fn seen(&self) -> String {
        let mut seen = vec![self.warning.on_date.clone(), self.warning.warning.clone()];
        for again in &self.again {
            seen.push(again.card.booking.reference.clone());
            let times = again.follows.iter().map(|(one, _)| one);
            seen.extend(times.map(|one| format!("{}/{}", one.from, one.until)));
        }
        seen.join(" ")
    }
}

/// What withdrawing a day with a warning would bring now; none when there is no such day.
pub async fn withdrawal(
    db: &impl ConnectionTrait,
    id: WarningId,
    now: Instant,
) -> Result<Option<Withdrawal>, Fault> {
    let Some(warning) = weather_warning::Entity::find_by_id(id).one(db).await? else {
        return Ok(None);
    };
    let rows = excused_by(db, &warning).await?;
    if rows.is_empty() {
        let again = Vec::new();
        return Ok(Some(Withdrawal { warning, again }));
    }
    let rules = rules(db).await?;
    let most = u64::try_from(rows.len()).unwrap_or(u64::MAX);
    let ids = rows.iter().map(|row| row.booking_id).collect();
    let filter = Filter {
        ids: Some(ids),
        ..Filter::default()
    };
    let mut again = Vec::new();
    for card in list(db, filter, most).await? {
        let party = card.booking.party();
        let before = missed(db, &rules, party, now).await?;
        let after = missed_without(db, &rules, party, Some(id), now).await?;
        let row = rows.iter().find(|row| row.booking_id == card.booking.id);
        again.push(CountsAgain {
            follows: new_ones(&rules, &before, &after, now),
            asked_on: row.and_then(|row| row.asked_on.clone()),
            card,
        });
    }
    Ok(Some(Withdrawal { warning, again }))
}

/// The absences that this day excuses and no other.
async fn excused_by(
    db: &impl ConnectionTrait,
    warning: &weather_warning::Model,
) -> Result<Vec<absence::Model>, Fault> {
    let day = warning.on_date.as_str();
    let on_it = Condition::any()
        .add(absence::COLUMN.on_date.eq(day))
        .add(absence::COLUMN.asked_on.eq(day));
    let rows = absence::Entity::find()
        .filter(on_it)
        .order_by_asc(absence::COLUMN.booking_id)
        .all(db)
        .await?;
    let days = rows
        .iter()
        .flat_map(|row| [Some(&row.on_date), row.asked_on.as_ref()]);
    let others: Vec<String> = weather_warning::Entity::find()
        .filter(weather_warning::COLUMN.on_date.is_in(days.flatten()))
        .filter(weather_warning::COLUMN.id.ne(warning.id))
        .all(db)
        .await?
        .into_iter()
        .map(|other| other.on_date)
        .collect();
    let by_another = |row: &absence::Model| {
        let asked_on = row.asked_on.as_ref();
        others.contains(&row.on_date) || asked_on.is_some_and(|day| others.contains(day))
    };
    Ok(rows.into_iter().filter(|row| !by_another(row)).collect())
}

/// The times without new bookings that run or will come after, and not before.
fn new_ones(
    rules: &[Rule],
    before: &Booker,
    after: &Booker,
    now: Instant,
) -> Vec<(Restriction, Rule)> {
    let of = |booker| Terms::new(rules, booker).restrictions(None);
    let had: Vec<Restriction> = of(before).into_iter().map(|(one, _)| one).collect();
    let mut found = of(after);
    found.retain(|(one, _)| now.date() <= one.until && !had.contains(one));
    found.sort_by_key(|(one, _)| (one.from, one.until));
    found.dedup_by_key(|(one, _)| *one);
    let own = found.into_iter().map(|(one, rule)| (one, rule.clone()));
    own.collect()
}
