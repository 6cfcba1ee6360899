//! The second factor: time-based one-time passwords (RFC 6238: SHA-1, six digits, 30 s) and recovery codes.

use crate::codes::keyed;
use crate::{RandomError, random};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use proconnect_domain::{RateLimit, Timestamp, UserId, one_spelling, plain_digits};
use serde::{Deserialize, Serialize};
use std::time::Duration;
use subtle::ConstantTimeEq;
use totp_rs::{Builder, Totp};

/// How many recovery codes a person gets.
pub const RECOVERY_CODES: usize = 10;
const ISSUER: &str = "ProConnect";
const PURPOSE: &str = "recovery";
/// No letter or digit that looks like another.
const ALPHABET: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz23456789x";

/// A person's second factor, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SecondFactor {
    /// The shared secret, base64. It has to be readable: codes are made from it.
    secret: String,
    /// In force only once its owner has shown a code.
    confirmed: bool,
    /// The last time step that a code was taken for: none is taken twice (RFC 6238 §5.2).
    last_step: u64,
    /// Keyed hashes of the recovery codes that are left.
    recovery: Vec<String>,
    /// Wrong codes in a row, each shown with the right password.
    #[serde(default)]
    wrong: u32,
    /// When the bucket that limits them is full again.
    #[serde(default)]
    full_at: Option<Timestamp>,
}

/// How often a code may be wrong once the password was right: only its owner, and who has the password, come so far.
const WRONG: RateLimit = RateLimit {
    burst: 5,
    every: Duration::from_secs(60),
};
/// After so many in a row it is not the owner's typing, and the password is known to somebody else.
const ALARM: u32 = 5;

/// The secret could not be made or read.
#[derive(Debug, thiserror::Error)]
#[error("second factor: {0}")]
pub struct SecondFactorError(String);

impl From<RandomError> for SecondFactorError {
    fn from(error: RandomError) -> Self {
        Self(error.to_string())
    }
}

/// What an authenticator app needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enrolment {
    /// `otpauth://totp/…`, for a QR code.
    pub url: String,
    /// The secret in base32, to type.
    pub secret: String,
}

impl SecondFactor {
    /// A fresh secret of 160 bits (RFC 4226 §4, R6), not in force yet.
    pub fn generate() -> Result<Self, SecondFactorError> {
        Ok(Self {
            secret: STANDARD_NO_PAD.encode(random::<20>()?),
            confirmed: false,
            last_step: 0,
            recovery: Vec::new(),
            wrong: 0,
            full_at: None,
        })
    }

    /// Whether it is asked for at log-in.
    pub fn is_on(&self) -> bool {
        self.confirmed
    }

    /// Whether a code may be tried now, or how long to wait.
    pub fn may_try(&self, now: Timestamp) -> Result<(), Duration> {
        WRONG.take(self.full_at, now).map(|_| ())
    }

    /// Counts a wrong code. Returns whether its owner has to be told. The caller must store `self`.
    pub fn count_wrong(&mut self, now: Timestamp) -> bool {
        self.full_at = WRONG.take(self.full_at, now).ok().or(self.full_at);
        self.wrong += 1;
        self.wrong.is_multiple_of(ALARM)
    }

    /// Forgets the wrong codes: a right one was shown.
    pub fn clear_wrong(&mut self) {
        (self.wrong, self.full_at) = (0, None);
    }

    /// How many recovery codes are left.
    pub fn recovery_left(&self) -> usize {
        self.recovery.len()
    }

    /// What the app needs; `account` is shown beside its codes.
    pub fn enrolment(&self, account: &str) -> Result<Enrolment, SecondFactorError> {
        let totp = self.totp(account)?;
        let url = totp
            .to_url()
            .map_err(|error| SecondFactorError(error.to_string()))?;
        let bytes = self.bytes()?;
        Ok(Enrolment {
            url,
            secret: totp_rs::Secret::from(bytes).to_base32(),
        })
    }

    /// Takes a code of the app, of this time step or one beside it, once. The caller must store `self`.
    pub fn take(&mut self, code: &str, now: Timestamp) -> Result<bool, SecondFactorError> {
        let seconds = u64::try_from(now.as_millis().div_euclid(1000)).unwrap_or_default();
        match self.totp("")?.check(&plain_digits(code), seconds) {
            Some(step) if step > self.last_step => {
                self.last_step = step;
                Ok(true)
            }
            _ => Ok(false),
        }
    }

    /// Takes a recovery code, once. The caller must store `self`.
    pub fn take_recovery(&mut self, secret: &[u8], user: UserId, code: &str) -> bool {
        let code: String = one_spelling(&plain_digits(code))
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|letter| letter.to_ascii_lowercase())
            .collect();
        let given = keyed(secret, user, PURPOSE, &code);
        let before = self.recovery.len();
        self.recovery
            .retain(|known| !bool::from(known.as_bytes().ct_eq(given.as_bytes())));
        self.recovery.len() < before
    }

    /// Puts it in force, and returns the recovery codes: shown once, stored as keyed hashes.
    pub fn confirm(&mut self, secret: &[u8], user: UserId) -> Result<Vec<String>, SecondFactorError> {
        let mut codes = Vec::with_capacity(RECOVERY_CODES);
        self.recovery.clear();
        for _ in 0..RECOVERY_CODES {
            let letters: String = random::<10>()?
                .iter()
                .map(|byte| char::from(ALPHABET[usize::from(byte % 32)]))
                .collect();
            self.recovery.push(keyed(secret, user, PURPOSE, &letters));
            codes.push(format!("{}-{}", &letters[..5], &letters[5..]));
        }
        self.confirmed = true;
        Ok(codes)
    }

    fn bytes(&self) -> Result<Vec<u8>, SecondFactorError> {
        STANDARD_NO_PAD
            .decode(&self.secret)
            .map_err(|error| SecondFactorError(error.to_string()))
    }

    fn totp(&self, account: &str) -> Result<Totp, SecondFactorError> {
        Builder::new()
            .with_secret(self.bytes()?)
            .with_issuer(Some(ISSUER))
            .with_account_name(account)
            .build()
            .map_err(|error| SecondFactorError(error.to_string()))
    }
}

/// The code that an app shows for a secret in base32: for tests and demos, which have no phone.
pub fn code_at(secret: &str, now: Timestamp) -> Option<String> {
    let secret = totp_rs::Secret::try_from_base32(secret).ok()?;
    let totp = Builder::new().with_secret(secret).build().ok()?;
    let seconds = u64::try_from(now.as_millis().div_euclid(1000)).ok()?;
    Some(totp.generate(seconds).to_string())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proconnect_domain::TypedId;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_millis(seconds * 1000)
    }

    #[test]
    fn codes_are_those_of_rfc_6238() {
        // Appendix B, SHA-1, its eight digits cut to six.
        let secret = totp_rs::Secret::from(b"12345678901234567890".to_vec()).to_base32();
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(code_at(&secret, at(seconds)).unwrap(), code);
        }
    }

    #[test]
    fn a_code_is_taken_once_and_only_near_its_time() {
        let mut factor = SecondFactor::generate().unwrap();
        let enrolment = factor.enrolment("ada@example.com").unwrap();
        assert!(enrolment.url.starts_with("otpauth://totp/") && enrolment.url.contains("issuer=ProConnect"));
        let now = at(1_800_000_000);
        let code = code_at(&enrolment.secret, now).unwrap();
        assert!(!factor.take("000000000", now).unwrap());
        assert!(!factor.take(&code, at(1_800_000_090)).unwrap());
        assert!(
            factor
                .take(&format!("{} {}", &code[..3], &code[3..]), now)
                .unwrap()
        );
        assert!(!factor.take(&code, now).unwrap());
        let next = code_at(&enrolment.secret, at(1_800_000_030)).unwrap();
        assert!(factor.take(&next, now).unwrap());
    }

    #[test]
    fn recovery_codes_work_once_each_for_their_owner() {
        let (ada, eve) = (UserId::from_ulid(ulid::Ulid(1)), UserId::from_ulid(ulid::Ulid(2)));
        let mut factor = SecondFactor::generate().unwrap();
        assert!(!factor.is_on());
        let codes = factor.confirm(b"secret", ada).unwrap();
        assert!(factor.is_on() && codes.len() == RECOVERY_CODES);
        assert!(!factor.take_recovery(b"secret", eve, &codes[0]));
        assert!(factor.take_recovery(b"secret", ada, &codes[0].to_uppercase()));
        assert!(!factor.take_recovery(b"secret", ada, &codes[0]));
        assert_eq!(factor.recovery_left(), RECOVERY_CODES - 1);
        assert!(!factor.take_recovery(b"secret", ada, ""));
    }

    #[test]
    fn wrong_codes_are_counted_in_a_row_and_slowed_down() {
        let mut factor = SecondFactor::generate().unwrap();
        let now = Timestamp::from_millis(1_000_000);
        let told: Vec<bool> = (0..5).map(|_| factor.count_wrong(now)).collect();
        assert_eq!(told, [false, false, false, false, true]);
        assert_eq!(factor.may_try(now), Err(Duration::from_secs(60)));
        let later = now.plus(Duration::from_secs(60));
        assert_eq!(factor.may_try(later), Ok(()));
        assert!(!factor.count_wrong(later), "told once");
        assert!(factor.may_try(later).is_err());
        factor.clear_wrong();
        assert_eq!(factor.may_try(later), Ok(()));
    }
}
