//! The first answer to a request that may be repeated: a connection that broke, a button pressed
//! twice. Kept for a day, successes only, in the same transaction as what was done.

use std::{fmt::Display, str::FromStr};

use sea_orm::{ActiveValue::Set, entity::prelude::*};

use crate::{Actor, Clock, Db, Fault, Instant, PersonId, Secret, Work, transact};

/// A stored answer.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "answers")]
pub struct Model {
    /// Who asked.
    #[sea_orm(primary_key, auto_increment = false)]
    pub actor: PersonId,
    /// The name the asker gave to the request.
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    /// SHA-256 of what was asked.
    pub digest: Vec<u8>,
    /// The HTTP status of the answer.
    pub status: i32,
    /// What was answered.
    pub body: String,
    /// When.
    pub at: Instant,
}

impl ActiveModelBehavior for ActiveModel {}

/// A request that may come again: who asks, by what name, and for what.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Who asks.
    pub person: PersonId,
    /// The name the asker gave to it.
    pub key: &'a str,
    /// All that was asked for.
    pub what: &'a str,
    /// The HTTP status of the answer.
    pub status: i32,
}

/// Runs `verb` in one transaction, once however often the same is asked: the next time its first answer
/// is given again. Without `asked` it is just done.
///
/// Nobody looks first whether it was asked before: the second of two is refused, by what the first did
/// or by the row of its answer, undone as a whole, and finds that answer. `reused` is said when something
/// else was asked under this key.
pub async fn once<T, E, F>(
    db: &Db,
    (actor, clock): (Actor, &Clock),
    (asked, reused): (Option<Asked<'_>>, E),
    verb: F,
) -> Result<T, E>
where
    T: Display + FromStr,
    F: for<'w> AsyncFnOnce(&'w Work) -> Result<T, E>,
    E: From<Fault>,
{
    let done = transact(db, actor, clock, async |work| {
        let made = verb(work).await?;
        if let Some(asked) = asked {
            keep(work, asked, made.to_string());
        }
        Ok(made)
    });
    let (failed, asked) = match (done.await, asked) {
        (Err(failed), Some(asked)) => (failed, asked),
        (done, _) => return done,
    };
    let before = Entity::find_by_id((asked.person, asked.key.to_owned()));
    match before.one(db.reader()).await {
        Ok(Some(answer)) if answer.digest == digest(asked.what) => {
            answer.body.parse().map_err(|_unread| reused)
        }
        Ok(Some(_)) => Err(reused),
        Ok(None) | Err(_) => Err(failed),
    }
}

/// Keeps the answer for the next time.
fn keep(work: &Work, asked: Asked<'_>, body: String) {
    work.put(Entity::insert(ActiveModel {
        actor: Set(asked.person),
        key: Set(asked.key.to_owned()),
        digest: Set(digest(asked.what)),
        status: Set(asked.status),
        body: Set(body),
        at: Set(work.now()),
    }));
}

/// Forgets answers from before a moment; says how many.
pub async fn forget(work: &Work, before: Instant) -> Result<u64, Fault> {
    let gone = Entity::delete_many()
        .filter(COLUMN.at.lt(before))
        .exec(work.db())
        .await?;
    Ok(gone.rows_affected)
}

fn digest(what: &str) -> Vec<u8> {
    Secret::digest_of(what)
}
