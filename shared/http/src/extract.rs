//! Extractors: each takes one thing from the request, refuses what is wrong, and describes itself for OpenAPI.

use crate::read::Reader;
use crate::{ApiError, Context, ErrorCode, Operation, Request, Security};
use lambda_http::RequestExt;
use proconnect_auth::{Admin, Caller, TokenError};
use proconnect_events::Actor;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// API Gateway's own limit is 10 MB; nothing we take as JSON comes near this.
const MAX_JSON_BYTES: usize = 256 * 1024;

/// Something that a handler takes from its request.
pub trait Extract: Sized {
    /// Takes it, or refuses.
    fn extract(context: &dyn Context, request: &Request) -> Result<Self, ApiError>;
    /// Adds its part to the OpenAPI operation.
    fn describe(operation: &mut Operation<'_>);
    /// Who acts, if this says so: what the handler writes goes through only while that account is in use.
    fn actor(&self) -> Option<Actor> {
        None
    }
}

impl Extract for () {
    fn extract(_: &dyn Context, _: &Request) -> Result<Self, ApiError> {
        Ok(())
    }
    fn describe(_: &mut Operation<'_>) {}
}

macro_rules! extract_tuple {
    ($($name:ident),+) => {
        impl<$($name: Extract),+> Extract for ($($name,)+) {
            fn extract(context: &dyn Context, request: &Request) -> Result<Self, ApiError> {
                Ok(($($name::extract(context, request)?,)+))
            }
            fn describe(operation: &mut Operation<'_>) {
                $($name::describe(operation);)+
            }
            #[expect(non_snake_case, reason = "a variable for each type")]
            fn actor(&self) -> Option<Actor> {
                let ($($name,)+) = self;
                [$($name.actor()),+].into_iter().flatten().next()
            }
        }
    };
}
extract_tuple!(A);
extract_tuple!(A, B);
extract_tuple!(A, B, C);
extract_tuple!(A, B, C, D);

// A caller with a valid access token; 401 without.
impl Extract for Caller {
    fn extract(context: &dyn Context, request: &Request) -> Result<Self, ApiError> {
        MaybeCaller::extract(context, request)?
            .0
            .ok_or_else(|| ApiError::of(ErrorCode::Unauthenticated))
    }
    fn describe(operation: &mut Operation<'_>) {
        operation.security(Security::Required);
    }
    fn actor(&self) -> Option<Actor> {
        Some(Actor::User(self.user_id))
    }
}

// An admin with a valid access token; 401 without one, 403 for everybody else.
impl Extract for Admin {
    fn extract(context: &dyn Context, request: &Request) -> Result<Self, ApiError> {
        let admin = Caller::extract(context, request)?.admin();
        admin.ok_or_else(|| ApiError::forbidden("Only admins may do this."))
    }
    fn describe(operation: &mut Operation<'_>) {
        operation.security(Security::Required);
    }
    fn actor(&self) -> Option<Actor> {
        self.caller().actor()
    }
}

/// Anybody; a token that is given must be valid all the same.
pub struct MaybeCaller(pub Option<Caller>);

impl Extract for MaybeCaller {
    fn extract(context: &dyn Context, request: &Request) -> Result<Self, ApiError> {
        let Some(header) = request.headers().get(http::header::AUTHORIZATION) else {
            return Ok(Self(None));
        };
        let token = header
            .to_str()
            .ok()
            .and_then(|value| value.split_once(' '))
            .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
            .map(|(_, token)| token.trim())
            .ok_or_else(|| ApiError::of(ErrorCode::Unauthenticated))?;
        match context.verifier()?.verify(token, context.now()) {
            Ok(claims) => Ok(Self(Some(Caller {
                user_id: claims.sub,
                session_id: claims.sid,
                roles: claims.roles,
            }))),
            Err(TokenError::Expired) => Err(ApiError::of(ErrorCode::TokenExpired)),
            Err(_) => Err(ApiError::of(ErrorCode::Unauthenticated)),
        }
    }
    fn describe(operation: &mut Operation<'_>) {
        operation.security(Security::Optional);
    }
    fn actor(&self) -> Option<Actor> {
        self.0.as_ref().and_then(Caller::actor)
    }
}

/// The single path parameter, parsed. A malformed id names nothing, so it is 404.
pub struct Path<T>(pub T);

impl<T: std::str::FromStr + JsonSchema> Extract for Path<T> {
    fn extract(_: &dyn Context, request: &Request) -> Result<Self, ApiError> {
        let parameters = request.path_parameters();
        let value = parameters.iter().next().map(|(_, value)| value.to_owned());
        value
            .and_then(|value| value.parse().ok())
            .map(Path)
            .ok_or_else(|| ApiError::new(ErrorCode::NotFound, "There is nothing at this address."))
    }
    fn describe(operation: &mut Operation<'_>) {
        operation.path_parameter::<T>();
    }
}

/// The query string as a struct. Empty parameters count as absent, unknown ones are ignored, wrong values are 422.
pub struct Query<T>(pub T);

impl<T: DeserializeOwned + JsonSchema> Extract for Query<T> {
    fn extract(_: &dyn Context, request: &Request) -> Result<Self, ApiError> {
        read_query(request.uri().query().unwrap_or_default()).map(Query)
    }
    fn describe(operation: &mut Operation<'_>) {
        operation.query::<T>();
    }
}

/// A JSON body. 413 when too large, 415 when not declared as JSON, 400 when it is none, 422 for a value of the wrong type.
pub struct Body<T>(pub T);

impl<T: DeserializeOwned + JsonSchema> Extract for Body<T> {
    fn extract(_: &dyn Context, request: &Request) -> Result<Self, ApiError> {
        let bytes: &[u8] = request.body().as_ref();
        if bytes.len() > MAX_JSON_BYTES {
            return Err(ApiError::of(ErrorCode::PayloadTooLarge));
        }
        let media_type = request
            .headers()
            .get(http::header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok());
        let json = media_type
            .and_then(|value| value.split(';').next())
            .map(str::trim);
        if !json.is_some_and(|value| value.eq_ignore_ascii_case("application/json")) {
            return Err(ApiError::of(ErrorCode::UnsupportedMediaType));
        }
        read_body(bytes).map(Body)
    }
    fn describe(operation: &mut Operation<'_>) {
        operation.body::<T>();
    }
}

/// Reads a body: 400 when it is no JSON, 422 for what is not of the wanted shape.
pub(crate) fn read_body<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, ApiError> {
    let value = serde_json::from_slice(bytes);
    let value = value.map_err(|error: serde_json::Error| {
        let place = format!("line {}, column {}", error.line(), error.column());
        ApiError::malformed(format!("The body is not valid JSON: see {place}.")).caused_by(error)
    })?;
    read(value, false)
}

/// Reads a query string (`application/x-www-form-urlencoded`): 422 for what is not of the wanted shape.
pub(crate) fn read_query<T: DeserializeOwned>(query: &str) -> Result<T, ApiError> {
    let pairs: Vec<(String, String)> = serde_html_form::from_str(query)
        .map_err(|error| ApiError::malformed("The query is not valid.").caused_by(error))?;
    let mut fields = serde_json::Map::new();
    for (name, text) in pairs.into_iter().filter(|(_, text)| !text.is_empty()) {
        let text = Value::String(text);
        match fields.get_mut(&name) {
            None => drop(fields.insert(name, text)),
            Some(Value::Array(several)) => several.push(text),
            Some(one) => *one = Value::Array(vec![one.take(), text]),
        }
    }
    read(Value::Object(fields), true)
}

pub(crate) fn read<T: DeserializeOwned>(value: Value, from_text: bool) -> Result<T, ApiError> {
    let reader = Reader {
        value,
        pointer: String::new(),
        from_text,
    };
    T::deserialize(reader).map_err(|error| ApiError::invalid(vec![error.into()]))
}

/// For a field of a PATCH: present with a value or null, apart from absent (RFC 7396). Use with `#[serde(default,
/// deserialize_with = "present")]` on an `Option<Option<T>>`.
pub fn present<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: serde::Deserializer<'de>,
    T: serde::Deserialize<'de>,
{
    T::deserialize(deserializer).map(Some)
}

/// The body as it came, with its headers: for signatures over raw bytes.
pub struct RawBody {
    /// The bytes, base64-decoded where API Gateway encoded them.
    pub bytes: Vec<u8>,
    /// All headers.
    pub headers: http::HeaderMap,
}

impl Extract for RawBody {
    fn extract(_: &dyn Context, request: &Request) -> Result<Self, ApiError> {
        let bytes: &[u8] = request.body().as_ref();
        Ok(Self {
            bytes: bytes.to_vec(),
            headers: request.headers().clone(),
        })
    }
    fn describe(operation: &mut Operation<'_>) {
        operation.raw_body();
    }
    // Only the processor's webhook signs its bytes.
    fn actor(&self) -> Option<Actor> {
        Some(Actor::Processor)
    }
}

/// The request's cookies, and where it came from: for sessions.
#[derive(Clone)]
pub struct Cookies {
    cookies: Vec<cookie::Cookie<'static>>,
    /// `User-Agent`, cut to 200 characters.
    pub user_agent: String,
    /// The caller's address.
    pub address: String,
    /// Whether it says that a browser sent it (Fetch Metadata, `Sec-Fetch-Site`), as every current one does to a site that is
    /// served over TLS or on this machine.
    pub is_browser: bool,
}

impl Cookies {
    /// The network that it came from.
    pub fn network(&self) -> String {
        crate::network(&self.address)
    }

    /// The value of a cookie.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.cookies
            .iter()
            .find(|cookie| cookie.name() == name)
            .map(cookie::Cookie::value)
    }
}

impl Extract for Cookies {
    fn extract(context: &dyn Context, request: &Request) -> Result<Self, ApiError> {
        let headers = request.headers();
        let cookies = headers
            .get_all(http::header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| cookie::Cookie::split_parse(value.to_owned()).filter_map(Result::ok))
            .map(cookie::Cookie::into_owned)
            .collect();
        let agent = headers
            .get(http::header::USER_AGENT)
            .and_then(|value| value.to_str().ok());
        Ok(Self {
            cookies,
            user_agent: agent.unwrap_or_default().chars().take(200).collect(),
            address: crate::client_address(context, request),
            is_browser: headers.contains_key("sec-fetch-site"),
        })
    }
    fn describe(_: &mut Operation<'_>) {}
}
