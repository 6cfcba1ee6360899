//! `openapi.json`: routes from the declarations, shapes from the handlers' types.

use crate::registry;
use crate::template::{ANY, Template};
use proconnect_http::{ErrorCode, Operation, Schemas};
use proconnect_runtime::{Function, Trigger};
use serde_json::{Map, Value, json};

/// The whole document.
pub fn document(template: &Template) -> Value {
    let functions = template
        .routes
        .iter()
        .filter_map(|route| registry::function(&route.function));
    document_of(functions)
}

/// The document of these functions.
pub fn document_of<'a>(functions: impl Iterator<Item = &'a Function>) -> Value {
    let mut schemas = Schemas::default();
    let mut paths: Map<String, Value> = Map::new();
    for function in functions {
        let (Some(describe), Trigger::Http { method, path }) = (function.describe, function.trigger) else {
            continue;
        };
        // What takes every other call is no operation.
        if method == ANY {
            continue;
        }
        let mut operation = Operation::new(&mut schemas);
        describe(&mut operation);
        let tag = function.name.split('-').next().unwrap_or_default();
        let operation = operation.finish(&operation_id(function.name), tag, path);
        let methods = paths.entry(path).or_insert_with(|| json!({}));
        methods[method.to_lowercase()] = operation;
    }
    let codes: Vec<Value> = ErrorCode::ALL
        .iter()
        .map(|code| json!({"code": code.as_str(), "status": code.status().as_u16(), "meaning": code.meaning().trim()}))
        .collect();
    json!({
        "openapi": "3.1.0",
        "info": {"title": "ProConnect", "version": "1", "description": "See docs/api.md for the conventions."},
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {
            "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}},
            "schemas": schemas.definitions(),
        },
        "x-error-codes": codes,
    })
}

/// `tasks-list-mine` → `tasksListMine`.
pub(crate) fn operation_id(name: &str) -> String {
    let mut parts = name.split('-');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |id, part| {
        let (head, tail) = part.split_at(part.len().min(1));
        id + &head.to_uppercase() + tail
    })
}
