//! Secret links and tokens: 32 random bytes for the person, their SHA-256 for the database.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

/// A secret as its holder has it. It is shown once and never stored.
pub struct Secret(String);

impl Secret {
    /// A new secret from the operating system's randomness, 43 characters.
    pub fn random() -> Self {
        Self(URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>()))
    }

    /// What the holder sends back.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What the database keeps.
    pub fn digest(&self) -> Vec<u8> {
        Self::digest_of(&self.0)
    }

    /// The digest of a secret that someone presents.
    pub fn digest_of(presented: &str) -> Vec<u8> {
        Sha256::digest(presented.as_bytes()).to_vec()
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}
