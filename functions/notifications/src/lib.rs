//! Mails.

mod account;
pub mod email_worker;

use proconnect_runtime::Function;

/// The functions of this domain.
pub const FUNCTIONS: &[Function] = &[proconnect_runtime::sqs!(
    "notifications-email-worker",
    email_worker::handle
)];
