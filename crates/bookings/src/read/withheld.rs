//! What is kept for a draw.

use kernel::{Fault, Span};
use sea_orm::{QueryOrder, entity::prelude::*};

use super::{Busy, Place, busy, busy_units};
use crate::{
    entity::withholding,
    rules::{self, Withheld},
};

/// Everything that is kept for a draw, each with its own space only: the catalogue adds those that
/// share something with it.
pub(super) async fn withheld(db: &impl ConnectionTrait) -> Result<Vec<Withheld>, Fault> {
    let rows = withholding::Entity::find()
        .order_by_asc(withholding::COLUMN.first_day)
        .all(db)
        .await?;
    let read = |row: withholding::Model| {
        Some(Withheld {
            spaces: vec![row.space_id],
            first: row.first_day.parse().ok()?,
            last: row.last_day.and_then(|day| day.parse().ok()),
            takes: row
                .takes_from
                .zip(row.takes_until)
                .and_then(|(from, until)| Span::try_new(from, until)),
        })
    };
    Ok(rows.into_iter().filter_map(read).collect())
}

/// How many units of a space nobody has at a time.
pub async fn free_units(
    db: &impl ConnectionTrait,
    place: &Place,
    span: Span,
) -> Result<usize, Fault> {
    let wanted = rules::occupied(&place.space, span);
    let resources = place.units.iter().flat_map(|unit| unit.resources.clone());
    let busy = busy(db, wanted, Some(resources.collect())).await?;
    Ok(free_of(place, &busy, span))
}

/// The same, when it is known what is occupied.
pub fn free_of(place: &Place, busy: &Busy, span: Span) -> usize {
    let wanted = rules::occupied(&place.space, span);
    let free = |spans: &&Vec<Span>| !spans.iter().any(|one| one.overlaps(&wanted));
    busy_units(place, busy).iter().filter(free).count()
}
