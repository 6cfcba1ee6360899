//! Which connections a fact closes.

use proconnect_domain::{SessionId, Timestamp, UserId};
use proconnect_events::Fact;

/// Open connections that must be closed, because their session has ended: nothing more goes to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HangUp {
    /// Those of one session.
    Session(UserId, SessionId),
    /// Those of all sessions that began before a moment.
    Before(UserId, Timestamp),
}

/// Whose connections a fact closes.
pub fn hang_up(fact: &Fact) -> Option<HangUp> {
    match *fact {
        Fact::SessionEnded { user_id, session_id } | Fact::RefreshTokenReused { user_id, session_id } => {
            Some(HangUp::Session(user_id, session_id))
        }
        Fact::SessionsEnded { user_id, before } => Some(HangUp::Before(user_id, before)),
        _ => None,
    }
}
