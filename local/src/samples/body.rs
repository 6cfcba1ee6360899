//! A JSON value of a schema, made of its examples.

use crate::Error;
use serde_json::{Map, Value, json};

/// A value of a schema of the document. Of an object it has the fields that are needed, and those that have an example.
pub fn sample(schema: &Value, document: &Value) -> Result<Value, Error> {
    let schema = &resolved(schema, document);
    let given = [&schema["examples"][0], &schema["const"], &schema["enum"][0]];
    if let Some(given) = given.into_iter().find(|value| !value.is_null()) {
        return Ok(given.clone());
    }
    if let Some(first) = alternatives(schema).find(|schema| schema["type"] != "null") {
        return sample(first, document);
    }
    match kind(schema) {
        "object" => object(schema, document),
        "array" => {
            let items = &schema["items"];
            match has_example(items, document) {
                true => Ok(json!([sample(items, document)?])),
                false => Ok(json!([])),
            }
        }
        "boolean" => Ok(json!(true)),
        _ if schema.as_object().is_some_and(Map::is_empty) => Ok(json!({})),
        kind => Err(format!("a {kind} has no example").into()),
    }
}

fn object(schema: &Value, document: &Value) -> Result<Value, Error> {
    let needed = |name: &str| {
        let mut names = schema["required"].as_array().into_iter().flatten();
        names.any(|needed| needed == name)
    };
    let mut fields = Map::new();
    for (name, field) in schema["properties"].as_object().into_iter().flatten() {
        if needed(name) || has_example(field, document) {
            let value = sample(field, document).map_err(|error| format!("{name}: {error}"))?;
            fields.insert(name.clone(), value);
        }
    }
    Ok(fields.into())
}

/// Whether somebody gave an example for it or for a part of it.
fn has_example(schema: &Value, document: &Value) -> bool {
    let schema = &resolved(schema, document);
    let mut fields = schema["properties"].as_object().into_iter().flatten();
    !schema["examples"].is_null()
        || fields.any(|(_, field)| has_example(field, document))
        || has_items_with_example(schema, document)
        || alternatives(schema).any(|schema| has_example(schema, document))
}

fn has_items_with_example(schema: &Value, document: &Value) -> bool {
    schema
        .get("items")
        .is_some_and(|items| has_example(items, document))
}

fn alternatives(schema: &Value) -> impl Iterator<Item = &Value> {
    let all = ["anyOf", "oneOf"].into_iter();
    all.filter_map(|key| schema[key].as_array()).flatten()
}

fn kind(schema: &Value) -> &str {
    let kind = &schema["type"];
    kind.as_str().or_else(|| kind[0].as_str()).unwrap_or_default()
}

/// What a reference stands for; an example beside it counts before those of what it names.
fn resolved(schema: &Value, document: &Value) -> Value {
    let Some(reference) = schema["$ref"].as_str() else {
        return schema.clone();
    };
    let mut found = document
        .pointer(reference.trim_start_matches('#'))
        .cloned()
        .unwrap_or_default();
    if let Some(examples) = schema.get("examples") {
        found["examples"] = examples.clone();
    }
    found
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn takes_what_is_needed_and_what_has_an_example() {
        let document = json!({"components": {"schemas": {
            "Money": {"type": "object", "required": ["amount"], "properties": {"amount": {"type": "integer", "examples": [5]}}},
            "Role": {"type": "string", "enum": ["client", "freelancer"]},
        }}});
        let reference = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
        let schema = json!({"type": "object", "required": ["role"], "properties": {
            "role": {"anyOf": [{"type": "null"}, reference("Role")]},
            "rate": reference("Money"),
            "parts": {"type": ["array", "null"], "items": reference("Money")},
            "tags": {"type": "array", "items": {"type": "string"}},
            "note": {"type": "string"},
        }});
        let expected = json!({"role": "client", "rate": {"amount": 5}, "parts": [{"amount": 5}]});
        assert_eq!(sample(&schema, &document).unwrap(), expected);
        let nameless = json!({"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}}});
        let error = sample(&nameless, &document).unwrap_err();
        assert_eq!(error.to_string(), "a: a string has no example");
    }
}
