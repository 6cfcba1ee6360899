//! Adds a function to what describes it: the template, `openapi.json`, the documentation.

use super::Endpoint;
use super::edit::insert;
use crate::Result;
use crate::name::Name;
use serde_json::{Value, json};

/// Adds the function after the last one of its domain, or after the last one of all.
pub fn template(text: &str, name: &Name, endpoint: &Endpoint) -> Option<String> {
    let ids = resource_ids(text);
    let is_function = |(_, id): &&(usize, &str)| Name::from_logical_id(id).is_some();
    let of_domain =
        |(_, id): &&(usize, &str)| Name::from_logical_id(id).is_some_and(|other| other.domain == name.domain);
    let before = ids
        .iter()
        .rfind(of_domain)
        .or_else(|| ids.iter().rfind(is_function))?;
    Some(insert(
        text,
        end_of_block(text, before.0),
        &super::texts::template_entry(name, endpoint),
    ))
}

/// The resources of a template: where each begins, and its logical id.
fn resource_ids(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let id = line
            .strip_prefix("  ")
            .and_then(|line| line.trim_end().strip_suffix(':'));
        if let Some(id) = id.filter(|id| id.starts_with(|c: char| c.is_ascii_uppercase())) {
            found.push((at, id));
        }
        at += line.len();
    }
    found
}

/// Where the entry that begins at `start` ends: behind its last line that is indented deeper.
fn end_of_block(text: &str, start: usize) -> usize {
    let mut lines = text[start..].split_inclusive('\n');
    let mut at = start + lines.next().map_or(0, str::len);
    let mut end = at;
    for line in lines {
        if !line.trim().is_empty() && !line.starts_with("    ") {
            break;
        }
        at += line.len();
        if !line.trim().is_empty() {
            end = at;
        }
    }
    end
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_end_of_an_entry() {
        let text = "Resources:\n  AFunction:\n    Type: X\n\n    Properties:\n      Y: 1\n\n  # next\n  B:\n    Type: Z\n";
        let start = text.find("  AFunction").unwrap();
        assert_eq!(
            &text[..end_of_block(text, start)],
            "Resources:\n  AFunction:\n    Type: X\n\n    Properties:\n      Y: 1\n"
        );
    }
}
