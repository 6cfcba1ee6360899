use super::*;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use proconnect_domain::{Role, TypedId};
use sha2::Sha256;

fn key(id: &str) -> SigningKey {
    SigningKey::generate(id).unwrap()
}
fn issuer(key: &SigningKey) -> TokenIssuer {
    TokenIssuer::new(vec![key.clone()])
}
fn verifier(keys: &[&SigningKey]) -> TokenVerifier {
    TokenVerifier::new(keys.iter().map(|key| key.public().clone()).collect())
}
fn now() -> Timestamp {
    Timestamp::from_millis(1_800_000_000_000)
}
fn claims() -> Claims {
    let ulid = ulid::Ulid(7);
    let caller = Caller {
        user_id: UserId::from_ulid(ulid),
        session_id: SessionId::from_ulid(ulid),
        honoured_from: Some(now()),
        roles: Roles::of(&[Role::Client]),
    };
    Claims::new(caller, now().plus(ACCESS_TOKEN_LIFE * 2), now())
}
fn encode(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}
/// Header, body and signature.
fn parts(token: &str) -> [&str; 3] {
    token.split('.').collect::<Vec<_>>().try_into().unwrap()
}

#[test]
fn a_token_is_good_until_the_second_it_expires() {
    let key = key("a");
    let (token, verifier) = (issuer(&key).issue(claims()).unwrap(), verifier(&[&key]));
    assert_eq!(verifier.verify(&token, now()), Ok(claims()));
    let end = now().plus(ACCESS_TOKEN_LIFE);
    let before = Timestamp::from_millis(end.as_millis() - 1);
    assert!(verifier.verify(&token, before).is_ok());
    assert_eq!(verifier.verify(&token, end), Err(TokenError::Expired));
}

#[test]
fn a_token_ends_with_its_session() {
    let key = key("a");
    let end = now().plus(ACCESS_TOKEN_LIFE / 2);
    let claims = Claims::new(claims().into_caller(), end, now());
    assert_eq!(u64::from(claims.life()), ACCESS_TOKEN_LIFE.as_secs() / 2);
    let (token, verifier) = (issuer(&key).issue(claims).unwrap(), verifier(&[&key]));
    assert!(verifier.verify(&token, now()).is_ok());
    assert_eq!(verifier.verify(&token, end), Err(TokenError::Expired));
}

#[test]
fn a_token_tells_under_what_its_session_began() {
    let caller = claims().into_caller();
    assert_eq!(caller.honoured_from, Some(now()));
    let unmarked = Caller {
        honoured_from: None,
        ..caller
    };
    let key = key("a");
    let claims = Claims::new(unmarked.clone(), now().plus(ACCESS_TOKEN_LIFE), now());
    let token = issuer(&key).issue(claims).unwrap();
    let read = verifier(&[&key]).verify(&token, now()).unwrap();
    assert_eq!(read.into_caller(), unmarked);
}

/// docs/operations.md, "Rotate keys": at each step, what either key has signed is good until it expires.
#[test]
fn keys_rotate_and_nobody_notices() {
    let (old, new) = (key("a"), key("b"));
    let first = issuer(&old).issue(claims()).unwrap();
    let both = verifier(&[&old, &new]);
    assert!(both.verify(&first, now()).is_ok(), "the new one is known");
    let second = TokenIssuer::new(vec![new.clone(), old]).issue(claims()).unwrap();
    assert!(both.verify(&second, now()).is_ok() && both.verify(&first, now()).is_ok());
    let after = verifier(&[&new]);
    assert!(after.verify(&second, now()).is_ok(), "the first key signs");
    assert_eq!(after.verify(&first, now()), Err(TokenError::BadSignature));
}

#[test]
fn changed_tokens_are_refused() {
    let key = key("a");
    let (token, verifier) = (issuer(&key).issue(claims()).unwrap(), verifier(&[&key]));
    let [header, body, signature] = parts(&token);
    let admin = String::from_utf8(URL_SAFE_NO_PAD.decode(body).unwrap()).unwrap();
    let admin = encode(admin.replace("client", "admin"));
    assert_eq!(
        verifier.verify(&format!("{header}.{admin}.{signature}"), now()),
        Err(TokenError::BadSignature)
    );
    for nonsense in ["", "a.b.c", "Bearer", &format!("{header}.{body}.")] {
        assert!(verifier.verify(nonsense, now()).is_err(), "{nonsense}");
    }
}

/// The algorithm is not the token's to choose: neither none, nor another one over the same signature.
#[test]
fn another_algorithm_is_refused() {
    let key = key("a");
    let (token, verifier) = (issuer(&key).issue(claims()).unwrap(), verifier(&[&key]));
    let [_, body, signature] = parts(&token);
    for algorithm in ["none", "None", "HS256", "HS384", "RS256", "ES256", "Ed25519"] {
        let header = encode(format!(r#"{{"alg":"{algorithm}","kid":"a"}}"#));
        for signature in ["", signature] {
            let forged = format!("{header}.{body}.{signature}");
            assert!(verifier.verify(&forged, now()).is_err(), "{algorithm}");
        }
    }
}

/// The classic confusion (RFC 8725 §2.1): everybody knows the public key, so it must be no secret of an HMAC.
#[test]
fn hs256_with_the_public_key_as_its_secret_is_refused() {
    let key = key("a");
    let token = issuer(&key).issue(claims()).unwrap();
    let [_, body, _] = parts(&token);
    let text = key.public().to_string();
    let encoded = text.split_once(':').unwrap().1;
    let der = base64::engine::general_purpose::STANDARD.decode(encoded).unwrap();
    for secret in [key.public().bytes(), &der, encoded.as_bytes(), text.as_bytes()] {
        let message = format!("{}.{body}", encode(r#"{"typ":"JWT","alg":"HS256","kid":"a"}"#));
        let mac = Hmac::<Sha256>::new_from_slice(secret)
            .unwrap()
            .chain_update(&message);
        let forged = format!("{message}.{}", encode(mac.finalize().into_bytes()));
        assert_eq!(
            verifier(&[&key]).verify(&forged, now()),
            Err(TokenError::BadSignature)
        );
    }
}

#[test]
fn another_key_is_refused_whatever_it_calls_itself() {
    let known = key("a");
    let verifier = verifier(&[&known]);
    for (stranger, what) in [(key("a"), "the same id"), (key("b"), "an id that is not known")] {
        let forged = issuer(&stranger).issue(claims()).unwrap();
        assert_eq!(
            verifier.verify(&forged, now()),
            Err(TokenError::BadSignature),
            "{what}"
        );
    }
    let token = issuer(&known).issue(claims()).unwrap();
    let [_, body, signature] = parts(&token);
    let header = encode(r#"{"typ":"JWT","alg":"EdDSA"}"#);
    let nameless = format!("{header}.{body}.{signature}");
    assert_eq!(
        verifier.verify(&nameless, now()),
        Err(TokenError::Malformed),
        "no id"
    );
}
