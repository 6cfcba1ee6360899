//! Settings by name, from the environment and from the secrets that it refers to (ADR 20).
//!
//! `CODE_SECRET=secretsmanager:proconnect/prod/codes#codeSecret` names a field of a secret instead of the value itself. Each
//! secret is read once, whatever number of settings lies in it. Errors name settings, secrets and fields, never a value.

use crate::environment::ConfigError;
use futures_util::future::try_join_all;
use serde_json::{Map, Value as Json};
use std::collections::{BTreeSet, HashMap};

const SCHEME: &str = "secretsmanager:";

/// Where in Secrets Manager a value lies.
#[derive(Clone)]
struct Reference {
    secret: String,
    field: String,
}

#[derive(Default)]
struct Value {
    text: String,
    origin: Option<Reference>,
}

/// The settings that were asked for.
pub(crate) struct Values(HashMap<&'static str, Value>);

impl Values {
    /// Takes the named settings from where `get` finds them.
    pub(crate) fn new(
        names: &[&'static str],
        get: impl Fn(&str) -> Option<String>,
    ) -> Result<Self, ConfigError> {
        let mut values = HashMap::new();
        for name in names {
            let Some(text) = get(name) else { continue };
            let value = match text.strip_prefix(SCHEME) {
                Some(reference) => Value {
                    origin: Some(parse(name, reference)?),
                    ..Value::default()
                },
                None => Value { text, origin: None },
            };
            values.insert(*name, value);
        }
        Ok(Self(values))
    }

    /// Whether any of them lies in a secret.
    pub(crate) fn have_secrets(&self) -> bool {
        self.0.values().any(|value| value.origin.is_some())
    }

    /// Reads the secrets, all at the same time, and puts their fields in place.
    pub(crate) async fn resolve(
        &mut self,
        read: impl AsyncFn(&str) -> Result<String, ConfigError>,
    ) -> Result<(), ConfigError> {
        let origins = self.0.values().filter_map(|value| value.origin.as_ref());
        let ids: BTreeSet<String> = origins.map(|origin| origin.secret.clone()).collect();
        let reads = ids.iter().map(async |id| fields(id, &read(id).await?));
        let secrets: HashMap<&String, _> = ids.iter().zip(try_join_all(reads).await?).collect();
        for (name, value) in &mut self.0 {
            let Some(Reference { secret, field }) = &value.origin else {
                continue;
            };
            let found = secrets.get(secret).and_then(|fields| fields.get(field));
            let problem =
                |what: &str| ConfigError(format!("{name}: the field {field} of the secret {secret} {what}"));
            let found = found.ok_or_else(|| problem("is missing"))?;
            value.text = found.as_str().ok_or_else(|| problem("is no text"))?.to_owned();
        }
        Ok(())
    }

    /// Whether a setting refers to a field in which there is nothing.
    pub(crate) fn is_hollow(&self, name: &str) -> bool {
        let value = self.0.get(name);
        value.is_some_and(|value| value.origin.is_some() && value.text.is_empty())
    }

    /// A setting, unless it is missing or empty.
    pub(crate) fn optional(&self, name: &str) -> Option<&str> {
        let text = self.0.get(name)?.text.as_str();
        (!text.is_empty()).then_some(text)
    }

    /// A list with commas between, as long as it is.
    pub(crate) fn list(&self, name: &str) -> Vec<String> {
        let parts = self.optional(name).unwrap_or_default().split(',').map(str::trim);
        parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
    }

    /// What is wrong with a setting, and where it comes from.
    pub(crate) fn error(&self, name: &str, what: &str) -> ConfigError {
        let origin = self.0.get(name).and_then(|value| value.origin.as_ref());
        let origin =
            origin.map(|Reference { secret, field }| format!(" (field {field} of the secret {secret})"));
        ConfigError(format!("{name}{} {what}", origin.unwrap_or_default()))
    }
}

fn parse(name: &str, reference: &str) -> Result<Reference, ConfigError> {
    match reference.split_once('#') {
        Some((secret, field)) if !secret.is_empty() && !field.is_empty() => Ok(Reference {
            secret: secret.to_owned(),
            field: field.to_owned(),
        }),
        _ => Err(ConfigError(format!(
            "{name} must name a secret and its field: {SCHEME}<secret>#<field>"
        ))),
    }
}

/// A secret's fields. What the parser says is left out: it may show a piece of the secret.
fn fields(id: &str, secret: &str) -> Result<Map<String, Json>, ConfigError> {
    serde_json::from_str(secret).map_err(|_| ConfigError(format!("the secret {id} is no JSON object")))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use std::cell::RefCell;

    fn values(given: &[(&str, &str)]) -> Result<Values, ConfigError> {
        let get = |name: &str| {
            given
                .iter()
                .find(|(given, _)| *given == name)
                .map(|(_, value)| (*value).to_owned())
        };
        Values::new(&["A", "B", "C"], get)
    }

    async fn resolved(given: &[(&str, &str)], secret: &str) -> Result<Values, ConfigError> {
        let mut values = values(given)?;
        values.resolve(async |_: &str| Ok(secret.to_owned())).await?;
        Ok(values)
    }

    #[tokio::test]
    async fn fields_take_the_place_of_references_and_each_secret_is_read_once() {
        let given = [
            ("A", "secretsmanager:x/app#a"),
            ("B", "secretsmanager:x/app#b"),
            ("C", "secretsmanager:x/stripe#c"),
        ];
        let mut values = values(&given).unwrap();
        assert!(values.have_secrets());
        let read = RefCell::new(Vec::new());
        let answer = async |id: &str| {
            read.borrow_mut().push(id.to_owned());
            Ok(r#"{"a": "1", "b": "2, 3,", "c": "", "more": {"is": "fine"}}"#.to_owned())
        };
        values.resolve(answer).await.unwrap();
        assert_eq!(*read.borrow(), ["x/app", "x/stripe"]);
        assert_eq!(values.optional("A"), Some("1"));
        assert_eq!(values.list("B"), ["2", "3"]);
        assert_eq!(values.optional("C"), None);
        assert!(values.is_hollow("C") && !values.is_hollow("A") && !values.is_hollow("D"));
        let error = values.error("C", "is not good").0;
        assert_eq!(error, "C (field c of the secret x/stripe) is not good");
        assert_eq!(values.error("D", "is not good").0, "D is not good");
    }

    #[tokio::test]
    async fn what_is_given_directly_is_taken_and_asks_nobody() {
        let mut values = values(&[("A", "plain")]).unwrap();
        assert!(!values.have_secrets());
        let refuse = async |_: &str| Err(ConfigError("asked".to_owned()));
        values.resolve(refuse).await.unwrap();
        assert_eq!(values.optional("A"), Some("plain"));
        assert_eq!(values.optional("B"), None);
    }

    #[tokio::test]
    async fn broken_secrets_are_named_and_never_shown() {
        let given = [("A", "secretsmanager:x/app#a")];
        for (secret, expected) in [
            ("hunter2", "the secret x/app is no JSON object"),
            (r#"["hunter2"]"#, "the secret x/app is no JSON object"),
            (
                r#"{"b": "hunter2"}"#,
                "A: the field a of the secret x/app is missing",
            ),
            (
                r#"{"a": ["hunter2"]}"#,
                "A: the field a of the secret x/app is no text",
            ),
        ] {
            assert_eq!(resolved(&given, secret).await.err().unwrap().0, expected);
        }
        for reference in [
            "secretsmanager:x/app",
            "secretsmanager:#a",
            "secretsmanager:x/app#",
        ] {
            let error = values(&[("A", reference)]).err().unwrap().0;
            assert!(error.starts_with("A must name a secret and its field"), "{error}");
        }
    }
}
