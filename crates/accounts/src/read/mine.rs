//! What a person sees of their own: where they are signed in, which tokens they made.

use kernel::{Fault, Instant, PersonId};
use sea_orm::{QueryOrder, entity::prelude::*};
use serde::Serialize;
use views::Lang;

use crate::{
    entity::{
        SessionId, TokenId, account,
        api_token::{self, Scope},
        person, session,
    },
    rules::Names,
};

/// What a person has told of themselves.
#[derive(Clone, Debug, Serialize)]
pub struct Profile {
    /// Name and reading.
    pub names: Names,
    /// May be empty.
    pub telephone: String,
    /// How they sign in.
    pub email: String,
    /// The language they chose last.
    pub lang: Lang,
}

/// What a person with an account has told of themselves.
pub async fn profile(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Option<Profile>, Fault> {
    let found = person::Entity::find_by_id(person)
        .find_also_related(account::Entity)
        .one(db)
        .await?;
    let Some((person, Some(account))) = found else {
        return Ok(None);
    };
    Ok(Some(Profile {
        names: Names {
            family_name: person.family_name,
            given_name: person.given_name,
            family_kana: person.family_kana,
            given_kana: person.given_kana,
        },
        telephone: person.telephone,
        email: account.email,
        lang: account
            .lang
            .as_deref()
            .and_then(Lang::parse)
            .unwrap_or_default(),
    }))
}

/// One browser in which the person is signed in.
#[derive(Clone, Debug, Serialize)]
pub struct Session {
    /// Its identifier.
    pub id: SessionId,
    /// `Chrome・Windows`.
    pub device: String,
    /// Since when.
    pub started_at: Instant,
    /// When it was last used.
    pub seen_at: Instant,
    /// Whether it is the browser that asks.
    pub current: bool,
}

/// Where a person is signed in, the newest first.
pub async fn sessions(
    db: &impl ConnectionTrait,
    person: PersonId,
    current: Option<SessionId>,
    now: Instant,
) -> Result<Vec<Session>, Fault> {
    let rows = session::Entity::of(person)
        .filter(session::COLUMN.expires_at.gt(now))
        .order_by_desc(session::COLUMN.started_at)
        .all(db)
        .await?;
    let listed = rows.into_iter().map(|row| Session {
        current: current == Some(row.id),
        id: row.id,
        device: row.device,
        started_at: row.started_at,
        seen_at: row.seen_at,
    });
    Ok(listed.collect())
}

/// One key to the API; the key itself is nowhere.
#[derive(Clone, Debug, Serialize)]
pub struct Token {
    /// Its identifier.
    pub id: TokenId,
    /// What the person calls it.
    pub name: String,
    /// What it may do.
    pub scope: Scope,
    /// Since when.
    pub created_at: Instant,
    /// When it was last used.
    pub used_at: Option<Instant>,
}

/// A person's tokens, the newest first.
pub async fn tokens(db: &impl ConnectionTrait, person: PersonId) -> Result<Vec<Token>, Fault> {
    let rows = api_token::Entity::of(person)
        .order_by_desc(api_token::COLUMN.created_at)
        .all(db)
        .await?;
    let listed = rows.into_iter().map(|row| Token {
        id: row.id,
        name: row.name,
        scope: row.scope,
        created_at: row.created_at,
        used_at: row.used_at,
    });
    Ok(listed.collect())
}
