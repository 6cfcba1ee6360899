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

/// The longest text of a parameter that names no other length (OpenAPI document of Stripe, `maxLength`).
pub(crate) const LONGEST: usize = 5000;

/// The parameters of a call, each with the most characters that it may have: `*` stands for a number, or for the name of an
/// entry of `metadata`.
pub(crate) type Known = &'static [(&'static str, usize)];

/// Refuses parameters that the stand-in does not know, as Stripe does, however deep they stand: a misspelt one must not pass
/// here. Refuses also what is too long, and metadata beyond its limits.
pub(crate) fn only(params: &Value, known: Known) -> Result<(), StripeError> {
    check(params, "", "", known)
}

fn check(value: &Value, path: &str, pattern: &str, known: Known) -> Result<(), StripeError> {
    let Some(object) = value.as_object() else {
        return check_text(value.as_str().unwrap_or_default(), path, pattern, known);
    };
    if pattern == "metadata" || pattern.ends_with("[metadata]") {
        check_metadata(object, path)?;
    }
    for (name, inner) in object {
        let any =
            name.parse::<usize>().is_ok() || pattern.ends_with("metadata") || pattern.ends_with("[metadata]");
        let last = if any { "*" } else { name };
        let (path, pattern) = match path {
            "" => (name.clone(), last.to_owned()),
            _ => (format!("{path}[{name}]"), format!("{pattern}[{last}]")),
        };
        check(inner, &path, &pattern, known)?;
    }
    Ok(())
}

fn check_text(text: &str, path: &str, pattern: &str, known: Known) -> Result<(), StripeError> {
    let Some((_, most)) = known.iter().find(|(name, _)| *name == pattern) else {
        return Err(StripeError {
            code: Some("parameter_unknown"),
            param: Some(path.to_owned()),
            ..StripeError::invalid(format!("Received unknown parameter: {path}"))
        });
    };
    if text.chars().count() > *most {
        return Err(StripeError {
            param: Some(path.to_owned()),
            ..StripeError::invalid(format!(
                "Invalid string: {path} must be at most {most} characters"
            ))
        });
    }
    Ok(())
}

/// docs.stripe.com/api/metadata: up to 50 keys of up to 40 characters, without square brackets, with values of up to 500.
fn check_metadata(metadata: &Map<String, Value>, path: &str) -> Result<(), StripeError> {
    let refuse = |message: &str| {
        Err(StripeError {
            param: Some(path.to_owned()),
            ..StripeError::invalid(message)
        })
    };
    if metadata.len() > 50 {
        return refuse("Metadata can have up to 50 keys.");
    }
    for (key, value) in metadata {
        if key.chars().count() > 40 || key.contains(['[', ']']) {
            return refuse("Metadata keys can have up to 40 characters, without square brackets.");
        }
        if value.as_str().is_none_or(|value| value.chars().count() > 500) {
            return refuse("Metadata values can have up to 500 characters.");
        }
    }
    Ok(())
}

/// A parameter that is one of these words.
pub(crate) fn one_of<'a>(
    params: &'a Value,
    path: &[&str],
    words: &[&str],
) -> Result<Option<&'a str>, StripeError> {
    match optional(params, path) {
        Some(word) if !words.contains(&word) => Err(StripeError {
            param: Some(name(path)),
            ..StripeError::invalid(format!(
                "Invalid {}: must be one of {}",
                name(path),
                words.join(", ")
            ))
        }),
        word => Ok(word),
    }
}

/// A currency that the stand-in has.
pub(crate) fn currency<'a>(params: &'a Value, path: &[&str]) -> Result<&'a str, StripeError> {
    required(params, path)?;
    let word = one_of(params, path, &["usd", "eur", "gbp"])?;
    word.ok_or_else(|| StripeError::missing(&name(path)))
}

/// An address of mail: Stripe refuses what cannot be one (`email_invalid`).
pub(crate) fn email<'a>(params: &'a Value, path: &[&str]) -> Result<Option<&'a str>, StripeError> {
    let text = optional(params, path);
    let is_good = |text: &str| {
        let plain = !text.contains(|letter: char| letter.is_whitespace() || letter.is_control());
        let parts = text.rsplit_once('@');
        plain && parts.is_some_and(|(local, domain)| !local.is_empty() && !domain.is_empty())
    };
    match text {
        Some(text) if !is_good(text) => Err(StripeError {
            code: Some("email_invalid"),
            param: Some(name(path)),
            ..StripeError::invalid(format!("Invalid email address: {text}"))
        }),
        text => Ok(text),
    }
}

/// An address of a page (`url_invalid`).
pub(crate) fn url<'a>(params: &'a Value, path: &[&str]) -> Result<Option<&'a str>, StripeError> {
    let text = optional(params, path);
    let is_good = |text: &str| {
        let uri: Option<axum::http::Uri> = text.parse().ok();
        let scheme = uri.as_ref().and_then(axum::http::Uri::scheme_str);
        scheme.is_some_and(|scheme| scheme == "https" || scheme == "http")
    };
    match text {
        Some(text) if !is_good(text) => Err(StripeError {
            code: Some("url_invalid"),
            param: Some(name(path)),
            ..StripeError::invalid("Not a valid URL")
        }),
        text => Ok(text),
    }
}

/// How many a list shows: 1 to 100, 10 by default (docs.stripe.com/api/pagination).
pub(crate) fn limit(params: &Value) -> Result<usize, StripeError> {
    let Some(text) = optional(params, &["limit"]) else {
        return Ok(10);
    };
    let number = text.parse().ok().filter(|limit| (1..=100).contains(limit));
    number.ok_or_else(|| StripeError {
        code: Some("parameter_invalid_integer"),
        param: Some("limit".to_owned()),
        ..StripeError::invalid("limit must be from 1 to 100")
    })
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
        assert!(amount(&parse("a=-1").unwrap(), &["a"]).is_err());
    }

    const KNOWN: Known = &[
        ("mode", LONGEST),
        ("line_items[*][price_data][unit_amount]", LONGEST),
        ("metadata[*]", LONGEST),
        ("payment_intent_data[metadata][*]", LONGEST),
    ];

    fn refusal(form: &str) -> Option<StripeError> {
        only(&parse(form).unwrap(), KNOWN).err()
    }

    #[test]
    fn a_misspelt_parameter_is_refused_however_deep_it_stands() {
        assert!(
            refusal("mode=payment&line_items[0][price_data][unit_amount]=1&metadata[0]=a&metadata[mode]=b")
                .is_none()
        );
        for unknown in [
            "moed",
            "line_items[0][price_data][unit_amuont]",
            "line_items[0][mode]",
            "payment_intent_data[mode]",
        ] {
            let error = refusal(&format!("{unknown}=1")).unwrap();
            assert_eq!(
                (error.code, error.param.as_deref()),
                (Some("parameter_unknown"), Some(unknown))
            );
        }
    }

    #[test]
    fn lengths_are_stripes() {
        let long = |letters: usize| "é".repeat(letters);
        assert!(refusal(&format!("mode={}", long(LONGEST))).is_none());
        assert!(refusal(&format!("mode={}", long(LONGEST + 1))).is_some());
        for place in ["metadata", "payment_intent_data[metadata]"] {
            assert!(refusal(&format!("{place}[{}]={}", long(40), long(500))).is_none());
            assert!(refusal(&format!("{place}[{}]=x", long(41))).is_some());
            assert!(refusal(&format!("{place}[x]={}", long(501))).is_some());
            let keys = |most: usize| {
                (0..most)
                    .map(|key| format!("{place}[k{key}]=x"))
                    .collect::<Vec<_>>()
                    .join("&")
            };
            assert!(refusal(&keys(50)).is_none());
            assert!(refusal(&keys(51)).is_some());
        }
    }

    #[test]
    fn words_addresses_and_limits_are_checked() {
        let params = parse(
            "a=b&mail=a%20b@x.example&good=a@x.example&url=javascript:x&page=https://x.example/y&limit=101",
        )
        .unwrap();
        assert!(one_of(&params, &["a"], &["b"]).is_ok() && one_of(&params, &["a"], &["c"]).is_err());
        assert!(email(&params, &["mail"]).is_err() && email(&params, &["good"]).is_ok());
        assert!(url(&params, &["url"]).is_err() && url(&params, &["page"]).is_ok());
        assert!(currency(&params, &["a"]).is_err() && limit(&params).is_err());
        assert_eq!(limit(&parse("").unwrap()).unwrap(), 10);
    }
}
