//! Parse, don't validate: every bad field of a request is reported at once.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Why a single value was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct ValueError {
    /// For programs.
    pub code: &'static str,
    /// For the person.
    pub message: String,
}

impl ValueError {
    /// A refusal.
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
        }
    }
}

/// One bad field of a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FieldError {
    /// Where: a JSON pointer (RFC 6901), such as `/milestones/0/amount`.
    pub pointer: String,
    /// For programs.
    pub code: Cow<'static, str>,
    /// For the person.
    pub message: String,
}

/// The bad fields of a request; never empty.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{} invalid field(s)", .0.len())]
pub struct Invalid(pub Vec<FieldError>);

/// Collects the bad fields while a request is parsed.
#[derive(Debug, Default)]
pub struct Validator(Vec<FieldError>);

impl Validator {
    /// Nothing wrong yet.
    pub fn new() -> Self {
        Self::default()
    }
    /// Takes a parsed value, or notes why it is bad.
    pub fn field<T>(&mut self, pointer: &str, parsed: Result<T, ValueError>) -> Option<T> {
        parsed.map_err(|error| self.error(pointer, error)).ok()
    }
    /// Notes a bad field.
    pub fn error(&mut self, pointer: &str, error: ValueError) {
        self.0.push(FieldError {
            pointer: pointer.to_owned(),
            code: error.code.into(),
            message: error.message,
        });
    }
    /// Notes bad fields that were found elsewhere.
    pub fn errors(&mut self, errors: Vec<FieldError>) {
        self.0.extend(errors);
    }
    /// The values, if all are good. `values` is what the fields gave; a `None` among them has been noted.
    pub fn finish<T>(self, values: Option<T>) -> Result<T, Invalid> {
        match values {
            Some(values) if self.0.is_empty() => Ok(values),
            _ => Err(Invalid(self.0)),
        }
    }
}
