//! Frames that browsers send over a WebSocket connection: `{"action": "ping", "clientId": "c-1", …}`, the rest as the body of
//! a request.

use crate::ApiError;
use crate::extract::read;
use proconnect_domain::FieldError;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// A browser's own id of a frame, in characters. It is sent back, and so must not fill the answer.
pub const LONGEST_CLIENT_ID: usize = 64;

/// A frame as its handler takes it. `T` has what stands beside `action` and `clientId`; what is not of its shape never
/// reaches the handler, and is refused with the code and the field errors of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame<T> {
    /// The browser's own id of it, for what is answered later.
    pub client_id: Option<String>,
    /// What it says.
    pub body: T,
}

impl<T: DeserializeOwned + JsonSchema> Frame<T> {
    /// Reads a frame.
    pub fn read(text: &str) -> Result<Self, ApiError> {
        let mut fields = fields(text)?;
        fields.remove("action");
        let client_id = match fields.remove("clientId") {
            None | Some(Value::Null) => None,
            Some(id) => Some(short(&id).ok_or_else(|| ApiError::invalid(vec![too_long()]))?),
        };
        Ok(Self {
            client_id,
            body: read(Value::Object(fields), false)?,
        })
    }
}

/// The `clientId` of a frame, whatever else is wrong with it.
pub fn client_id(text: &str) -> Option<String> {
    short(fields(text).ok()?.get("clientId")?)
}

fn fields(text: &str) -> Result<Map<String, Value>, ApiError> {
    match serde_json::from_str(text) {
        Ok(Value::Object(fields)) => Ok(fields),
        Ok(_) => Err(ApiError::malformed("A frame must be a JSON object.")),
        Err(error) => Err(ApiError::malformed("The frame is not valid JSON.").caused_by(error)),
    }
}

fn short(id: &Value) -> Option<String> {
    let id = id.as_str()?;
    (id.chars().count() <= LONGEST_CLIENT_ID).then(|| id.to_owned())
}

fn too_long() -> FieldError {
    FieldError {
        pointer: "/clientId".to_owned(),
        code: "invalid".into(),
        message: format!("This must be a text of at most {LONGEST_CLIENT_ID} characters."),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::ErrorCode;
    use serde::Deserialize;

    #[derive(Debug, PartialEq, Deserialize, JsonSchema)]
    struct Say {
        text: String,
    }

    fn refused(text: &str) -> (ErrorCode, Vec<String>) {
        let error = Frame::<Say>::read(text).unwrap_err();
        let pointers = error.errors.into_iter().map(|error| error.pointer);
        (error.code, pointers.collect())
    }

    #[test]
    fn a_frame_has_what_its_handler_asks_for() {
        let frame = Frame::<Say>::read(r#"{"action": "say", "clientId": "c-1", "text": "hello"}"#).unwrap();
        assert_eq!(frame.client_id.as_deref(), Some("c-1"));
        assert_eq!(frame.body.text, "hello");
        let frame = Frame::<Say>::read(r#"{"text": "hello", "clientId": null}"#).unwrap();
        assert_eq!(frame.client_id, None);
    }

    #[test]
    fn whatever_else_comes_is_refused_with_a_code() {
        for text in ["", "{", "null", "7", "[]", "\"say\"", "{\"a\": 1} x"] {
            assert_eq!(refused(text), (ErrorCode::Malformed, vec![]), "{text}");
        }
        let deep = format!("{{\"text\": {}{}}}", "[".repeat(10_000), "]".repeat(10_000));
        assert_eq!(refused(&deep).0, ErrorCode::Malformed);
        let long = format!(r#"{{"text": "x", "clientId": "{}"}}"#, "x".repeat(65));
        for (text, pointer) in [
            (r#"{"action": "say"}"#, "/text"),
            (r#"{"text": 7}"#, "/text"),
            (r#"{"text": "x", "clientId": 7}"#, "/clientId"),
            (long.as_str(), "/clientId"),
        ] {
            assert_eq!(
                refused(text),
                (ErrorCode::InvalidFields, vec![pointer.to_owned()]),
                "{text}"
            );
        }
    }

    #[test]
    fn a_refusal_finds_the_id_of_what_it_refuses() {
        assert_eq!(
            client_id(r#"{"clientId": "c-1", "text": 7}"#).as_deref(),
            Some("c-1")
        );
        let long = format!(r#"{{"clientId": "{}"}}"#, "x".repeat(65));
        for text in ["", "[]", "{}", r#"{"clientId": {}}"#, &long] {
            assert_eq!(client_id(text), None, "{text}");
        }
    }
}
