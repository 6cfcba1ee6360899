//! Password hashes: bcrypt, on a thread of their own, since one takes 0.2 s of CPU at cost 12.

use proconnect_domain::{Password, one_spelling};

/// The least cost in the cloud (the brief's "salt rounds ≥ 12").
pub const MIN_COST: u32 = 12;

/// Marks a hash of a password in its one spelling (NFKC). A hash without it is older, and of the password as it was typed.
const SPELT: &str = "nfkc";

/// A password could not be hashed.
#[derive(Debug, thiserror::Error)]
#[error("password hashing failed: {0}")]
pub struct PasswordError(String);

/// Hashes a password at a cost (log2 of the rounds).
pub async fn hash_password(password: Password, cost: u32) -> Result<String, PasswordError> {
    let hash = blocking(move || bcrypt::hash(password.expose(), cost)).await?;
    Ok(format!("{SPELT}{hash}"))
}

/// Whether a candidate is the password behind a hash. What bcrypt cannot take is never the password, but takes as
/// long to refuse: the time must not tell whether there is an account.
pub async fn verify_password(candidate: String, hash: String) -> Result<bool, PasswordError> {
    let (candidate, hash) = match hash.strip_prefix(SPELT) {
        Some(hash) => (one_spelling(&candidate), hash.to_owned()),
        None => (candidate, hash),
    };
    let possible = candidate.len() <= 72 && !candidate.contains('\0');
    let candidate = if possible { candidate } else { String::new() };
    Ok(blocking(move || bcrypt::verify(candidate, &hash)).await? && possible)
}

/// Takes as long as a verification, for addresses without an account: the time tells nothing.
pub async fn verify_nothing(candidate: String, cost: u32) -> Result<bool, PasswordError> {
    let candidate: String = candidate
        .chars()
        .filter(|letter| *letter != '\0')
        .take(18)
        .collect();
    blocking(move || bcrypt::hash(candidate, cost)).await?;
    Ok(false)
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, bcrypt::BcryptError> + Send + 'static,
) -> Result<T, PasswordError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(result) => result.map_err(|error| PasswordError(error.to_string())),
        Err(error) => Err(PasswordError(error.to_string())),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn hashes_verify_and_differ() {
        let password = Password::parse("correct horse").unwrap();
        let hash = hash_password(password.clone(), 4).await.unwrap();
        assert_ne!(hash, hash_password(password, 4).await.unwrap());
        assert!(
            verify_password("correct horse".to_owned(), hash.clone())
                .await
                .unwrap()
        );
        assert!(
            !verify_password("correct horsf".to_owned(), hash.clone())
                .await
                .unwrap()
        );
        let older = bcrypt::hash("correct horse", 4).unwrap();
        assert!(verify_password("correct horse".to_owned(), older).await.unwrap());
        assert!(!verify_password("x".repeat(73), hash).await.unwrap());
        assert!(!verify_nothing("anything".to_owned(), 4).await.unwrap());
    }

    #[tokio::test]
    async fn every_keyboard_types_the_same_password() {
        let password = Password::parse("caf\u{e9} au lait").unwrap();
        let hash = hash_password(password, 4).await.unwrap();
        for typed in ["caf\u{e9} au lait", "cafe\u{301} au lait", "ｃafé au lait"] {
            assert!(
                verify_password(typed.to_owned(), hash.clone()).await.unwrap(),
                "{typed}"
            );
        }
        assert!(!verify_password("cafe au lait".to_owned(), hash).await.unwrap());
    }
}
