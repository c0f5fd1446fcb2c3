//! Proving by address and password who one is.

use kernel::{Actor, Clock, Db, Failed, PersonId, transact};

use super::throttle;
use crate::{Refused, password, read, rules};

/// Someone who has shown who they are: by the password that was right then, or by a letter.
#[derive(Clone, Debug)]
pub struct Proof {
    /// Who.
    pub person: PersonId,
    /// The hash the password was checked against: it must still be theirs when the session begins.
    pub(super) password_hash: Option<String>,
}

impl Proof {
    /// Who opened a link in a letter to their address.
    pub const fn by_letter(person: PersonId) -> Self {
        Self {
            person,
            password_hash: None,
        }
    }
}

/// Whose address and password these are. Unknown address and wrong password are one refusal,
/// after the same work; whoever was merged is told to use the account that stays.
///
/// Takes the database, not a `Work`: hashing and waiting must not hold a transaction.
pub async fn prove(
    (db, clock, actor): (&Db, &Clock, Actor),
    source: &str,
    email: &str,
    password: &str,
) -> Result<Proof, Failed<Refused>> {
    let delay = transact(db, actor, clock, async |work| {
        throttle::attempt(work, source, email).await
    })
    .await?;
    tokio::time::sleep(delay).await;
    // What cannot be an address is looked up nowhere: it may hold what no database takes.
    let account = match rules::email_is_wrong(email) {
        None => read::account_by_email(db.reader(), email).await?,
        Some(_) => None,
    };
    let hash = account
        .as_ref()
        .map(|account| account.password_hash.as_str());
    let right = password::matches(password, hash).await?;
    let Some(account) = account.filter(|_| right) else {
        return Err(Refused::NoMatch.into());
    };
    // Only whoever knows the password learns that they have another account.
    if read::is_merged(db.reader(), account.person_id).await? {
        return Err(Refused::Merged.into());
    }
    transact(
        db,
        actor,
        clock,
        async |work| -> Result<(), Failed<Refused>> {
            Ok(throttle::forgive(work, source, email).await?)
        },
    )
    .await?;
    Ok(Proof {
        person: account.person_id,
        password_hash: Some(account.password_hash),
    })
}
