//! Keys of the audit log.

use super::{Key, key};
use proconnect_domain::AuditId;

/// What admins did to one thing, by its id.
pub(crate) fn audit_of(subject: &str) -> String {
    format!("{AUDIT}{subject}")
}
pub(crate) const AUDIT: &str = "AUDIT#";
pub(crate) fn audit(subject: &str, id: AuditId) -> Key {
    key(audit_of(subject), format!("{ENTRY}{id}"))
}
pub(crate) const ENTRY: &str = "ENTRY#";
