//! Keys of accounts and sessions.

use super::{Key, key};
use proconnect_domain::{Email, SessionId, UserId};

pub(crate) fn user(id: UserId) -> Key {
    key(format!("{USER}{id}"), USER_SORT)
}
pub(crate) const USER: &str = "USER#";
pub(crate) const USER_SORT: &str = "#USER";
/// The key of something that was read under a person. It can be nobody else's, whatever was read.
pub(crate) fn of_person(pk: &str, sk: String) -> Key {
    let id = pk.strip_prefix(USER).unwrap_or_default();
    key(format!("{USER}{id}"), sk)
}
pub(crate) fn session(user: UserId, id: SessionId) -> Key {
    key(format!("USER#{user}"), format!("{SESSION}{id}"))
}
pub(crate) const SESSION: &str = "SESSION#";
/// Since when a person's sessions are honoured, before the sessions themselves: one query reads both.
pub(crate) fn sessions_from(user: UserId) -> Key {
    key(format!("USER#{user}"), SESSIONS_FROM)
}
pub(crate) const SESSIONS_FROM: &str = "SESSION##FROM";
/// Holds an e-mail address for one account.
pub(crate) fn email_claim(email: &Email) -> Key {
    key(format!("{EMAIL}{email}"), EMAIL_SORT)
}
pub(crate) const EMAIL: &str = "EMAIL#";
pub(crate) const EMAIL_SORT: &str = "EMAIL";
pub(crate) fn by_email(email: &Email) -> (String, String) {
    (format!("EMAIL#{email}"), "USER".to_owned())
}
/// A registration that waits for its code.
pub(crate) fn attempt(id: UserId) -> Key {
    key(format!("{ATTEMPT}{id}"), ATTEMPT_SORT)
}
pub(crate) const ATTEMPT: &str = "ATTEMPT#";
pub(crate) const ATTEMPT_SORT: &str = "ATTEMPT";
/// It stands beside the account of its address, and sorts before it.
pub(crate) fn attempts_by_email(email: &Email, id: UserId) -> (String, String) {
    (by_email(email).0, format!("{ATTEMPT}{id}"))
}
/// What was mailed to an address in the last day, unasked.
pub(crate) fn mailbox(email: &Email) -> Key {
    key(format!("{EMAIL}{email}"), MAILS_SORT)
}
pub(crate) const MAILS_SORT: &str = "MAILS";
/// That an address gets no more mail.
pub(crate) fn suppression(email: &Email) -> Key {
    key(format!("{EMAIL}{email}"), SUPPRESSED_SORT)
}
pub(crate) const SUPPRESSED_SORT: &str = "SUPPRESSED";
