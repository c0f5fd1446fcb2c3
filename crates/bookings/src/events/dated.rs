//! What holds from a day on.

use chrono::NaiveDate;
use fees::entity::TariffId;
use kernel::events::Event;
use uuid::Uuid;

use crate::entity::SpaceId;

/// `space.priced`: by which tariff from a day on.
pub(crate) fn priced(
    space: SpaceId,
    tariff: Option<TariffId>,
    from: NaiveDate,
    replaces: bool,
) -> Event {
    let event = dated("space.priced", space, from, replaces);
    match tariff {
        Some(tariff) => event.with("tariff", tariff.to_string()),
        None => event,
    }
}

/// `space.priced`, `payment.terms_set`, `waiting.terms_set`: what holds from a day on, and whether it
/// took the place of what was planned for that day.
pub(crate) fn dated(
    kind: &'static str,
    id: impl Into<Uuid>,
    from: NaiveDate,
    replaces: bool,
) -> Event {
    Event::new(kind, id)
        .with("valid_from", from.to_string())
        .with("replaces", replaces)
}
