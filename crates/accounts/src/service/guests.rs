//! Guests: somebody asks for something before the centre knows them, and shows by a letter that the
//! address is theirs (`docs/decisions/026-guests.md`).

use kernel::{Detail, Failed, Fault, PersonId, Secret, Work, events::Event};
use sea_orm::{ActiveValue::Set, PaginatorTrait, entity::prelude::*};
use views::Lang;

use super::{
    merge,
    people::{self, hold_account, refuse},
    throttle,
};
use crate::{
    Refused,
    entity::{GuestId, guest_link},
    read,
    rules::{self, GUEST_LASTS, GUESTS_PER_SOURCE, Names},
};

/// What somebody says of themselves who is not registered.
#[derive(Clone, Debug, Default)]
pub struct Guest {
    /// Name and reading.
    pub names: Names,
    /// Where the letter goes.
    pub email: String,
    /// May be empty.
    pub telephone: String,
    /// The language they read.
    pub lang: Lang,
}

impl Guest {
    /// Everything that is wrong, in the order of the form.
    pub fn wrong(&self) -> Vec<Detail> {
        let mut wrong = self.names.wrong();
        wrong.extend(rules::email_is_wrong(&self.email));
        wrong.extend(rules::telephone_is_wrong(&self.telephone));
        wrong
    }
}

/// A guest who may come in by a letter.
#[derive(Debug)]
pub struct Awaited {
    /// Which.
    pub id: GuestId,
    /// What the letter carries, and nothing else does.
    pub secret: Secret,
    /// What the same address waited for until now: its letters open nothing any more.
    pub replaced: Vec<GuestId>,
}

/// Waits half an hour for a guest to open their letter. The newest letter to an address counts; of one
/// source three wait at a time, so that nobody holds what others need by inventing addresses.
///
/// # Errors
/// All that is wrong at once; [`Refused::TooManyLetters`], [`Refused::TooManyGuests`].
pub async fn await_guest(
    work: &Work,
    source: &str,
    guest: &Guest,
) -> Result<Awaited, Failed<Refused>> {
    refuse(guest.wrong())?;
    // Both counts lock their rows: two from one source, or for one address, come one after the other.
    throttle::letter_from(work, source).await?;
    if !throttle::letter_to(work, "guest", &guest.email).await? {
        return Err(Refused::TooManyLetters.into());
    }
    let email_key = rules::email_key(&guest.email);
    let replaced = end(work, &email_key).await?;
    let source = Secret::digest_of(source);
    let waiting = guest_link::Entity::waiting(work.now())
        .filter(guest_link::COLUMN.source.eq(source.clone()))
        .count(work.db())
        .await?;
    if waiting >= GUESTS_PER_SOURCE {
        return Err(Refused::TooManyGuests.into());
    }
    let secret = Secret::random();
    let id: GuestId = work.new_id();
    let names = serde_json::to_string(&guest.names)
        .map_err(|error| Fault::broken("writing a guest's names", error))?;
    guest_link::Entity::insert(guest_link::ActiveModel {
        id: Set(id),
        digest: Set(secret.digest()),
        email: Set(guest.email.clone()),
        email_key: Set(email_key),
        names: Set(names),
        telephone: Set(guest.telephone.clone()),
        lang: Set(guest.lang.code().to_owned()),
        source: Set(source),
        created_at: Set(work.now()),
        expires_at: Set(work.now() + GUEST_LASTS),
        used_at: Set(None),
    })
    .exec_without_returning(work.db())
    .await?;
    work.record(Event::new("guest.awaited", id));
    Ok(Awaited {
        id,
        secret,
        replaced,
    })
}

/// Ends what an address waited for.
async fn end(work: &Work, email_key: &str) -> Result<Vec<GuestId>, Fault> {
    let before = guest_link::Entity::waiting(work.now())
        .filter(guest_link::COLUMN.email_key.eq(email_key))
        .all(work.db())
        .await?;
    let ids: Vec<GuestId> = before.iter().map(|row| row.id).collect();
    guest_link::Entity::update_many()
        .col_expr(guest_link::Column::ExpiresAt, Expr::value(work.now()))
        .filter(guest_link::COLUMN.id.is_in(ids.clone()))
        .exec(work.db())
        .await?;
    Ok(ids)
}

/// The guest of this secret, as long as they can come in. Looking uses nothing up.
///
/// # Errors
/// [`Refused::LinkUnknown`], [`Refused::LinkUsed`], [`Refused::LinkExpired`].
pub async fn look_at_guest(
    db: &impl ConnectionTrait,
    presented: &str,
    now: kernel::Instant,
) -> Result<guest_link::Model, Failed<Refused>> {
    let found = guest_link::Entity::find()
        .filter(guest_link::COLUMN.digest.eq(Secret::digest_of(presented)))
        .one(db)
        .await?
        .ok_or(Refused::LinkUnknown)?;
    if found.used_at.is_some() {
        return Err(Refused::LinkUsed.into());
    }
    if found.expires_at <= now {
        return Err(Refused::LinkExpired.into());
    }
    Ok(found)
}

/// The guest has opened their letter: whoever has an account with the address is that person, anybody
/// else is registered, with a password that nobody knows until they choose one by letter.
///
/// # Errors
/// As [`look_at_guest`]; of two at the same moment, one.
pub async fn let_in(
    work: &Work,
    presented: &str,
    unknown_password: String,
) -> Result<(GuestId, PersonId), Failed<Refused>> {
    let guest = look_at_guest(work.db(), presented, work.now()).await?;
    let used = guest_link::Entity::update_many()
        .col_expr(guest_link::Column::UsedAt, Expr::value(Some(work.now())))
        .filter(guest_link::COLUMN.id.eq(guest.id))
        .filter(guest_link::COLUMN.used_at.is_null())
        .exec(work.db())
        .await?;
    if used.rows_affected == 0 {
        return Err(Refused::LinkUsed.into());
    }
    if let Some(known) = read::account_by_email(work.db(), &guest.email).await? {
        hold_account(work, known.person_id).await?;
        if !merge::present(work, known.person_id).await? {
            return Err(Refused::LinkUsed.into());
        }
        return Ok((guest.id, known.person_id));
    }
    let names: Names = serde_json::from_str(&guest.names)
        .map_err(|error| Fault::broken("reading a guest's names", error))?;
    let person = people::insert_person(work, &names, &guest.telephone).await?;
    let lang = Lang::parse(&guest.lang).unwrap_or_default();
    people::add_account(work, person, &guest.email, unknown_password, lang).await?;
    Ok((guest.id, person))
}
