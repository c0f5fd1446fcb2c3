//! What putting an own use right comes to.

use kernel::{Failed, Instant, Span};
use plans::read::offered::offered;
use sea_orm::{QueryOrder, entity::prelude::*};

use super::{
    super::Catalogue,
    OwnPlan,
    plan::{called, own_years, still_used},
};
use crate::{
    entity::own_use,
    refused::{Refused, Unowned},
    rules::own_uses::{Correction, Words},
};

/// An own use that is put right, with those that follow it if they are too.
#[derive(Clone, Debug)]
pub struct OwnCorrection {
    /// As they are, the first first.
    pub rows: Vec<own_use::Model>,
    /// Where, when and why they shall be.
    pub plan: OwnPlan,
}

impl OwnCorrection {
    /// Whether any of them changes its time.
    pub fn moves(&self) -> bool {
        let spans: Vec<Span> = self.rows.iter().map(own_use::Model::span).collect();
        spans != self.plan.spans
    }
}

/// An own use alone, or with all that were entered together and come after it.
pub fn own_reached(own: &own_use::Model, and_following: bool) -> Select<own_use::Entity> {
    let all = own_use::Entity::find();
    match own.first_id.filter(|_| and_following) {
        None => all.filter(own_use::COLUMN.id.eq(own.id)),
        Some(first) => all
            .filter(own_use::COLUMN.first_id.eq(first))
            .filter(own_use::COLUMN.starts_at.gte(own.starts_at)),
    }
}

/// What a correction comes to; the ledger was not asked.
///
/// # Errors
/// Everything that is wrong with it at once; [`Unowned::NotStanding`] for what was given back.
pub async fn own_correction(
    db: &impl ConnectionTrait,
    catalogue: &Catalogue,
    own: &own_use::Model,
    wish: &Correction,
    now: Instant,
) -> Result<OwnCorrection, Failed<Refused>> {
    if own.ended_at.is_some() {
        return Err(Refused::Own(vec![Unowned::NotStanding]).into());
    }
    let rows = own_reached(own, wish.and_following)
        .filter(own_use::COLUMN.ended_at.is_null())
        .order_by_asc(own_use::COLUMN.starts_at)
        .all(db)
        .await?;
    let place = catalogue.place(own.space_id).ok_or(Refused::NoSuchSpace)?;
    let before: Vec<Span> = rows.iter().map(own_use::Model::span).collect();
    let reasons = super::own_use_reasons(db).await?;
    let clearing = place.space.clearing_minutes;
    let offered = offered(db, &own_years(now, Some(own.starts_at))).await?;
    let words = Words {
        reasons: &reasons,
        offered: &offered,
    };
    let said = (&*before, own.programme_id);
    let spans = wish.allowed(said, clearing, &words, now);
    let spans = spans.map_err(Refused::Own)?;
    if spans != before {
        still_used(catalogue, place, &spans)?;
    }
    let mut reasons = reasons.into_iter();
    let reason = reasons.find(|one| Some(one.id) == wish.reason);
    let reason = reason.ok_or(Refused::Own(vec![Unowned::ReasonMissing]))?;
    let programme = wish.programme.and_then(|id| called(&offered, id));
    let programme = programme.or_else(|| Some((own.programme_id?, own.programme.clone())));
    let programme = programme.ok_or(Refused::Own(vec![Unowned::ProgrammeMissing]))?;
    let moving = rows.iter().map(|row| row.hold_id).collect();
    let plan = OwnPlan {
        unit: own.unit.and_then(|unit| place.unit(unit)).cloned(),
        calendar: catalogue.hours(&place.space).clone(),
        place: place.clone(),
        spans,
        reason,
        programme,
        moving,
    };
    Ok(OwnCorrection { rows, plan })
}
