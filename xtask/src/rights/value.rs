//! What is known of a value without running anything: its type, and the partition keys that it may hold.

use super::source::Source;
use super::syntax::types_in;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;
use syn::{ExprClosure, GenericArgument, Path, PathArguments, ReturnType, Type, TypeParamBound};

/// Types that are looked through: what counts is what they hold.
const WRAPPERS: [&str; 13] = [
    "Option", "Result", "Box", "Arc", "Rc", "Vec", "Cow", "HashMap", "BTreeMap", "Stored", "Pin", "RefCell",
    "Peekable",
];

/// A value.
#[derive(Clone, Default)]
pub struct Value {
    /// The name of its type, without what wraps it.
    pub of: Option<String>,
    /// What its type is applied to.
    pub arguments: Vec<Value>,
    /// Its parts, where they are known one by one.
    pub fields: BTreeMap<String, Value>,
    /// The beginnings of the partition keys that it may hold.
    pub keys: BTreeSet<String>,
    /// It may hold other keys, too.
    pub open: bool,
    /// The texts that it may be.
    pub words: BTreeSet<String>,
    /// A call of DynamoDB in the making.
    pub request: Option<Request>,
    /// A closure, not yet called.
    pub closure: Option<Rc<Closure>>,
    /// A function by its name, not yet called.
    pub function: Option<usize>,
}

/// A call of DynamoDB in the making.
#[derive(Clone, PartialEq, Eq)]
pub struct Request {
    /// `GetItem`.
    pub action: &'static str,
    /// The indexes that it may ask.
    pub indexes: BTreeSet<String>,
}

/// A closure and what it sees.
pub struct Closure {
    /// Its code.
    pub code: ExprClosure,
    /// The variables around it.
    pub scopes: Vec<HashMap<String, Value>>,
}

impl Value {
    /// A value of a type.
    pub fn of(name: &str) -> Self {
        Self {
            of: Some(name.to_owned()),
            ..Self::default()
        }
    }

    /// The same with the keys of another.
    pub fn with_keys(mut self, other: &Value) -> Self {
        self.keys.extend(other.all_keys());
        self.open |= other.is_open();
        self
    }

    /// Every key in it and in its parts.
    pub fn all_keys(&self) -> BTreeSet<String> {
        let mut keys = self.keys.clone();
        for field in self.fields.values() {
            keys.extend(field.all_keys());
        }
        keys
    }

    /// Whether it or a part of it may hold keys that are not known.
    pub fn is_open(&self) -> bool {
        self.open || self.fields.values().any(Value::is_open)
    }

    /// One of two.
    pub fn or(mut self, other: Value) -> Self {
        if self.of.is_none() {
            self.of = other.of;
            self.arguments = other.arguments;
        }
        for (name, field) in other.fields {
            let mine = self.fields.remove(&name).unwrap_or_default();
            self.fields.insert(name, mine.or(field));
        }
        self.keys.extend(other.keys);
        self.words.extend(other.words);
        self.open |= other.open;
        self.request = self.request.or(other.request);
        self.closure = self.closure.or(other.closure);
        self.function = self.function.or(other.function);
        self
    }

    /// A part; what is not known one by one shares the keys of the whole.
    pub fn field(&self, name: &str) -> Option<Value> {
        self.fields.get(name).cloned()
    }
}

/// The type's value, with what its parameters stand for.
pub fn of_type(source: &Source, of: &Type, bound: &HashMap<String, Value>) -> Value {
    match of {
        Type::Reference(inner) => of_type(source, &inner.elem, bound),
        Type::Paren(inner) => of_type(source, &inner.elem, bound),
        Type::Group(inner) => of_type(source, &inner.elem, bound),
        Type::Slice(inner) => of_type(source, &inner.elem, bound),
        Type::Array(inner) => of_type(source, &inner.elem, bound),
        Type::Tuple(tuple) => {
            let parts = tuple.elems.iter().enumerate();
            let fields = parts.map(|(at, part)| (at.to_string(), of_type(source, part, bound)));
            Value {
                fields: fields.collect(),
                ..Value::default()
            }
        }
        Type::ImplTrait(inner) => of_bounds(source, inner.bounds.iter(), bound),
        Type::TraitObject(inner) => of_bounds(source, inner.bounds.iter(), bound),
        Type::Path(path) => of_path(source, &path.path, bound),
        _ => Value::default(),
    }
}

fn of_path(source: &Source, path: &Path, bound: &HashMap<String, Value>) -> Value {
    let Some(segment) = path.segments.last() else {
        return Value::default();
    };
    let name = segment.ident.to_string();
    if let Some(value) = bound.get(&name).filter(|_| path.segments.len() == 1) {
        return value.clone();
    }
    let arguments: Vec<Value> = types_in(&segment.arguments)
        .map(|of| of_type(source, of, bound))
        .collect();
    if WRAPPERS.contains(&name.as_str()) {
        // A map is its values; a result what it is when all is well.
        let held = if name.ends_with("Map") {
            arguments.into_iter().next_back()
        } else {
            arguments.into_iter().next()
        };
        return held.unwrap_or_default();
    }
    match source.alias(&name, None).filter(|_| arguments.is_empty()) {
        Some(alias) => of_type(source, alias, bound),
        None => Value {
            arguments,
            ..Value::of(&name)
        },
    }
}

/// `impl Iterator<Item = T>` is a `T`, `dyn Queue` a `Queue`.
fn of_bounds<'a>(
    source: &Source,
    mut bounds: impl Iterator<Item = &'a TypeParamBound>,
    bound: &HashMap<String, Value>,
) -> Value {
    let Some(TypeParamBound::Trait(first)) = bounds.next() else {
        return Value::default();
    };
    let Some(segment) = first.path.segments.last() else {
        return Value::default();
    };
    if let PathArguments::AngleBracketed(arguments) = &segment.arguments {
        for argument in &arguments.args {
            if let GenericArgument::AssocType(item) = argument {
                return of_type(source, &item.ty, bound);
            }
        }
        return Value::default();
    }
    match &segment.arguments {
        PathArguments::Parenthesized(_) => Value::default(),
        _ => Value::of(&segment.ident.to_string()),
    }
}

/// The value that a function of this head answers.
pub fn of_output(source: &Source, output: &ReturnType, bound: &HashMap<String, Value>) -> Value {
    match output {
        ReturnType::Type(_, of) => of_type(source, of, bound),
        ReturnType::Default => Value::default(),
    }
}

/// `Self` in an `impl`: of what wraps another type nothing is known.
pub fn of_owner(owner: &str) -> Value {
    if WRAPPERS.contains(&owner) {
        Value::default()
    } else {
        Value::of(owner)
    }
}
