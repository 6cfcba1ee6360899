//! The secrets of this cloud: made at the first start, kept with its state, so that nobody is signed out by another start.

use crate::Error;
use crate::sqlite::Sqlite;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use proconnect_auth::SigningKey;

/// A key that signs tokens.
pub(crate) fn signing(state: &Sqlite, name: &str) -> Result<SigningKey, Error> {
    let text = kept(state, name, || Ok(SigningKey::generate("local")?.expose()))?;
    Ok(SigningKey::parse(&text)?)
}

/// Text that nobody can guess; text, so that a function's environment can hold it.
pub(crate) fn secret(state: &Sqlite, name: &str) -> Result<String, Error> {
    kept(state, name, || {
        let mut secret = [0_u8; 32];
        getrandom::fill(&mut secret).map_err(|error| error.to_string())?;
        Ok(STANDARD.encode(secret))
    })
}

fn kept(state: &Sqlite, name: &str, make: impl FnOnce() -> Result<String, Error>) -> Result<String, Error> {
    if let Some(kept) = state.setting(name)? {
        return Ok(kept);
    }
    let made = make()?;
    state.set(name, &made)?;
    Ok(made)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn they_are_made_once() {
        let state = Sqlite::open(None).unwrap();
        let key = signing(&state, "signing-key").unwrap();
        assert_eq!(signing(&state, "signing-key").unwrap().public(), key.public());
        assert_ne!(signing(&state, "ticket-key").unwrap().public(), key.public());
        let code = secret(&state, "code-secret").unwrap();
        assert!(code.len() >= 32);
        assert_eq!(secret(&state, "code-secret").unwrap(), code);
    }
}
