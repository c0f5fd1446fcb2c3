//! Who may act for an organisation: inviting by letter, adding at the counter, removing.

use kernel::{Failed, Fault, PersonId, Secret, Work, events::Event};
use sea_orm::{ActiveValue::Set, PaginatorTrait, QuerySelect, entity::prelude::*, sea_query::Expr};
use views::Lang;

use crate::{
    Refused,
    entity::{InvitationId, OrganisationId, invitation, organisation, representative},
    letters, read,
    rules::{INVITATION_LASTS, MOST_INVITATIONS},
};

/// Invites someone by letter to act for an organisation. Whoever has the letter and signs in may
/// accept; nobody learns whether the address is known. The letter is in the language that whoever has
/// that address chose, else in `lang`: the one in which they are invited.
pub async fn invite(
    work: &Work,
    id: OrganisationId,
    email: &str,
    lang: Lang,
) -> Result<(), Failed<Refused>> {
    let one = held(work, id).await?;
    must_act(work, one.id).await?;
    if let Some(wrong) = accounts::rules::email_is_wrong(email) {
        return Err(Refused::Invalid(vec![wrong]).into());
    }
    let open = invitation::Entity::find()
        .filter(invitation::COLUMN.organisation_id.eq(one.id))
        .filter(invitation::COLUMN.used_at.is_null())
        .filter(invitation::COLUMN.expires_at.gt(work.now()))
        .count(work.db())
        .await?;
    if open >= MOST_INVITATIONS {
        return Err(Refused::TooManyInvitations.into());
    }
    let secret = Secret::random();
    let invitation: InvitationId = work.new_id();
    invitation::Entity::insert(invitation::ActiveModel {
        id: Set(invitation),
        organisation_id: Set(one.id),
        digest: Set(secret.digest()),
        email: Set(email.to_owned()),
        invited_by: Set(work.actor().person),
        created_at: Set(work.now()),
        expires_at: Set(work.now() + INVITATION_LASTS),
        used_at: Set(None),
    })
    .exec_without_returning(work.db())
    .await?;
    work.record(Event::new("representative.invited", one.id));
    let known = accounts::read::account_by_email(work.db(), email).await?;
    let chosen = known.and_then(|account| Lang::parse(account.lang.as_deref()?));
    letters::invited(work, &one.name, email, chosen.unwrap_or(lang), &secret);
    Ok(())
}

/// Accepts an invitation: the person who is signed in may act for the organisation from now on.
pub async fn accept(
    work: &Work,
    presented: &str,
    person: PersonId,
) -> Result<OrganisationId, Failed<Refused>> {
    if !accounts::service::present(work, person).await? {
        return Err(Refused::NotThere.into());
    }
    let invited = read::invitation(work.db(), presented, work.now()).await?;
    let one = held(work, invited.organisation_id).await?;
    let taken = invitation::Entity::update_many()
        .col_expr(invitation::Column::UsedAt, Expr::value(Some(work.now())))
        .filter(invitation::COLUMN.id.eq(invited.id))
        .filter(invitation::COLUMN.used_at.is_null())
        .exec(work.db())
        .await?;
    if taken.rows_affected == 0 {
        return Err(Refused::InvitationOver.into());
    }
    add_to(work, &one, person).await?;
    Ok(one.id)
}

/// Adds someone at the counter, who has shown there that they belong to the organisation.
pub async fn add(work: &Work, id: OrganisationId, person: PersonId) -> Result<(), Failed<Refused>> {
    let is_staff = work.actor().roles.is_staff();
    if !is_staff || !accounts::service::present(work, person).await? {
        return Err(Refused::NotThere.into());
    }
    let one = held(work, id).await?;
    add_to(work, &one, person).await?;
    Ok(())
}

async fn add_to(work: &Work, one: &organisation::Model, person: PersonId) -> Result<(), Fault> {
    if read::represents(work.db(), person, one.id).await? {
        return Ok(());
    }
    representative::Entity::insert(representative::ActiveModel {
        organisation_id: Set(one.id),
        person_id: Set(person),
        since: Set(work.now()),
    })
    .exec_without_returning(work.db())
    .await?;
    work.record(Event::new("representative.added", one.id).with("person", person.to_string()));
    letters::represents(work, "organisations/added", &one.name, person).await
}

/// Removes someone, by another who acts for it or by staff; the last one cannot go.
pub async fn remove(
    work: &Work,
    id: OrganisationId,
    person: PersonId,
) -> Result<(), Failed<Refused>> {
    let one = held(work, id).await?;
    if !work.actor().roles.is_staff() {
        must_act(work, one.id).await?;
    }
    if !read::represents(work.db(), person, one.id).await? {
        return Err(Refused::NotThere.into());
    }
    let left = representative::Entity::find()
        .filter(representative::COLUMN.organisation_id.eq(one.id))
        .count(work.db())
        .await?;
    if left <= 1 {
        return Err(Refused::LastOne.into());
    }
    representative::Entity::delete_by_id((one.id, person))
        .exec(work.db())
        .await?;
    work.record(Event::new("representative.removed", one.id).with("person", person.to_string()));
    letters::represents(work, "organisations/removed", &one.name, person).await?;
    Ok(())
}

async fn must_act(work: &Work, id: OrganisationId) -> Result<(), Failed<Refused>> {
    if read::acts_for(work.db(), work.actor(), id).await? {
        Ok(())
    } else {
        Err(Refused::NotThere.into())
    }
}

/// The registered organisation, held until the end: two that remove each other wait here.
pub(super) async fn held(
    work: &Work,
    id: OrganisationId,
) -> Result<organisation::Model, Failed<Refused>> {
    let current = read::current(work.db(), id)
        .await?
        .ok_or(Refused::NotThere)?;
    let one = organisation::Entity::find_by_id(current.id)
        .lock_exclusive()
        .one(work.db())
        .await?
        .ok_or(Refused::NotThere)?;
    if one.registered_at.is_none() || one.merged_into.is_some() {
        return Err(Refused::NotThere.into());
    }
    Ok(one)
}
