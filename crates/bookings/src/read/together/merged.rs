//! The same of two organisations that may be one.

use chrono::TimeDelta;
use kernel::{Fault, Instant};
use organisations::{entity::OrganisationId, read::all_of};
use sea_orm::{PaginatorTrait, entity::prelude::*};
use views::Lang;

use super::{Belongings, Together, beyond};
use crate::{
    entity::{absence, booking, waiting_entry},
    read::terms::{Whose, absences, ahead, taken},
    rules::{Booker, Rule},
};

/// So many days back the bookings are looked at that a quota could still count.
const BEFORE: i64 = 62;

/// How much was booked for an organisation and those merged into it, by whomever. Series and
/// calendars are people's.
pub async fn belongings_of_organisation(
    db: &impl ConnectionTrait,
    id: OrganisationId,
    now: Instant,
) -> Result<Belongings, Fault> {
    let ids = all_of(db, id).await?;
    let bookings = booking::Column::OrganisationId.is_in(ids.clone());
    let waiting = waiting_entry::Column::OrganisationId.is_in(ids.clone());
    let absences = absence::Column::OrganisationId.is_in(ids.clone());
    let since = now - TimeDelta::days(BEFORE);
    let taken = taken(db, &Whose::Organisations(ids), since, &[]).await?;
    let coming = taken.iter().filter(|own| own.span.until > now).count();
    let (bookings, waiting, absences) = (
        booking::Entity::find().filter(bookings),
        waiting_entry::Entity::open().filter(waiting),
        absence::Entity::find().filter(absences),
    );
    Ok(Belongings {
        coming,
        bookings: bookings.count(db).await?,
        waiting: waiting.count(db).await?,
        absences: absences.count(db).await?,
        ..Belongings::default()
    })
}

/// What two organisations' bookings come to when they are one organisation's: nothing is called
/// off, whatever a quota says. Bookings at one time and places in one line are people's.
pub async fn organisations_together(
    db: &impl ConnectionTrait,
    rules: &[Rule],
    [double, into]: [OrganisationId; 2],
    now: Instant,
    lang: Lang,
) -> Result<Together, Fault> {
    let mut ids = all_of(db, into).await?;
    ids.extend(all_of(db, double).await?);
    let whose = Whose::Organisations(ids);
    let since = now - TimeDelta::days(BEFORE);
    let both = Booker {
        category: organisations::read::category_of(db, into, now.date()).await?,
        taken: taken(db, &whose, since, &[]).await?,
        absences: absences(db, &whose, now).await?,
        ..Booker::default()
    };
    let coming = both.taken.iter().filter(|own| own.span.until > now);
    Ok(Together {
        at_one_time: Vec::new(),
        waiting_twice: 0,
        beyond: beyond(rules, &both, coming.copied(), now),
        restrictions: ahead(rules, &both, None, now, lang),
    })
}
