//! Keys of money.

use super::{Key, key};
use proconnect_domain::{ContractId, MilestoneId, PaymentId, UserId};

pub(crate) fn payment(user: UserId, id: PaymentId) -> Key {
    key(format!("USER#{user}"), format!("{PAYMENT}{id}"))
}
pub(crate) const PAYMENT: &str = "PAYMENT#";
/// The document of a line of history.
pub(crate) fn invoice(user: UserId, id: PaymentId) -> Key {
    key(format!("USER#{user}"), format!("{INVOICE}{id}"))
}
pub(crate) const INVOICE: &str = "INVOICE#";
/// What somebody wants on their invoices.
pub(crate) fn billing(user: UserId) -> Key {
    key(format!("USER#{user}"), BILLING)
}
pub(crate) const BILLING: &str = "BILLING";
pub(crate) fn invoice_counter(user: UserId) -> Key {
    key(format!("USER#{user}"), INVOICES)
}
pub(crate) const INVOICES: &str = "INVOICES";
pub(crate) fn blocked_release(user: UserId, milestone: MilestoneId) -> Key {
    key(format!("USER#{user}"), format!("{BLOCKED}{milestone}"))
}
pub(crate) const BLOCKED: &str = "BLOCKED#";
/// A journal of the ledger; `entry` names what caused it, so that it can be booked only once.
pub(crate) fn journal(contract: ContractId, entry: &str) -> Key {
    key(format!("{LEDGER}{contract}"), format!("{JOURNAL}{entry}"))
}
/// What the chain of a contract's journals ends with.
pub(crate) fn ledger_head(contract: ContractId) -> Key {
    key(format!("{LEDGER}{contract}"), LEDGER_HEAD)
}
pub(crate) const LEDGER_HEAD: &str = "HEAD";
pub(crate) const LEDGER: &str = "LEDGER#";
pub(crate) const JOURNAL: &str = "JOURNAL#";
pub(crate) fn stripe_event(id: &str) -> Key {
    key(format!("{STRIPE_EVENT}{id}"), STRIPE_EVENT_SORT)
}
pub(crate) const STRIPE_EVENT_SORT: &str = "STRIPEEVENT";
pub(crate) const STRIPE_EVENT: &str = "STRIPEEVENT#";
