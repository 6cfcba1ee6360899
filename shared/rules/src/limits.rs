//! How often an address or an account may try what could be abused: guessing passwords and codes, filling mailboxes.
//!
//! An address is often many people behind one router, so its buckets are large. An account is one person, but anybody may
//! name it: where nobody is signed in, the tight bucket is that of an account *at one address*, so that a stranger uses
//! up their own tries and not the owner's. A larger one of the account alone slows down guessing from many addresses. It does
//! not touch browsers that have logged in to the account before: each has a bucket of its own (ADR 76).

use proconnect_domain::RateLimit;
use proconnect_http::{ApiError, network};
use proconnect_runtime::App;
use proconnect_store::Bucket;
use std::time::Duration;

const fn limit(burst: u32, seconds: u64) -> RateLimit {
    RateLimit {
        burst,
        every: Duration::from_secs(seconds),
    }
}

/// Whose a bucket is.
#[derive(Clone, Copy)]
enum Per {
    Address,
    Account,
    AccountAtAddress,
    /// A browser that has logged in before, by its id in place of the account's.
    Device,
}

/// One bucket: its name, whose it is, how many and how often.
type Rule = (&'static str, Per, RateLimit);

/// What is limited, by which buckets.
pub struct Limits(&'static [Rule]);

/// Guessing passwords, in a browser that the account does not know. A hundred in a row for one account from wherever, then eight
/// an hour (NIST SP 800-63B-4, 3.2.2); from one network half as many, so that it takes several to keep others waiting.
pub const LOGIN: Limits = Limits(&[
    ("login-address", Per::Address, limit(100, 6)),
    ("login-account", Per::Account, limit(100, 450)),
    ("login-pair", Per::AccountAtAddress, limit(10, 900)),
]);
/// The same in a browser that has logged in to the account before.
pub const LOGIN_KNOWN: Limits = Limits(&[
    ("login-address", Per::Address, limit(100, 6)),
    ("login-device", Per::Device, limit(10, 300)),
]);
/// Beginning registrations. Each may mail somebody; how much goes to one address whoever asks, the mailer counts
/// (`proconnect_store::Mailbox`), so that a stranger uses up nobody's tries here.
pub const REGISTER: Limits = Limits(&[
    ("register-address", Per::Address, limit(100, 30)),
    ("register-pair", Per::AccountAtAddress, limit(3, 900)),
]);
/// Guessing one-time codes. Each also has its own five tries, and is tried by the browser alone that it was mailed for.
pub const CODE: Limits = Limits(&[
    ("code-address", Per::Address, limit(100, 6)),
    ("code-pair", Per::AccountAtAddress, limit(15, 30)),
]);
/// Asking for one-time codes.
pub const RESEND: Limits = Limits(&[
    ("mail-address", Per::Address, limit(30, 30)),
    ("resend-pair", Per::AccountAtAddress, limit(3, 900)),
]);
/// Asking for links to set a new password.
pub const FORGOT: Limits = Limits(&[
    ("mail-address", Per::Address, limit(30, 30)),
    ("forgot-pair", Per::AccountAtAddress, limit(3, 900)),
]);
/// The same in a browser that has logged in to the account before: nobody else uses up its tries.
pub const FORGOT_KNOWN: Limits = Limits(&[("forgot-device", Per::Device, limit(5, 300))]);
/// Showing such a link. It cannot be guessed, and the account that it names can be: nothing is charged to that alone.
pub const RESET: Limits = Limits(&[
    ("reset-address", Per::Address, limit(100, 6)),
    ("reset-pair", Per::AccountAtAddress, limit(10, 30)),
]);
/// Guessing the password or code of somebody who is signed in.
pub const CONFIRM: Limits = Limits(&[
    ("confirm-address", Per::Address, limit(100, 6)),
    ("confirm-account", Per::Account, limit(10, 30)),
]);
/// Announcing files: each may put 50 MB into the bucket.
pub const UPLOAD: Limits = Limits(&[
    ("upload-address", Per::Address, limit(300, 2)),
    ("upload-account", Per::Account, limit(60, 10)),
]);
/// Opening WebSocket connections: a page that reconnects does so every few seconds at most.
pub const TICKET: Limits = Limits(&[
    ("ticket-address", Per::Address, limit(600, 1)),
    ("ticket-account", Per::Account, limit(60, 5)),
]);

/// Opening chat rooms: each is seen by somebody who did not ask for it.
pub const ROOM: Limits = Limits(&[
    ("room-address", Per::Address, limit(300, 2)),
    ("room-account", Per::Account, limit(30, 120)),
]);
/// Reporting to the moderators.
pub const REPORT: Limits = Limits(&[
    ("report-address", Per::Address, limit(100, 60)),
    ("report-account", Per::Account, limit(20, 180)),
]);

/// The payment history as a file: up to a hundred pages of it.
pub const PAYMENTS_EXPORT: Limits = Limits(&[
    ("payments-export-address", Per::Address, limit(120, 10)),
    ("payments-export-account", Per::Account, limit(20, 30)),
]);

/// A year's statement, which reads as much.
pub const PAYMENTS_STATEMENT: Limits = Limits(&[
    ("payments-statement-address", Per::Address, limit(120, 10)),
    ("payments-statement-account", Per::Account, limit(20, 30)),
]);

/// Making evidence packs: each reads up to a quarter of a gigabyte.
pub const EVIDENCE_PACK: Limits = Limits(&[
    ("evidence-pack-address", Per::Address, limit(60, 60)),
    ("evidence-pack-account", Per::Account, limit(10, 120)),
]);

/// Exporting everything that is kept about a person: what it reads grows with what they have done.
pub const EXPORT: Limits = Limits(&[
    ("export-address", Per::Address, limit(60, 60)),
    ("export-account", Per::Account, limit(5, 600)),
]);
/// The further pages of an export: a long one has dozens.
pub const EXPORT_MORE: Limits = Limits(&[
    ("export-more-address", Per::Address, limit(600, 1)),
    ("export-more-account", Per::Account, limit(120, 6)),
]);

impl Limits {
    fn buckets(&self, address: &str, account: &str) -> Vec<Bucket> {
        let bucket = |(name, per, limit): &Rule| Bucket {
            name,
            who: per.who(address, account),
            limit: *limit,
        };
        self.0.iter().map(bucket).collect()
    }
}

impl Per {
    fn who(self, address: &str, account: &str) -> String {
        match self {
            Per::Address => network(address),
            Per::Account | Per::Device => account.to_owned(),
            Per::AccountAtAddress => format!("{account}#{}", network(address)),
        }
    }
}

/// Tries that were counted, for one account. Forgotten once one of them was right: only those in a row count.
pub struct Tries {
    buckets: Vec<Bucket>,
    cached: bool,
}

impl Tries {
    /// Those that the transaction has to forget which says that one was right.
    pub fn in_table(&self) -> &[Bucket] {
        match self.cached {
            true => &[],
            false => &self.buckets,
        }
    }
}

/// Takes a token from each bucket, or from none of them: 429 with `Retry-After` when one is empty.
pub async fn check(app: &App, limits: &Limits, address: &str, account: &str) -> Result<(), ApiError> {
    tries(app, limits, address, account).await.map(|_| ())
}

/// The same in the table alone: for functions that call what cannot be reached from the cache's network (ADR 26).
pub async fn check_in_table(
    app: &App,
    limits: &Limits,
    address: &str,
    account: &str,
) -> Result<(), ApiError> {
    let buckets = limits.buckets(address, account);
    match app.store.rates().take(&buckets, app.now()).await? {
        Some(wait) => Err(ApiError::limited(wait)),
        None => Ok(()),
    }
}

/// The same, for tries that are forgotten when one is right. Those of an address are not: it may have an account of its
/// own, whose right password proves nothing about the others.
pub async fn tries(app: &App, limits: &Limits, address: &str, account: &str) -> Result<Tries, ApiError> {
    let buckets = limits.buckets(address, account);
    let kept = buckets
        .iter()
        .map(|bucket| (bucket.name, bucket.who.as_str(), bucket.limit));
    let cached = app.take_cached(kept).await;
    let is_cached = cached.is_some();
    let wait = match cached {
        Some(answer) => answer.err(),
        None => app.store.rates().take(&buckets, app.now()).await?,
    };
    if let Some(wait) = wait {
        return Err(ApiError::limited(wait));
    }
    let of_address: Vec<_> = limits
        .0
        .iter()
        .map(|(_, per, _)| matches!(per, Per::Address))
        .collect();
    let own = buckets
        .into_iter()
        .zip(of_address)
        .filter(|(_, of_address)| !of_address);
    Ok(Tries {
        buckets: own.map(|(bucket, _)| bucket).collect(),
        cached: is_cached,
    })
}

/// Forgets tries that the cache has counted, after the transaction that says that one was right.
pub async fn forget_cached(app: &App, tries: &Tries) {
    if tries.cached {
        let kept = tries.buckets.iter();
        app.forget_buckets(kept.map(|bucket| (bucket.name, bucket.who.as_str())))
            .await;
    }
}

/// Writes as much as a counted try does where there is nothing to count: the time of the answer must not tell whether
/// there is.
pub async fn count_nothing(app: &App, account: &str) -> Result<(), ApiError> {
    let bucket = Bucket {
        name: "nothing",
        who: account.to_owned(),
        limit: limit(1, 0),
    };
    app.store.rates().take(&[bucket], app.now()).await?;
    Ok(())
}
