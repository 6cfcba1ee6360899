//! Who calls.

use proconnect_domain::{Role, Roles, SessionId, UserId};

/// A caller with a valid access token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    /// The person.
    pub user_id: UserId,
    /// The session that the token came from.
    pub session_id: SessionId,
    /// What the person may be, as it stood when the token was issued.
    pub roles: Roles,
}

impl Caller {
    /// Whether the caller has a role.
    pub fn is(&self, role: Role) -> bool {
        self.roles.contains(role)
    }
}
