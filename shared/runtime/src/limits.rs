//! How often an address or an account may try what could be abused: guessing passwords and codes, filling mailboxes.
//!
//! An address is often many people behind one router, so its buckets are large; an account is one person.

use crate::App;
use proconnect_domain::RateLimit;
use proconnect_http::{ApiError, ErrorCode};
use proconnect_store::Bucket;
use std::time::Duration;

const fn limit(burst: u32, seconds: u64) -> RateLimit {
    RateLimit {
        burst,
        every: Duration::from_secs(seconds),
    }
}

/// What is limited: the buckets of the caller's address and of the account that is spoken of.
pub struct Limits {
    name: (&'static str, &'static str),
    address: RateLimit,
    account: RateLimit,
}

/// Guessing passwords.
pub const LOGIN: Limits = Limits {
    name: ("login-address", "login-account"),
    address: limit(100, 6),
    account: limit(10, 30),
};
/// Making accounts.
pub const REGISTER: Limits = Limits {
    name: ("register-address", "register-account"),
    address: limit(100, 30),
    account: limit(5, 60),
};
/// Guessing one-time codes. Each code also has its own five tries.
pub const CODE: Limits = Limits {
    name: ("code-address", "code-account"),
    address: limit(100, 6),
    account: limit(15, 30),
};
/// Asking for mails.
pub const MAIL: Limits = Limits {
    name: ("mail-address", "mail-account"),
    address: limit(30, 30),
    account: limit(5, 60),
};
/// Guessing the password or code of somebody who is signed in.
pub const CONFIRM: Limits = Limits {
    name: ("confirm-address", "confirm-account"),
    address: limit(100, 6),
    account: limit(10, 30),
};

/// Announcing files: each may put 50 MB into the bucket.
pub const UPLOAD: Limits = Limits {
    name: ("upload-address", "upload-account"),
    address: limit(300, 2),
    account: limit(60, 10),
};

/// Opening WebSocket connections: a page that reconnects does so every few seconds at most.
pub const TICKET: Limits = Limits {
    name: ("ticket-address", "ticket-account"),
    address: limit(600, 1),
    account: limit(60, 5),
};

/// Exporting everything that is kept about a person: what it reads grows with what they have done.
pub const EXPORT: Limits = Limits {
    name: ("export-address", "export-account"),
    address: limit(60, 60),
    account: limit(5, 600),
};
/// The further pages of an export: a long one has dozens.
pub const EXPORT_MORE: Limits = Limits {
    name: ("export-more-address", "export-more-account"),
    address: limit(600, 1),
    account: limit(120, 6),
};

impl App {
    /// Takes a token from the bucket of the address and from that of the account; 429 with `Retry-After` when one of
    /// them is empty.
    pub async fn limit(&self, limits: &Limits, address: &str, account: &str) -> Result<(), ApiError> {
        let buckets = [
            Bucket {
                name: limits.name.0,
                who: address,
                limit: limits.address,
            },
            Bucket {
                name: limits.name.1,
                who: account,
                limit: limits.account,
            },
        ];
        match self.store.rates().take(&buckets, self.now()).await? {
            None => Ok(()),
            Some(wait) => {
                Err(ApiError::of(ErrorCode::RateLimited).retry_after(wait.as_millis().div_ceil(1000) as u64))
            }
        }
    }
}
