//! What a template refers to and does not have itself.

use serde_json::Value;
use std::collections::BTreeSet;

/// The parameters that a template asks for: whatever it refers to and does not have itself.
pub fn used(template: &Value) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    references(template, &mut names);
    let own = |name: &String| {
        let resource = name.split('.').next().unwrap_or(name);
        template["Resources"].get(resource).is_some()
    };
    names.retain(|name| !name.starts_with("AWS::") && !own(name));
    names
}

fn references(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            for (key, inner) in map {
                match (key.as_str(), inner) {
                    ("Ref", Value::String(name)) => {
                        into.insert(name.clone());
                    }
                    ("Fn::Sub", Value::String(text)) => {
                        let names = text
                            .split("${")
                            .skip(1)
                            .filter_map(|rest| Some(rest.split_once('}')?.0.to_owned()));
                        into.extend(names);
                    }
                    _ => references(inner, into),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, into)),
        _ => {}
    }
}
