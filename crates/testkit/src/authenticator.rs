//! A device with one passkey, without a browser around it: it answers what a page hands to
//! `navigator.credentials`, with what a page would send back.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::{
    digest::{SHA256, digest},
    error::Unspecified,
    rand::{SecureRandom, SystemRandom},
    signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair},
};
use serde_json::{Value, json};

/// Its owner is there.
const PRESENT: u8 = 0x01;
/// And proved to the device who they are.
const VERIFIED: u8 = 0x04;
/// What it says holds the passkey itself.
const WITH_PASSKEY: u8 = 0x40;

/// A device with one passkey, used at one address.
pub struct Authenticator {
    origin: String,
    id: [u8; 32],
    key: EcdsaKeyPair,
    random: SystemRandom,
    count: AtomicU32,
    verifies: AtomicBool,
}

impl Authenticator {
    /// A new device in a browser that is at this address: `http://localhost:3000`.
    pub fn at(origin: &str) -> Result<Self, Unspecified> {
        let random = SystemRandom::new();
        let mut id = [0; 32];
        random.fill(&mut id)?;
        let kind = &ECDSA_P256_SHA256_ASN1_SIGNING;
        let pair = EcdsaKeyPair::generate_pkcs8(kind, &random)?;
        Ok(Self {
            origin: origin.to_owned(),
            id,
            key: EcdsaKeyPair::from_pkcs8(kind, pair.as_ref(), &random)
                .map_err(|_rejected| Unspecified)?,
            random,
            count: AtomicU32::new(0),
            verifies: AtomicBool::new(true),
        })
    }

    /// What the device calls its passkey.
    pub fn id(&self) -> String {
        coded(&self.id)
    }

    /// Counts from here on: a copy of the device knows nothing of what it did since.
    pub fn count_from(&self, count: u32) {
        self.count.store(count, Ordering::SeqCst);
    }

    /// From here on it asks its owner for neither finger nor face nor PIN.
    pub fn unverified(&self) {
        self.verifies.store(false, Ordering::SeqCst);
    }

    /// Makes the passkey that is asked for.
    pub fn make(&self, asked: &Value) -> String {
        let asked = &asked["publicKey"];
        let mut said = self.said(&asked["rp"]["id"], PRESENT | WITH_PASSKEY);
        said.extend([0; 16]);
        said.extend([0, 32]);
        said.extend(self.id);
        said.extend(self.public_key());
        let mut attested = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        attested.extend(u8::try_from(said.len()));
        attested.extend(said);
        let response = json!({
            "attestationObject": coded(&attested),
            "clientDataJSON": coded(&self.heard("webauthn.create", asked)),
            "transports": ["internal"],
        });
        self.answered(&response)
    }

    /// Shows its passkey.
    pub fn show(&self, asked: &Value) -> Result<String, Unspecified> {
        let asked = &asked["publicKey"];
        let said = self.said(&asked["rpId"], PRESENT);
        let heard = self.heard("webauthn.get", asked);
        let signed = [said.as_slice(), digest(&SHA256, &heard).as_ref()].concat();
        let signature = self.key.sign(&self.random, &signed)?;
        Ok(self.answered(&json!({
            "authenticatorData": coded(&said),
            "clientDataJSON": coded(&heard),
            "signature": coded(signature.as_ref()),
            "userHandle": null,
        })))
    }

    fn said(&self, centre: &Value, flags: u8) -> Vec<u8> {
        let centre = digest(&SHA256, centre.as_str().unwrap_or_default().as_bytes());
        let count = self.count.fetch_add(1, Ordering::SeqCst) + 1;
        let mut said = centre.as_ref().to_vec();
        let verified = self.verifies.load(Ordering::SeqCst);
        said.push(flags | if verified { VERIFIED } else { 0 });
        said.extend(count.to_be_bytes());
        said
    }

    fn heard(&self, kind: &str, asked: &Value) -> Vec<u8> {
        let heard = json!({
            "type": kind,
            "challenge": asked["challenge"],
            "origin": self.origin,
            "crossOrigin": false,
        });
        heard.to_string().into_bytes()
    }

    /// As COSE (RFC 9053) writes a point of P-256.
    fn public_key(&self) -> Vec<u8> {
        let (x, y) = self.key.public_key().as_ref()[1..].split_at(32);
        let head = b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20";
        [head, x, b"\x22\x58\x20", y].concat()
    }

    fn answered(&self, response: &Value) -> String {
        let answer = json!({
            "id": self.id(),
            "rawId": self.id(),
            "type": "public-key",
            "response": response,
            "clientExtensionResults": {},
        });
        answer.to_string()
    }
}

fn coded(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}
