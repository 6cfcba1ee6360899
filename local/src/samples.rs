//! `events/<function>.json`: one event for each function, as whatever triggers it would send it. The envelope follows from the
//! function's declaration; the body of a call from its schema and the examples in it; messages from the facts and commands
//! that the product itself dispatches.

mod body;
mod messages;

use crate::queue::Received;
use crate::template::{ANY, Template};
use crate::{Error, event, mail_simulator, openapi, registry};
use axum::body::Bytes;
use axum::http::Request;
pub use messages::everything;
use proconnect_domain::Timestamp;
use proconnect_files::keys;
use proconnect_runtime::{Function, Trigger};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Stands for the id of whatever a path names. Its last ten bits are zero, so that it can be a contract's too.
const ULID: &str = "01JD9ZZZZZZZZZZZZZZZZZZZ00";

/// 2026-11-26T12:00:00Z.
const NOW: Timestamp = Timestamp::from_millis(1_795_694_400_000);

/// The name of what is made anew for each call.
const SAMPLE: &str = "sample";

/// Every function's event, by its name.
pub fn events(template: &Template) -> Result<BTreeMap<&'static str, Value>, Error> {
    let document = openapi::document(template);
    let event = |function: &'static Function| {
        let event = event_of(function, template, &document);
        let event = event.map_err(|error| format!("{}: {error}", function.name))?;
        Ok((function.name, event))
    };
    registry::functions().map(event).collect()
}

/// The event of one function. `document` is the OpenAPI document that describes it.
pub fn event_of(function: &Function, template: &Template, document: &Value) -> Result<Value, Error> {
    match function.trigger {
        Trigger::Http { method: ANY, path } => unrouted(path),
        Trigger::Http { method, path } => call(method, path, document),
        Trigger::Queue(_) => messages_of(function, template),
        Trigger::Stream => messages::stream(),
        Trigger::Schedule(_) => Ok(named(event::schedule(NOW), "/id")),
        Trigger::Socket(route) => Ok(frame(route)),
        Trigger::Manual => Ok(json!({})),
    }
}

fn call(method: &str, path: &str, document: &Value) -> Result<Value, Error> {
    let operation = &document["paths"][path][method.to_lowercase()];
    let parameters: Vec<_> = path_parameters(operation).collect();
    let filled = |uri: String, (name, value): &(String, String)| uri.replace(&format!("{{{name}}}"), value);
    let uri = parameters.iter().fold(path.to_owned(), filled);
    let body = match operation["requestBody"]["content"]["application/json"].get("schema") {
        Some(schema) => body::sample(schema, document)?.to_string(),
        None => String::new(),
    };
    let request = Request::builder()
        .method(method)
        .uri(uri)
        .header("host", "localhost");
    let request = request.header("content-type", "application/json").body(())?;
    let (route, address) = (format!("{method} {path}"), "127.0.0.1");
    let (parts, ()) = request.into_parts();
    let event = event::http(&parts, &Bytes::from(body), &route, parameters, address, NOW);
    Ok(named(event, "/requestContext/requestId"))
}

/// A call that no other route takes.
fn unrouted(route: &str) -> Result<Value, Error> {
    let (method, path) = ("DELETE", "health");
    let request = Request::builder().method(method).uri(format!("/v1/{path}"));
    let (parts, ()) = request.header("host", "localhost").body(())?.into_parts();
    let parameters = vec![("proxy".to_owned(), path.to_owned())];
    let event = event::http(
        &parts,
        &Bytes::new(),
        &format!("{ANY} {route}"),
        parameters,
        "127.0.0.1",
        NOW,
    );
    Ok(named(event, "/requestContext/requestId"))
}

/// The names of the path's parameters, each with an id of its kind; what is no id is taken as it is.
fn path_parameters(operation: &Value) -> impl Iterator<Item = (String, String)> {
    let all = operation["parameters"].as_array().into_iter().flatten();
    let in_path = all.filter(|parameter| parameter["in"] == "path");
    in_path.filter_map(|parameter| {
        let pattern = parameter["schema"]["pattern"].as_str().unwrap_or_default();
        let prefix = pattern
            .strip_prefix('^')
            .and_then(|pattern| pattern.split_once('_'));
        let value = prefix.map_or_else(|| SAMPLE.to_owned(), |(prefix, _)| format!("{prefix}_{ULID}"));
        Some((parameter["name"].as_str()?.to_owned(), value))
    })
}

fn frame(route: &str) -> Value {
    let (kind, query, frame) = match route {
        "$connect" => ("CONNECT", Some("ticket=no.such.ticket"), json!(null)),
        "$disconnect" => ("DISCONNECT", None, json!(null)),
        "$default" => ("MESSAGE", None, json!({"action": SAMPLE, "clientId": SAMPLE})),
        action => ("MESSAGE", None, json!({"action": action, "clientId": SAMPLE})),
    };
    let event = event::socket(SAMPLE, route, kind, query, &frame.to_string(), NOW);
    named(event, "/requestContext/requestId")
}

/// One message of each kind that the consumer takes; of a queue that holds no envelopes, an event of the bus.
fn messages_of(function: &Function, template: &Template) -> Result<Value, Error> {
    let kinds = (function.takes)();
    let consumer = template
        .consumers
        .iter()
        .find(|consumer| consumer.function == function.name);
    let queue = &consumer.ok_or("consumes nothing")?.queue;
    let bodies = match kinds.is_empty() {
        true => vec![(of_the_bus(queue, template)?.to_string(), None)],
        false => messages::of_kinds(&kinds, queue)?,
    };
    let received = (1..).zip(bodies).map(|(sequence, (body, group))| Received {
        sequence,
        body,
        group,
        receives: 1,
        sent: NOW.as_millis(),
    });
    Ok(event::sqs(queue, &received.collect::<Vec<_>>()))
}

/// What a service of AWS puts into a queue.
fn of_the_bus(queue: &str, template: &Template) -> Result<Value, Error> {
    if template.object_rules.iter().any(|(_, to)| to == queue) {
        let key = keys::upload(format!("fil_{ULID}").parse()?);
        let event = event::object_created("files", &key, 48_211, NOW);
        return Ok(named(named(event, "/id"), "/detail/request-id"));
    }
    let rule = template.mail_rules.iter().find(|(_, to)| to == queue);
    rule.ok_or("takes no envelopes, and no rule sends anything to its queue")?;
    let found = mail_simulator::event_about("bounce@simulator.amazonses.com", NOW);
    let (_, event) = found.ok_or("the simulator reports no bounce")?;
    let random = ["/id", "/detail/mail/messageId", "/detail/bounce/feedbackId"];
    Ok(random.into_iter().fold(event, named))
}

/// With a name in place of what is random.
fn named(mut event: Value, pointer: &str) -> Value {
    if let Some(random) = event.pointer_mut(pointer) {
        *random = json!(SAMPLE);
    }
    event
}
