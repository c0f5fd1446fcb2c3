//! The second factor: set up, asked for, changed, taken away.

use kernel::{Actor, Clock, Db, Failed, Fault, PersonId, Work, events::Event, transact};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::{
    people::{hold_account, roles_of},
    sessions, steps, throttle,
};
use crate::{
    Refused,
    entity::{SessionId, recovery_code, second_factor},
    letters::{self, Told},
    read::{self, Step},
    rules::{self, Code, SharedSecret},
};

/// What a person is shown once, after setting up a device: their recovery codes, as printed.
pub type Enrolled = Vec<String>;

/// A new secret from the operating system's randomness.
pub(super) fn random_secret() -> SharedSecret {
    SharedSecret::new(rand::random::<[u8; rules::SECRET_BYTES]>().to_vec())
}

/// Counts the attempt and waits, before a code is looked at.
///
/// Takes the database, not a `Work`: waiting must not hold a transaction, and an attempt stays
/// counted when its code is refused.
pub async fn wait_for_code(
    (db, clock, actor): (&Db, &Clock, Actor),
    person: PersonId,
) -> Result<(), Failed<Refused>> {
    let delay = transact(db, actor, clock, async |work| {
        throttle::code_for(work, person).await
    })
    .await?;
    tokio::time::sleep(delay).await;
    Ok(())
}

/// Takes a code of a person, which is then used up: the six digits, or a recovery code.
pub async fn take_code(work: &Work, person: PersonId, typed: &str) -> Result<(), Failed<Refused>> {
    hold_account(work, person).await?;
    match rules::code(typed).ok_or(Refused::WrongCode)? {
        Code::Digits(digits) => take_digits(work, person, &digits).await?,
        Code::Recovery(code) => take_recovery(work, person, &code).await?,
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

async fn take_recovery(work: &Work, person: PersonId, code: &str) -> Result<(), Failed<Refused>> {
    let taken = recovery_code::Entity::update_many()
        .col_expr(recovery_code::Column::UsedAt, Expr::value(Some(work.now())))
        .filter(recovery_code::COLUMN.person_id.eq(person))
        .filter(recovery_code::COLUMN.digest.eq(digest(code)))
        .filter(recovery_code::COLUMN.used_at.is_null())
        .exec(work.db())
        .await?;
    if taken.rows_affected == 0 {
        return Err(Refused::WrongCode.into());
    }
    work.record(Event::new("second_factor.recovery_used", person));
    tell(work, person, Told::RecoveryUsed).await?;
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
    sessions::end_other_sessions(work, step.person, session).await?;
    if let Some(session) = session {
        steps::passed(work, session).await?;
    }
    throttle::forgive_codes(work, step.person).await?;
    tell(work, step.person, Told::Enrolled).await?;
    Ok(codes)
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
    forget(work, person).await?;
    second_factor::Entity::insert(second_factor::ActiveModel {
        person_id: Set(person),
        secret: Set(secret.bytes().to_vec()),
        last_step: Set(last_step),
        enrolled_at: Set(work.now()),
    })
    .exec_without_returning(work.db())
    .await?;
    work.record(Event::new("second_factor.enrolled", person));
    write_codes(work, person).await
}

/// Prints ten new recovery codes; those before are worth nothing any more.
pub async fn print_recovery_codes(work: &Work, person: PersonId) -> Result<Enrolled, Fault> {
    forget_codes(work, person).await?;
    let codes = write_codes(work, person).await?;
    work.record(Event::new("second_factor.recovery_printed", person));
    Ok(codes)
}

async fn write_codes(work: &Work, person: PersonId) -> Result<Enrolled, Fault> {
    let codes: Vec<String> = (0..rules::RECOVERY_CODES)
        .map(|_| rules::recovery_code(rand::random()))
        .collect();
    let rows = codes.iter().map(|code| recovery_code::ActiveModel {
        person_id: Set(person),
        digest: Set(digest(&code.replace('-', ""))),
        used_at: Set(None),
    });
    recovery_code::Entity::insert_many(rows)
        .exec_without_returning(work.db())
        .await?;
    Ok(codes)
}

/// A member does without it from now on; who works here cannot. The password and a code were given.
pub async fn remove_second_factor(work: &Work, person: PersonId) -> Result<(), Failed<Refused>> {
    hold_account(work, person).await?;
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
    if read::second_factor(work.db(), person).await?.is_none() {
        return Err(Refused::NoSecondFactor.into());
    }
    forget(work, person).await?;
    sessions::end_all(work, person).await?;
    throttle::forgive_codes(work, person).await?;
    work.record(Event::new("second_factor.reset", person));
    Ok(tell(work, person, Told::Reset).await?)
}

async fn forget(work: &Work, person: PersonId) -> Result<(), Fault> {
    forget_codes(work, person).await?;
    second_factor::Entity::delete_by_id(person)
        .exec(work.db())
        .await?;
    Ok(())
}

async fn forget_codes(work: &Work, person: PersonId) -> Result<(), Fault> {
    recovery_code::Entity::delete_many()
        .filter(recovery_code::COLUMN.person_id.eq(person))
        .exec(work.db())
        .await?;
    Ok(())
}

async fn tell(work: &Work, person: PersonId, what: Told) -> Result<(), Fault> {
    match read::contact(work.db(), person).await? {
        Some(contact) => letters::second_factor(work, contact, what).await,
        None => Ok(()),
    }
}

fn digest(code: &str) -> Vec<u8> {
    kernel::Secret::digest_of(code)
}
