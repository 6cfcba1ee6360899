//! One operation of `asyncapi.json`, filled in by what the handler of a frame takes and answers.

use crate::Schemas;
use crate::frame::LONGEST_CLIENT_ID;
use schemars::JsonSchema;
use serde_json::{Value, json};

/// An AsyncAPI operation in the making.
pub struct FrameOperation<'a> {
    schemas: &'a mut Schemas,
    payload: Option<Value>,
    answers: bool,
}

/// What is known of a frame and its handler.
#[derive(Debug)]
pub struct FrameDescription {
    /// The schema of the whole frame; none for what is no frame: opening a connection, closing it.
    pub payload: Option<Value>,
    /// Whether the handler answers with a frame of its own, beside refusals.
    pub answers: bool,
}

impl<'a> FrameOperation<'a> {
    /// An empty operation whose shapes go into `schemas`.
    pub fn new(schemas: &'a mut Schemas) -> Self {
        Self {
            schemas,
            payload: None,
            answers: false,
        }
    }

    /// What stands beside `action` and `clientId`.
    pub fn frame<T: JsonSchema>(&mut self) {
        self.payload = Some(self.schemas.read_inline::<T>());
    }

    /// The handler answers.
    pub fn answers(&mut self) {
        self.answers = true;
    }

    /// The frame with this `action`.
    pub fn finish(self, action: &str) -> FrameDescription {
        let payload = self.payload.map(|mut payload| {
            payload["properties"]["action"] = json!({"type": "string", "const": action});
            payload["properties"]["clientId"] = json!({
                "description": "The browser's own id of the frame; a refusal names it.",
                "type": "string", "maxLength": LONGEST_CLIENT_ID,
            });
            let mut required = vec![json!("action")];
            required.extend(payload["required"].as_array().into_iter().flatten().cloned());
            payload["required"] = required.into();
            payload
        });
        FrameDescription {
            payload,
            answers: self.answers,
        }
    }
}
