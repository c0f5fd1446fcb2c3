//! Between the right password and a session: who has or needs a second factor is half-way in.

use kernel::{Failed, Fault, PersonId, Secret, Work};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::{
    merge, passkeys,
    people::{hold_account, roles_of},
    proof::Proof,
    recovery_codes::Enrolled,
    second_factor::{self, Second},
    sessions::{self, Proved},
};
use crate::{
    Refused,
    entity::{
        SessionId, StepId,
        second_step::{self, Purpose},
        session,
    },
    passkey::Passkey,
    read::{self, Step},
    rules::{self, SharedSecret},
};

/// How far a right password leads.
pub enum Entered {
    /// In: what the browser keeps.
    In(Secret),
    /// To the second factor, six digits or a passkey: what the browser keeps until then.
    ToCode(Secret),
    /// To setting up a second factor, which this person must have: what the browser keeps until then.
    ToSetUp(Secret),
}

/// The password was right, or a letter was read: in, or half-way. The session the browser had
/// before ends either way.
///
/// # Errors
/// `NoMatch` when the password was changed since it was checked: hashing takes its time, and no
/// session begins with a password that is no longer theirs.
pub async fn enter(
    work: &Work,
    proof: &Proof,
    device: &str,
    before: Option<&str>,
    onwards: &str,
) -> Result<Entered, Failed<Refused>> {
    let person = proof.person;
    let account = hold_account(work, person).await?;
    if !merge::present(work, person).await? {
        return Err(Refused::Merged.into());
    }
    let now = account.map(|account| account.password_hash);
    if proof.password_hash.is_some() && proof.password_hash != now {
        return Err(Refused::NoMatch.into());
    }
    let enrolled = read::second_factor(work.db(), person).await?.is_some();
    let needed = rules::needs_second_factor(roles_of(work, person).await?);
    if !enrolled && !needed {
        let session = sessions::sign_in(work, person, Proved::Once, device, before).await?;
        return Ok(Entered::In(session));
    }
    if let Some(presented) = before {
        sessions::sign_out(work, presented).await?;
    }
    if enrolled {
        let step = begin(work, person, Purpose::SignIn, None, onwards).await?;
        return Ok(Entered::ToCode(step));
    }
    let secret = second_factor::random_secret();
    let step = begin(work, person, Purpose::SignIn, Some(&secret), onwards).await?;
    Ok(Entered::ToSetUp(step))
}

/// Begins setting up a second factor for someone who is signed in and has just proved themselves.
pub async fn begin_set_up(work: &Work, person: PersonId) -> Result<Secret, Fault> {
    let secret = second_factor::random_secret();
    begin(work, person, Purpose::SetUp, Some(&secret), "").await
}

async fn begin(
    work: &Work,
    person: PersonId,
    purpose: Purpose,
    secret: Option<&SharedSecret>,
    onwards: &str,
) -> Result<Secret, Fault> {
    let cookie = Secret::random();
    second_step::Entity::insert(second_step::ActiveModel {
        id: Set(work.new_id::<StepId>()),
        person_id: Set(person),
        purpose: Set(purpose),
        digest: Set(cookie.digest()),
        secret: Set(secret.map(|secret| secret.bytes().to_vec())),
        onwards: Set(onwards.to_owned()),
        expires_at: Set(work.now() + rules::STEP_LASTS),
    })
    .exec_without_returning(work.db())
    .await?;
    Ok(cookie)
}

/// What someone half-way in shows: right, and they are in. Wrong, and they may try again.
///
/// [`super::examine`] comes before it, outside the transaction.
pub async fn finish_sign_in(
    work: &Work,
    step: &Step,
    second: &Second,
    device: &str,
) -> Result<Secret, Failed<Refused>> {
    take(work, step).await?;
    second_factor::take_second(work, step.person, Some(second)).await?;
    Ok(sessions::sign_in(work, step.person, Proved::Twice, device, None).await?)
}

/// The first code of a device that someone sets up on the way in.
pub async fn finish_set_up(
    work: &Work,
    step: &Step,
    typed: &str,
    device: &str,
) -> Result<(Secret, Enrolled), Failed<Refused>> {
    still_without(work, step.person).await?;
    let enrolled = second_factor::set_up(work, step, typed, None).await?;
    let session = sessions::sign_in(work, step.person, Proved::Twice, device, None).await?;
    Ok((session, enrolled))
}

/// The passkey that someone makes on the way in, instead of setting up a device.
pub async fn finish_passkey(
    work: &Work,
    step: &Step,
    made: &Passkey,
    name: &str,
    device: &str,
) -> Result<(Secret, Enrolled), Failed<Refused>> {
    still_without(work, step.person).await?;
    let enrolled = passkeys::register(work, step, made, name, None).await?;
    let session = sessions::sign_in(work, step.person, Proved::Twice, device, None).await?;
    Ok((session, enrolled.unwrap_or_default()))
}

/// Two browsers were half-way in: the other has set up a factor, and that one is asked for now.
async fn still_without(work: &Work, person: PersonId) -> Result<(), Failed<Refused>> {
    hold_account(work, person).await?;
    match read::second_factor(work.db(), person).await? {
        Some(_) => Err(Refused::StepOver.into()),
        None => Ok(()),
    }
}

/// Ends the step of this cookie, if there is one.
pub async fn end_step(work: &Work, presented: &str) -> Result<(), Fault> {
    second_step::Entity::delete_many()
        .filter(second_step::COLUMN.digest.eq(Secret::digest_of(presented)))
        .exec(work.db())
        .await?;
    Ok(())
}

/// Uses a step up; of two at the same moment, one.
pub(super) async fn take(work: &Work, step: &Step) -> Result<(), Failed<Refused>> {
    hold_account(work, step.person).await?;
    let taken = second_step::Entity::delete_by_id(step.id)
        .exec(work.db())
        .await?;
    if taken.rows_affected == 0 {
        return Err(Refused::StepOver.into());
    }
    Ok(())
}

/// Ends every step of a person.
pub(super) async fn end_of(work: &Work, person: PersonId) -> Result<(), Fault> {
    second_step::Entity::delete_many()
        .filter(second_step::COLUMN.person_id.eq(person))
        .exec(work.db())
        .await?;
    Ok(())
}

/// The session in which a device was set up has passed its second step.
pub(super) async fn passed(work: &Work, session: SessionId) -> Result<(), Fault> {
    session::Entity::update_many()
        .col_expr(session::Column::SecondAt, Expr::value(Some(work.now())))
        .filter(session::COLUMN.id.eq(session))
        .exec(work.db())
        .await?;
    Ok(())
}
