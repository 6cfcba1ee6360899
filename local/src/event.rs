//! The event JSON of API Gateway (payload format 2.0), SQS, streams and schedules.

use crate::queue::Received;
use axum::body::Bytes;
use axum::http::request::Parts;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use lambda_runtime::{Context, LambdaEvent};
use proconnect_domain::Timestamp;
use serde_json::{Map, Value, json};

/// An HTTP request as API Gateway would hand it on.
pub(crate) fn http(
    parts: &Parts,
    body: &Bytes,
    route: &str,
    parameters: Vec<(String, String)>,
    address: &str,
    now: Timestamp,
) -> Value {
    let mut headers = Map::new();
    for name in parts.headers.keys() {
        let values: Vec<&str> = parts
            .headers
            .get_all(name)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .collect();
        headers.insert(name.as_str().to_owned(), values.join(",").into());
    }
    let cookies = headers
        .remove("cookie")
        .and_then(|value| value.as_str().map(str::to_owned))
        .unwrap_or_default();
    let cookies: Vec<&str> = cookies
        .split(';')
        .map(str::trim)
        .filter(|cookie| !cookie.is_empty())
        .collect();
    let agent = headers.get("user-agent").cloned().unwrap_or_default();
    let request_id = request_id();
    let mut event = json!({
        "version": "2.0", "routeKey": route, "rawPath": parts.uri.path(),
        "rawQueryString": parts.uri.query().unwrap_or_default(), "cookies": cookies, "headers": headers,
        "requestContext": {
            "accountId": "000000000000", "apiId": "local", "domainName": "localhost", "domainPrefix": "localhost",
            "http": {
                "method": parts.method.as_str(), "path": parts.uri.path(), "protocol": "HTTP/1.1",
                "sourceIp": address, "userAgent": agent,
            },
            "requestId": request_id, "routeKey": route, "stage": "$default", "time": now.to_string(),
            "timeEpoch": now.as_millis(),
        },
        "isBase64Encoded": false,
    });
    if !parameters.is_empty() {
        event["pathParameters"] = parameters.into_iter().collect();
    }
    if !body.is_empty() {
        match std::str::from_utf8(body) {
            Ok(text) => event["body"] = json!(text),
            Err(_) => {
                event["body"] = json!(STANDARD.encode(body));
                event["isBase64Encoded"] = json!(true);
            }
        }
    }
    event
}

/// Something on a connection, as API Gateway's WebSocket API hands it on.
pub(crate) fn socket(
    connection: &str,
    route: &str,
    kind: &str,
    query: Option<&str>,
    frame: &str,
    now: Timestamp,
) -> Value {
    let mut event = json!({
        "requestContext": {
            "routeKey": route, "eventType": kind, "connectionId": connection, "requestId": request_id(),
            "apiId": "local", "domainName": "localhost", "stage": "ws", "connectedAt": now.as_millis(),
            "requestTimeEpoch": now.as_millis(), "messageDirection": "IN", "identity": {"sourceIp": "127.0.0.1"},
        },
        "isBase64Encoded": false,
    });
    if let Some(query) = query {
        let parameters: Map<String, Value> = url::form_urlencoded::parse(query.as_bytes())
            .map(|(name, value)| (name.into_owned(), value.into_owned().into()))
            .collect();
        event["queryStringParameters"] = parameters.into();
    }
    if kind == "MESSAGE" {
        event["body"] = frame.into();
    }
    event
}

/// A batch of messages.
pub(crate) fn sqs(queue: &str, messages: &[Received]) -> Value {
    let record = |message: &Received| {
        let mut attributes = json!({
            "ApproximateReceiveCount": message.receives.to_string(), "SentTimestamp": message.sent.to_string(),
        });
        if let Some(group) = &message.group {
            attributes["MessageGroupId"] = json!(group);
        }
        json!({
            "messageId": message.sequence.to_string(), "receiptHandle": message.sequence.to_string(),
            "body": message.body, "attributes": attributes, "messageAttributes": {}, "md5OfBody": "",
            "eventSource": "aws:sqs", "eventSourceARN": format!("arn:aws:sqs:local:000000000000:{queue}"),
            "awsRegion": "local",
        })
    };
    json!({"Records": messages.iter().map(record).collect::<Vec<_>>()})
}

/// An object was created, as S3 tells the event bus.
pub(crate) fn object_created(bucket: &str, key: &str, size: u64, now: Timestamp) -> Value {
    json!({
        "version": "0", "id": request_id(), "detail-type": "Object Created", "source": "aws.s3",
        "account": "000000000000", "time": now.to_string(), "region": "local",
        "resources": [format!("arn:aws:s3:::{bucket}")],
        "detail": {
            "version": "0", "bucket": {"name": bucket}, "object": {"key": key, "size": size},
            "request-id": request_id(), "requester": "local", "reason": "PutObject",
        },
    })
}

/// What became of a mail, as SES tells the event bus: its kind, and the part of the detail that belongs to it.
pub(crate) fn mail(kind: &str, (name, part): (&str, Value), to: &str, now: Timestamp) -> Value {
    json!({
        "version": "0", "id": request_id(), "detail-type": kind, "source": "aws.ses", "account": "000000000000",
        "time": now.to_string(), "region": "local",
        "resources": ["arn:aws:ses:local:000000000000:configuration-set/proconnect-local"],
        "detail": {
            name: part,
            "mail": {
                "timestamp": now.to_string(), "messageId": request_id(), "destination": [to],
                "tags": {"ses:configuration-set": ["proconnect-local"]},
            },
        },
    })
}

/// A tick of a schedule.
pub(crate) fn schedule(now: Timestamp) -> Value {
    json!({
        "version": "0", "id": request_id(), "detail-type": "Scheduled Event", "source": "aws.scheduler",
        "account": "000000000000", "time": now.to_string(), "region": "local", "resources": [], "detail": "{}",
    })
}

/// An event with the context that Lambda gives it.
pub(crate) fn invocation(payload: Value) -> LambdaEvent<Value> {
    let mut context = Context::default();
    context.request_id = request_id();
    LambdaEvent::new(payload, context)
}

pub(crate) fn request_id() -> String {
    let mut random = [0_u8; 8];
    // Ids only help to find log lines: without randomness they are all zero.
    let _ = getrandom::fill(&mut random);
    random.iter().map(|byte| format!("{byte:02x}")).collect()
}
