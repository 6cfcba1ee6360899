//! Tickets: who may open one WebSocket connection, within a minute.
//!
//! A ticket stands in an address and so in logs: it is good for nothing else, and signed with a key of its own, so that
//! the functions of the connection hold nothing that could sign an access token.

use crate::jwt::{self, TokenError};
use crate::{PublicKey, SigningKey};
use proconnect_domain::{SessionId, TicketId, Timestamp, UserId};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// How long a ticket for a WebSocket connection is good.
pub const TICKET_LIFE: Duration = Duration::from_secs(60);

/// What a ticket says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketClaims {
    /// The person.
    pub sub: UserId,
    /// The session.
    pub sid: SessionId,
    /// Names this ticket, so that it opens one connection only.
    pub jti: TicketId,
    /// Expires at, in seconds.
    pub exp: i64,
}

/// Issues and verifies tickets.
pub struct Tickets {
    signing: Vec<SigningKey>,
    public: Vec<PublicKey>,
}

impl jwt::Claims for TicketClaims {
    const AUDIENCE: &'static str = "proconnect-socket";
    fn exp(&self) -> i64 {
        self.exp
    }
}

impl TicketClaims {
    /// Claims of a ticket issued now.
    pub fn new(user: UserId, session: SessionId, id: TicketId, now: Timestamp) -> Self {
        Self {
            sub: user,
            sid: session,
            jti: id,
            exp: now.plus(TICKET_LIFE).as_millis().div_euclid(1000),
        }
    }
}

impl Tickets {
    /// The first key signs, all verify.
    pub fn new(keys: Vec<SigningKey>) -> Self {
        crate::eddsa::install();
        Self {
            public: keys.iter().map(|key| key.public().clone()).collect(),
            signing: keys,
        }
    }

    /// Signs a ticket.
    pub fn issue(&self, claims: TicketClaims) -> Result<String, TokenError> {
        jwt::sign(&self.signing, claims)
    }

    /// Verifies a ticket. Whether it was used before, only the table knows.
    pub fn verify(&self, ticket: &str, now: Timestamp) -> Result<TicketClaims, TokenError> {
        jwt::read(&self.public, ticket, now)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::{Claims, TokenIssuer, TokenVerifier};
    use proconnect_domain::{Role, Roles, TypedId};

    fn now() -> Timestamp {
        Timestamp::from_millis(1_800_000_000_000)
    }
    fn claims() -> TicketClaims {
        let ulid = ulid::Ulid(7);
        TicketClaims::new(
            UserId::from_ulid(ulid),
            SessionId::from_ulid(ulid),
            TicketId::from_ulid(ulid),
            now(),
        )
    }

    #[test]
    fn a_ticket_is_good_for_a_minute() {
        let tickets = Tickets::new(vec![SigningKey::generate("t").unwrap()]);
        let ticket = tickets.issue(claims()).unwrap();
        assert_eq!(tickets.verify(&ticket, now()), Ok(claims()));
        assert_eq!(
            tickets.verify(&ticket, now().plus(TICKET_LIFE)),
            Err(TokenError::Expired)
        );
    }

    #[test]
    fn keys_rotate() {
        let (old, new) = (
            SigningKey::generate("a").unwrap(),
            SigningKey::generate("b").unwrap(),
        );
        let ticket = Tickets::new(vec![old.clone()]).issue(claims()).unwrap();
        assert!(
            Tickets::new(vec![new.clone(), old])
                .verify(&ticket, now())
                .is_ok()
        );
        assert_eq!(
            Tickets::new(vec![new]).verify(&ticket, now()),
            Err(TokenError::BadSignature)
        );
    }

    /// Even when one key signs both.
    #[test]
    fn a_ticket_is_no_access_token_and_the_other_way_round() {
        let key = SigningKey::generate("a").unwrap();
        let tickets = Tickets::new(vec![key.clone()]);
        let verifier = TokenVerifier::new(vec![key.public().clone()]);
        let ticket = tickets.issue(claims()).unwrap();
        assert!(verifier.verify(&ticket, now()).is_err());
        let caller = crate::Caller {
            user_id: claims().sub,
            session_id: claims().sid,
            honoured_from: None,
            roles: Roles::of(&[Role::Client]),
        };
        let access = Claims::new(caller, now().plus(TICKET_LIFE), now());
        let access = TokenIssuer::new(vec![key]).issue(access).unwrap();
        assert!(verifier.verify(&access, now()).is_ok());
        assert!(tickets.verify(&access, now()).is_err());
    }
}
