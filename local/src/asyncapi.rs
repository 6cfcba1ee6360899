//! `asyncapi.json`: the frames of the WebSocket API, both ways, from the types of their handlers.

use crate::openapi::operation_id;
use crate::registry;
use proconnect_api::ServerFrame;
use proconnect_http::{FrameOperation, Schemas};
use proconnect_runtime::Trigger;
use serde_json::{Map, Value, json};

const CHANNEL: &str = "#/channels/live";

/// The whole document.
pub fn document() -> Value {
    let mut all = Schemas::default();
    let said = all.written::<ServerFrame>();
    let mut frames = Frames::default();
    for function in registry::functions() {
        let (Trigger::Socket(action), Some(describe)) = (function.trigger, function.describe_frame) else {
            continue;
        };
        let mut operation = FrameOperation::new(&mut all);
        describe(&mut operation);
        let described = operation.finish(action);
        if let Some(payload) = described.payload {
            frames.hears(function.name, action, payload, described.answers);
        }
    }
    let mut schemas = all.definitions();
    let name = said["$ref"].as_str().and_then(|path| path.rsplit('/').next());
    let said = name.and_then(|name| schemas.remove(name)).unwrap_or_default();
    frames.says(&said);
    schemas.extend(frames.schemas);
    json!({
        "asyncapi": "3.0.0",
        "info": {
            "title": "ProConnect, live", "version": "1",
            "description": "One connection for each open window, opened with a ticket. See docs/api.md for the conventions.",
        },
        "defaultContentType": "application/json",
        "channels": {"live": {
            // Told by the answer of `POST /v1/chat/ticket`.
            "address": null,
            "messages": frames.messages,
            "bindings": {"ws": {"bindingVersion": "0.1.0", "method": "GET", "query": {
                "type": "object", "required": ["ticket"], "properties": {
                    "ticket": {"type": "string", "description": "Of `POST /v1/chat/ticket`; good once."},
                },
            }}},
        }},
        "operations": frames.operations,
        "components": {"messages": frames.components, "schemas": schemas},
    })
}

/// The frames, as the document names them.
#[derive(Default)]
struct Frames {
    heard: Vec<String>,
    said: Vec<String>,
    /// Operations that are answered.
    answered: Vec<String>,
    messages: Map<String, Value>,
    components: Map<String, Value>,
    operations: Map<String, Value>,
    schemas: Map<String, Value>,
}

impl Frames {
    /// A frame from the browser.
    fn hears(&mut self, function: &str, action: &str, payload: Value, answers: bool) {
        let message = self.message("Client", action, payload);
        let operation = operation_id(function);
        let described =
            json!({"action": "receive", "channel": {"$ref": CHANNEL}, "messages": [in_channel(&message)]});
        self.operations.insert(operation.clone(), described);
        if answers {
            self.answered.push(operation);
        }
        self.heard.push(message);
    }

    /// Everything that is said to the browser: the kinds of [`ServerFrame`].
    fn says(&mut self, union: &Value) {
        for kind in union["oneOf"].as_array().into_iter().flatten() {
            let name = kind["properties"]["type"]["const"].as_str().unwrap_or_default();
            let message = self.message("Server", name, kind.clone());
            self.said.push(message);
        }
        let all: Vec<Value> = self.said.iter().map(|message| in_channel(message)).collect();
        for operation in &self.answered {
            self.operations[operation]["reply"] = json!({"channel": {"$ref": CHANNEL}, "messages": all});
        }
        let described = json!({"action": "send", "channel": {"$ref": CHANNEL}, "messages": all});
        self.operations.insert("live".to_owned(), described);
        let one_of = |of: &[String]| -> Vec<Value> { of.iter().map(|name| schema(name)).collect() };
        let heard = json!({"description": "What a browser says.", "oneOf": one_of(&self.heard)});
        let said = json!({"description": union["description"], "oneOf": one_of(&self.said)});
        self.schemas.insert("ClientFrame".to_owned(), heard);
        self.schemas.insert("ServerFrame".to_owned(), said);
    }

    /// Notes a message with the schema of its payload; answers the name that both have, `ClientPing`.
    fn message(&mut self, by: &str, kind: &str, payload: Value) -> String {
        let words = kind.split('-').map(|word| {
            let (head, tail) = word.split_at(word.len().min(1));
            format!("{}{tail}", head.to_uppercase())
        });
        let name = format!("{by}{}", words.collect::<String>());
        let summary = payload["description"].clone();
        let component = json!({"name": name, "summary": summary, "payload": schema(&name)});
        self.components.insert(name.clone(), component);
        let reference = json!({"$ref": format!("#/components/messages/{name}")});
        self.messages.insert(name.clone(), reference);
        self.schemas.insert(name.clone(), payload);
        name
    }
}

fn schema(name: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

fn in_channel(message: &str) -> Value {
    json!({"$ref": format!("{CHANNEL}/messages/{message}")})
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Every `$ref` below a value.
    fn references(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Object(fields) => {
                if let Some(path) = fields.get("$ref").and_then(Value::as_str) {
                    found.push(path.to_owned());
                }
                fields.values().for_each(|field| references(field, found));
            }
            Value::Array(items) => items.iter().for_each(|item| references(item, found)),
            _ => {}
        }
    }

    #[test]
    fn every_reference_leads_somewhere() {
        let document = document();
        let mut found = Vec::new();
        references(&document, &mut found);
        assert!(found.len() > 10, "{found:?}");
        for path in found {
            let target = path.strip_prefix('#').and_then(|path| document.pointer(path));
            assert!(target.is_some(), "{path}");
        }
    }

    #[test]
    fn every_frame_of_the_house_is_in_it_and_told_apart() {
        let document = document();
        let schemas = &document["components"]["schemas"];
        let kinds = |union: &str, field: &str| -> Vec<String> {
            let frames = schemas[union]["oneOf"].as_array().into_iter().flatten();
            let paths = frames.filter_map(|frame| frame["$ref"].as_str()?.strip_prefix('#'));
            let kinds = paths.filter_map(|path| {
                let kind = &document.pointer(path)?["properties"][field]["const"];
                kind.as_str().map(str::to_owned)
            });
            kinds.collect()
        };
        let actions = registry::functions().filter_map(|function| match function.trigger {
            Trigger::Socket(route) if !route.starts_with('$') => Some(route.to_owned()),
            _ => None,
        });
        assert_eq!(kinds("ClientFrame", "action"), actions.collect::<Vec<_>>());
        // What the program says is one enum; what matters here is that a reader can tell its frames apart.
        let said = kinds("ServerFrame", "type");
        let frames = schemas["ServerFrame"]["oneOf"].as_array().map(Vec::len);
        assert_eq!(said.iter().collect::<BTreeSet<_>>().len(), said.len(), "{said:?}");
        assert_eq!(Some(said.len()), frames);
        assert!(said.len() > 8, "{said:?}");
        assert_eq!(
            document["operations"]["chatPing"]["reply"]["messages"][0]["$ref"],
            "#/channels/live/messages/ServerPong"
        );
    }
}
