//! Adds a function to what describes it: `openapi.json` and the documentation.

use super::Endpoint;
use super::edit::insert;
use crate::Result;
use crate::name::Name;
use serde_json::{Value, json};

/// Adds the operation that the local binary will print for the generated handler.
pub fn openapi(text: &str, name: &Name, endpoint: &Endpoint) -> Result<String> {
    let mut api: Value = serde_json::from_str(text)?;
    let mut parameters = Vec::new();
    if let Some(parameter) = super::path_parameter(&endpoint.path) {
        parameters
            .push(json!({"name": parameter, "in": "path", "required": true, "schema": {"type": "string"}}));
    }
    let problem = json!({"schema": {"$ref": "#/components/schemas/Problem"}});
    api["paths"][&endpoint.path][endpoint.method.to_lowercase()] = json!({
        "operationId": name.operation_id(), "tags": [name.domain], "parameters": parameters,
        "security": [{"bearer": []}],
        "responses": {
            "204": {"description": "No Content"},
            "default": {"description": "A refusal or failure", "content": {"application/problem+json": problem}},
        },
    });
    Ok(serde_json::to_string_pretty(&api)? + "\n")
}

/// Adds the row after the last one of its domain, or after the last one of all.
pub fn documentation(text: &str, name: &Name, endpoint: &Endpoint) -> Option<String> {
    let of_domain = format!("| `{}-", name.domain);
    let last = text.rfind(&of_domain).or_else(|| text.rfind("| `/v1/"))?;
    let end = text[last..].find('\n')? + last + 1;
    Some(insert(
        text,
        end,
        &super::texts::documentation_row(name, endpoint),
    ))
}
