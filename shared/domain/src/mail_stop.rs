//! Why an address gets no more mail.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What made us stop sending mail to an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MailStop {
    /// Its mail server refuses mail to it for good.
    Bounced,
    /// Its reader marked one of our mails as spam.
    Complained,
}
