//! Writes templates as YAML with CloudFormation's short forms. Keys are in an order of their own, so that the same template
//! is always the same text.

use serde_json::{Map, Value};

/// These come first, in this order; all others follow by the alphabet.
const FIRST: [&str; 17] = [
    "AWSTemplateFormatVersion",
    "Transform",
    "Description",
    "Parameters",
    "Conditions",
    "Globals",
    "Resources",
    "Outputs",
    "Type",
    "Effect",
    "Action",
    "Resource",
    "Condition",
    "DependsOn",
    "IgnoreGlobals",
    "Metadata",
    "Version",
];

/// The text of a template.
pub fn yaml(template: &Value) -> String {
    let mut text = "# Written by `cargo xtask generate` from the declarations of the functions.\n".to_owned();
    block(template, 0, &mut text);
    text
}

fn sorted(map: &Map<String, Value>) -> Vec<(&String, &Value)> {
    let mut entries: Vec<_> = map.iter().collect();
    entries.sort_by_key(|(key, _)| {
        let place = FIRST.iter().position(|first| *first == key.as_str());
        (place.unwrap_or(FIRST.len()), (*key).clone())
    });
    entries
}

fn block(value: &Value, depth: usize, text: &mut String) {
    let indent = "  ".repeat(depth);
    match value {
        Value::Object(map) => {
            for (key, inner) in sorted(map) {
                text.push_str(&format!("{indent}{}:", scalar(key)));
                inside(inner, depth + 1, text);
            }
        }
        Value::Array(items) => {
            for item in items {
                item_of_list(item, depth, text);
            }
        }
        _ => {}
    }
}

/// `- Effect: Allow`, and the item's other keys below its first.
fn item_of_list(item: &Value, depth: usize, text: &mut String) {
    let indent = "  ".repeat(depth);
    if let Some(line) = inline(item) {
        text.push_str(&format!("{indent}- {line}\n"));
        return;
    }
    let mut below = String::new();
    block(item, depth + 1, &mut below);
    text.push_str(&format!("{indent}- {}", &below[2 * (depth + 1)..]));
}

/// What stands behind a key.
fn inside(value: &Value, depth: usize, text: &mut String) {
    match inline(value) {
        Some(line) => text.push_str(&format!(" {line}\n")),
        None => {
            text.push('\n');
            block(value, depth, text);
        }
    }
}

fn inline(value: &Value) -> Option<String> {
    match value {
        Value::Object(map) if map.is_empty() => Some("{}".to_owned()),
        Value::Object(map) => short(map),
        Value::Array(items) => {
            let items: Option<Vec<String>> = items
                .iter()
                .map(|item| inline(item).filter(|_| !item.is_object()))
                .collect();
            items
                .map(|items| format!("[{}]", items.join(", ")))
                .filter(|line| line.len() < 100)
        }
        Value::String(text) => Some(scalar(text)),
        other => Some(other.to_string()),
    }
}

/// `!Ref X`, `!GetAtt X.Y`, `!Sub …`.
fn short(map: &Map<String, Value>) -> Option<String> {
    let mut entries = map.iter();
    let (Some((key, value)), None) = (entries.next(), entries.next()) else {
        return None;
    };
    match (key.as_str(), value) {
        ("Ref", Value::String(id)) => Some(format!("!Ref {id}")),
        ("Fn::Sub", Value::String(text)) => Some(format!("!Sub {}", quoted(text))),
        ("Fn::GetAtt", Value::Array(parts)) => {
            let parts: Vec<&str> = parts.iter().filter_map(Value::as_str).collect();
            Some(format!("!GetAtt {}", parts.join(".")))
        }
        _ => None,
    }
}

fn scalar(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '/' | '-' | ':');
    let begins = text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
    let word = matches!(
        text.to_ascii_lowercase().as_str(),
        "true" | "false" | "yes" | "no" | "null" | "on" | "off"
    );
    match begins && !word && text.chars().all(plain) && !text.ends_with(':') {
        true => text.to_owned(),
        false => quoted(text),
    }
}

fn quoted(text: &str) -> String {
    Value::String(text.to_owned()).to_string()
}
