//! CloudFormation YAML as JSON: `!Ref X` becomes `{"Ref": "X"}`, as CloudFormation itself reads it.

use crate::Result;
use serde_json::{Map, Value, json};
use serde_yaml_ng::Value as Yaml;

/// Parses a template.
pub fn parse(text: &str) -> Result<Value> {
    to_json(serde_yaml_ng::from_str(text)?)
}

fn to_json(yaml: Yaml) -> Result<Value> {
    Ok(match yaml {
        Yaml::Sequence(items) => Value::Array(items.into_iter().map(to_json).collect::<Result<_>>()?),
        Yaml::Mapping(entries) => {
            let mut object = Map::new();
            for (key, value) in entries {
                let key = key
                    .as_str()
                    .ok_or_else(|| format!("a key that is no text: {key:?}"))?;
                object.insert(key.to_owned(), to_json(value)?);
            }
            Value::Object(object)
        }
        Yaml::Tagged(tagged) => {
            let tag = tagged.tag.to_string();
            tag_to_json(tag.trim_start_matches('!'), to_json(tagged.value)?)
        }
        plain => serde_json::to_value(plain)?,
    })
}

fn tag_to_json(tag: &str, value: Value) -> Value {
    match (tag, value) {
        ("Ref" | "Condition", value) => json!({ tag: value }),
        // `!GetAtt Queue.Arn` is short for `[Queue, Arn]`.
        ("GetAtt", Value::String(path)) => {
            let (resource, attribute) = path.split_once('.').unwrap_or((&path, ""));
            json!({ "Fn::GetAtt": [resource, attribute] })
        }
        (tag, value) => json!({ format!("Fn::{tag}"): value }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_short_forms_of_cloudformation() {
        let value =
            parse("a: !Ref Table\nb: !GetAtt Queue.Arn\nc: !Sub '${A}-x'\nd: !If [X, !Ref A, 1]\n").unwrap();
        let long = json!({
            "a": {"Ref": "Table"}, "b": {"Fn::GetAtt": ["Queue", "Arn"]}, "c": {"Fn::Sub": "${A}-x"},
            "d": {"Fn::If": ["X", {"Ref": "A"}, 1]},
        });
        assert_eq!(value, long);
    }
}
