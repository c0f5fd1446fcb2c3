//! Hashing passwords: slow on purpose, so never inside a transaction and never many at once.

use argon2::{
    Algorithm, Argon2, Params, PasswordHash, PasswordHasher, PasswordVerifier, Version,
    password_hash::SaltString,
};
use kernel::Fault;
use tokio::sync::Semaphore;

use crate::rules::plain_password;

/// Two at once: each takes 19 MiB and a core, and the pages need the rest.
static TURNS: Semaphore = Semaphore::const_new(2);

/// What an unknown address is checked against, so that it takes as long as a known one.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// The hash of a password, as it is stored.
pub async fn hash(password: &str) -> Result<String, Fault> {
    let password = plain_password(password);
    in_turn(move || {
        let salt = SaltString::encode_b64(&rand::random::<[u8; 16]>())?;
        let hash = argon2()?.hash_password(password.as_bytes(), &salt)?;
        Ok(hash.to_string())
    })
    .await
}

/// Whether this is the password of that hash. Without a hash it takes as long and is `false`.
pub async fn matches(password: &str, hash: Option<&str>) -> Result<bool, Fault> {
    let password = plain_password(password);
    let known = hash.is_some();
    let hash = hash.unwrap_or(NOBODY).to_owned();
    in_turn(move || {
        let hash = PasswordHash::new(&hash)?;
        let same = argon2()?
            .verify_password(password.as_bytes(), &hash)
            .is_ok();
        Ok(same && known)
    })
    .await
}

/// 19 MiB, two passes, one lane: OWASP's first choice for Argon2id.
fn argon2() -> argon2::password_hash::Result<Argon2<'static>> {
    let params = Params::new(19_456, 2, 1, None)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

async fn in_turn<T: Send + 'static>(
    work: impl FnOnce() -> argon2::password_hash::Result<T> + Send + 'static,
) -> Result<T, Fault> {
    let broken = |source| Fault::broken("hashing a password", source);
    let turn = TURNS
        .acquire()
        .await
        .map_err(|error| Fault::broken("waiting to hash a password", error))?;
    // The turn goes along: a person who leaves does not end a hash that has begun.
    let hashing = move || {
        let _turn = turn;
        work()
    };
    tokio::task::spawn_blocking(hashing)
        .await
        .map_err(|error| Fault::broken("hashing a password", error))?
        .map_err(|error| broken(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_hash_knows_its_password_and_nobody_has_one() {
        let stored = hash("か\u{3099}っこうの裏庭です").await.unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(matches("がっこうの裏庭です", Some(&stored)).await.unwrap());
        assert!(!matches("がっこうの表庭です", Some(&stored)).await.unwrap());
        assert!(!matches("", None).await.unwrap());
    }
}
