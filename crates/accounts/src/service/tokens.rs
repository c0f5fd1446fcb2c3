//! Keys to the API.

use kernel::{Failed, Fault, PersonId, Secret, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::people::refuse;
use crate::{
    Refused,
    entity::{
        TokenId,
        api_token::{self, Scope},
    },
    rules,
};

/// Makes a token in a person's name and returns it: `shinko_` and 43 characters. It is shown this
/// once; the prefix lets scanners find one that was published by mistake.
pub async fn issue_token(
    work: &Work,
    person: PersonId,
    name: &str,
    scope: Scope,
) -> Result<String, Failed<Refused>> {
    refuse(rules::token_name_is_wrong(name).into_iter().collect())?;
    let token = format!("shinko_{}", Secret::random().reveal());
    let id: TokenId = work.new_id();
    api_token::Entity::insert(api_token::ActiveModel {
        id: Set(id),
        person_id: Set(person),
        name: Set(name.to_owned()),
        digest: Set(Secret::digest_of(&token)),
        scope: Set(scope),
        created_at: Set(work.now()),
        used_at: Set(None),
    })
    .exec_without_returning(work.db())
    .await?;
    work.record(Event::new("token.issued", id).with("person", person.to_string()));
    Ok(token)
}

/// Ends one of a person's own tokens.
pub async fn end_token(work: &Work, person: PersonId, id: TokenId) -> Result<(), Failed<Refused>> {
    let ended = api_token::Entity::delete_many()
        .filter(api_token::COLUMN.id.eq(id))
        .filter(api_token::COLUMN.person_id.eq(person))
        .exec(work.db())
        .await?;
    if ended.rows_affected == 0 {
        return Err(Refused::NotThere.into());
    }
    work.record(Event::new("token.ended", id));
    Ok(())
}

/// Notes that a token was used. No act of the person: no event.
pub async fn note_token_use(work: &Work, id: TokenId) -> Result<(), Fault> {
    api_token::Entity::update_many()
        .col_expr(api_token::Column::UsedAt, Expr::value(Some(work.now())))
        .filter(api_token::COLUMN.id.eq(id))
        .exec(work.db())
        .await?;
    Ok(())
}
