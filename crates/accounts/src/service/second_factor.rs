//! The second factor: set up, asked for, changed, taken away.

use kernel::{Actor, Clock, Db, Failed, Fault, PersonId, Work, events::Event, transact};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::{
    passkeys,
    people::{hold_account, roles_of},
    recovery_codes::{self, Enrolled},
    sessions, steps, throttle,
};
use crate::{
    Refused,
    entity::{BrowserId, SessionId, second_factor},
    letters::{self, Told},
    passkey::{Centre, Shown},
    read::{self, SecondFactor, Step},
    rules::{self, Code, SharedSecret},
};

/// What was given beside the password, as it came: a code that was typed, or the answer of a passkey.
#[derive(Clone, Copy)]
pub struct Given<'g> {
    /// May be empty.
    pub code: &'g str,
    /// Empty when no passkey was shown; else it counts, and the code does not.
    pub passkey: &'g str,
}

/// What a person shows beside the password. Whether it is theirs, and new, [`take_second`] tells.
pub enum Second {
    /// Six digits or a recovery code, as typed.
    Code(String),
    /// A passkey that gave the right answer.
    Passkey(Shown),
}

/// A new secret from the operating system's randomness.
pub(super) fn random_secret() -> SharedSecret {
    SharedSecret::new(rand::random::<[u8; rules::SECRET_BYTES]>().to_vec())
}

/// Looks at what was given: counts the attempt and waits first. A passkey's challenge is used up,
/// whatever its answer; without a `centre` no passkey is right.
///
/// Takes the database, not a `Work`: waiting must not hold a transaction, and an attempt stays
/// counted when it is refused.
pub async fn examine(
    asking: (&Db, &Clock, Actor),
    centre: Option<&Centre>,
    (person, browser): (PersonId, BrowserId),
    given: Given<'_>,
) -> Result<Second, Failed<Refused>> {
    let (db, clock, actor) = asking;
    let delay = transact(db, actor, clock, async |work| {
        throttle::code_for(work, person).await
    })
    .await?;
    tokio::time::sleep(delay).await;
    if given.passkey.is_empty() {
        return Ok(Second::Code(given.code.to_owned()));
    }
    let centre = centre.ok_or(Refused::WrongPasskey)?;
    let shown = passkeys::shown(asking, centre, browser, given.passkey).await?;
    Ok(Second::Passkey(shown))
}

/// Takes what a person showed beside the password, which is then used up. Nothing is enough for
/// someone without a second factor only.
pub async fn take_second(
    work: &Work,
    person: PersonId,
    second: Option<&Second>,
) -> Result<(), Failed<Refused>> {
    hold_account(work, person).await?;
    match second {
        Some(Second::Code(typed)) => match rules::code(typed).ok_or(Refused::WrongCode)? {
            Code::Digits(digits) => take_digits(work, person, &digits).await?,
            Code::Recovery(code) => recovery_codes::take(work, person, &code).await?,
        },
        Some(Second::Passkey(shown)) => passkeys::take(work, person, shown).await?,
        None if read::second_factor(work.db(), person).await?.is_none() => {}
        None => return Err(Refused::WrongCode.into()),
    }
    Ok(throttle::forgive_codes(work, person).await?)
}

/// Digits are good in their step and its neighbours, and never twice: of two who give them at the
/// same moment, one.
async fn take_digits(work: &Work, person: PersonId, digits: &str) -> Result<(), Failed<Refused>> {
    let known = second_factor::Entity::find_by_id(person)
        .one(work.db())
        .await?
        .ok_or(Refused::WrongCode)?;
    let step = SharedSecret::new(known.secret)
        .step_of(digits, work.now())
        .ok_or(Refused::WrongCode)?;
    let taken = second_factor::Entity::update_many()
        .col_expr(second_factor::Column::LastStep, Expr::value(step))
        .filter(second_factor::COLUMN.person_id.eq(person))
        .filter(second_factor::COLUMN.last_step.lt(step))
        .exec(work.db())
        .await?;
    if taken.rows_affected == 0 {
        return Err(Refused::CodeUsed.into());
    }
    Ok(())
}

/// Sets up the device of this step with the first digits it shows, in the place of any before it.
/// Other browsers of the person are signed out; this session, if it is one, has passed.
pub async fn set_up(
    work: &Work,
    step: &Step,
    typed: &str,
    session: Option<SessionId>,
) -> Result<Enrolled, Failed<Refused>> {
    steps::take(work, step).await?;
    let secret = step.secret.as_ref().ok_or(Refused::StepOver)?;
    let Some(Code::Digits(digits)) = rules::code(typed) else {
        return Err(Refused::WrongDigits.into());
    };
    let last = secret
        .step_of(&digits, work.now())
        .ok_or(Refused::WrongDigits)?;
    let codes = keep(work, step.person, secret, last).await?;
    settle(work, step.person, session).await?;
    tell(work, step.person, Told::Enrolled).await?;
    Ok(codes)
}

/// After a factor came or went: other browsers are signed out, this session has passed, and wrong
/// codes are forgotten.
pub(super) async fn settle(
    work: &Work,
    person: PersonId,
    session: Option<SessionId>,
) -> Result<(), Fault> {
    sessions::end_other_sessions(work, person, session).await?;
    if let Some(session) = session {
        steps::passed(work, session).await?;
    }
    throttle::forgive_codes(work, person).await
}

/// Gives an account a secret that is known beforehand: demonstration accounts, whose secret is
/// printed. Nobody has done anything, so no letter is written.
pub async fn give_second_factor(
    work: &Work,
    person: PersonId,
    secret: &SharedSecret,
) -> Result<Enrolled, Fault> {
    keep(work, person, secret, 0).await
}

async fn keep(
    work: &Work,
    person: PersonId,
    secret: &SharedSecret,
    last_step: i64,
) -> Result<Enrolled, Fault> {
    recovery_codes::forget(work, person).await?;
    forget_device(work, person).await?;
    second_factor::Entity::insert(second_factor::ActiveModel {
        person_id: Set(person),
        secret: Set(secret.bytes().to_vec()),
        last_step: Set(last_step),
        enrolled_at: Set(work.now()),
    })
    .exec_without_returning(work.db())
    .await?;
    work.record(Event::new("second_factor.enrolled", person));
    recovery_codes::write(work, person).await
}

/// The second factor of someone who has one.
pub(super) async fn required(
    work: &Work,
    person: PersonId,
) -> Result<SecondFactor, Failed<Refused>> {
    let found = read::second_factor(work.db(), person).await?;
    Ok(found.ok_or(Refused::NoSecondFactor)?)
}

/// A member does without it from now on; who works here cannot. The password and a code were given.
pub async fn remove_second_factor(work: &Work, person: PersonId) -> Result<(), Failed<Refused>> {
    hold_account(work, person).await?;
    required(work, person).await?;
    end(work, person).await
}

/// The six digits are asked for no more: passkeys are left.
pub async fn remove_device(
    work: &Work,
    person: PersonId,
    session: Option<SessionId>,
) -> Result<(), Failed<Refused>> {
    hold_account(work, person).await?;
    let factor = required(work, person).await?;
    if factor.digits_since.is_none() {
        return Err(Refused::NoSecondFactor.into());
    }
    if factor.passkeys.is_empty() {
        return end(work, person).await;
    }
    forget_device(work, person).await?;
    work.record(Event::new("second_factor.device_removed", person));
    settle(work, person, session).await?;
    Ok(tell(work, person, Told::DeviceRemoved).await?)
}

/// The last factor goes, with those who may do without it.
pub(super) async fn end(work: &Work, person: PersonId) -> Result<(), Failed<Refused>> {
    if rules::needs_second_factor(roles_of(work, person).await?) {
        return Err(Refused::SecondFactorNeeded.into());
    }
    forget(work, person).await?;
    work.record(Event::new("second_factor.removed", person));
    Ok(tell(work, person, Told::Removed).await?)
}

/// Takes the second factor of someone who lost their device: they are signed out everywhere, told
/// by letter, and set up another one at their next sign-in if their role needs it.
pub async fn reset_second_factor(work: &Work, person: PersonId) -> Result<(), Failed<Refused>> {
    if !rules::may_reset_second_factor(work.actor(), person) {
        return Err(Refused::NotTheManager.into());
    }
    hold_account(work, person).await?;
    required(work, person).await?;
    forget(work, person).await?;
    sessions::end_all(work, person).await?;
    throttle::forgive_codes(work, person).await?;
    work.record(Event::new("second_factor.reset", person));
    Ok(tell(work, person, Told::Reset).await?)
}

pub(super) async fn forget(work: &Work, person: PersonId) -> Result<(), Fault> {
    recovery_codes::forget(work, person).await?;
    forget_device(work, person).await?;
    passkeys::forget(work, person).await
}

async fn forget_device(work: &Work, person: PersonId) -> Result<(), Fault> {
    second_factor::Entity::delete_by_id(person)
        .exec(work.db())
        .await?;
    Ok(())
}

pub(super) async fn tell(work: &Work, person: PersonId, what: Told) -> Result<(), Fault> {
    match read::contact(work.db(), person).await? {
        Some(contact) => letters::second_factor(work, contact, what).await,
        None => Ok(()),
    }
}
