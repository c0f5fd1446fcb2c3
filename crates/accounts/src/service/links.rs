//! Links sent by letter: to sign up, to choose a new password, to move to another address.
//!
//! Whoever asks is answered the same, whether the address is known or not, after the same work.

use kernel::{Failed, Fault, Instant, PersonId, Secret, Work, events::Event};
use sea_orm::{ActiveValue::Set, entity::prelude::*};
use views::Lang;

use super::{
    merge,
    people::{self, NewPerson, hold_account, refuse},
    throttle,
};
use crate::{
    Refused,
    entity::{
        LinkId, account, api_token,
        letter_link::{self, Facts, Purpose},
    },
    letters, read,
    rules::{self, Names},
};

/// What someone typed to sign up.
#[derive(Clone, Debug)]
pub struct SignUp {
    /// Name and reading.
    pub names: Names,
    /// Where the letter goes.
    pub email: String,
    /// Where they were going.
    pub next: Option<String>,
    /// The language they read.
    pub lang: Lang,
}

/// Sends a letter with which an account can be opened; a known address is told that it has one.
pub async fn ask_sign_up(work: &Work, source: &str, asked: SignUp) -> Result<(), Failed<Refused>> {
    let mut wrong = asked.names.wrong();
    wrong.extend(rules::email_is_wrong(&asked.email));
    refuse(wrong)?;
    throttle::letter_from(work, source).await?;
    let may_post = throttle::letter_to(work, purpose_code(Purpose::SignUp), &asked.email).await?;
    let known = read::account_by_email(work.db(), &asked.email).await?;
    let facts = Facts {
        names: asked.names,
        next: asked.next,
        lang: Some(asked.lang.code().to_owned()),
    };
    let secret = write(work, Purpose::SignUp, &asked.email, None, &facts).await?;
    match known {
        _ if !may_post => {}
        Some(account) => letters::to_owner(work, account.person_id).await?,
        None => {
            letters::sign_up(work, None, &asked.email, asked.lang, &secret);
        }
    }
    Ok(())
}

/// Sends someone registered at the counter a letter with which they open an account themselves.
pub(super) async fn invite(
    work: &Work,
    person: PersonId,
    new: &NewPerson,
) -> Result<(), Failed<Refused>> {
    if read::account_by_email(work.db(), &new.email)
        .await?
        .is_some()
    {
        return Err(Refused::AddressTaken.into());
    }
    let facts = Facts {
        names: new.names.clone(),
        next: None,
        lang: Some(new.lang.code().to_owned()),
    };
    let secret = write(work, Purpose::SignUp, &new.email, Some(person), &facts).await?;
    let who = Some(person);
    letters::sign_up(work, who, &new.email, new.lang, &secret);
    Ok(())
}

/// Sends a letter with which a new password can be chosen; an unknown address gets none.
pub async fn ask_reset(work: &Work, source: &str, email: &str) -> Result<(), Failed<Refused>> {
    refuse(rules::email_is_wrong(email).into_iter().collect())?;
    throttle::letter_from(work, source).await?;
    let may_post = throttle::letter_to(work, purpose_code(Purpose::Reset), email).await?;
    let known = read::account_by_email(work.db(), email).await?;
    let person = known.map(|account| account.person_id);
    let secret = write(work, Purpose::Reset, email, person, &Facts::default()).await?;
    let Some(person) = person.filter(|_| may_post) else {
        return Ok(());
    };
    match read::contact(work.db(), person).await? {
        Some(contact) => letters::reset(work, contact, &secret),
        None => letters::to_owner(work, person).await?,
    }
    Ok(())
}

/// Sends a letter to the address to which a person wants to move.
pub async fn ask_change(
    work: &Work,
    source: &str,
    person: PersonId,
    email: &str,
) -> Result<(), Failed<Refused>> {
    refuse(rules::email_is_wrong(email).into_iter().collect())?;
    throttle::letter_from(work, source).await?;
    let may_post = throttle::letter_to(work, purpose_code(Purpose::Change), email).await?;
    let known = read::account_by_email(work.db(), email).await?;
    let secret = write(
        work,
        Purpose::Change,
        email,
        Some(person),
        &Facts::default(),
    )
    .await?;
    match known {
        _ if !may_post => {}
        Some(account) => letters::to_owner(work, account.person_id).await?,
        None => {
            if let Some(contact) = read::contact(work.db(), person).await? {
                letters::change(work, &contact, email, &secret);
            }
        }
    }
    Ok(())
}

async fn write(
    work: &Work,
    purpose: Purpose,
    email: &str,
    person: Option<PersonId>,
    facts: &Facts,
) -> Result<Secret, Fault> {
    let secret = Secret::random();
    let id: LinkId = work.new_id();
    let lasts = match purpose {
        Purpose::SignUp | Purpose::Change => rules::LINK_LASTS,
        Purpose::Reset => rules::RESET_LASTS,
    };
    let facts =
        serde_json::to_string(facts).map_err(|error| Fault::broken("writing a link", error))?;
    letter_link::Entity::insert(letter_link::ActiveModel {
        id: Set(id),
        purpose: Set(purpose),
        digest: Set(secret.digest()),
        email: Set(email.to_owned()),
        person_id: Set(person),
        facts: Set(facts),
        created_at: Set(work.now()),
        expires_at: Set(work.now() + lasts),
        used_at: Set(None),
    })
    .exec_without_returning(work.db())
    .await?;
    work.record(Event::new("link.written", id).with("purpose", purpose_code(purpose)));
    Ok(secret)
}

const fn purpose_code(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::SignUp => "sign_up",
        Purpose::Reset => "reset",
        Purpose::Change => "change",
    }
}

/// The link of this secret, as long as it can be used. Looking uses nothing up: mail scanners
/// open every link before the person does.
pub async fn look_at_link(
    db: &impl ConnectionTrait,
    presented: &str,
    now: Instant,
) -> Result<(letter_link::Model, Facts), Failed<Refused>> {
    let link = letter_link::Entity::find()
        .filter(letter_link::COLUMN.digest.eq(Secret::digest_of(presented)))
        .one(db)
        .await?
        .ok_or(Refused::LinkUnknown)?;
    if link.used_at.is_some() {
        return Err(Refused::LinkUsed.into());
    }
    if link.expires_at <= now {
        return Err(Refused::LinkExpired.into());
    }
    let facts = serde_json::from_str(&link.facts)
        .map_err(|error| Fault::broken("reading a link", error))?;
    Ok((link, facts))
}

/// Opens the account that a letter was sent for. Returns who it is and where they were going.
pub async fn open_by_link(
    work: &Work,
    presented: &str,
    password_hash: String,
) -> Result<(PersonId, Option<String>), Failed<Refused>> {
    let (link, facts) = take(work, presented, Purpose::SignUp).await?;
    let person = match link.person_id {
        Some(guest) => guest,
        None => people::insert_person(work, &facts.names, "").await?,
    };
    let lang = facts
        .lang
        .as_deref()
        .and_then(Lang::parse)
        .unwrap_or_default();
    people::add_account(work, person, &link.email, password_hash, lang).await?;
    Ok((person, facts.next))
}

/// Sets the new password that a letter was sent for, and signs out every browser.
pub async fn reset_by_link(
    work: &Work,
    presented: &str,
    password_hash: String,
) -> Result<PersonId, Failed<Refused>> {
    let (link, _) = take(work, presented, Purpose::Reset).await?;
    let person = link.person_id.ok_or(Refused::LinkUnknown)?;
    people::change_password(work, person, password_hash, None).await?;
    // Whoever has to reset may have lost more than the password: programs sign in anew as well.
    api_token::Entity::delete_many()
        .filter(api_token::COLUMN.person_id.eq(person))
        .exec(work.db())
        .await?;
    Ok(person)
}

/// Moves an account to the address the letter reached, and tells the address it had.
pub async fn take_address_by_link(
    work: &Work,
    presented: &str,
) -> Result<PersonId, Failed<Refused>> {
    let (link, _) = take(work, presented, Purpose::Change).await?;
    let person = link.person_id.ok_or(Refused::LinkUnknown)?;
    let before = read::contact(work.db(), person).await?;
    account::ActiveModel {
        person_id: Set(person),
        email: Set(link.email.clone()),
        email_key: Set(rules::email_key(&link.email)),
        email_root: Set(rules::email_root(&link.email)),
        ..Default::default()
    }
    .update(work.db())
    .await
    .map_err(people::address_taken)?;
    end_links_of(work, person).await?;
    if let Some(before) = before {
        letters::changed(work, before, &link.email).await?;
    }
    work.record(Event::new("address.changed", person));
    Ok(person)
}

/// Takes a link of this purpose; of two at the same moment, one. Its person's account is locked
/// first, as everywhere.
async fn take(
    work: &Work,
    presented: &str,
    purpose: Purpose,
) -> Result<(letter_link::Model, Facts), Failed<Refused>> {
    let (link, facts) = look_at_link(work.db(), presented, work.now()).await?;
    if link.purpose != purpose {
        return Err(Refused::LinkUnknown.into());
    }
    if let Some(person) = link.person_id {
        hold_account(work, person).await?;
        if !merge::present(work, person).await? {
            return Err(Refused::LinkUsed.into());
        }
    }
    let taken = letter_link::Entity::update_many()
        .col_expr(letter_link::Column::UsedAt, Expr::value(Some(work.now())))
        .filter(letter_link::COLUMN.id.eq(link.id))
        .filter(letter_link::COLUMN.used_at.is_null())
        .exec(work.db())
        .await?;
    if taken.rows_affected == 0 {
        return Err(Refused::LinkUsed.into());
    }
    Ok((link, facts))
}

/// Ends the links a person has not used: they were sent under another password or address.
pub(super) async fn end_links_of(work: &Work, person: PersonId) -> Result<(), Fault> {
    letter_link::Entity::update_many()
        .col_expr(letter_link::Column::UsedAt, Expr::value(Some(work.now())))
        .filter(letter_link::COLUMN.person_id.eq(person))
        .filter(letter_link::COLUMN.used_at.is_null())
        .exec(work.db())
        .await?;
    Ok(())
}
