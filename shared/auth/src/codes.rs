//! One-time codes: six digits, ten minutes, five tries, stored as a keyed hash.

use crate::{RandomError, random};
use hmac::{Hmac, KeyInit, Mac};
use proconnect_domain::{Timestamp, UserId, plain_digits};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use std::time::Duration;
use subtle::ConstantTimeEq;

/// How long a code is good.
pub const CODE_LIFE: Duration = Duration::from_secs(10 * 60);
/// How many wrong tries lock it.
pub const CODE_TRIES: u8 = 5;

/// The purpose of a code that verifies an e-mail address. A code for one purpose serves no other.
pub const VERIFY_EMAIL: &str = "verify-email";

/// A code that was sent, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OneTimeCode {
    hash: String,
    expires_at: Timestamp,
    tries_left: u8,
    /// The code before it, while that is fresh: asking for codes in somebody's name must not void the one that they
    /// are about to type.
    #[serde(default)]
    earlier: Option<Earlier>,
}

/// A code that another was sent after. They share their tries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Earlier {
    hash: String,
    expires_at: Timestamp,
}

/// What came of a try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeOutcome {
    /// Right. The code must not be taken again.
    Accepted,
    /// Wrong; so many tries are left.
    Wrong(u8),
    /// Too many wrong tries, whatever was given now.
    Locked,
    /// Too late.
    Expired,
}

/// Six digits, each value equally likely.
pub fn random_code() -> Result<String, RandomError> {
    // Values from the last, incomplete million of the range would come up more often: draw again.
    const LIMIT: u32 = u32::MAX - u32::MAX % 1_000_000;
    loop {
        let value = u32::from_be_bytes(random()?);
        if value < LIMIT {
            return Ok(format!("{:06}", value % 1_000_000));
        }
    }
}

impl OneTimeCode {
    /// A fresh code: the digits for the mail, and what is stored of them.
    pub fn issue(
        secret: &[u8],
        user: UserId,
        purpose: &str,
        now: Timestamp,
    ) -> Result<(String, Self), RandomError> {
        let code = random_code()?;
        let stored = Self::new(secret, user, purpose, &code, now);
        Ok((code, stored))
    }

    /// A code to store. `secret` is the server's; `purpose` keeps a code for one thing from serving another.
    pub fn new(secret: &[u8], user: UserId, purpose: &str, code: &str, now: Timestamp) -> Self {
        Self {
            hash: keyed(secret, user, purpose, code),
            expires_at: now.plus(CODE_LIFE),
            tries_left: CODE_TRIES,
            earlier: None,
        }
    }

    /// The same, with the code before it, if that can still be used.
    pub fn after(self, before: Option<Self>, now: Timestamp) -> Self {
        let earlier = before.filter(|code| code.tries_left > 0 && now < code.expires_at);
        Self {
            earlier: earlier.map(|code| Earlier {
                hash: code.hash,
                expires_at: code.expires_at,
            }),
            ..self
        }
    }

    /// Tries a code. A wrong try is counted in `self`, which the caller must store.
    pub fn check(
        &mut self,
        secret: &[u8],
        user: UserId,
        purpose: &str,
        code: &str,
        now: Timestamp,
    ) -> CodeOutcome {
        if now >= self.expires_at {
            return CodeOutcome::Expired;
        }
        if self.tries_left == 0 {
            return CodeOutcome::Locked;
        }
        let given = keyed(secret, user, purpose, &plain_digits(code));
        let earlier = self.earlier.iter().filter(|code| now < code.expires_at);
        let mut hashes = earlier.map(|code| &code.hash).chain([&self.hash]);
        if hashes.any(|hash| given.as_bytes().ct_eq(hash.as_bytes()).into()) {
            return CodeOutcome::Accepted;
        }
        self.tries_left -= 1;
        if self.tries_left == 0 {
            CodeOutcome::Locked
        } else {
            CodeOutcome::Wrong(self.tries_left)
        }
    }
}

pub(crate) fn keyed(secret: &[u8], user: UserId, purpose: &str, code: &str) -> String {
    let bytes = keyed_bytes(secret, user, purpose, code);
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(crate) fn keyed_bytes(secret: &[u8], user: UserId, purpose: &str, text: &str) -> Vec<u8> {
    // HMAC takes keys of any length, so this cannot fail; an empty tag would match no stored hash.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret) else {
        return Vec::new();
    };
    mac.update(format!("{user}\n{purpose}\n{text}").as_bytes());
    mac.finalize().into_bytes().to_vec()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proconnect_domain::TypedId;

    const SECRET: &[u8] = b"secret";
    fn user() -> UserId {
        UserId::from_ulid(ulid::Ulid(1))
    }
    fn now() -> Timestamp {
        Timestamp::from_millis(1_000)
    }

    #[test]
    fn five_wrong_tries_lock_even_the_right_code() {
        let mut code = OneTimeCode::new(SECRET, user(), "verify", "123456", now());
        for left in [4, 3, 2, 1] {
            assert_eq!(
                code.check(SECRET, user(), "verify", "000000", now()),
                CodeOutcome::Wrong(left)
            );
        }
        assert_eq!(
            code.check(SECRET, user(), "verify", "000000", now()),
            CodeOutcome::Locked
        );
        assert_eq!(
            code.check(SECRET, user(), "verify", "123456", now()),
            CodeOutcome::Locked
        );
    }

    #[test]
    fn a_code_is_for_one_person_one_purpose_and_ten_minutes() {
        let mut code = OneTimeCode::new(SECRET, user(), "verify", "123456", now());
        let other = UserId::from_ulid(ulid::Ulid(2));
        assert_eq!(
            code.check(SECRET, other, "verify", "123456", now()),
            CodeOutcome::Wrong(4)
        );
        assert_eq!(
            code.check(SECRET, user(), "reset", "123456", now()),
            CodeOutcome::Wrong(3)
        );
        assert_eq!(
            code.check(SECRET, user(), "verify", "123456", now().plus(CODE_LIFE)),
            CodeOutcome::Expired
        );
        assert_eq!(
            code.check(SECRET, user(), "verify", " 123456 ", now()),
            CodeOutcome::Accepted
        );
    }

    #[test]
    fn the_code_before_stays_good_while_it_is_fresh_and_shares_the_tries() {
        let first = OneTimeCode::new(SECRET, user(), "verify", "111111", now());
        let later = now().plus(CODE_LIFE / 2);
        let second =
            OneTimeCode::new(SECRET, user(), "verify", "222222", later).after(Some(first.clone()), later);
        let check = |code: &OneTimeCode, given: &str, at: Timestamp| {
            code.clone().check(SECRET, user(), "verify", given, at)
        };
        assert_eq!(check(&second, "111111", later), CodeOutcome::Accepted);
        assert_eq!(check(&second, "222222", later), CodeOutcome::Accepted);
        let end = now().plus(CODE_LIFE);
        assert_eq!(check(&second, "111111", end), CodeOutcome::Wrong(4));
        assert_eq!(check(&second, "222222", end), CodeOutcome::Accepted);
        let mut locked = first;
        for _ in 0..CODE_TRIES {
            locked.check(SECRET, user(), "verify", "000000", now());
        }
        let fresh = OneTimeCode::new(SECRET, user(), "verify", "222222", later).after(Some(locked), later);
        assert_eq!(
            check(&fresh, "111111", later),
            CodeOutcome::Wrong(4),
            "locked for good"
        );
    }

    #[test]
    fn a_code_is_taken_as_people_paste_it() {
        let code = OneTimeCode::new(SECRET, user(), "verify", "803550", now());
        for pasted in [
            "803 550",
            "803-550",
            "803\u{a0}550",
            "８０３５５０",
            "٨٠٣٥٥٠",
            "803\u{200b}550",
            "\u{feff}803550\n",
        ] {
            let taken = code.clone().check(SECRET, user(), "verify", pasted, now());
            assert_eq!(taken, CodeOutcome::Accepted, "{pasted:?}");
        }
    }

    #[test]
    fn codes_are_six_digits() {
        for _ in 0..100 {
            let code = random_code().unwrap();
            assert!(code.len() == 6 && code.bytes().all(|digit| digit.is_ascii_digit()));
        }
    }
}
