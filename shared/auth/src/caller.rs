//! Who calls.

use proconnect_domain::{Role, Roles, SessionId, Timestamp, UserId};

/// A caller with a valid access token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    /// The person.
    pub user_id: UserId,
    /// The session that the token came from.
    pub session_id: SessionId,
    /// What the account's `sessions_from` was when that session began: a session that carries another has ended.
    pub honoured_from: Option<Timestamp>,
    /// What the person may be, as it stood when the token was issued.
    pub roles: Roles,
}

/// The session by which somebody acts. What it writes goes through only while it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ActingSession {
    /// Which.
    pub id: SessionId,
    /// The account's `sessions_from` when it began.
    pub honoured_from: Option<Timestamp>,
}

impl Caller {
    /// The session that they act by.
    pub fn session(&self) -> ActingSession {
        ActingSession {
            id: self.session_id,
            honoured_from: self.honoured_from,
        }
    }

    /// The caller as an admin, if they are one.
    pub fn admin(self) -> Option<Admin> {
        self.is(Role::Admin).then_some(Admin(self))
    }

    /// Whether the caller has a role.
    pub fn is(&self, role: Role) -> bool {
        self.roles.contains(role)
    }
}

/// A caller who is an admin. Whatever an admin does to what is somebody else's is begun with one, so none can be made but
/// out of a caller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Admin(Caller);

impl Admin {
    /// Who it is.
    pub fn caller(&self) -> &Caller {
        &self.0
    }
}
