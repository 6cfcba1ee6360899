//! Calls: into the source, of DynamoDB, of ports, and of what is not in the source and so can only hand its values on.

use super::follow::{Follow, Frame, request};
use super::value::{self, Value, literal, names};
use std::collections::BTreeSet;
use syn::{Expr, ExprCall, ExprMethodCall, GenericArgument};

/// The calls of DynamoDB's client, and the actions that IAM knows them by. A transaction needs the rights of its parts.
const ACTIONS: [(&str, &str); 10] = [
    ("get_item", "GetItem"),
    ("batch_get_item", "BatchGetItem"),
    ("query", "Query"),
    ("scan", "Scan"),
    ("put_item", "PutItem"),
    ("update_item", "UpdateItem"),
    ("delete_item", "DeleteItem"),
    ("batch_write_item", "BatchWriteItem"),
    ("transact_write_items", TRANSACTION),
    ("transact_get_items", TRANSACTION),
];
const TRANSACTION: &str = "transaction";

/// The parts of a transaction.
const PARTS: [(&str, &str); 5] = [
    ("put", "PutItem"),
    ("update", "UpdateItem"),
    ("delete", "DeleteItem"),
    ("condition_check", "ConditionCheckItem"),
    ("get", "GetItem"),
];

/// Arguments of a request that hold no key of it.
const KEYLESS: [&str; 9] = [
    "table_name",
    "expression_attribute_names",
    "set_expression_attribute_names",
    "set_exclusive_start_key",
    "update_expression",
    "condition_expression",
    "filter_expression",
    "key_condition_expression",
    "projection_expression",
];

/// Arguments of a request that hold its keys.
const KEYED: [&str; 6] = [
    "set_key",
    "set_keys",
    "item",
    "set_item",
    "request_items",
    "set_request_items",
];

/// The services behind ports: whatever is called there is counted by the call's name.
pub const PORTS: [&str; 7] = [
    "Cache",
    "PaymentGateway",
    "Queue",
    "Mailer",
    "ObjectStore",
    "Scanner",
    "Push",
];

/// What acts besides repositories.
const MEANS: [&str; 5] = ["App", "Store", "Client", "Tx", "Context"];

/// Whether a value can act: then nobody may have it who is not followed.
pub fn is_means(value: &Value) -> bool {
    let own = value
        .of
        .as_deref()
        .is_some_and(|of| MEANS.contains(&of) || PORTS.contains(&of));
    own || value
        .fields
        .get("0")
        .is_some_and(|inner| inner.of.as_deref() == Some("Store"))
}

/// `f(…)`, `module::f(…)`, `Type::f(…)`.
pub fn call(follow: &mut Follow<'_>, frame: &mut Frame<'_>, call: &ExprCall) -> Value {
    let Expr::Path(path) = &*call.func else {
        let function = follow.follow(frame, &call.func);
        let arguments = all(follow, frame, call.args.iter());
        return follow.settle(frame, function, &arguments);
    };
    let path_names = frame.full(&names(&path.path));
    let arguments = all(follow, frame, call.args.iter());
    if let [name] = path_names.as_slice()
        && let Some(variable) = frame.variable(name).cloned()
    {
        return follow.settle(frame, variable, &arguments);
    }
    let name = path_names.last().cloned().unwrap_or_default();
    if matches!(name.as_str(), "Some" | "Ok" | "Err" | "pin" | "from") && arguments.len() == 1 {
        let value = handed_on(follow, frame, arguments);
        // What went wrong may name an item, and is nowhere an item's key.
        return if name == "Err" { Value::default() } else { value };
    }
    if path_names.ends_with(&["TransactWriteItem".to_owned(), "builder".to_owned()]) {
        return Value::of("part of a transaction");
    }
    if let Some(at) = follow.source.function(&path_names, frame.place()) {
        let given = path.path.segments.last().map(|segment| &segment.arguments);
        let given = given.into_iter().flat_map(value::types_in);
        let given = given
            .map(|of| value::of_type(follow.source, of, &frame.bound))
            .collect();
        return follow.call(at, None, arguments, given);
    }
    // A tuple struct holds what it is made of.
    if follow.source.structure(&name, &frame.function.krate).is_some() {
        let fields = arguments
            .into_iter()
            .enumerate()
            .map(|(at, value)| (at.to_string(), value));
        return Value {
            fields: fields.collect(),
            ..Value::of(&name)
        };
    }
    unknown(follow, frame, &name, arguments)
}

/// `value.method(…)`.
pub fn method(follow: &mut Follow<'_>, frame: &mut Frame<'_>, call: &ExprMethodCall) -> Value {
    let name = call.method.to_string();
    let this = follow.follow(frame, &call.receiver);
    if this.request.is_some() {
        return in_request(follow, frame, call, this);
    }
    let of = this.of.clone().unwrap_or_default();
    let arguments = all(follow, frame, call.args.iter());
    if of == "part of a transaction" {
        if let Some((_, action)) = PARTS.iter().find(|(part, _)| *part == name) {
            let keys = keys_of_all(follow, frame, &arguments);
            follow.needs.table(action, &BTreeSet::new(), &keys);
        }
        return this;
    }
    if of == "Client" {
        return match ACTIONS.iter().find(|(call, _)| *call == name) {
            Some((_, action)) => request(action),
            None => {
                follow.unclear(
                    frame,
                    &format!("calls {name}, which is no known call of DynamoDB"),
                );
                Value::default()
            }
        };
    }
    let unwraps = matches!(
        name.as_str(),
        "clone" | "as_ref" | "as_deref" | "ok_or_else" | "ok_or"
    );
    if PORTS.contains(&of.as_str()) && !unwraps {
        // A copy reads one object and writes another.
        let parts = if name == "copy" {
            vec![("copy from", 0..1), ("copy to", 2..3)]
        } else {
            vec![(name.as_str(), 0..arguments.len())]
        };
        for (part, held) in parts {
            let keys = keys_of_all(follow, frame, arguments.get(held).unwrap_or_default());
            follow.needs.port(&of, part, &keys);
        }
        return Value::default();
    }
    if let Some(at) = (!of.is_empty())
        .then(|| follow.source.method(&of, &name, &frame.function.krate))
        .flatten()
    {
        let given = call.turbofish.iter().flat_map(|generics| &generics.args);
        let given = given.filter_map(|argument| match argument {
            GenericArgument::Type(of) => Some(value::of_type(follow.source, of, &frame.bound)),
            _ => None,
        });
        let given = given.collect();
        let owner = follow.source.functions[at].owner.clone();
        return follow.call(at, Some(Value { of: owner, ..this }), arguments, given);
    }
    if is_means(&this) && !unwraps {
        follow.unclear(frame, &format!("calls {of}::{name}, which is not in the source"));
    }
    elsewhere(follow, frame, call, this, arguments)
}

/// A method that is not in the source: of a collection, an option, an iterator, a builder.
fn elsewhere(
    follow: &mut Follow<'_>,
    frame: &mut Frame<'_>,
    call: &ExprMethodCall,
    this: Value,
    arguments: Vec<Value>,
) -> Value {
    let name = call.method.to_string();
    if arguments.iter().any(is_means) {
        follow.unclear(frame, &format!("hands to {name} what acts"));
    }
    let calls_back = arguments
        .iter()
        .any(|value| value.closure.is_some() || value.function.is_some());
    let first = call.args.first().and_then(plain_text);
    let results: Vec<Value> = arguments
        .into_iter()
        .map(|value| follow.settle(frame, value, &[this.clone(), this.clone()]))
        .collect();
    match name.as_str() {
        "map" | "and_then" | "filter_map" | "flat_map" | "then" | "find_map" | "map_while" if calls_back => {
            let result = results.into_iter().next().unwrap_or_default();
            if result.of.is_none() && result.fields.is_empty() {
                result.with_keys(&this)
            } else {
                result
            }
        }
        "map_or" | "map_or_else" | "unwrap_or" | "unwrap_or_else" | "unwrap_or_default" | "or"
        | "or_else" | "fold" => results.into_iter().fold(this, Value::or),
        "enumerate" => Value {
            fields: [("1".to_owned(), this)].into(),
            ..Value::default()
        },
        "zip" => {
            let other = results.into_iter().next().unwrap_or_default();
            Value {
                fields: [("0".to_owned(), this), ("1".to_owned(), other)].into(),
                ..Value::default()
            }
        }
        "push" | "extend" | "insert" | "extend_from_slice" | "append" | "push_back" => {
            // Of an item only what is put under `pk` says where it stands.
            let placed = name != "insert" || first.as_deref() == Some("pk");
            if let (Expr::Path(path), true) = (&*call.receiver, placed)
                && let Some(variable) = value::last(&path.path).and_then(|name| frame.variable(&name))
            {
                let added = results.into_iter().reduce(Value::or).unwrap_or_default();
                *variable = std::mem::take(variable).or(added);
            }
            Value::default()
        }
        // What went wrong may name an item, and is nowhere an item's key.
        "map_err" => this,
        // Conditions and values of a write: none of them is its key.
        name if name.starts_with("expression_attribute") || KEYLESS.contains(&name) => this,
        _ => {
            let keys = keys_of_all(follow, frame, &results);
            this.with_keys(&keys)
        }
    }
}

/// The arguments of a request, until it is sent.
fn in_request(
    follow: &mut Follow<'_>,
    frame: &mut Frame<'_>,
    call: &ExprMethodCall,
    mut this: Value,
) -> Value {
    let name = call.method.to_string();
    let first = call.args.first().and_then(literal);
    let arguments = all(follow, frame, call.args.iter());
    let Some(request) = this.request.clone() else {
        return this;
    };
    match name.as_str() {
        "send" => {
            if request.action != TRANSACTION {
                follow.needs.table(request.action, &request.indexes, &this);
            }
            return Value::default();
        }
        "index_name" | "set_index_name" => {
            if let Some(request) = &mut this.request {
                request
                    .indexes
                    .extend(arguments.into_iter().flat_map(|value| value.words));
            }
            return this;
        }
        // Of a query's values one is the partition.
        "expression_attribute_values" if first.as_deref() == Some(":pk") => {}
        "key" if first.as_deref() == Some("pk") => {}
        name if KEYED.contains(&name) => {}
        _ => return this,
    }
    let keys = keys_of_all(follow, frame, &arguments);
    this.with_keys(&keys)
}

/// A function that is not in the source can do nothing but hand on what it was given.
fn unknown(follow: &mut Follow<'_>, frame: &mut Frame<'_>, name: &str, arguments: Vec<Value>) -> Value {
    if arguments.iter().any(is_means) {
        follow.unclear(frame, &format!("hands to {name} what acts"));
    }
    handed_on(follow, frame, arguments)
}

fn handed_on(follow: &mut Follow<'_>, frame: &mut Frame<'_>, arguments: Vec<Value>) -> Value {
    let arguments: Vec<Value> = arguments
        .into_iter()
        .map(|value| follow.settle(frame, value, &[]))
        .collect();
    match <[Value; 1]>::try_from(arguments) {
        Ok([only]) => only,
        Err(several) => keys_of_all(follow, frame, &several),
    }
}

fn all<'e>(
    follow: &mut Follow<'_>,
    frame: &mut Frame<'_>,
    arguments: impl Iterator<Item = &'e Expr>,
) -> Vec<Value> {
    arguments.map(|argument| follow.follow(frame, argument)).collect()
}

/// The keys of values; a record's are those under which it is written.
fn keys_of_all(follow: &mut Follow<'_>, frame: &Frame<'_>, values: &[Value]) -> Value {
    let mut keys = Value::default();
    for value in values {
        let record = value
            .of
            .as_ref()
            .and_then(|of| follow.source.method(of, "key", &frame.function.krate));
        let record = record.filter(|at| follow.source.functions[*at].of_trait.as_deref() == Some("Record"));
        keys = match record {
            Some(at) => {
                let key = follow.call(
                    at,
                    Some(Value {
                        keys: BTreeSet::new(),
                        fields: Default::default(),
                        ..value.clone()
                    }),
                    Vec::new(),
                    Vec::new(),
                );
                keys.with_keys(&key)
            }
            None => keys.with_keys(value),
        };
    }
    keys
}

/// The text of `"pk"` or `"pk".to_owned()`.
fn plain_text(expression: &Expr) -> Option<String> {
    match expression {
        Expr::MethodCall(call) if call.args.is_empty() => plain_text(&call.receiver),
        other => literal(other),
    }
}
