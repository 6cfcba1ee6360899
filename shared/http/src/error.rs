//! The one error type of handlers, turned into a response as the very last step.

use crate::code::ErrorCode;
use http::StatusCode;
use proconnect_domain::{FieldError, Invalid, MoneyError, TransitionError, UserId, UserStatus};
use proconnect_store::StoreError;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::time::Duration;

/// A refusal or a failure: what the caller is told, and, apart from it, what only the log is told.
#[derive(Debug)]
pub struct ApiError {
    /// What a program branches on; it decides the status.
    pub code: ErrorCode,
    /// One sentence for the person.
    pub detail: String,
    /// Field errors of a 422.
    pub errors: Vec<FieldError>,
    /// Seconds for `Retry-After`.
    pub retry_after: Option<u64>,
    /// The methods for `Allow`.
    pub allow: Option<Box<str>>,
    /// Whose account it is about, for the log alone: where nobody has shown a token.
    pub about: Option<Box<UserId>>,
    /// What the thing is now, for whoever wanted to change what it was.
    pub present: Option<Box<Value>>,
    /// The cause, for the log alone.
    pub source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// The body of every error answer (RFC 9457, plus `code`, `requestId` and `errors`).
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// A stable URI of the kind of problem.
    pub r#type: String,
    /// The status in words.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What is wrong, in a sentence; absent for a 500.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub detail: Option<String>,
    /// The machine-readable code; absent for a 500.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub code: Option<String>,
    /// Names this request in our logs.
    pub request_id: String,
    /// One entry for each bad field of a 422.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub errors: Vec<FieldError>,
    /// What the thing is now, where somebody wanted to change what it was.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub present: Option<Value>,
}

impl ApiError {
    /// A refusal with a sentence for the person.
    pub fn new(code: ErrorCode, detail: impl Into<String>) -> Self {
        Self {
            code,
            detail: detail.into(),
            errors: Vec::new(),
            retry_after: None,
            allow: None,
            about: None,
            present: None,
            source: None,
        }
    }

    /// A refusal that says what its code means.
    pub fn of(code: ErrorCode) -> Self {
        Self::new(code, code.meaning())
    }

    /// 404: unknown, or somebody else's private thing.
    pub fn not_found(what: &str) -> Self {
        Self::new(ErrorCode::NotFound, format!("There is no such {what}."))
    }

    /// 405: the address takes these methods alone (RFC 9110, section 15.5.6).
    pub fn method_not_allowed(allowed: &[&str]) -> Self {
        Self {
            allow: Some(allowed.join(", ").into()),
            ..Self::of(ErrorCode::MethodNotAllowed)
        }
    }

    /// 403: you may know of it, but your role may not do this.
    pub fn forbidden(detail: impl Into<String>) -> Self {
        Self::new(ErrorCode::Forbidden, detail)
    }

    /// Whoever calls has an account that is not in use: 403 for a suspended one and for one whose address was never
    /// verified, 401 for one that is gone, since its sessions went with it.
    pub fn account(status: Option<UserStatus>) -> Self {
        Self::of(match status {
            Some(UserStatus::Suspended) => ErrorCode::AccountSuspended,
            Some(UserStatus::PendingVerification) => ErrorCode::EmailNotVerified,
            Some(UserStatus::Active | UserStatus::Deleted) | None => ErrorCode::SessionEnded,
        })
    }

    /// 400: not of the documented shape.
    pub fn malformed(detail: impl Into<String>) -> Self {
        Self::new(ErrorCode::Malformed, detail)
    }

    /// 422 with its field errors.
    pub fn invalid(errors: Vec<FieldError>) -> Self {
        Self {
            errors,
            ..Self::of(ErrorCode::InvalidFields)
        }
    }

    /// 422 for a single field.
    pub fn invalid_field(pointer: &str, code: &str, message: &str) -> Self {
        Self::invalid(vec![FieldError {
            pointer: pointer.to_owned(),
            code: code.to_owned().into(),
            message: message.to_owned(),
        }])
    }

    /// 500: the caller learns only the request id, the log learns the cause.
    pub fn internal(source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self {
            source: Some(source.into()),
            ..Self::of(ErrorCode::Internal)
        }
    }

    /// Whether a neighbour's write came between this call's read and its own: nothing was written, and the same call may go
    /// otherwise when it is made again.
    pub fn has_collided(&self) -> bool {
        let source = self.source.as_ref().and_then(|source| source.downcast_ref());
        matches!(source, Some(StoreError::Stale(_)))
    }

    /// Adds what the thing is now.
    pub fn with_present(mut self, present: &impl Serialize) -> Self {
        self.present = serde_json::to_value(present).ok().map(Box::new);
        self
    }

    /// 429: so long, rounded up to whole seconds, until the next try counts (RFC 6585, section 4).
    pub fn limited(wait: Duration) -> Self {
        Self::of(ErrorCode::RateLimited).retry_after(wait.as_millis().div_ceil(1000) as u64)
    }

    /// Adds `Retry-After`.
    pub fn retry_after(mut self, seconds: u64) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// Says to the log whose account it is about.
    pub fn about(mut self, user: UserId) -> Self {
        self.about = Some(Box::new(user));
        self
    }

    /// Keeps the cause for the log.
    pub fn caused_by(mut self, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// The status that goes with the code.
    pub fn status(&self) -> StatusCode {
        self.code.status()
    }

    /// The body to answer with.
    pub fn problem(&self, request_id: &str) -> Problem {
        let status = self.status();
        let secret = status == StatusCode::INTERNAL_SERVER_ERROR;
        Problem {
            r#type: format!("/problems/{}", self.code.as_str().replace('_', "-")),
            title: status.canonical_reason().unwrap_or("Error").to_owned(),
            status: status.as_u16(),
            detail: (!secret).then(|| self.detail.clone()),
            code: (!secret).then(|| self.code.as_str().to_owned()),
            request_id: request_id.to_owned(),
            errors: self.errors.clone(),
            present: self.present.as_deref().cloned(),
        }
    }
}

impl std::fmt::Display for ApiError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.code.as_str(), self.detail)
    }
}

impl std::error::Error for ApiError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source
            .as_deref()
            .map(|source| source as &(dyn std::error::Error + 'static))
    }
}

impl From<Invalid> for ApiError {
    fn from(invalid: Invalid) -> Self {
        Self::invalid(invalid.0)
    }
}

impl From<TransitionError> for ApiError {
    fn from(error: TransitionError) -> Self {
        Self::new(ErrorCode::InvalidState, error.to_string())
    }
}

impl From<MoneyError> for ApiError {
    fn from(error: MoneyError) -> Self {
        Self::internal(error)
    }
}

/// A refusal of the table that the handler has no better word for.
impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Condition(_) | StoreError::Stale(_) => Self::of(ErrorCode::Conflict).caused_by(error),
            StoreError::Account(status) => Self::account(status),
            StoreError::SessionEnded => Self::of(ErrorCode::SessionEnded),
            StoreError::Busy => Self::of(ErrorCode::Unavailable).retry_after(1).caused_by(error),
            StoreError::Cursor => Self::of(ErrorCode::InvalidCursor),
            StoreError::Transition(error) => error.into(),
            StoreError::Money(_)
            | StoreError::Unreadable { .. }
            | StoreError::Item(_)
            | StoreError::Untold(_)
            | StoreError::Other(_) => Self::internal(error),
        }
    }
}
