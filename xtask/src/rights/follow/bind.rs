//! Patterns: the names in them, and the parts of a value that they get.

use super::{Follow, Frame};
use crate::rights::syntax::last;
use crate::rights::value::{Value, of_type};
use syn::{Member, Pat};

impl Follow<'_> {
    /// Gives the names of a pattern their parts of a value.
    pub fn bind(&mut self, frame: &mut Frame<'_>, pattern: &Pat, value: Value) {
        match pattern {
            Pat::Ident(name) => frame.set(name.ident.to_string(), value),
            Pat::Type(typed) => {
                let declared = of_type(self.source, &typed.ty, &frame.bound);
                self.bind(frame, &typed.pat, typed_as(declared, value));
            }
            Pat::Tuple(tuple) => {
                for (at, pattern) in tuple.elems.iter().enumerate() {
                    let part = self.field(frame, &value, &at.to_string());
                    self.bind(frame, pattern, part);
                }
            }
            Pat::TupleStruct(tuple) => {
                let name = last(&tuple.path).unwrap_or_default();
                for (at, pattern) in tuple.elems.iter().enumerate() {
                    let part = match name.as_str() {
                        "Some" | "Ok" => value.clone(),
                        name if value.of.as_deref() == Some(name) => {
                            self.field(frame, &value, &at.to_string())
                        }
                        _ => Value::default(),
                    };
                    self.bind(frame, pattern, part);
                }
            }
            Pat::Struct(fields) => {
                for field in &fields.fields {
                    if let Member::Named(name) = &field.member {
                        let part = self.field(frame, &value, &name.to_string());
                        self.bind(frame, &field.pat, part);
                    }
                }
            }
            Pat::Reference(inner) => self.bind(frame, &inner.pat, value),
            Pat::Paren(inner) => self.bind(frame, &inner.pat, value),
            Pat::Guard(inner) => {
                self.bind(frame, &inner.pat, value);
                self.follow(frame, &inner.guard);
            }
            Pat::Or(either) => either
                .cases
                .iter()
                .for_each(|case| self.bind(frame, case, value.clone())),
            Pat::Slice(slice) => slice
                .elems
                .iter()
                .for_each(|each| self.bind(frame, each, value.clone())),
            _ => {}
        }
    }
}

/// A value of a declared type: the declaration says what it is, the value what it holds.
pub(super) fn typed_as(declared: Value, value: Value) -> Value {
    let concrete = declared.of.is_some() && !is_bound(declared.of.as_deref());
    if concrete {
        return Value {
            of: declared.of,
            arguments: declared.arguments,
            ..value
        };
    }
    if declared.fields.is_empty() {
        return value;
    }
    let mut value = value;
    for (name, field) in declared.fields {
        let mine = value.fields.remove(&name).unwrap_or_default();
        value.fields.insert(name, typed_as(field, mine));
    }
    value
}

/// Traits that say nothing of what a value holds.
fn is_bound(of: Option<&str>) -> bool {
    matches!(
        of,
        Some(
            "Into"
                | "AsRef"
                | "Fn"
                | "FnMut"
                | "FnOnce"
                | "Iterator"
                | "IntoIterator"
                | "Future"
                | "ToString"
                | "Sized"
                | "Copy"
                | "Clone"
                | "Record"
        )
    )
}
