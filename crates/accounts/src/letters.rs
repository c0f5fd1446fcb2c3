//! The letters of this crate. Each has its folder under `templates/letters/accounts/`.

mod doubles;

pub(crate) use doubles::{merged, stays, to_owner};

use kernel::{Fault, PersonId, Secret, Work};
use mail::Letter;
use serde_json::{Value, json};
use views::Lang;

use crate::{
    read::Contact,
    rules::{LINK_LASTS, RESET_LASTS},
};

/// To someone who signs up: the link that opens the account.
///
/// It repeats nothing that was typed: anyone can have it sent to anyone, so it must not carry words.
pub(crate) fn sign_up(
    work: &Work,
    person: Option<PersonId>,
    email: &str,
    lang: Lang,
    secret: &Secret,
) {
    let letter = Letter {
        template: "accounts/sign_up",
        email: email.to_owned(),
        person,
        lang,
        facts: json!({
            "token": secret.reveal(),
            "hours": LINK_LASTS.num_hours(),
        }),
    };
    mail::post(work, letter);
}

/// To the owner of an address that someone wanted to sign up with, or to move to.
async fn already(work: &Work, owner: Contact) -> Result<(), Fault> {
    to_person(work, "accounts/already", owner, json!({})).await
}

/// To someone who forgot their password. Not kept under マイページ: the link proves that someone reads
/// the address, and a browser left open must not prove it for them.
pub(crate) fn reset(work: &Work, person: Contact, secret: &Secret) {
    let Some(email) = person.email else {
        return;
    };
    let letter = Letter {
        template: "accounts/reset",
        email,
        person: None,
        lang: person.lang,
        facts: json!({ "token": secret.reveal(), "minutes": RESET_LASTS.num_minutes() }),
    };
    mail::post(work, letter);
}

/// To the new address of someone who moves. It is not yet theirs: not kept under マイページ.
pub(crate) fn change(work: &Work, person: &Contact, email: &str, secret: &Secret) {
    let letter = Letter {
        template: "accounts/change",
        email: email.to_owned(),
        person: None,
        lang: person.lang,
        facts: json!({
            "token": secret.reveal(),
            "hours": LINK_LASTS.num_hours(),
        }),
    };
    mail::post(work, letter);
}

/// To the address someone had before.
pub(crate) async fn changed(work: &Work, before: Contact, email: &str) -> Result<(), Fault> {
    to_person(work, "accounts/changed", before, json!({ "email": email })).await
}

/// To someone whose password was changed, so that it cannot happen behind their back.
pub(crate) async fn password_changed(work: &Work, person: Contact) -> Result<(), Fault> {
    let facts = json!({ "at": work.now() });
    to_person(work, "accounts/password_changed", person, facts).await
}

/// What a person is told about their second factor, so that nothing happens behind their back.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Told {
    /// A device was set up.
    Enrolled,
    /// They do without one from now on.
    Removed,
    /// The centre took it, because the device was lost.
    Reset,
    /// A recovery code was used.
    RecoveryUsed,
    /// The six digits are asked for no more, passkeys are left.
    DeviceRemoved,
    /// A passkey was registered.
    PasskeyAdded,
    /// A passkey was removed, others or a device are left.
    PasskeyRemoved,
}

/// To someone whose second factor has changed, or whose recovery code was used.
pub(crate) async fn second_factor(work: &Work, person: Contact, what: Told) -> Result<(), Fault> {
    let what = match what {
        Told::Enrolled => "enrolled",
        Told::Removed => "removed",
        Told::Reset => "reset",
        Told::RecoveryUsed => "recovery-used",
        Told::DeviceRemoved => "device-removed",
        Told::PasskeyAdded => "passkey-added",
        Told::PasskeyRemoved => "passkey-removed",
    };
    let facts = json!({ "at": work.now(), "what": what });
    to_person(work, "accounts/second_factor", person, facts).await
}

async fn to_person(
    work: &Work,
    template: &'static str,
    person: Contact,
    mut facts: Value,
) -> Result<(), Fault> {
    let Some(email) = person.email else {
        return Ok(());
    };
    facts["name"] = person.name.into();
    let letter = Letter {
        template,
        email,
        person: Some(person.person),
        lang: person.lang,
        facts,
    };
    mail::post(work, letter);
    Ok(())
}
