//! The settings, as values of their own types.

use crate::environment::{ConfigError, number, optional};
use crate::values::Values;
use proconnect_auth::{KeyError, PublicKey, SigningKey};
use proconnect_domain::PLATFORM_FEE_BASIS_POINTS;
use proconnect_http::OriginHash;

/// What may be given directly or as a reference to a secret.
pub(crate) const SECRETS: [&str; 8] = [
    "TOKEN_SIGNING_KEYS",
    "TOKEN_PUBLIC_KEYS",
    "TICKET_KEY",
    "CODE_SECRET",
    "EVIDENCE_SIGNING_KEYS",
    "EVIDENCE_PUBLIC_KEYS",
    "STRIPE_SECRET_KEY",
    "STRIPE_WEBHOOK_SECRETS",
];

/// A key that is shorter can be guessed.
const LEAST_SECRET: usize = 32;

/// Every setting that a handler may ask for. A function that asks for no secret is given none.
#[derive(Clone)]
pub struct Config {
    /// The SPA's origin, without a slash at the end.
    pub public_url: String,
    /// The platform's fee in basis points, taken only from released money.
    pub fee_basis_points: u32,
    /// Who the platform is on its own invoices: legal name, lines of the address, and, behind `tax `, the tax number, with
    /// bars between.
    pub platform_seller: Option<String>,
    /// bcrypt's cost; 12 or more in the cloud.
    pub password_cost: u32,
    /// Sign access tokens; the first is used. Only in the functions that sign somebody in.
    pub signing_keys: Vec<SigningKey>,
    /// Verify access tokens. None in a function that looks at no tokens.
    pub public_keys: Vec<PublicKey>,
    /// Sign and verify tickets for WebSocket connections; the first signs.
    pub ticket_keys: Vec<SigningKey>,
    /// Sign evidence packs; the first is used. Only where packs are made.
    pub evidence_signing_keys: Vec<SigningKey>,
    /// Verify evidence packs: what is published, those of earlier packs among them.
    pub evidence_public_keys: Vec<PublicKey>,
    /// Keys the hashes of one-time codes. Empty in a function that has nothing to do with them.
    pub code_secret: Vec<u8>,
    /// Answers tell what they cost the table. Not in the cloud: what a stranger's call cost tells what was found.
    pub server_timing: bool,
    /// Hashes of what CloudFront sends along, where the API stands behind it: then nobody else may call.
    pub origin_hashes: Vec<OriginHash>,
    /// A Redis or Valkey for limits and hot data: `rediss://…`. Without one, the table and memory.
    pub cache_url: Option<String>,
    /// Where browsers open WebSocket connections, `ws:` or `wss:`.
    pub socket_url: Option<String>,
    /// The secrets of Stripe's webhook endpoints (platform, connected accounts).
    pub webhook_secrets: Vec<String>,
    /// The processor's secret key.
    pub stripe_key: Option<String>,
    /// Another origin than Stripe's own, for the stand-in.
    pub stripe_url: Option<String>,
}

impl Config {
    /// The settings, of which those in `values` may lie in secrets.
    pub(crate) fn of(public_url: &str, values: &Values) -> Result<Self, ConfigError> {
        let cost = number("PASSWORD_COST", 12)?;
        if cost < proconnect_auth::MIN_COST {
            return Err(ConfigError(format!(
                "PASSWORD_COST must be at least {}",
                proconnect_auth::MIN_COST
            )));
        }
        // A function is given them because it needs them.
        if let Some(name) = SECRETS.iter().find(|name| values.is_hollow(name)) {
            return Err(values.error(name, "is empty"));
        }
        let code_secret = values.optional("CODE_SECRET").unwrap_or_default();
        if !code_secret.is_empty() && code_secret.len() < LEAST_SECRET {
            return Err(values.error("CODE_SECRET", "must have at least 32 bytes"));
        }
        Ok(Self {
            public_url: public_url.trim_end_matches('/').to_owned(),
            fee_basis_points: number("FEE_BASIS_POINTS", PLATFORM_FEE_BASIS_POINTS)?,
            platform_seller: optional("PLATFORM_SELLER"),
            password_cost: cost,
            signing_keys: keys(values, "TOKEN_SIGNING_KEYS", SigningKey::parse, |key| {
                key.public().id()
            })?,
            public_keys: keys(values, "TOKEN_PUBLIC_KEYS", PublicKey::parse, PublicKey::id)?,
            ticket_keys: keys(values, "TICKET_KEY", SigningKey::parse, |key| key.public().id())?,
            evidence_signing_keys: keys(values, "EVIDENCE_SIGNING_KEYS", SigningKey::parse, |key| {
                key.public().id()
            })?,
            evidence_public_keys: keys(values, "EVIDENCE_PUBLIC_KEYS", PublicKey::parse, PublicKey::id)?,
            code_secret: code_secret.as_bytes().to_vec(),
            server_timing: optional("SERVER_TIMING").as_deref() == Some("1"),
            origin_hashes: origin_hashes(optional("ORIGIN_HASHES"))?,
            cache_url: optional("CACHE_URL"),
            socket_url: optional("SOCKET_URL"),
            webhook_secrets: values.list("STRIPE_WEBHOOK_SECRETS"),
            stripe_key: values.optional("STRIPE_SECRET_KEY").map(str::to_owned),
            stripe_url: optional("STRIPE_URL"),
        })
    }

    /// Cookies are `Secure` wherever the SPA is served over TLS.
    pub fn secure_cookies(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

/// `id:base64,id:base64`. Two of one id would leave it to their order whose tokens are good.
fn keys<K>(
    values: &Values,
    name: &str,
    parse: fn(&str) -> Result<K, KeyError>,
    id: fn(&K) -> &str,
) -> Result<Vec<K>, ConfigError> {
    let mut keys: Vec<K> = Vec::new();
    for text in values.list(name) {
        let key = parse(&text).map_err(|error| values.error(name, &error.to_string()))?;
        if keys.iter().any(|other| id(other) == id(&key)) {
            return Err(values.error(name, "has two keys of the same id"));
        }
        keys.push(key);
    }
    Ok(keys)
}

/// SHA-256 in hex, with commas between; none where there is no edge.
fn origin_hashes(given: Option<String>) -> Result<Vec<OriginHash>, ConfigError> {
    let parse = |part: &str| {
        let digits = (part.len() == 64 && part.is_ascii()).then_some(part)?;
        let mut hash = OriginHash::default();
        for (at, byte) in hash.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).ok()?;
        }
        Some(hash)
    };
    let given = given.unwrap_or_default();
    let parts = given.split(',').map(str::trim).filter(|part| !part.is_empty());
    parts
        .map(|part| parse(part).ok_or_else(|| ConfigError("ORIGIN_HASHES must be SHA-256 in hex".to_owned())))
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// Two pairs, as OpenSSL writes them.
    const SIGNING: &str = "k2:MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g,\
        k1:MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC";
    const PUBLIC: &str = "k1:MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=,\
        k2:MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

    fn config(given: &[(&str, &str)]) -> Result<Config, ConfigError> {
        let get = |name: &str| {
            let found = given.iter().find(|(given, _)| *given == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        Config::of("https://a.example/", &Values::new(&SECRETS, get)?)
    }

    #[test]
    fn a_function_without_secrets_has_none() {
        let config = config(&[("TOKEN_PUBLIC_KEYS", "")]).unwrap();
        assert_eq!(config.public_url, "https://a.example");
        assert!(config.secure_cookies());
        assert!(config.signing_keys.is_empty() && config.public_keys.is_empty());
        assert!(config.ticket_keys.is_empty() && config.code_secret.is_empty());
        assert!(config.evidence_signing_keys.is_empty() && config.evidence_public_keys.is_empty());
        assert!(config.origin_hashes.is_empty() && config.webhook_secrets.is_empty());
    }

    #[test]
    fn several_keys_are_kept_in_their_order() {
        let config = config(&[("TOKEN_SIGNING_KEYS", SIGNING), ("TOKEN_PUBLIC_KEYS", PUBLIC)]).unwrap();
        let signing: Vec<_> = config.signing_keys.iter().map(|key| key.public().id()).collect();
        assert_eq!(signing, ["k2", "k1"]);
        let public: Vec<_> = config.public_keys.iter().map(PublicKey::id).collect();
        assert_eq!(public, ["k1", "k2"]);
        assert_eq!(*config.signing_keys[0].public(), config.public_keys[1]);
    }

    #[tokio::test]
    async fn what_is_referred_to_is_not_empty() {
        for name in SECRETS {
            let get = |asked: &str| (asked == name).then(|| "secretsmanager:x/app#a".to_owned());
            let mut values = Values::new(&SECRETS, get).unwrap();
            let answer = async |_: &str| Ok(r#"{"a": ""}"#.to_owned());
            values.resolve(answer).await.unwrap();
            let error = Config::of("https://a.example", &values)
                .err()
                .map(|error| error.0);
            assert_eq!(
                error,
                Some(format!("{name} (field a of the secret x/app) is empty"))
            );
        }
    }

    #[test]
    fn hashes_of_the_origin_secret_are_whole_or_refused() {
        let hash = "ab".repeat(32);
        let hashes = origin_hashes(Some(format!("{hash}, {hash}"))).unwrap();
        assert_eq!(hashes, [[0xab; 32]; 2]);
        assert_eq!(origin_hashes(None).unwrap(), Vec::<OriginHash>::new());
        for wrong in [
            "ab".repeat(31),
            "zz".repeat(32),
            "s3cret".to_owned(),
            "é".repeat(32),
        ] {
            assert!(origin_hashes(Some(wrong)).is_err());
        }
    }

    #[test]
    fn weak_or_broken_secrets_are_refused_without_showing_them() {
        for (name, value) in [
            ("TOKEN_SIGNING_KEYS", "hunter2"),
            ("TOKEN_SIGNING_KEYS", "k1:hunter2"),
            ("TICKET_KEY", "k1:aHVudGVyMg=="),
            ("TOKEN_PUBLIC_KEYS", "k1:aHVudGVyMg=="),
            ("EVIDENCE_SIGNING_KEYS", "e1:aHVudGVyMg=="),
            ("EVIDENCE_PUBLIC_KEYS", "e1:aHVudGVyMg=="),
            ("CODE_SECRET", "hunter2"),
        ] {
            let error = config(&[(name, value)]).err().unwrap().0;
            assert!(error.starts_with(name) && !error.contains("hunter2"), "{error}");
        }
        let twice = [PUBLIC, PUBLIC].join(",");
        for (name, value) in [
            ("TOKEN_PUBLIC_KEYS", twice.as_str()),
            ("TOKEN_SIGNING_KEYS", PUBLIC),
        ] {
            assert!(config(&[(name, value)]).is_err(), "{name}");
        }
    }
}
