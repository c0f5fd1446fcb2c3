//! Registering people, opening accounts, giving and taking roles.

use japan::kana;
use kernel::{
    Detail, Failed, Fault, PersonId, Role, Roles, Work, events::Event, violated_constraint,
};
use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};
use views::Lang;

use super::{links, sessions, throttle};
use crate::{
    Refused,
    entity::{SessionId, account, person, person_role},
    letters, read,
    rules::{self, Keys, Names},
};

/// Someone whom reception registers at the counter, without an account.
#[derive(Clone, Debug)]
pub struct NewPerson {
    /// Name and reading.
    pub names: Names,
    /// May be empty.
    pub telephone: String,
    /// Where the letter goes with which they can open an account themselves; may be empty.
    pub email: String,
    /// In which language that letter is.
    pub lang: Lang,
}

/// Someone who is given an account at once: the command line and demonstration data.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// 姓.
    pub family_name: String,
    /// 名.
    pub given_name: String,
    /// セイ.
    pub family_kana: String,
    /// メイ.
    pub given_kana: String,
    /// How they sign in.
    pub email: String,
    /// May be empty.
    pub telephone: String,
    /// From [`crate::password::hash`].
    pub password_hash: String,
    /// The language they read.
    pub lang: Lang,
    /// What they are to the centre, beside being a member.
    pub roles: Roles,
}

/// What a person may change of themselves.
#[derive(Clone, Debug)]
pub struct Profile {
    /// Name and reading.
    pub names: Names,
    /// May be empty.
    pub telephone: String,
    /// The language they read.
    pub lang: Lang,
}

impl NewPerson {
    /// Everything that is wrong, in the order of the form.
    pub fn wrong(&self) -> Vec<Detail> {
        let mut wrong = self.names.wrong();
        wrong.extend(rules::telephone_is_wrong(&self.telephone));
        if !self.email.is_empty() {
            wrong.extend(rules::email_is_wrong(&self.email));
        }
        wrong
    }
}

/// Registers someone at the counter. With an address, a letter invites them to open an account.
pub async fn register_guest(work: &Work, new: NewPerson) -> Result<PersonId, Failed<Refused>> {
    refuse(new.wrong())?;
    let person = insert_person(work, &new.names, &new.telephone).await?;
    work.record(Event::new("person.registered", person));
    if !new.email.is_empty() {
        links::invite(work, person, &new).await?;
    }
    Ok(person)
}

/// Opens an account for someone new.
pub async fn open_account(work: &Work, new: NewAccount) -> Result<PersonId, Failed<Refused>> {
    let names = Names {
        family_name: new.family_name,
        given_name: new.given_name,
        family_kana: new.family_kana,
        given_kana: new.given_kana,
    };
    let mut wrong = names.wrong();
    wrong.extend(rules::email_is_wrong(&new.email));
    wrong.extend(rules::telephone_is_wrong(&new.telephone));
    refuse(wrong)?;
    let person = insert_person(work, &names, &new.telephone).await?;
    add_account(work, person, &new.email, new.password_hash, new.lang).await?;
    for role in new.roles.iter().filter(|role| *role != Role::Member) {
        grant(work, person, role).await?;
    }
    Ok(person)
}

/// Gives a known person an address, a password and the role of a member.
pub(super) async fn add_account(
    work: &Work,
    person: PersonId,
    email: &str,
    password_hash: String,
    lang: Lang,
) -> Result<(), Failed<Refused>> {
    account::Entity::insert(account::ActiveModel {
        person_id: Set(person),
        email: Set(email.to_owned()),
        email_key: Set(rules::email_key(email)),
        email_root: Set(rules::email_root(email)),
        password_hash: Set(password_hash),
        lang: Set(Some(lang.code().to_owned())),
        created_at: Set(work.now()),
    })
    .exec_without_returning(work.db())
    .await
    .map_err(address_taken)?;
    work.record(Event::new("account.opened", person));
    grant(work, person, Role::Member).await?;
    Ok(())
}

/// Two sign-ups may race for one address: the second is refused by the database.
pub(super) fn address_taken(error: sea_orm::DbErr) -> Failed<Refused> {
    match violated_constraint(&error).as_deref() {
        Some("accounts_email_key_key" | "accounts.email_key") => Refused::AddressTaken.into(),
        _ => error.into(),
    }
}

pub(super) async fn insert_person(
    work: &Work,
    names: &Names,
    telephone: &str,
) -> Result<PersonId, Fault> {
    let id: PersonId = work.new_id();
    person::Entity::insert(person::ActiveModel {
        id: Set(id),
        created_at: Set(work.now()),
        erased_at: Set(None),
        merged_into: Set(None),
        ..described(names.clone(), telephone)
    })
    .exec_without_returning(work.db())
    .await?;
    Ok(id)
}

/// A person's row with what they say of themselves, and what they are found and compared by.
fn described(names: Names, telephone: &str) -> person::ActiveModel {
    let keys = Keys::of(&names, telephone, "");
    person::ActiveModel {
        search_key: Set(keys.search()),
        name_key: Set(keys.name),
        kana_key: Set(keys.kana),
        telephone_key: Set(keys.telephone),
        family_name: Set(names.family_name),
        given_name: Set(names.given_name),
        family_kana: Set(names.family_kana),
        given_kana: Set(names.given_kana),
        telephone: Set(kana::digits(telephone)),
        ..Default::default()
    }
}

/// Changes a person's name, telephone and language.
pub async fn change_profile(
    work: &Work,
    person: PersonId,
    profile: Profile,
) -> Result<(), Failed<Refused>> {
    let mut wrong = profile.names.wrong();
    wrong.extend(rules::telephone_is_wrong(&profile.telephone));
    refuse(wrong)?;
    hold_account(work, person).await?;
    person::ActiveModel {
        id: Set(person),
        ..described(profile.names, &profile.telephone)
    }
    .update(work.db())
    .await?;
    account::ActiveModel {
        person_id: Set(person),
        lang: Set(Some(profile.lang.code().to_owned())),
        ..Default::default()
    }
    .update(work.db())
    .await?;
    work.record(Event::new("profile.changed", person));
    Ok(())
}

/// Sets another password, tells the person by letter, and signs out every browser but this one.
///
/// Links sent before are over: whoever reads old letters must not undo it.
pub async fn change_password(
    work: &Work,
    person: PersonId,
    password_hash: String,
    this_session: Option<SessionId>,
) -> Result<(), Failed<Refused>> {
    account::ActiveModel {
        person_id: Set(person),
        password_hash: Set(password_hash),
        ..Default::default()
    }
    .update(work.db())
    .await?;
    links::end_links_of(work, person).await?;
    throttle::forgive_codes(work, person).await?;
    sessions::end_other_sessions(work, person, this_session).await?;
    if let Some(contact) = read::contact(work.db(), person).await? {
        letters::password_changed(work, contact).await?;
    }
    work.record(Event::new("password.changed", person));
    Ok(())
}

/// Gives a person a role; nothing happens when they have it.
pub async fn grant(work: &Work, person: PersonId, role: Role) -> Result<(), Fault> {
    let held = person_role::Entity::find_by_id((person, role.code().to_owned()))
        .one(work.db())
        .await?;
    if held.is_some() {
        return Ok(());
    }
    person_role::Entity::insert(person_role::ActiveModel {
        person_id: Set(person),
        role: Set(role.code().to_owned()),
    })
    .exec_without_returning(work.db())
    .await?;
    turned(work, "role.granted", person, role).await
}

/// Takes a role from a person; nothing happens when they do not have it.
pub async fn revoke(work: &Work, person: PersonId, role: Role) -> Result<(), Fault> {
    let taken = person_role::Entity::delete_by_id((person, role.code().to_owned()))
        .exec(work.db())
        .await?;
    if taken.rows_affected == 0 {
        return Ok(());
    }
    turned(work, "role.revoked", person, role).await
}

/// What a person may do has changed: they sign in anew, under the limits of their roles.
async fn turned(
    work: &Work,
    kind: &'static str,
    person: PersonId,
    role: Role,
) -> Result<(), Fault> {
    work.record(Event::new(kind, person).with("role", role.code()));
    sessions::end_all(work, person).await?;
    Ok(())
}

/// Two acts upon one account's way in wait for each other here, before they lock anything else.
pub(super) async fn hold_account(
    work: &Work,
    person: PersonId,
) -> Result<Option<account::Model>, Fault> {
    Ok(account::Entity::find_by_id(person)
        .lock_exclusive()
        .one(work.db())
        .await?)
}

/// What a person is to the centre.
pub(super) async fn roles_of(work: &Work, person: PersonId) -> Result<Roles, Fault> {
    let codes: Vec<String> = person_role::Entity::find()
        .select_only()
        .column(person_role::Column::Role)
        .filter(person_role::COLUMN.person_id.eq(person))
        .into_tuple()
        .all(work.db())
        .await?;
    Ok(codes.iter().filter_map(|code| Role::parse(code)).collect())
}

/// Refuses when something is wrong.
pub(super) fn refuse(wrong: Vec<Detail>) -> Result<(), Refused> {
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(Refused::Invalid(wrong))
    }
}
