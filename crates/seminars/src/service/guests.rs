//! Somebody enrols whom the centre does not know: their enrolment is made when they open their letter
//! (`docs/decisions/026-guests.md`). Until then they take no place: an address that nobody reads would
//! keep it from others.

use accounts::{
    rules::GUEST_LASTS,
    service::{Guest, await_guest, let_in},
};
use kernel::{Failed, Fault, PersonId, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::{answers::answered, enrol::enrol_now};
use crate::{
    Refused,
    entity::{EnrolmentId, SeminarId, guest, seminar},
    letters,
    rules::{Leaves, Wish, standing, wrong_within},
};

/// Takes the enrolment of a guest and sends the letter with which they show that the address is theirs.
///
/// # Errors
/// Everything that is wrong at once; [`Refused::NotOpen`]; [`Refused::Account`] when too many guests of
/// one source are waited for.
pub async fn enrol_as_guest(
    work: &Work,
    source: &str,
    id: SeminarId,
    (guest, wish): (&Guest, &Wish),
) -> Result<(), Failed<Refused>> {
    let row = seminar::Entity::find_by_id(id).one(work.db()).await?;
    let row = row.filter(|row| standing(row, work.now()).is_public());
    let row = row.ok_or(Refused::NotThere)?;
    if !standing(&row, work.now()).takes(false) {
        return Err(Refused::NotOpen.into());
    }
    let mut wrong = guest.wrong();
    wrong.extend(wish.wrong(&row));
    wrong.extend(wrong_within(wish.within, &row, false));
    let (_, more) = answered(work, (id, true), &wish.answers, Leaves::Papers).await?;
    wrong.extend(more);
    if !wrong.is_empty() {
        return Err(Refused::Invalid(wrong).into());
    }
    let awaited = await_guest(work, source, guest).await;
    let awaited = awaited.map_err(Refused::of_account)?;
    // A newer letter counts.
    guest::Entity::delete_many()
        .filter(guest::COLUMN.link_id.is_in(awaited.replaced.clone()))
        .exec(work.db())
        .await?;
    let wish = serde_json::to_string(wish)
        .map_err(|error| Fault::broken("writing a guest's enrolment", error))?;
    let made: EnrolmentId = work.new_id();
    guest::Entity::insert(guest::ActiveModel {
        id: Set(made),
        link_id: Set(awaited.id),
        seminar_id: Set(id),
        wish: Set(wish),
        expires_at: Set(work.now() + GUEST_LASTS),
    })
    .exec_without_returning(work.db())
    .await?;
    work.record(Event::new("guest_enrolment.asked", made).with("seminar", id.to_string()));
    letters::confirm(work, guest, (&awaited.secret, &row)).await?;
    Ok(())
}

/// The guest opened the letter: they are enrolled from now on, or wait. Returns who they are, and what
/// they enrolled in.
///
/// # Errors
/// [`Refused::Account`] when the letter opens nothing any more; as when somebody enrols: then nothing has happened.
pub async fn confirm_guest(
    work: &Work,
    presented: &str,
    unknown_password: String,
) -> Result<(PersonId, EnrolmentId), Failed<Refused>> {
    let let_in = let_in(work, presented, unknown_password).await;
    let (guest, person) = let_in.map_err(Refused::of_account)?;
    let asked = guest::Entity::find().filter(guest::COLUMN.link_id.eq(guest));
    let asked = asked.one(work.db()).await?.ok_or(Refused::NotThere)?;
    let wish: Wish = serde_json::from_str(&asked.wish)
        .map_err(|error| Fault::broken("reading a guest's enrolment", error))?;
    let wish = (&wish, Leaves::Papers);
    let made = enrol_now(work, asked.seminar_id, (person, false), wish).await?;
    guest::Entity::delete_by_id(asked.id)
        .exec(work.db())
        .await?;
    Ok((person, made))
}

/// Removes what guests enrolled in who did not open their letter in time. Returns how many.
pub async fn forget_guests(work: &Work) -> Result<usize, Fault> {
    let gone = guest::Entity::delete_many()
        .filter(guest::COLUMN.expires_at.lte(work.now()))
        .exec(work.db())
        .await?;
    Ok(usize::try_from(gone.rows_affected).unwrap_or(usize::MAX))
}
