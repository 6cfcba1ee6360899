//! Who sets something off, and because of what.

use crate::{Actor, Cause};
use proconnect_domain::UserId;
use std::sync::OnceLock;

/// The origin of everything that one request, message or timer's run does.
#[derive(Debug)]
pub struct Origin {
    /// What it follows from.
    pub cause: Cause,
    /// Who acts, unless a caller shows who they are.
    otherwise: Actor,
    caller: OnceLock<UserId>,
}

impl Origin {
    /// Something that follows from `cause`. `otherwise` acts, unless a caller shows who they are.
    pub fn new(cause: Cause, otherwise: Actor) -> Self {
        Self {
            cause,
            otherwise,
            caller: OnceLock::new(),
        }
    }

    /// A caller has shown who they are. The first counts: a request has one caller.
    pub fn called_by(&self, user: UserId) {
        let _ = self.caller.set(user);
    }

    /// Who acts.
    pub fn actor(&self) -> Actor {
        self.caller.get().copied().map_or(self.otherwise, Actor::User)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proconnect_domain::TypedId as _;

    #[test]
    fn who_shows_who_they_are_is_the_one_who_acts() {
        let origin = Origin::new(Cause::new("req-1"), Actor::Visitor);
        assert_eq!(origin.actor(), Actor::Visitor);
        let user = UserId::from_ulid(ulid::Ulid(1));
        origin.called_by(user);
        origin.called_by(UserId::from_ulid(ulid::Ulid(2)));
        assert_eq!(origin.actor(), Actor::User(user));
    }
}
