//! The rules of booking: the manager makes them, everyone is judged by them, nobody slips past.

mod absences;
mod previews;
mod quotas;
mod races;
mod rules;
mod standing;

use bookings::{
    entity::booking_rule::Period,
    rules::{
        Rule,
        terms::{Limit, Measure, Term},
    },
    samples,
};
use sea_orm::EntityTrait;
use tests::{Answer, Browser, TestApp};

use crate::acts::input;

/// At most so many bookings within a stretch, for everyone.
pub(crate) fn at_most(most: i32, period: Period) -> Rule {
    samples::rule(Term::Quota(Limit {
        most,
        measure: Measure::Bookings,
        period,
    }))
}

/// Looks what a rule would change, and enters it.
async fn enter(manager: &Browser, fields: &[(&str, &str)]) -> Answer {
    let shown = manager.post("/counter/rules/confirmation", fields).await;
    assert_eq!(shown.status, 200, "{}", shown.text);
    let made = set(manager, &shown, fields).await;
    assert_eq!(made.status, 303, "{}", made.text);
    shown
}

/// Enters a rule as it was shown.
pub(crate) async fn set(manager: &Browser, shown: &Answer, fields: &[(&str, &str)]) -> Answer {
    let seen = input(shown, "seen");
    let fields = [fields, &[("seen", seen.as_str())]].concat();
    manager.post("/counter/rules", &fields).await
}

/// The kinds of the events that were recorded, in the order of letters.
async fn recorded(app: &TestApp, prefix: &str) -> Vec<String> {
    let all = kernel::events::Entity::find()
        .all(app.app.db.reader())
        .await
        .unwrap();
    let kinds = all.into_iter().map(|event| event.kind);
    let mut kinds: Vec<String> = kinds.filter(|kind| kind.starts_with(prefix)).collect();
    kinds.sort_unstable();
    kinds
}
