//! Errors in Stripe's shape (docs.stripe.com/api/errors).

use serde_json::{Value, json};

/// A refusal, as Stripe words it.
#[derive(Debug, Clone)]
pub(crate) struct StripeError {
    pub(crate) status: u16,
    pub(crate) kind: &'static str,
    pub(crate) code: Option<&'static str>,
    pub(crate) message: String,
    pub(crate) param: Option<String>,
}

impl StripeError {
    pub(crate) fn invalid(message: impl Into<String>) -> Self {
        Self {
            status: 400,
            kind: "invalid_request_error",
            code: None,
            message: message.into(),
            param: None,
        }
    }
    pub(crate) fn missing(param: &str) -> Self {
        Self {
            code: Some("parameter_missing"),
            param: Some(param.to_owned()),
            ..Self::invalid(format!("Missing required param: {param}."))
        }
    }
    pub(crate) fn not_found(kind: &str, id: &str) -> Self {
        Self {
            status: 404,
            code: Some("resource_missing"),
            param: Some("id".to_owned()),
            ..Self::invalid(format!("No such {kind}: '{id}'"))
        }
    }
    pub(crate) fn code(mut self, code: &'static str) -> Self {
        self.code = Some(code);
        self
    }
    pub(crate) fn internal(message: impl Into<String>) -> Self {
        Self {
            status: 500,
            kind: "api_error",
            code: None,
            message: message.into(),
            param: None,
        }
    }
    pub(crate) fn body(&self) -> Value {
        let mut error = json!({"type": self.kind, "message": self.message});
        // What there is not is not said: neither is ever null.
        if let Some(code) = self.code {
            error["code"] = json!(code);
        }
        if let Some(param) = &self.param {
            error["param"] = json!(param);
        }
        json!({ "error": error })
    }
}

impl From<rusqlite::Error> for StripeError {
    fn from(error: rusqlite::Error) -> Self {
        Self::internal(error.to_string())
    }
}
