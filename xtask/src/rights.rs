//! What a handler needs: found by following its calls down to DynamoDB, to the ports and to the settings.
//!
//! A right that is missing would fail in production only; one too many is what an attacker would use. What cannot be
//! followed is named, never guessed.

mod follow;
mod source;
mod syntax;
mod value;

use crate::Result;
use crate::declaration::{Declaration, Trigger};
use crate::tree::Tree;
use follow::Follow;
pub use source::Source;
use std::collections::{BTreeMap, BTreeSet};
pub use syntax::literal;
use value::Value;

/// Functions that are worth more memory, and with it CPU: hashes of passwords, pictures, and packs of many files.
const COSTLY: [&str; 5] = [
    "hash_password",
    "verify_password",
    "verify_nothing",
    "pictures",
    "seal_pack",
];

/// The partitions that an action may touch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Partitions {
    /// How their keys begin.
    pub begin: BTreeSet<String>,
    /// There are others, too, which the source does not name.
    pub open: bool,
}

/// What a function needs.
#[derive(Debug, Default)]
pub struct Needs {
    /// Actions on the table or on one of its indexes.
    pub table: BTreeMap<(String, Option<String>), Partitions>,
    /// Calls of ports: port and call, with the keys that they are about.
    pub ports: BTreeMap<(String, String), Partitions>,
    /// Fields of `App` and `Config` that are read, such as `Config.code_secret`.
    pub settings: BTreeSet<String>,
    /// The queues that it sends to, by their names in `QueueName`.
    pub queues: BTreeSet<String>,
    /// It sends what others wrote, to whichever queue that names.
    pub any_queue: bool,
    /// Whether it does what a small function takes too long for.
    pub costly: bool,
    /// What could not be followed.
    pub unclear: BTreeSet<String>,
}

impl Needs {
    fn table(&mut self, action: &str, indexes: &BTreeSet<String>, keys: &Value) {
        let indexes: Vec<Option<String>> = match indexes.is_empty() {
            true => vec![None],
            false => indexes.iter().cloned().map(Some).collect(),
        };
        for index in indexes {
            self.table
                .entry((action.to_owned(), index))
                .or_default()
                .add(keys);
        }
    }

    fn port(&mut self, port: &str, call: &str, keys: &Value) {
        self.ports
            .entry((port.to_owned(), call.to_owned()))
            .or_default()
            .add(keys);
    }

    /// An envelope is made: around a command that has a queue, or around what was not known before.
    fn envelope(&mut self, queue: Option<&String>) {
        match queue {
            Some(queue) => drop(self.queues.insert(queue.clone())),
            None => self.any_queue = true,
        }
    }

    fn field(&mut self, of: &str, name: &str) {
        if matches!(of, "App" | "Config") {
            self.settings.insert(format!("{of}.{name}"));
        }
    }
}

impl Partitions {
    fn add(&mut self, keys: &Value) {
        let known = keys.all_keys();
        self.open |= keys.is_open() || known.is_empty();
        self.begin.extend(known);
    }
}

impl Needs {
    /// Whether it may send to a queue, by its id such as `Email`.
    pub fn sends_to(&self, queue: &str) -> bool {
        // Whoever sends and makes no envelope sends those of others.
        self.any_queue || self.queues.is_empty() || self.queues.contains(queue)
    }
}

/// Reads what the analysis follows.
pub fn source(tree: &Tree) -> Result<Source> {
    Source::read(tree, &["shared", "functions"])
}

/// What the function of a declaration needs.
pub fn needs(source: &Source, declaration: &Declaration) -> Result<Needs> {
    let name = &declaration.name;
    let krate = format!("functions/{}", name.domain);
    let module = [name.module()];
    let handler = source
        .functions
        .iter()
        .position(|found| {
            found.krate == krate
                && found.module == module
                && found.owner.is_none()
                && found.signature.ident == "handle"
        })
        .ok_or_else(|| format!("{name}: no handler in {krate}/src/{}.rs", name.module()))?;
    let mut follow = Follow::new(source);
    let function = &source.functions[handler];
    let mut extracted = BTreeSet::new();
    for input in &function.signature.inputs {
        if let syn::FnArg::Typed(input) = input {
            types(source, function.file, &input.ty, &mut extracted);
        }
    }
    if let Trigger::Socket(_) = &declaration.trigger {
        for of in &extracted {
            let taken = source.functions.iter().position(|found| {
                found.owner.as_deref() == Some(of)
                    && found.of_trait.as_deref() == Some("FromSocket")
                    && found.signature.ident == "from_socket"
            });
            if let Some(at) = taken {
                let given = vec![Value::of("App"), Value::of("SocketEvent")];
                follow.call(at, None, given, Vec::new());
            }
        }
    }
    if let Trigger::Http { method, .. } = &declaration.trigger {
        for of in &extracted {
            let extract = source.functions.iter().position(|found| {
                found.owner.as_deref() == Some(of)
                    && found.of_trait.as_deref() == Some("Extract")
                    && found.signature.ident == "extract"
            });
            if let Some(at) = extract {
                follow.call(
                    at,
                    None,
                    vec![Value::of("Context"), Value::of("Request")],
                    Vec::new(),
                );
            }
        }
        // A caller's refused change may be a repeat: then the runtime looks for the stored answer.
        if method != "GET" && extracted.contains("Caller") {
            let replay = source
                .functions
                .iter()
                .position(|found| found.krate == "shared/runtime" && found.signature.ident == "replay");
            let at = replay.ok_or("shared/runtime has no replay, which answers repeats")?;
            follow.call(
                at,
                None,
                vec![Value::default(), Value::of("App"), Value::of("Request")],
                Vec::new(),
            );
        }
    }
    follow.call(handler, None, vec![Value::of("App")], Vec::new());
    Ok(follow.needs)
}

/// Every name in a type, with what its aliases stand for.
fn types(source: &Source, file: usize, of: &syn::Type, into: &mut BTreeSet<String>) {
    match of {
        syn::Type::Tuple(tuple) => tuple
            .elems
            .iter()
            .for_each(|part| types(source, file, part, into)),
        syn::Type::Reference(inner) => types(source, file, &inner.elem, into),
        syn::Type::Path(path) => {
            if let Some(segment) = path.path.segments.last() {
                let name = segment.ident.to_string();
                if let Some(alias) = source.alias(&name, Some(file)) {
                    types(source, file, alias, into);
                }
                into.insert(name);
            }
        }
        _ => {}
    }
}
