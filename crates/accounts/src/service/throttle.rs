//! Slowing down whoever tries too often. Counted before the password is looked at, so that many
//! attempts at one moment are counted too.

use std::time::Duration;

use chrono::TimeDelta;
use kernel::{Failed, Fault, PersonId, Secret, Work};
use sea_orm::{ExprTrait, Statement, entity::prelude::*};

use crate::{
    Refused,
    entity::attempt,
    rules::{self, ATTEMPT_WINDOW, CODE_WINDOW, LETTER_WINDOW, is_too_many},
};

/// Counts an attempt to give the password of an address: how long its answer waits, or a refusal.
///
/// An address is only ever slowed down, never refused, except to the one source that keeps
/// giving wrong passwords for it: a rival elsewhere cannot lock anyone out.
pub async fn attempt(work: &Work, source: &str, email: &str) -> Result<Duration, Failed<Refused>> {
    let [from, pair, address] = keys(source, email);
    // Always in this order: rows are locked in it.
    let by_source = count(work, &from, ATTEMPT_WINDOW).await?;
    let by_pair = count(work, &pair, ATTEMPT_WINDOW).await?;
    let by_address = count(work, &address, ATTEMPT_WINDOW).await?;
    if is_too_many(by_source, rules::ATTEMPTS_PER_SOURCE)
        || is_too_many(by_pair, rules::ATTEMPTS_PER_PAIR)
    {
        return Err(Refused::TooManyAttempts.into());
    }
    Ok(rules::delay(by_address))
}

/// The password was right: only wrong ones stay counted.
pub async fn forgive(work: &Work, source: &str, email: &str) -> Result<(), Fault> {
    let [from, pair, address] = keys(source, email);
    attempt::Entity::update_many()
        .col_expr(
            attempt::Column::Count,
            Expr::col(attempt::Column::Count).sub(1),
        )
        .filter(attempt::COLUMN.key.eq(from))
        .exec(work.db())
        .await?;
    for key in [pair, address] {
        attempt::Entity::delete_by_id(key).exec(work.db()).await?;
    }
    Ok(())
}

/// Counts an attempt to give the code of a person: how long its answer waits, or a refusal.
///
/// Whoever gets here gave the right password, so this one may be refused from wherever it comes.
pub(super) async fn code_for(work: &Work, person: PersonId) -> Result<Duration, Failed<Refused>> {
    let tried = count(work, &code_key(person), CODE_WINDOW).await?;
    if is_too_many(tried, rules::CODES_PER_PERSON) {
        return Err(Refused::TooManyCodes.into());
    }
    Ok(rules::delay(tried))
}

/// A code was right, or the password is a new one: the count begins anew.
pub(super) async fn forgive_codes(work: &Work, person: PersonId) -> Result<(), Fault> {
    attempt::Entity::delete_by_id(code_key(person))
        .exec(work.db())
        .await?;
    Ok(())
}

fn code_key(person: PersonId) -> Vec<u8> {
    digest(&["code", &person.to_string()])
}

/// Counts a letter that a source asked for; refused when it asks too often.
pub(super) async fn letter_from(work: &Work, source: &str) -> Result<(), Failed<Refused>> {
    let key = digest(&["letters-from", source]);
    let asked = count(work, &key, LETTER_WINDOW).await?;
    if is_too_many(asked, rules::LETTERS_PER_SOURCE) {
        return Err(Refused::TooManyLetters.into());
    }
    Ok(())
}

/// Counts a letter of this kind to an address; `false` when it has had enough of them.
///
/// Each kind by itself: whoever has other letters sent to a person must not use up those with
/// which they choose a new password.
pub(super) async fn letter_to(work: &Work, kind: &str, email: &str) -> Result<bool, Fault> {
    let key = digest(&["letters-to", kind, &rules::email_key(email)]);
    let sent = count(work, &key, LETTER_WINDOW).await?;
    Ok(!is_too_many(sent, rules::LETTERS_PER_ADDRESS))
}

fn keys(source: &str, email: &str) -> [Vec<u8>; 3] {
    let email = rules::email_key(email);
    [
        digest(&["source", source]),
        digest(&["pair", source, &email]),
        digest(&["address", &email]),
    ]
}

fn digest(parts: &[&str]) -> Vec<u8> {
    Secret::digest_of(&parts.join("|"))
}

/// One more of this within its window; returns the count.
async fn count(work: &Work, key: &[u8], window: TimeDelta) -> Result<i64, Fault> {
    let upsert = Statement::from_sql_and_values(
        work.db().get_database_backend(),
        "INSERT INTO attempts (key, count, since) VALUES ($1, 1, $2)
         ON CONFLICT (key) DO UPDATE SET
             count = CASE WHEN attempts.since <= $3 THEN 1 ELSE attempts.count + 1 END,
             since = CASE WHEN attempts.since <= $3 THEN $2 ELSE attempts.since END
         RETURNING count",
        [
            key.to_vec().into(),
            work.now().into(),
            (work.now() - window).into(),
        ],
    );
    let row = work.db().query_one_raw(upsert).await?;
    let count = row.map(|row| row.try_get("", "count")).transpose()?;
    Ok(count.unwrap_or(1))
}
