//! What the local binary will say of the new handler, once it is built: its operation and its sample event. They are written
//! at once, so that nothing has to be built before `tidy` passes; tests/it/samples.rs holds them to what is said in the end.

use super::{Change, Endpoint, path_parameters, texts};
use crate::Result;
use crate::name::Name;
use crate::tree::Tree;
use serde_json::{Value, json};

/// When every sample event was sent: 2026-11-26T12:00:00Z.
const MILLISECONDS: u64 = 1_795_694_400_000;
const TIME: &str = "2026-11-26T12:00:00.000Z";

pub fn changes(tree: &Tree, name: &Name, endpoint: &Endpoint) -> Result<Vec<Change>> {
    let file = "openapi.json";
    let mut api: Value = serde_json::from_str(&tree.read(file)?)?;
    api["paths"][&endpoint.path][endpoint.method.to_lowercase()] = operation(name, endpoint);
    Ok(vec![
        (file.to_owned(), serde_json::to_string_pretty(&api)? + "\n"),
        (
            format!("events/{name}.json"),
            crate::samples::text(&event(endpoint))?,
        ),
    ])
}

/// The operation of a closed handler.
pub fn operation(name: &Name, endpoint: &Endpoint) -> Value {
    let in_path = path_parameters(&endpoint.path);
    let parameters: Vec<Value> = in_path
        .map(|name| json!({"name": name, "in": "path", "required": true, "schema": {"type": "string"}}))
        .collect();
    let problem = json!({"schema": {"$ref": "#/components/schemas/Problem"}});
    json!({
        "operationId": name.operation_id(), "tags": [name.domain], "parameters": parameters,
        "security": [{"bearer": []}],
        "responses": {
            "204": {"description": "No Content"},
            "default": {"description": "A refusal or failure", "content": {"application/problem+json": problem}},
        },
    })
}

/// A call of a closed handler. Its parameter is any text, until the handler wants an id.
pub fn event(endpoint: &Endpoint) -> Value {
    let Endpoint { method, path, .. } = endpoint;
    let (route, raw_path) = (format!("{method} {path}"), texts::raw_path(path));
    let mut event = json!({
        "version": "2.0", "routeKey": route, "rawPath": raw_path, "rawQueryString": "", "cookies": [],
        "headers": {"content-type": "application/json", "host": "localhost"},
        "requestContext": {
            "accountId": "000000000000", "apiId": "local", "domainName": "localhost", "domainPrefix": "localhost",
            "http": {
                "method": method, "path": raw_path, "protocol": "HTTP/1.1", "sourceIp": "127.0.0.1", "userAgent": null,
            },
            "requestId": "sample", "routeKey": route, "stage": "$default", "time": TIME, "timeEpoch": MILLISECONDS,
        },
        "isBase64Encoded": false,
    });
    let samples = path_parameters(path).map(|name| (name.to_owned(), json!(texts::SAMPLE)));
    let samples: serde_json::Map<String, Value> = samples.collect();
    if !samples.is_empty() {
        event["pathParameters"] = samples.into();
    }
    event
}
