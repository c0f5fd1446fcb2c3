//! Passkeys: asked for, made, shown, removed.

use kernel::{Actor, Clock, Db, Failed, Fault, PersonId, Work, events::Event, transact};
use sea_orm::{
    ActiveValue::Set, Condition, PaginatorTrait, entity::prelude::*, sea_query::OnConflict,
};
use serde_json::Value;

use super::{
    people::{hold_account, refuse},
    recovery_codes::{self, Enrolled},
    second_factor, steps,
};
use crate::{
    Refused,
    entity::{BrowserId, PasskeyId, SessionId, passkey, passkey_challenge},
    letters::Told,
    passkey::{Centre, Challenge, Passkey, Shown, restored, stored},
    read::{self, Step},
    rules,
};

/// Asks for a new passkey in this browser: what the browser is told. What was asked there before
/// is answered no more.
pub async fn ask_to_make(
    work: &Work,
    centre: &Centre,
    person: PersonId,
    browser: BrowserId,
) -> Result<Value, Failed<Refused>> {
    let owner = read::contact(work.db(), person).await?;
    let owner = owner.ok_or(Refused::NotThere)?;
    let (told, challenge) = centre.ask_to_make(&owner, &known(work, person).await?)?;
    keep(work, browser, &challenge).await?;
    Ok(told)
}

/// Asks for one of the person's passkeys in this browser: what the browser is told.
pub async fn ask_to_show(
    work: &Work,
    centre: &Centre,
    person: PersonId,
    browser: BrowserId,
) -> Result<Value, Failed<Refused>> {
    let known = known(work, person).await?;
    if known.is_empty() {
        return Err(Refused::NotThere.into());
    }
    let (told, challenge) = centre.ask_to_show(known)?;
    keep(work, browser, &challenge).await?;
    Ok(told)
}

async fn known(work: &Work, person: PersonId) -> Result<Vec<Passkey>, Fault> {
    let rows = passkey::Entity::of(person).all(work.db()).await?;
    rows.iter().map(|row| restored(&row.credential)).collect()
}

async fn keep(work: &Work, browser: BrowserId, challenge: &Challenge) -> Result<(), Fault> {
    let in_the_place = OnConflict::column(passkey_challenge::Column::Browser)
        .update_columns([
            passkey_challenge::Column::State,
            passkey_challenge::Column::ExpiresAt,
        ])
        .to_owned();
    passkey_challenge::Entity::insert(passkey_challenge::ActiveModel {
        browser: Set(browser),
        state: Set(stored(challenge)?),
        expires_at: Set(work.now() + rules::CHALLENGE_LASTS),
    })
    .on_conflict(in_the_place)
    .exec_without_returning(work.db())
    .await?;
    Ok(())
}

/// The new passkey that this browser answers with. Its challenge is used up, whatever the answer.
///
/// Takes the database, not a `Work`: what was asked stays answered when the answer is refused.
pub async fn made(
    asking: (&Db, &Clock, Actor),
    centre: &Centre,
    browser: BrowserId,
    answer: &str,
) -> Result<Passkey, Failed<Refused>> {
    let asked = asked(asking, browser).await?;
    Ok(centre.made(&asked, answer)?)
}

/// The passkey that this browser shows. Its challenge is used up, whatever the answer.
pub(super) async fn shown(
    asking: (&Db, &Clock, Actor),
    centre: &Centre,
    browser: BrowserId,
    answer: &str,
) -> Result<Shown, Failed<Refused>> {
    let asked = asked(asking, browser).await?;
    Ok(centre.shown(&asked, answer)?)
}

/// What this browser was asked; of two answers at the same moment, one gets it.
async fn asked(
    (db, clock, actor): (&Db, &Clock, Actor),
    browser: BrowserId,
) -> Result<Challenge, Failed<Refused>> {
    transact(db, actor, clock, async |work| {
        let row = passkey_challenge::Entity::find_by_id(browser)
            .one(work.db())
            .await?;
        let taken = passkey_challenge::Entity::delete_by_id(browser)
            .exec(work.db())
            .await?;
        let row = row
            .filter(|row| taken.rows_affected == 1 && row.expires_at > work.now())
            .ok_or(Refused::WrongPasskey)?;
        Ok(restored(&row.state)?)
    })
    .await
}

/// Takes a passkey that was shown: it must be this person's still, and its count must have grown,
/// or somebody has a copy of the device.
pub(super) async fn take(
    work: &Work,
    person: PersonId,
    shown: &Shown,
) -> Result<(), Failed<Refused>> {
    let row = passkey::Entity::of(person)
        .filter(passkey::COLUMN.credential_id.eq(shown.id()))
        .one(work.db())
        .await?
        .ok_or(Refused::WrongPasskey)?;
    let mut key: Passkey = restored(&row.credential)?;
    key.note(shown);
    let mut newer = Condition::any().add(passkey::COLUMN.sign_count.lt(shown.count()));
    if shown.count() == 0 {
        newer = newer.add(passkey::COLUMN.sign_count.eq(0));
    }
    let taken = passkey::Entity::update_many()
        .col_expr(passkey::Column::Credential, Expr::value(stored(&key)?))
        .col_expr(passkey::Column::SignCount, Expr::value(shown.count()))
        .col_expr(passkey::Column::UsedAt, Expr::value(Some(work.now())))
        .filter(passkey::COLUMN.id.eq(row.id))
        .filter(newer)
        .exec(work.db())
        .await?;
    if taken.rows_affected == 0 {
        return Err(Refused::WrongPasskey.into());
    }
    Ok(())
}

/// Registers the passkey that was made in this step, beside what the person has already. Other
/// browsers of the person are signed out; this session, if it is one, has passed. Whoever had no
/// second factor before gets recovery codes.
pub async fn register(
    work: &Work,
    step: &Step,
    made: &Passkey,
    name: &str,
    session: Option<SessionId>,
) -> Result<Option<Enrolled>, Failed<Refused>> {
    refuse(rules::passkey_name_is_wrong(name).into_iter().collect())?;
    steps::take(work, step).await?;
    let person = step.person;
    let before = read::second_factor(work.db(), person).await?;
    let many = before.as_ref().map_or(0, |factor| factor.passkeys.len());
    if many >= rules::PASSKEYS {
        return Err(Refused::TooManyPasskeys.into());
    }
    insert(work, person, made, name).await?;
    let codes = match before {
        Some(_) => None,
        None => Some(recovery_codes::write(work, person).await?),
    };
    second_factor::settle(work, person, session).await?;
    second_factor::tell(work, person, Told::PasskeyAdded).await?;
    Ok(codes)
}

async fn insert(
    work: &Work,
    person: PersonId,
    made: &Passkey,
    name: &str,
) -> Result<(), Failed<Refused>> {
    let known = passkey::Entity::find()
        .filter(passkey::COLUMN.credential_id.eq(made.id()))
        .count(work.db())
        .await?;
    if known > 0 {
        return Err(Refused::PasskeyKnown.into());
    }
    let id: PasskeyId = work.new_id();
    passkey::Entity::insert(passkey::ActiveModel {
        id: Set(id),
        person_id: Set(person),
        credential_id: Set(made.id().to_vec()),
        credential: Set(stored(made)?),
        sign_count: Set(0),
        name: Set(name.to_owned()),
        created_at: Set(work.now()),
        used_at: Set(None),
    })
    .exec_without_returning(work.db())
    .await?;
    work.record(Event::new("passkey.registered", id).with("person", person.to_string()));
    Ok(())
}

/// Removes one of a person's own passkeys. The last factor goes only with those who may do without.
pub async fn remove_passkey(
    work: &Work,
    person: PersonId,
    id: PasskeyId,
    session: Option<SessionId>,
) -> Result<(), Failed<Refused>> {
    hold_account(work, person).await?;
    let removed = passkey::Entity::delete_many()
        .filter(passkey::COLUMN.id.eq(id))
        .filter(passkey::COLUMN.person_id.eq(person))
        .exec(work.db())
        .await?;
    if removed.rows_affected == 0 {
        return Err(Refused::NotThere.into());
    }
    work.record(Event::new("passkey.removed", id).with("person", person.to_string()));
    if read::second_factor(work.db(), person).await?.is_none() {
        return second_factor::end(work, person).await;
    }
    second_factor::settle(work, person, session).await?;
    Ok(second_factor::tell(work, person, Told::PasskeyRemoved).await?)
}

/// Forgets every passkey of a person.
pub(super) async fn forget(work: &Work, person: PersonId) -> Result<(), Fault> {
    passkey::Entity::delete_many()
        .filter(passkey::COLUMN.person_id.eq(person))
        .exec(work.db())
        .await?;
    Ok(())
}
