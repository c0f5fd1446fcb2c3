//! Signing in and out.

use kernel::{Failed, Fault, Instant, PersonId, Roles, Secret, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::{people::roles_of, steps};
use crate::{
    Refused,
    entity::{SessionId, session},
    rules,
};

/// What a person has shown of themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proved {
    /// That they know the password, or read their letters.
    Once,
    /// That they have their device, or a recovery code, as well.
    Twice,
}

/// Signs a person in and returns what their browser keeps. The secret is always a new one, and
/// the session the browser had before ends: nobody can slip a session of theirs to another.
///
/// Pages come here by [`super::enter`] and [`super::finish_sign_in`], which ask for what is needed.
pub async fn sign_in(
    work: &Work,
    person: PersonId,
    proved: Proved,
    device: &str,
    before: Option<&str>,
) -> Result<Secret, Fault> {
    if let Some(presented) = before {
        sign_out(work, presented).await?;
    }
    let roles = roles_of(work, person).await?;
    let secret = Secret::random();
    let id: SessionId = work.new_id();
    session::Entity::insert(session::ActiveModel {
        id: Set(id),
        person_id: Set(person),
        digest: Set(secret.digest()),
        started_at: Set(work.now()),
        seen_at: Set(work.now()),
        expires_at: Set(rules::session_ends(roles, work.now(), work.now())),
        device: Set(device.to_owned()),
        second_at: Set((proved == Proved::Twice).then(|| work.now())),
    })
    .exec_without_returning(work.db())
    .await?;
    work.record(Event::new("session.began", id).with("person", person.to_string()));
    Ok(secret)
}

/// Ends the session of this cookie, if there is one.
pub async fn sign_out(work: &Work, presented: &str) -> Result<(), Fault> {
    let found = session::Entity::find()
        .filter(session::COLUMN.digest.eq(Secret::digest_of(presented)))
        .one(work.db())
        .await?;
    if let Some(found) = found {
        session::Entity::delete_by_id(found.id)
            .exec(work.db())
            .await?;
        work.record(Event::new("session.ended", found.id));
    }
    Ok(())
}

/// Ends one of a person's own sessions.
pub async fn end_session(
    work: &Work,
    person: PersonId,
    id: SessionId,
) -> Result<(), Failed<Refused>> {
    let ended = session::Entity::delete_many()
        .filter(session::COLUMN.id.eq(id))
        .filter(session::COLUMN.person_id.eq(person))
        .exec(work.db())
        .await?;
    if ended.rows_affected == 0 {
        return Err(Refused::NotThere.into());
    }
    work.record(Event::new("session.ended", id));
    Ok(())
}

/// Ends a person's sessions except this one; without one, all of them. Returns how many. Whoever is
/// half-way in begins anew as well.
pub async fn end_other_sessions(
    work: &Work,
    person: PersonId,
    this: Option<SessionId>,
) -> Result<u64, Fault> {
    steps::end_of(work, person).await?;
    let mut others = session::Entity::delete_many().filter(session::COLUMN.person_id.eq(person));
    if let Some(this) = this {
        others = others.filter(session::COLUMN.id.ne(this));
    }
    let ended = others.exec(work.db()).await?.rows_affected;
    if ended > 0 {
        work.record(Event::new("sessions.ended", person).with("count", ended));
    }
    Ok(ended)
}

/// Ends every session of a person.
pub async fn end_all(work: &Work, person: PersonId) -> Result<u64, Fault> {
    end_other_sessions(work, person, None).await
}

/// Notes that a session is in use, which keeps it alive. No act of the person: no event.
pub async fn keep_session(
    work: &Work,
    id: SessionId,
    roles: Roles,
    started_at: Instant,
) -> Result<(), Fault> {
    let ends = rules::session_ends(roles, started_at, work.now());
    session::Entity::update_many()
        .col_expr(session::Column::SeenAt, Expr::value(work.now()))
        .col_expr(session::Column::ExpiresAt, Expr::value(ends))
        .filter(session::COLUMN.id.eq(id))
        .exec(work.db())
        .await?;
    Ok(())
}
