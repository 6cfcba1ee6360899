//! What a name, a field, a literal or a macro stands for.

use super::{Follow, Frame, calls};
use crate::rights::syntax::{last, literal};
use crate::rights::value::{Value, of_type};
use std::collections::BTreeSet;
use syn::punctuated::Punctuated;
use syn::{Expr, Member, Token};

impl Follow<'_> {
    pub(super) fn text(&self, frame: &Frame<'_>, expression: &Expr) -> Value {
        let Some(text) = literal(expression) else {
            return Value::default();
        };
        let keys = frame.makes_keys().then(|| text.clone());
        Value {
            keys: keys.into_iter().collect(),
            words: [text].into(),
            ..Value::of("str")
        }
    }

    pub(super) fn path(&mut self, frame: &mut Frame<'_>, path: &[String]) -> Value {
        if let [name] = path
            && let Some(value) = frame.variable(name)
        {
            return value.clone();
        }
        if let Some(constant) = self.source.constant(path, frame.place()) {
            let keys = constant.module.iter().any(|part| part == "keys");
            return match literal(&constant.value) {
                Some(text) => Value {
                    keys: keys.then(|| text.clone()).into_iter().collect(),
                    words: [text].into(),
                    ..Value::of("str")
                },
                None => Value::default(),
            };
        }
        let function = self.source.function(path, frame.place());
        match path {
            [.., owner, _]
                if function.is_none() && owner.starts_with(|first: char| first.is_ascii_uppercase()) =>
            {
                Value::of(owner)
            }
            _ => Value {
                function,
                ..Value::default()
            },
        }
    }

    /// A part of a value: of a struct by its declaration.
    pub fn field(&mut self, frame: &Frame<'_>, base: &Value, name: &str) -> Value {
        if let Some(of) = &base.of {
            self.needs.field(of, name);
        }
        if let Some(part) = base.field(name) {
            return part;
        }
        let declared = base
            .of
            .as_ref()
            .and_then(|of| self.source.structure(of, &frame.function.krate));
        let Some(declared) = declared else {
            return Value::default();
        };
        let bound = declared
            .parameters
            .iter()
            .cloned()
            .zip(base.arguments.iter().cloned())
            .collect();
        match declared.fields.get(name) {
            Some(of) => of_type(self.source, of, &bound),
            None => Value::default(),
        }
    }

    pub(super) fn structure(&mut self, frame: &mut Frame<'_>, made: &syn::ExprStruct) -> Value {
        let mut value = Value {
            of: last(&made.path),
            ..Value::default()
        };
        if value.of.as_deref() == Some("Self") {
            value.of.clone_from(&frame.function.owner);
        }
        if let Some(rest) = &made.rest {
            value.fields = self.follow(frame, rest).fields;
        }
        for field in &made.fields {
            if let Member::Named(name) = &field.member {
                let part = self.settled(frame, &field.expr);
                value.fields.insert(name.to_string(), part);
            }
        }
        // A key is its partition; one that is made of something unknown may be anywhere.
        if value.of.as_deref() == Some("Key") {
            let partition = value.fields.get("pk").cloned().unwrap_or_default();
            value.open = partition.all_keys().is_empty();
            value.fields.retain(|name, _| name == "pk");
        }
        value
    }

    pub(super) fn any_of<'e>(
        &mut self,
        frame: &mut Frame<'_>,
        parts: impl Iterator<Item = &'e Expr>,
    ) -> Value {
        let mut value = Value::default();
        for part in parts {
            value = value.or(self.settled(frame, part));
        }
        value
    }

    /// What is known of a macro: its arguments, if they are expressions.
    pub(super) fn expand(&mut self, frame: &mut Frame<'_>, call: &syn::Macro) -> Value {
        let name = last(&call.path).unwrap_or_default();
        let parsed = call.parse_body_with(Punctuated::<Expr, Token![,]>::parse_terminated);
        let Ok(arguments) = parsed else {
            let hides = call.tokens.clone().into_iter().any(|token| {
                let name = token.to_string();
                frame.variable(&name).is_some_and(|value| calls::is_means(value))
            });
            if hides {
                self.unclear(frame, &format!("hands on to {name}! what acts"));
            }
            return Value::default();
        };
        match (name.as_str(), arguments.first().and_then(literal)) {
            ("format", Some(text)) if frame.makes_keys() => self.formatted(frame, &text),
            _ => self.any_of(frame, arguments.iter()),
        }
    }

    /// The beginning of a formatted key: what stands before the first value, after the constants that it begins with.
    fn formatted(&mut self, frame: &mut Frame<'_>, text: &str) -> Value {
        let mut key = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            key.push_str(before);
            let (name, behind) = after.split_once('}').unwrap_or((after, ""));
            let constant = self.source.constant(&[name.to_owned()], frame.place());
            let Some(text) = constant.and_then(|constant| literal(&constant.value)) else {
                return Value {
                    open: key.is_empty(),
                    keys: prefix(key),
                    ..Value::of("str")
                };
            };
            key.push_str(&text);
            rest = behind;
        }
        Value {
            keys: prefix(key + rest),
            ..Value::of("str")
        }
    }
}

fn prefix(key: String) -> BTreeSet<String> {
    (!key.is_empty()).then_some(key).into_iter().collect()
}
