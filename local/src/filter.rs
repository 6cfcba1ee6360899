//! Which records of a stream a function is handed: the filter criteria of its event source mapping, as Lambda reads them.

use crate::Error;
use serde_json::Value as Json;
use serde_yaml_ng::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// The patterns of each function that has any, by its name.
pub(crate) type Filters = BTreeMap<String, Vec<Json>>;

/// The filters of the stacks in a folder. What this reader does not know, it refuses: nothing may be handed on here that would
/// be left out in the cloud.
pub(crate) fn read(folder: &Path) -> Result<Filters, Error> {
    let mut filters = Filters::new();
    for file in std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))? {
        let yaml: Value = serde_yaml_ng::from_str(&std::fs::read_to_string(file?.path())?)?;
        for (id, resource) in yaml["Resources"].as_mapping().into_iter().flatten() {
            let criteria = &resource["Properties"]["FilterCriteria"]["Filters"];
            let stem = id.as_str().unwrap_or_default().trim_end_matches("Source");
            let function = &yaml["Resources"][format!("{stem}Function").as_str()];
            let name = function["Metadata"]["BuildProperties"]["Binary"].as_str();
            for filter in criteria.as_sequence().into_iter().flatten() {
                let text = filter["Pattern"].as_str().unwrap_or_default();
                let pattern: Json = serde_json::from_str(text)?;
                check(&pattern)?;
                let name = name.ok_or_else(|| format!("no function of {stem}"))?;
                filters.entry(name.to_owned()).or_default().push(pattern);
            }
        }
    }
    Ok(filters)
}

fn check(pattern: &Json) -> Result<(), Error> {
    let fine = match pattern {
        Json::Object(fields) => return fields.values().try_for_each(check),
        Json::Array(choices) => choices.iter().all(|choice| match choice {
            Json::Object(rule) => rule.len() == 1 && rule.get("prefix").is_some_and(Json::is_string),
            choice => choice.is_string(),
        }),
        _ => false,
    };
    match fine {
        true => Ok(()),
        false => Err(format!("{pattern} is a filter that is not known here").into()),
    }
}

/// Whether one of the patterns wants the record; all are wanted where there is no pattern.
pub(crate) fn wants(filters: &Filters, function: &str, record: &Json) -> bool {
    filters
        .get(function)
        .is_none_or(|patterns| patterns.iter().any(|pattern| fits(pattern, record)))
}

/// Every field of the pattern is there, with one of the values that it lists.
fn fits(pattern: &Json, value: &Json) -> bool {
    match pattern {
        Json::Object(fields) => fields.iter().all(|(name, inner)| fits(inner, &value[name])),
        Json::Array(choices) => choices.iter().any(|choice| match choice["prefix"].as_str() {
            Some(prefix) => value.as_str().is_some_and(|text| text.starts_with(prefix)),
            None => choice == value,
        }),
        _ => false,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_projects_stream_hands_on_new_outbox_records_alone() {
        let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../infra/functions"));
        let filters = read(folder).unwrap();
        let record =
            |event: &str, key: &str| json!({"eventName": event, "dynamodb": {"Keys": {"pk": {"S": key}}}});
        let wanted = |record: &Json| wants(&filters, "system-dispatch", record);
        assert!(wanted(&record("INSERT", "OUTBOX#out_1")));
        assert!(!wanted(&record("REMOVE", "OUTBOX#out_1")));
        assert!(!wanted(&record("INSERT", "TASK#tsk_1")));
        assert!(!wanted(&json!({"eventName": "INSERT"})));
    }

    #[test]
    fn what_is_not_known_is_refused() {
        for pattern in [
            json!({"a": [{"suffix": "x"}]}),
            json!({"a": "x"}),
            json!({"a": [1]}),
        ] {
            assert!(check(&pattern).is_err(), "{pattern}");
        }
        assert!(check(&json!({"a": {"b": ["x", {"prefix": "y"}]}})).is_ok());
    }
}
