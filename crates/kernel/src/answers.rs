//! The first answer to a request that may be repeated: a connection that broke, a button pressed
//! twice. Kept for a day, successes only, in the same transaction as what was done.

use sea_orm::{ActiveValue::Set, ConnectionTrait, Statement, entity::prelude::*};
use sha2::{Digest, Sha256};

use crate::{Fault, Instant, PersonId, Work};

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

/// What is known of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// It is new.
    New,
    /// The same was asked before, and this was the answer.
    Before(String),
    /// Something else was asked before under this key.
    Otherwise,
}

/// Looks a key up, and keeps a second request with the same key waiting until this one is done.
pub async fn asked(work: &Work, person: PersonId, key: &str, what: &str) -> Result<Asked, Fault> {
    if work.locks_rows() {
        let lock = Statement::from_sql_and_values(
            work.db().get_database_backend(),
            "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))",
            [format!("{person} {key}").into()],
        );
        work.db().execute_raw(lock).await?;
    }
    let found = Entity::find_by_id((person, key.to_owned()))
        .one(work.db())
        .await?;
    Ok(match found {
        None => Asked::New,
        Some(answer) if answer.digest == digest(what) => Asked::Before(answer.body),
        Some(_) => Asked::Otherwise,
    })
}

/// Keeps the answer for the next time.
pub async fn keep(
    work: &Work,
    person: PersonId,
    key: &str,
    what: &str,
    status: i32,
    body: String,
) -> Result<(), Fault> {
    Entity::insert(ActiveModel {
        actor: Set(person),
        key: Set(key.to_owned()),
        digest: Set(digest(what)),
        status: Set(status),
        body: Set(body),
        at: Set(work.now()),
    })
    .exec_without_returning(work.db())
    .await?;
    Ok(())
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
    Sha256::digest(what.as_bytes()).to_vec()
}
