//! Adds a function to files that exist, as text, so that their comments and order stay. `None` means that the
//! file does not look as expected; then nothing is written at all.

use super::Endpoint;
use crate::Result;
use crate::name::Name;
use serde_json::{Value, json};

/// Adds the `[[bin]]` after the others, or before the first section that follows `[lib]`.
pub fn manifest(text: &str, name: &Name) -> Option<String> {
    let bin = format!("[[bin]]\nname = \"{name}\"\npath = \"src/bin/{name}.rs\"\ntest = false\n\n");
    let after_last = text.rfind("[[bin]]").map_or(0, |last| last + "[[bin]]".len());
    let dependencies = text[after_last..].find("[dependencies]")? + after_last;
    Some(insert(text, dependencies, &bin))
}

/// Adds the module and the line in `FUNCTIONS`.
pub fn library(text: &str, name: &Name) -> Option<String> {
    let module = name.module();
    let text = add_module(text, "pub mod", &module)?;
    let list = text.find("FUNCTIONS")?;
    let end = text[list..].find("\n];")? + list + 1;
    Some(insert(
        &text,
        end,
        &format!("    proconnect_runtime::http!(\"{name}\", {module}::handle),\n"),
    ))
}

/// Adds `mod x;` where the alphabet puts it among the file's modules.
pub fn add_module(text: &str, keyword: &str, module: &str) -> Option<String> {
    let line = format!("{keyword} {module};");
    let is_module = |other: &str| other.starts_with(&format!("{keyword} ")) && other.ends_with(';');
    let mut end_of_modules = None;
    let mut at = 0;
    for other in text.lines() {
        if is_module(other) {
            if other > line.as_str() {
                return Some(insert(text, at, &format!("{line}\n")));
            }
            end_of_modules = Some(at + other.len() + 1);
        }
        at += other.len() + 1;
    }
    Some(insert(text, end_of_modules?, &format!("{line}\n")))
}

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

/// Adds the row behind the last one of its domain, or behind the last one of all. A row is a line of its own.
pub fn authorization(text: &str, name: &Name, endpoint: &Endpoint) -> Option<String> {
    let is_code = |line: &str| !line.trim_start().starts_with("//");
    let behind = |mark: &str| {
        let mut at = 0;
        let mut found = None;
        for line in text.split_inclusive('\n') {
            at += line.len();
            if line.contains(mark) && is_code(line) {
                found = Some((at, line.len() - line.trim_start().len()));
            }
        }
        found
    };
    let (at, indent) = behind(&format!("row(\"{}-", name.domain)).or_else(|| behind("row(\""))?;
    let row = super::texts::authorization_row(name, endpoint);
    Some(insert(text, at, &format!("{}{row}\n", " ".repeat(indent))))
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

fn insert(text: &str, at: usize, more: &str) -> String {
    let (before, after) = text.split_at(at.min(text.len()));
    format!("{before}{more}{after}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn puts_modules_in_order() {
        assert_eq!(
            add_module("mod a;\nmod c;\n", "mod", "b").as_deref(),
            Some("mod a;\nmod b;\nmod c;\n")
        );
        assert_eq!(
            add_module("//! x\n\nmod a;\nmod c;\n", "mod", "d").as_deref(),
            Some("//! x\n\nmod a;\nmod c;\nmod d;\n")
        );
        assert_eq!(add_module("nothing", "mod", "b"), None);
    }

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
