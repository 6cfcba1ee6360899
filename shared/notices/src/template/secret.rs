//! Mails that are no notice of a fact: two bear a secret, one answers a stranger's call, one goes to somebody who is no longer known, and one sums up. They are made on
//! their way out and cannot be serialised, so no queue and no outbox record ever holds them.

use crate::Line;
use askama::Template;

/// The one-time code for a new account.
#[derive(Template)]
#[template(path = "words/verify_email.txt", blocks = ["subject", "body", "action"])]
pub(crate) struct VerifyEmail {}

/// The link to set a new password.
#[derive(Template)]
#[template(path = "words/reset_password.txt", blocks = ["subject", "body", "action"])]
pub(crate) struct ResetPassword {}

/// The account was closed by its owner.
#[derive(Template)]
#[template(path = "words/account_closed.txt", blocks = ["subject", "body", "action"])]
pub(crate) struct AccountClosed {}

/// Somebody wanted to make an account with the address of one that exists, or asked for a code that is not needed.
#[derive(Template)]
#[template(path = "words/account_exists.txt", blocks = ["subject", "body", "action"])]
pub(crate) struct AccountExists {}

/// What somebody has not read since the last digest.
#[derive(Template)]
#[template(path = "words/digest.txt", blocks = ["subject", "body", "action"])]
pub(crate) struct Digest<'a> {
    /// The newest.
    pub(crate) lines: &'a [Line],
    /// How many there are in all.
    pub(crate) count: usize,
}
