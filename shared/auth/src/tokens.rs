//! Access tokens and tickets: JWT (RFC 7519), HS256, with a key id so that keys can rotate.

use jsonwebtoken::errors::ErrorKind;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, decode_header, encode};
use proconnect_domain::{Roles, SessionId, TicketId, Timestamp, UserId};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// How long an access token is good.
pub const ACCESS_TOKEN_LIFE: Duration = Duration::from_secs(15 * 60);
/// How long a ticket for a WebSocket connection is good.
pub const TICKET_LIFE: Duration = Duration::from_secs(60);
const ISSUER: &str = "proconnect";
/// The audience of tickets. It stands in addresses and so in logs: it must be good for nothing else.
const SOCKET: &str = "proconnect-socket";

/// A signing key and its id.
#[derive(Clone)]
pub struct SigningKey {
    /// `kid`.
    pub id: String,
    /// At least 32 random bytes (RFC 7518 §3.2: as long as the hash).
    pub secret: Vec<u8>,
}

/// The keys: the first signs, all verify.
pub struct TokenKeys(Vec<SigningKey>);

/// What an access token says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims {
    /// The person.
    pub sub: UserId,
    /// The session.
    pub sid: SessionId,
    /// Their roles.
    pub roles: Roles,
    /// Issued at, in seconds.
    pub iat: i64,
    /// Expires at, in seconds; no longer good at this very second (RFC 7519 §4.1.4).
    pub exp: i64,
}

/// What a ticket says: who may open one connection, within a minute.
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

#[derive(Serialize, Deserialize)]
struct Envelope<C> {
    iss: String,
    aud: String,
    #[serde(flatten)]
    claims: C,
}

/// Claims that know when they end.
trait Expires {
    fn exp(&self) -> i64;
}
impl Expires for Claims {
    fn exp(&self) -> i64 {
        self.exp
    }
}
impl Expires for TicketClaims {
    fn exp(&self) -> i64 {
        self.exp
    }
}

/// Why a token is not good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    /// Not a token of ours at all.
    #[error("malformed token")]
    Malformed,
    /// Signed by nobody we know, or changed since.
    #[error("bad signature")]
    BadSignature,
    /// It was good once.
    #[error("expired token")]
    Expired,
}

impl Claims {
    /// Claims of a token issued now.
    pub fn new(user: UserId, session: SessionId, roles: Roles, now: Timestamp) -> Self {
        let iat = now.as_millis().div_euclid(1000);
        Self {
            sub: user,
            sid: session,
            roles,
            iat,
            exp: iat + ACCESS_TOKEN_LIFE.as_secs() as i64,
        }
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

impl TokenKeys {
    /// Keys, the signing one first.
    pub fn new(keys: Vec<SigningKey>) -> Self {
        crate::hs256::install();
        Self(keys)
    }

    /// Signs an access token.
    pub fn issue(&self, claims: Claims) -> Result<String, TokenError> {
        self.sign(ISSUER, claims)
    }

    /// Signs a ticket.
    pub fn issue_ticket(&self, claims: TicketClaims) -> Result<String, TokenError> {
        self.sign(SOCKET, claims)
    }

    /// Verifies an access token at a given time; the system's clock is never asked.
    pub fn verify(&self, token: &str, now: Timestamp) -> Result<Claims, TokenError> {
        self.read(ISSUER, token, now)
    }

    /// Verifies a ticket. Whether it was used before, only the table knows.
    pub fn verify_ticket(&self, ticket: &str, now: Timestamp) -> Result<TicketClaims, TokenError> {
        self.read(SOCKET, ticket, now)
    }

    fn sign<C: Serialize>(&self, audience: &str, claims: C) -> Result<String, TokenError> {
        let key = self.0.first().ok_or(TokenError::BadSignature)?;
        let header = Header {
            kid: Some(key.id.clone()),
            ..Header::new(Algorithm::HS256)
        };
        let envelope = Envelope {
            iss: ISSUER.to_owned(),
            aud: audience.to_owned(),
            claims,
        };
        encode(&header, &envelope, &EncodingKey::from_secret(&key.secret)).map_err(|_| TokenError::Malformed)
    }

    fn read<C: DeserializeOwned + Expires>(
        &self,
        audience: &str,
        token: &str,
        now: Timestamp,
    ) -> Result<C, TokenError> {
        let header = decode_header(token).map_err(|_| TokenError::Malformed)?;
        let kid = header.kid.ok_or(TokenError::Malformed)?;
        let key = self
            .0
            .iter()
            .find(|key| key.id == kid)
            .ok_or(TokenError::BadSignature)?;
        // The algorithm is ours to choose, never the token's (RFC 8725 §3.1).
        let mut validation = Validation::new(Algorithm::HS256);
        validation.validate_exp = false;
        validation.required_spec_claims.clear();
        validation.set_issuer(&[ISSUER]);
        validation.set_audience(&[audience]);
        let decoded = decode::<Envelope<C>>(token, &DecodingKey::from_secret(&key.secret), &validation);
        let claims = decoded
            .map_err(|error| match error.kind() {
                ErrorKind::InvalidSignature | ErrorKind::InvalidAlgorithm => TokenError::BadSignature,
                _ => TokenError::Malformed,
            })?
            .claims
            .claims;
        if now.as_millis() >= claims.exp() * 1000 {
            return Err(TokenError::Expired);
        }
        Ok(claims)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use proconnect_domain::{Role, TypedId};

    fn key(id: &str) -> SigningKey {
        SigningKey {
            id: id.to_owned(),
            secret: id.repeat(32).into_bytes(),
        }
    }
    fn now() -> Timestamp {
        Timestamp::from_millis(1_800_000_000_000)
    }
    fn claims() -> Claims {
        let ulid = ulid::Ulid(7);
        Claims::new(
            UserId::from_ulid(ulid),
            SessionId::from_ulid(ulid),
            Roles::of(&[Role::Client]),
            now(),
        )
    }

    #[test]
    fn a_token_is_good_until_the_second_it_expires() {
        let keys = TokenKeys::new(vec![key("a")]);
        let token = keys.issue(claims()).unwrap();
        assert_eq!(keys.verify(&token, now()), Ok(claims()));
        let end = now().plus(ACCESS_TOKEN_LIFE);
        assert!(
            keys.verify(&token, Timestamp::from_millis(end.as_millis() - 1))
                .is_ok()
        );
        assert_eq!(keys.verify(&token, end), Err(TokenError::Expired));
    }

    #[test]
    fn a_ticket_opens_a_connection_for_a_minute_and_nothing_else() {
        let keys = TokenKeys::new(vec![key("a")]);
        let ulid = ulid::Ulid(7);
        let claims = TicketClaims::new(
            UserId::from_ulid(ulid),
            SessionId::from_ulid(ulid),
            TicketId::from_ulid(ulid),
            now(),
        );
        let ticket = keys.issue_ticket(claims.clone()).unwrap();
        assert_eq!(keys.verify_ticket(&ticket, now()), Ok(claims));
        assert_eq!(
            keys.verify_ticket(&ticket, now().plus(TICKET_LIFE)),
            Err(TokenError::Expired)
        );
        assert!(keys.verify(&ticket, now()).is_err(), "no access token");
        let access = keys.issue(self::claims()).unwrap();
        assert!(keys.verify_ticket(&access, now()).is_err(), "no ticket");
    }

    #[test]
    fn keys_rotate() {
        let old = TokenKeys::new(vec![key("a")]).issue(claims()).unwrap();
        assert!(
            TokenKeys::new(vec![key("b"), key("a")])
                .verify(&old, now())
                .is_ok()
        );
        assert_eq!(
            TokenKeys::new(vec![key("b")]).verify(&old, now()),
            Err(TokenError::BadSignature)
        );
    }

    #[test]
    fn forged_tokens_are_refused() {
        let keys = TokenKeys::new(vec![key("a")]);
        let token = keys.issue(claims()).unwrap();
        let [header, body, signature] = token.split('.').collect::<Vec<_>>()[..] else {
            panic!("three parts")
        };
        let encode = |json: &str| URL_SAFE_NO_PAD.encode(json);
        let admin = String::from_utf8(URL_SAFE_NO_PAD.decode(body).unwrap())
            .unwrap()
            .replace("client", "admin");
        assert_eq!(
            keys.verify(&format!("{header}.{}.{signature}", encode(&admin)), now()),
            Err(TokenError::BadSignature)
        );
        for algorithm in ["none", "HS384", "RS256"] {
            let header = encode(&format!(r#"{{"alg":"{algorithm}","kid":"a"}}"#));
            assert!(
                keys.verify(&format!("{header}.{body}.{signature}"), now())
                    .is_err(),
                "{algorithm}"
            );
        }
        let other = SigningKey {
            id: "a".to_owned(),
            secret: vec![1; 32],
        };
        let forged = TokenKeys::new(vec![other]).issue(claims()).unwrap();
        assert_eq!(keys.verify(&forged, now()), Err(TokenError::BadSignature));
        for nonsense in ["", "a.b.c", "Bearer", &format!("{header}.{body}.")] {
            assert!(keys.verify(nonsense, now()).is_err(), "{nonsense}");
        }
    }
}
