//! Mails about an account.

use crate::Line;
use askama::Template;
use proconnect_domain::{FileProblem, MailStop};
use serde::{Deserialize, Serialize};

/// The password was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/password_changed.txt", blocks = ["subject", "line", "body", "action"])]
pub struct PasswordChanged {}

/// The second factor was turned on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/second_factor_enabled.txt", blocks = ["subject", "line", "body", "action"])]
pub struct SecondFactorEnabled {}

/// The second factor was turned off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/second_factor_disabled.txt", blocks = ["subject", "line", "body", "action"])]
pub struct SecondFactorDisabled {}

/// Somebody had the password and guessed at the second factor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/second_factor_guessed.txt", blocks = ["subject", "line", "body", "action"])]
pub struct SecondFactorGuessed {}

/// A refresh token was used twice: the session was ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/session_reused.txt", blocks = ["subject", "line", "body", "action"])]
pub struct SessionReused {}

/// Mail to the person's address has stopped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/mail_stopped.txt", blocks = ["subject", "line", "body", "action"])]
pub struct MailStopped {
    /// Why.
    pub why: MailStop,
}

/// A file of the person's was refused and deleted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/file_refused.txt", blocks = ["subject", "line", "body", "action"])]
pub struct FileRefused {
    /// Its name.
    pub name: Line,
    /// Why.
    pub problem: FileProblem,
}
