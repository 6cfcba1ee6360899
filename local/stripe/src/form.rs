//! Stripe's form encoding: `line_items[0][price_data][unit_amount]=100`.

use crate::error::StripeError;
use serde_json::{Map, Value};

/// Parses a form (or query) with nested brackets into objects; numbered keys stay keys of an object.
pub(crate) fn parse(form: &str) -> Result<Value, StripeError> {
    let pairs: Vec<(String, String)> = serde_html_form::from_str(form)
        .map_err(|error| StripeError::invalid(format!("Invalid form: {error}")))?;
    let mut root = Map::new();
    for (key, value) in pairs {
        let parts: Vec<&str> = key.split('[').map(|part| part.trim_end_matches(']')).collect();
        insert(&mut root, &parts, value);
    }
    Ok(Value::Object(root))
}

fn insert(object: &mut Map<String, Value>, parts: &[&str], value: String) {
    let Some((first, rest)) = parts.split_first() else {
        return;
    };
    // `expand[]` may stand there several times.
    let name = if first.is_empty() {
        object.len().to_string()
    } else {
        (*first).to_owned()
    };
    if rest.is_empty() {
        object.insert(name, Value::String(value));
        return;
    }
    let inner = object.entry(name).or_insert_with(|| Value::Object(Map::new()));
    if let Some(inner) = inner.as_object_mut() {
        insert(inner, rest, value);
    }
}

/// A parameter that must be there.
pub(crate) fn required<'a>(params: &'a Value, path: &[&str]) -> Result<&'a str, StripeError> {
    optional(params, path).ok_or_else(|| StripeError::missing(&name(path)))
}

/// A parameter that may be there.
pub(crate) fn optional<'a>(params: &'a Value, path: &[&str]) -> Option<&'a str> {
    path.iter()
        .try_fold(params, |place, part| place.get(part))?
        .as_str()
        .filter(|text| !text.is_empty())
}

/// A whole number above zero that must be there.
pub(crate) fn amount(params: &Value, path: &[&str]) -> Result<i64, StripeError> {
    let text = required(params, path)?;
    let invalid = || StripeError {
        code: Some("parameter_invalid_integer"),
        param: Some(name(path)),
        ..StripeError::invalid(format!("Invalid positive integer: {text}"))
    };
    text.parse().ok().filter(|amount| *amount > 0).ok_or_else(invalid)
}

/// Refuses parameters that the stand-in does not know, as Stripe does: a misspelt one must not pass here.
pub(crate) fn only(params: &Value, known: &[&str]) -> Result<(), StripeError> {
    for name in params.as_object().into_iter().flat_map(Map::keys) {
        if !known.contains(&name.as_str()) {
            return Err(StripeError {
                code: Some("parameter_unknown"),
                param: Some(name.clone()),
                ..StripeError::invalid(format!("Received unknown parameter: {name}"))
            });
        }
    }
    Ok(())
}

fn name(path: &[&str]) -> String {
    let (first, rest) = path.split_first().unwrap_or((&"", &[]));
    rest.iter()
        .fold((*first).to_owned(), |name, part| format!("{name}[{part}]"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn brackets_nest() {
        let params =
            parse("line_items[0][price_data][unit_amount]=100&mode=payment&expand[]=a&expand[]=b").unwrap();
        assert_eq!(
            amount(&params, &["line_items", "0", "price_data", "unit_amount"]).unwrap(),
            100
        );
        assert_eq!(params["expand"]["1"], "b");
        assert_eq!(
            required(&params, &["line_items", "0", "name"])
                .unwrap_err()
                .param
                .unwrap(),
            "line_items[0][name]"
        );
        assert_eq!(
            only(&params, &["mode"]).unwrap_err().code,
            Some("parameter_unknown")
        );
        assert!(amount(&parse("a=-1").unwrap(), &["a"]).is_err());
    }
}
