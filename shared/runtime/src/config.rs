//! The settings, read from the environment once; the only reader of it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use proconnect_auth::SigningKey;
use proconnect_domain::PLATFORM_FEE_BASIS_POINTS;

/// Every setting that a handler may ask for.
#[derive(Clone)]
pub struct Config {
    /// The SPA's origin, without a slash at the end.
    pub public_url: String,
    /// The platform's fee in basis points, taken only from released money.
    pub fee_basis_points: u32,
    /// bcrypt's cost; 12 or more in the cloud.
    pub password_cost: u32,
    /// Keys of access tokens; the first signs.
    pub token_keys: Vec<SigningKey>,
    /// Keys the hashes of one-time codes.
    pub code_secret: Vec<u8>,
    /// What CloudFront sends along, where the API stands behind it: then it names the caller's address.
    pub origin_secret: Option<String>,
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

/// A setting is missing or not valid. Names the variable, never its value.
#[derive(Debug)]
pub struct ConfigError(pub String);

impl std::fmt::Display for ConfigError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "configuration: {}", self.0)
    }
}
impl std::error::Error for ConfigError {}

impl Config {
    /// Reads the environment.
    pub fn from_env() -> Result<Self, ConfigError> {
        let cost = number("PASSWORD_COST", 12)?;
        if cost < proconnect_auth::MIN_COST {
            return Err(ConfigError(format!(
                "PASSWORD_COST must be at least {}",
                proconnect_auth::MIN_COST
            )));
        }
        Ok(Self {
            public_url: required("PUBLIC_URL")?.trim_end_matches('/').to_owned(),
            fee_basis_points: number("FEE_BASIS_POINTS", PLATFORM_FEE_BASIS_POINTS)?,
            password_cost: cost,
            token_keys: token_keys(&required("TOKEN_KEYS")?)?,
            code_secret: required("CODE_SECRET")?.into_bytes(),
            origin_secret: optional("ORIGIN_SECRET"),
            cache_url: optional("CACHE_URL"),
            socket_url: optional("SOCKET_URL"),
            webhook_secrets: optional("STRIPE_WEBHOOK_SECRETS")
                .iter()
                .flat_map(|s| split(s))
                .collect(),
            stripe_key: optional("STRIPE_SECRET_KEY"),
            stripe_url: optional("STRIPE_URL"),
        })
    }

    /// Cookies are `Secure` wherever the SPA is served over TLS.
    pub fn secure_cookies(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

/// `id:base64,id:base64`, newest first.
fn token_keys(value: &str) -> Result<Vec<SigningKey>, ConfigError> {
    let parse = |part: String| {
        let (id, secret) = part.split_once(':')?;
        let secret = STANDARD.decode(secret).ok().filter(|secret| secret.len() >= 32)?;
        Some(SigningKey {
            id: id.to_owned(),
            secret,
        })
    };
    let keys: Option<Vec<_>> = split(value).into_iter().map(parse).collect();
    keys.filter(|keys| !keys.is_empty())
        .ok_or_else(|| ConfigError("TOKEN_KEYS must be id:base64 pairs of at least 32 bytes".to_owned()))
}

fn split(value: &str) -> Vec<String> {
    value
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

pub(crate) fn optional(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

pub(crate) fn required(name: &str) -> Result<String, ConfigError> {
    optional(name).ok_or_else(|| ConfigError(format!("{name} is not set")))
}

pub(crate) fn number(name: &str, default: u32) -> Result<u32, ConfigError> {
    match optional(name) {
        None => Ok(default),
        Some(value) => value
            .parse()
            .map_err(|_| ConfigError(format!("{name} must be a whole number"))),
    }
}
