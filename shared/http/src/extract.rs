//! Extractors: each takes one thing from the request, refuses what is wrong, and describes itself for OpenAPI.

use crate::read::Reader;
use crate::{ApiError, Context, ErrorCode, Operation, Request, Security};
use proconnect_auth::{ActingSession, Admin, Caller, TokenError};
use proconnect_events::Actor;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// API Gateway's own limit is 10 MB; nothing we take as JSON comes near this.
const MAX_JSON_BYTES: usize = 256 * 1024;

/// Something that a handler takes from its request.
pub trait Extract: Sized {
    /// Whether the query string is looked at. Where it is not, any parameter is one too many.
    const READS_QUERY: bool = false;
    /// Takes it, or refuses.
    fn extract(context: &dyn Context, request: &Request) -> Result<Self, ApiError>;
    /// Adds its part to the OpenAPI operation.
    fn describe(operation: &mut Operation<'_>);
    /// Who acts, if this says so: what the handler writes goes through only while that account is in use.
    fn actor(&self) -> Option<Actor> {
        None
    }
    /// The session that they act by, if they show one: what the handler writes goes through only while it stands.
    fn session(&self) -> Option<ActingSession> {
        None
    }
    /// Whether somebody who could have signed in did not: what they see is the same for all of them.
    fn is_visitor(&self) -> bool {
        false
    }
}

impl Extract for () {
    fn extract(_: &dyn Context, _: &Request) -> Result<Self, ApiError> {
        Ok(())
    }
    fn describe(_: &mut Operation<'_>) {}
}

/// Takes what the handler asks for: the type follows from it. 422 for a query parameter that it does not have.
#[doc(hidden)]
pub fn take<T: Extract>(context: &dyn Context, request: &Request) -> Result<T, ApiError> {
    let taken = T::extract(context, request)?;
    if !T::READS_QUERY {
        read_query::<NoParameters>(request.uri().query().unwrap_or_default())?;
    }
    Ok(taken)
}

#[derive(serde::Deserialize)]
struct NoParameters {}

macro_rules! extract_tuple {
    ($($name:ident),+) => {
        impl<$($name: Extract),+> Extract for ($($name,)+) {
            const READS_QUERY: bool = $($name::READS_QUERY)||+;
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
            #[expect(non_snake_case, reason = "a variable for each type")]
            fn session(&self) -> Option<ActingSession> {
                let ($($name,)+) = self;
                [$($name.session()),+].into_iter().flatten().next()
            }
            #[expect(non_snake_case, reason = "a variable for each type")]
            fn is_visitor(&self) -> bool {
                let ($($name,)+) = self;
                $($name.is_visitor())||+
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
    fn session(&self) -> Option<ActingSession> {
        Some(Caller::session(self))
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
    fn session(&self) -> Option<ActingSession> {
        Some(self.caller().session())
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
            Ok(claims) => Ok(Self(Some(claims.into_caller()))),
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
    fn session(&self) -> Option<ActingSession> {
        self.0.as_ref().map(Caller::session)
    }
    fn is_visitor(&self) -> bool {
        self.0.is_none()
    }
}

/// The query string as a struct. Empty parameters count as absent; unknown ones and wrong values are 422.
pub struct Query<T>(pub T);

impl<T: DeserializeOwned + JsonSchema> Extract for Query<T> {
    const READS_QUERY: bool = true;
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

/// A JSON body, where one is sent as that; a body of any other kind says nothing, and neither does none.
pub struct OptionalBody<T>(pub Option<T>);

impl<T: DeserializeOwned + JsonSchema> Extract for OptionalBody<T> {
    fn extract(context: &dyn Context, request: &Request) -> Result<Self, ApiError> {
        match Body::extract(context, request) {
            Ok(Body(body)) => Ok(Self(Some(body))),
            Err(error) if error.code == ErrorCode::UnsupportedMediaType => Ok(Self(None)),
            Err(error) => Err(error),
        }
    }
    fn describe(operation: &mut Operation<'_>) {
        operation.optional_body::<T>();
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
    // The processor is free to say more than we read.
    const READS_QUERY: bool = true;

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

/// The path that was asked for, as it came.
pub struct AskedPath(pub String);

impl Extract for AskedPath {
    // Whatever else is wrong with it.
    const READS_QUERY: bool = true;

    fn extract(_: &dyn Context, request: &Request) -> Result<Self, ApiError> {
        Ok(Self(request.uri().path().to_owned()))
    }
    fn describe(_: &mut Operation<'_>) {}
}
