//! `openapi.json`: routes from the template, shapes from the handlers' types.

use crate::registry;
use crate::template::Template;
use proconnect_http::{ErrorCode, Operation};
use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

/// The whole document.
pub fn document(template: &Template) -> Value {
    let mut generator = generator();
    let mut paths: Map<String, Value> = Map::new();
    for route in &template.routes {
        let describe = registry::function(&route.function).and_then(|function| function.describe);
        let Some(describe) = describe else { continue };
        let mut operation = Operation::new(&mut generator);
        describe(&mut operation);
        let tag = route.function.split('-').next().unwrap_or_default();
        let operation = operation.finish(&operation_id(&route.function), tag, &route.path);
        let path = paths.entry(route.path.clone()).or_insert_with(|| json!({}));
        path[route.method.to_lowercase()] = operation;
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
            "schemas": generator.take_definitions(true),
        },
        "x-error-codes": codes,
    })
}

/// Puts what several shapes share where both documents have it.
pub(crate) fn generator() -> SchemaGenerator {
    SchemaGenerator::new(SchemaSettings::draft2020_12().with(|settings| {
        settings.definitions_path = "/components/schemas".into();
        settings.meta_schema = None;
    }))
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
