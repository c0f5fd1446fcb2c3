//! The seal on the log: committed events are covered, batch by batch, by a chain of hashes.
//!
//! A seal covers events that were committed and not yet sealed, so none is missed however
//! transactions interleave. Its hash takes in the seal before it and each event's every field:
//! changing, removing or adding one breaks the chain from there on. The head of the chain is kept
//! outside the database too, so that a tail that was cut off shows.

use sea_orm::{
    ConnectionTrait, EntityTrait, FromQueryResult, QueryOrder, Statement, entity::prelude::*,
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{Fault, Instant, Work, events};

/// A stored seal.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "seals")]
pub struct Model {
    /// Its place in the chain, from 1 without a gap.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i64,
    /// When it was made.
    pub at: Instant,
    /// How many events it covers.
    pub covers: i64,
    /// SHA-256 over the seal before and the events, 32 bytes.
    pub hash: Vec<u8>,
}

impl ActiveModelBehavior for ActiveModel {}

/// The end of the chain, as it is kept outside the database.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The newest seal.
    pub number: i64,
    /// Its hash in hexadecimal.
    pub hash: String,
}

/// What is wrong with the log.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// The events under this seal are not those that were sealed.
    #[error("the events under seal {0} were changed, removed or added to")]
    Changed(i64),
    /// A seal is missing.
    #[error("seal {0} is missing")]
    Missing(i64),
    /// The chain ends before, or otherwise than, a head kept outside says.
    #[error("the chain does not lead to the head kept outside: seal {0}")]
    CutOff(i64),
}

/// Seals what has been committed since the last seal, so many events at once that memory holds them;
/// `None` when there is nothing more.
///
/// One at a time: an advisory lock on PostgreSQL, the only writer on SQLite.
pub async fn seal(work: &Work) -> Result<Option<Head>, Fault> {
    if work.locks_rows() {
        work.db()
            .execute_unprepared("SELECT pg_advisory_xact_lock(7367001)")
            .await?;
    }
    let before = last(work.db()).await?;
    let number = before.as_ref().map_or(1, |seal| seal.number + 1);
    let covered = claim(work, number).await?;
    if covered.is_empty() {
        return Ok(None);
    }
    let hash = digest(before.as_ref(), number, &covered);
    let head = Head {
        number,
        hash: hex(&hash),
    };
    let row = Model {
        number,
        at: work.now(),
        covers: i64::try_from(covered.len()).unwrap_or(i64::MAX),
        hash,
    };
    Entity::insert(ActiveModel::from(row))
        .exec_without_returning(work.db())
        .await?;
    Ok(Some(head))
}

/// Checks the whole chain, and that it leads through every head kept outside.
///
/// Returns the head, or what is wrong first.
pub async fn verify(
    db: &impl ConnectionTrait,
    kept_outside: &[Head],
) -> Result<Result<Option<Head>, Broken>, Fault> {
    let mut before: Option<Model> = None;
    let mut unmet: Vec<&Head> = kept_outside.iter().collect();
    loop {
        let number = before.as_ref().map_or(1, |seal| seal.number + 1);
        let Some(seal) = Entity::find_by_id(number).one(db).await? else {
            break;
        };
        let covered = covered_by(db, number).await?;
        let count = i64::try_from(covered.len()).unwrap_or(i64::MAX);
        if seal.covers != count || seal.hash != digest(before.as_ref(), number, &covered) {
            return Ok(Err(Broken::Changed(number)));
        }
        let hash = hex(&seal.hash);
        unmet.retain(|head| head.number != number || head.hash != hash);
        before = Some(seal);
    }
    let end = before.as_ref().map_or(0, |seal| seal.number);
    if let Some(beyond) = last(db).await?.filter(|seal| seal.number > end) {
        tracing::debug!(beyond = beyond.number, "seals go on after a gap");
        return Ok(Err(Broken::Missing(end + 1)));
    }
    if let Some(head) = unmet.iter().min_by_key(|head| head.number) {
        return Ok(Err(Broken::CutOff(head.number)));
    }
    if let Some(stray) = stray(db, end).await? {
        return Ok(Err(Broken::Missing(stray)));
    }
    Ok(Ok(before.map(|seal| Head {
        number: seal.number,
        hash: hex(&seal.hash),
    })))
}

/// The end of the chain as it stands now.
pub async fn head(db: &impl ConnectionTrait) -> Result<Option<Head>, Fault> {
    Ok(last(db).await?.map(|seal| Head {
        number: seal.number,
        hash: hex(&seal.hash),
    }))
}

async fn last(db: &impl ConnectionTrait) -> Result<Option<Model>, Fault> {
    Ok(Entity::find().order_by_desc(COLUMN.number).one(db).await?)
}

/// An event that claims a seal which is not there.
async fn stray(db: &impl ConnectionTrait, end: i64) -> Result<Option<i64>, Fault> {
    let event = events::Entity::find()
        .filter(events::COLUMN.seal.gt(end))
        .one(db)
        .await?;
    Ok(event.and_then(|event| event.seal))
}

/// Puts unsealed events under this seal, in one statement.
async fn claim(work: &Work, number: i64) -> Result<Vec<events::Model>, Fault> {
    let claim = Statement::from_sql_and_values(
        work.db().get_database_backend(),
        "UPDATE events SET seal = $1 WHERE id IN
         (SELECT id FROM events WHERE seal IS NULL LIMIT 1000) RETURNING *",
        [number.into()],
    );
    let mut covered: Vec<events::Model> = events::Model::find_by_statement(claim)
        .all(work.db())
        .await?;
    covered.sort_unstable_by_key(|event| event.id);
    Ok(covered)
}

async fn covered_by(db: &impl ConnectionTrait, number: i64) -> Result<Vec<events::Model>, Fault> {
    let mut covered = events::Entity::find()
        .filter(events::COLUMN.seal.eq(number))
        .all(db)
        .await?;
    covered.sort_unstable_by_key(|event| event.id);
    Ok(covered)
}

fn digest(before: Option<&Model>, number: i64, covered: &[events::Model]) -> Vec<u8> {
    let mut hash = Sha256::new();
    hash.update(before.map_or(&[][..], |seal| &seal.hash));
    hash.update(number.to_be_bytes());
    for event in covered {
        hash.update(event.id.as_bytes());
        hash.update(event.at.micros().to_be_bytes());
        for person in [event.actor, event.on_behalf_of] {
            hash.update(person.map_or([0; 16], |person| *person.0.as_bytes()));
        }
        hash.update(event.subject.as_bytes());
        for text in [&event.via, &event.kind, &event.facts] {
            hash.update(u64::try_from(text.len()).unwrap_or(u64::MAX).to_be_bytes());
            hash.update(text.as_bytes());
        }
    }
    hash.finalize().to_vec()
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
