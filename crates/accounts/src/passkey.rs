//! Passkeys (パスキー, `WebAuthn`): what a device is asked, and whether its answer is right.
//!
//! The words of the standard stay in here. A [`Challenge`] is kept by the centre and answered once;
//! a right answer is a [`Passkey`] that was made, or one that was [`Shown`].

use kernel::{Fault, PersonId};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use webauthn_rs::prelude::{
    AuthenticationResult, Passkey as Credential, PasskeyAuthentication, PasskeyRegistration, Url,
    Webauthn, WebauthnBuilder, WebauthnError,
};

use crate::{Refused, read::Contact};

/// No device's answer is longer, in bytes.
const LONGEST_ANSWER: usize = 20_000;

/// The centre as devices know it: by the name of the host in its public address. They answer no
/// other, so that a forged page learns nothing.
pub struct Centre(Webauthn);

/// What was asked of a browser's devices.
#[derive(Serialize, Deserialize)]
pub struct Challenge(Asked);

#[derive(Serialize, Deserialize)]
enum Asked {
    ToMake(PasskeyRegistration),
    ToShow(PasskeyAuthentication),
}

/// What the centre keeps of a passkey: the public key, and what the device said of itself.
#[derive(Serialize, Deserialize)]
pub struct Passkey(Credential);

/// A passkey that answered rightly just now.
pub struct Shown(AuthenticationResult);

impl Centre {
    /// The centre at its public address; `None` where that is a number: a passkey needs a name.
    pub fn at(public_url: &str, name: &str) -> Option<Self> {
        let address = Url::parse(public_url).ok()?;
        let known_as = address.domain()?;
        let builder = WebauthnBuilder::new(known_as, &address).ok()?;
        builder.rp_name(name).build().ok().map(Self)
    }

    /// Asks for a new passkey, on a device that has none of these: what the browser is told, and
    /// what is kept.
    pub fn ask_to_make(
        &self,
        owner: &Contact,
        known: &[Passkey],
    ) -> Result<(Value, Challenge), Fault> {
        let known = known.iter().map(|key| key.id().to_vec()).collect();
        let email = owner.email.as_deref().unwrap_or_default();
        let PersonId(person) = owner.person;
        let (told, kept) = self
            .0
            .start_passkey_registration(person, email, &owner.name, Some(known))
            .map_err(broken)?;
        Ok((written(&told)?, Challenge(Asked::ToMake(kept))))
    }

    /// Asks for one of these passkeys: what the browser is told, and what is kept.
    pub fn ask_to_show(&self, known: Vec<Passkey>) -> Result<(Value, Challenge), Fault> {
        let known: Vec<Credential> = known.into_iter().map(|key| key.0).collect();
        let (told, kept) = self
            .0
            .start_passkey_authentication(&known)
            .map_err(broken)?;
        Ok((written(&told)?, Challenge(Asked::ToShow(kept))))
    }

    /// The passkey that was made, if the answer is right.
    pub fn made(&self, asked: &Challenge, answer: &str) -> Result<Passkey, Refused> {
        let Asked::ToMake(asked) = &asked.0 else {
            return Err(Refused::WrongPasskey);
        };
        let made = self.0.finish_passkey_registration(&read(answer)?, asked);
        made.map(Passkey).map_err(|why| wrong(&why))
    }

    /// The passkey that was shown, if the answer is right.
    pub fn shown(&self, asked: &Challenge, answer: &str) -> Result<Shown, Refused> {
        let Asked::ToShow(asked) = &asked.0 else {
            return Err(Refused::WrongPasskey);
        };
        let shown = self.0.finish_passkey_authentication(&read(answer)?, asked);
        shown.map(Shown).map_err(|why| wrong(&why))
    }
}

impl Passkey {
    /// What the device calls it.
    pub fn id(&self) -> &[u8] {
        self.0.cred_id()
    }

    /// Notes what the device said when it was shown.
    pub fn note(&mut self, shown: &Shown) {
        self.0.update_credential(&shown.0);
    }
}

impl Shown {
    /// What the device calls it.
    pub fn id(&self) -> &[u8] {
        self.0.cred_id()
    }

    /// How often the device says it was used; 0 when it does not count.
    pub fn count(&self) -> i64 {
        self.0.counter().into()
    }
}

/// How a challenge or a passkey is stored.
pub(crate) fn stored(kept: &impl Serialize) -> Result<String, Fault> {
    serde_json::to_string(kept).map_err(|error| Fault::broken("writing a passkey", error))
}

/// The challenge or the passkey that was stored so.
pub(crate) fn restored<T: DeserializeOwned>(text: &str) -> Result<T, Fault> {
    serde_json::from_str(text).map_err(|error| Fault::broken("reading a passkey", error))
}

fn written(told: &impl Serialize) -> Result<Value, Fault> {
    serde_json::to_value(told).map_err(|error| Fault::broken("asking for a passkey", error))
}

fn read<T: DeserializeOwned>(answer: &str) -> Result<T, Refused> {
    if answer.len() > LONGEST_ANSWER {
        return Err(Refused::WrongPasskey);
    }
    serde_json::from_str(answer).map_err(|_nonsense| Refused::WrongPasskey)
}

fn broken(error: WebauthnError) -> Fault {
    Fault::broken("asking for a passkey", error)
}

/// The reason names no one and nothing of the answer; whoever set a wrong public address needs it.
fn wrong(why: &WebauthnError) -> Refused {
    tracing::info!(reason = %why, "the answer of a passkey was refused");
    Refused::WrongPasskey
}

#[cfg(test)]
mod tests;
