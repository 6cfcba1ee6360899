//! Access tokens, refresh tokens, password hashes, one-time codes, and what a caller may do.
//!
//! Knows nothing of the table's items or of HTTP.

#![warn(missing_docs)]

mod attempt;
mod caller;
mod codes;
mod device;
mod eddsa;
mod evidence;
mod jwt;
mod keys;
mod password;
mod refresh;
mod reset;
mod tickets;
mod tokens;
mod totp;
mod unsubscribe;

pub use attempt::{ATTEMPT_LIFE, AttemptToken, ShownAttempt};
pub use caller::{ActingSession, Admin, Caller};
pub use codes::{CODE_LIFE, CODE_TRIES, CodeOutcome, OneTimeCode, VERIFY_EMAIL, random_code};
pub use device::{DEVICE_LIFE, Device};
pub use evidence::EvidenceSigner;
pub use jwt::TokenError;
pub use keys::{KeyError, PublicKey, SigningKey};
pub use password::{MIN_COST, PasswordError, hash_password, verify_nothing, verify_password};
pub use refresh::{REFRESH_GRACE, REFRESH_TOKEN_LIFE, RefreshToken};
pub use reset::{RESET_LIFE, ResetToken, StoredReset};
pub use tickets::{TICKET_LIFE, TicketClaims, Tickets};
pub use tokens::{ACCESS_TOKEN_LIFE, Claims, TokenIssuer, TokenVerifier};
pub use totp::{Enrolment, RECOVERY_CODES, SecondFactor, SecondFactorError, code_at};
pub use unsubscribe::UnsubscribeLink;

/// The system has no randomness to give.
#[derive(Debug, thiserror::Error)]
#[error("no randomness: {0}")]
pub struct RandomError(pub String);

fn random<const N: usize>() -> Result<[u8; N], RandomError> {
    let mut bytes = [0_u8; N];
    getrandom::fill(&mut bytes).map_err(|error| RandomError(error.to_string()))?;
    Ok(bytes)
}
