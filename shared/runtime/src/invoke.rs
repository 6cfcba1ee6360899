//! From Lambda's event JSON to a handler and back.

use crate::collision::settled;
use crate::security::{self, Whom};
use crate::xray::Trace;
use crate::{App, HandlerError, Message, Records, report_unreadable};
use aws_lambda_events::dynamodb::Event as DynamoDbEvent;
use aws_lambda_events::sqs::{BatchItemFailure, SqsBatchResponse, SqsEvent};
use lambda_http::request::LambdaRequest;
use lambda_http::tower::Service;
use lambda_http::{Adapter, BoxFuture, service_fn};
use lambda_runtime::{Error, LambdaEvent};
use proconnect_events::Cause;
use proconnect_http::{
    ApiError, Caller, ErrorCode, Extract, Idempotency, MaybeCaller, Request, Response, compress, request_id,
    require_edge,
};
use proconnect_messaging::Unreadable;
use proconnect_store::Reading;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::HashSet;
use std::sync::Arc;
use std::time::SystemTime;
use tracing::Instrument as _;

type HttpHandler = for<'a> fn(&'a App, &'a Request) -> BoxFuture<'a, Result<Response, ApiError>>;
type SqsHandler = for<'a> fn(&'a App, Message) -> BoxFuture<'a, Result<(), HandlerError>>;
type StreamHandler = for<'a> fn(&'a App, &'a Records) -> BoxFuture<'a, Result<(), (String, HandlerError)>>;
type OperatedHandler = for<'a> fn(&'a App, Option<Value>) -> BoxFuture<'a, Result<Value, HandlerError>>;
type ScheduleHandler = for<'a> fn(&'a App) -> BoxFuture<'a, Result<(), HandlerError>>;

/// Runs an HTTP handler on an API Gateway event.
pub fn http_invoke(
    name: &'static str,
    app: App,
    event: LambdaEvent<Value>,
    handler: HttpHandler,
) -> BoxFuture<'static, Result<Value, Error>> {
    Box::pin(async move {
        let payload: LambdaRequest = serde_json::from_value(event.payload)?;
        let app = Arc::new(app);
        let trace = Trace::of(event.context.xray_trace_id.as_deref());
        let mut adapter = Adapter::from(service_fn(move |request: Request| {
            let (app, trace) = (Arc::clone(&app), trace.clone());
            async move {
                let work = Piece::begin(name, Cause::new(&request_id(&request)), trace);
                let answer = answer(work.app(&app), &request, handler);
                let response = compress(&request, work.run(answer).await);
                Ok::<_, Error>(without_body(&request, response))
            }
        }));
        let response = adapter.call(LambdaEvent::new(payload, event.context)).await?;
        Ok(serde_json::to_value(response)?)
    })
}

/// What `HEAD` is answered with: all of `GET`'s headers, and nothing else (RFC 9110, section 9.3.2).
fn without_body(request: &Request, mut response: Response) -> Response {
    if request.method() == http::Method::HEAD {
        *response.body_mut() = lambda_http::Body::Empty;
    }
    response
}

/// A piece of work: every line of its log, and its place in the trace, name what it follows from.
pub(crate) struct Piece {
    name: &'static str,
    cause: Cause,
    trace: Option<Trace>,
    began: SystemTime,
}

impl Piece {
    pub(crate) fn begin(name: &'static str, cause: Cause, trace: Option<Trace>) -> Self {
        Self {
            name,
            cause,
            trace,
            began: SystemTime::now(),
        }
    }

    /// The application for it, with a meter of its own: what it cost stands in the log.
    pub(crate) fn app(&self, app: &App) -> App {
        app.metered().caused_by(self.cause.clone())
    }

    pub(crate) async fn run<T>(self, work: impl Future<Output = T>) -> T {
        // An error's level, so that no setting of the log's level takes the cause from a line.
        let span = tracing::error_span!("call", function = self.name, cause = self.cause.as_str());
        let outcome = work.instrument(span).await;
        if let Some(trace) = &self.trace {
            trace.annotate(self.name, &self.cause, self.began);
        }
        outcome
    }
}

async fn answer(app: App, request: &Request, handler: HttpHandler) -> Response {
    let app = &app;
    let mut response = outcome(app, request, handler).await;
    let cost = app.store.meter().reading();
    tracing::info!(
        status = response.status().as_u16(),
        table.reads = cost.reads,
        table.writes = cost.writes,
        table.units = cost.units,
        "answered"
    );
    if let Some(timing) = server_timing(app.config.server_timing, cost) {
        response.headers_mut().insert("server-timing", timing);
    }
    response
}

fn server_timing(told: bool, cost: Reading) -> Option<http::HeaderValue> {
    let timing = format!(
        "table;desc=\"reads={} writes={} units={}\"",
        cost.reads, cost.writes, cost.units
    );
    told.then(|| http::HeaderValue::from_str(&timing).ok()).flatten()
}

async fn outcome(app: &App, request: &Request, handler: HttpHandler) -> Response {
    if let Err(error) = require_edge(app, request) {
        log(app, request, &error);
        return error.into_response(request);
    }
    // Where a key means nothing it is held to its form all the same: nobody learns a wrong one by heart.
    if let Err(error) = Idempotency::extract(app, request) {
        log(app, request, &error);
        return error.into_response(request);
    }
    let error = match settled(|| handler(app, request)).await {
        Ok(response) => return response,
        Err(error) => error,
    };
    if matches!(error.code.status().as_u16(), 409 | 422)
        && let Some(replay) = replay(app, request).await
    {
        return replay.unwrap_or_else(|error| error.into_response(request));
    }
    log(app, request, &error);
    error.into_response(request)
}

/// A conflict on a call with an Idempotency-Key may be the same call again: then its stored answer is given. So may a
/// refused field: what it named was there the first time.
async fn replay(app: &App, request: &Request) -> Option<Result<Response, ApiError>> {
    let idempotency = Idempotency::extract(app, request).ok()?;
    let key = idempotency.key?;
    let caller: Caller = MaybeCaller::extract(app, request).ok()?.0?;
    match app.store.idempotency().find(caller.user_id, &key).await {
        Ok(Some(record)) if record.fingerprint == idempotency.fingerprint => {
            let mut response = Response::new(record.body.into());
            *response.status_mut() = http::StatusCode::from_u16(record.status).unwrap_or_default();
            let headers = response.headers_mut();
            headers.insert("content-type", http::HeaderValue::from_static("application/json"));
            headers.insert("cache-control", http::HeaderValue::from_static("no-store"));
            headers.insert("idempotent-replayed", http::HeaderValue::from_static("true"));
            Some(Ok(response))
        }
        Ok(Some(_)) => Some(Err(ApiError::of(ErrorCode::IdempotencyKeyReused))),
        Ok(None) => None,
        Err(error) => {
            tracing::warn!(error = %error, "the idempotency record could not be read");
            None
        }
    }
}

/// The one place where a refusal or failure is logged.
fn log(app: &App, request: &Request, error: &ApiError) {
    if let Some(event) = security::event(error) {
        return Whom::of(app, request, error).log(event, error);
    }
    let source = error.source.as_ref().map(ToString::to_string).unwrap_or_default();
    let code = error.code.as_str();
    if error.status().is_server_error() {
        tracing::error!(code, source, "failed");
    } else {
        tracing::info!(code, source, "refused");
    }
}

/// Runs a consumer on an SQS batch; failed messages are reported one by one. In a FIFO group everything after
/// a failure waits, so that order is kept.
pub fn sqs_invoke(
    name: &'static str,
    app: App,
    event: LambdaEvent<Value>,
    handler: SqsHandler,
) -> BoxFuture<'static, Result<Value, Error>> {
    Box::pin(async move {
        let trace = Trace::of(event.context.xray_trace_id.as_deref());
        let batch: SqsEvent = serde_json::from_value(event.payload)?;
        let mut failed = Vec::new();
        let mut held_groups = HashSet::new();
        for record in batch.records {
            let message = Message {
                id: record.message_id.unwrap_or_default(),
                group: record.attributes.get("MessageGroupId").cloned(),
                body: record.body.unwrap_or_default(),
            };
            let (id, group) = (message.id.clone(), message.group.clone());
            let held = group.as_ref().is_some_and(|group| held_groups.contains(group));
            let work = Piece::begin(name, message.cause(), trace.clone());
            let done = consume(work.app(&app), message, held, handler);
            if !work.run(done).await {
                held_groups.extend(group);
                failed.push(id);
            }
        }
        let mut response = SqsBatchResponse::default();
        response.batch_item_failures = failed
            .into_iter()
            .map(|id| {
                let mut failure = BatchItemFailure::default();
                failure.item_identifier = id;
                failure
            })
            .collect();
        Ok(serde_json::to_value(response)?)
    })
}

/// Whether a message was done.
async fn consume(app: App, message: Message, held: bool, handler: SqsHandler) -> bool {
    let id = message.id.clone();
    let outcome = if held {
        Err("an earlier message of the group failed".into())
    } else {
        settled(|| handler(&app, message.clone())).await
    };
    let cost = app.store.meter().reading();
    match &outcome {
        Ok(()) => tracing::info!(
            message.id = id,
            table.reads = cost.reads,
            table.writes = cost.writes,
            table.units = cost.units,
            "done"
        ),
        Err(error) => report(&id, error),
    }
    outcome.is_ok()
}

fn report(id: &str, error: &HandlerError) {
    match error.downcast_ref::<Unreadable>() {
        Some(unreadable) => report_unreadable(unreadable),
        None => tracing::warn!(message.id = id, error = %error, "message failed, to be tried again"),
    }
}

/// Runs a consumer on a batch of the table's stream: new outbox records only. On a failure the batch goes on
/// from the sequence number that the handler names.
pub fn stream_invoke(
    name: &'static str,
    app: App,
    event: LambdaEvent<Value>,
    handler: StreamHandler,
) -> BoxFuture<'static, Result<Value, Error>> {
    Box::pin(async move {
        let batch: DynamoDbEvent = serde_json::from_value(event.payload)?;
        let mut records = Records::default();
        for record in batch.records {
            let sequence = record.change.sequence_number.clone().unwrap_or_default();
            if record.event_name != "INSERT" {
                continue;
            }
            match proconnect_store::outbox_record(record.change.new_image) {
                Some(Ok(record)) => records.0.push((sequence, record)),
                // It stays in the table, and whoever understands it will sweep it up.
                Some(Err(unreadable)) => report_unreadable(&unreadable),
                None => {}
            }
        }
        match handler(&app, &records).await {
            Ok(()) => Ok(json!({"batchItemFailures": []})),
            Err((sequence, error)) => {
                tracing::warn!(function = name, sequence, error = %error, "stream batch failed, to be tried again");
                Ok(json!({"batchItemFailures": [{"itemIdentifier": sequence}]}))
            }
        }
    })
}

/// Runs a scheduled function.
pub fn schedule_invoke(
    name: &'static str,
    app: App,
    event: LambdaEvent<Value>,
    handler: ScheduleHandler,
) -> BoxFuture<'static, Result<Value, Error>> {
    Box::pin(async move {
        let (work, app) = of_this_call(name, &app, &event);
        work.run(logged(&app, handler(&app))).await?;
        Ok(Value::Null)
    })
}

/// Runs a scheduled function that takes an operator's commands as well: what the scheduler sends is none.
pub fn operated_invoke(
    name: &'static str,
    app: App,
    event: LambdaEvent<Value>,
    handler: OperatedHandler,
) -> BoxFuture<'static, Result<Value, Error>> {
    Box::pin(async move {
        let (work, app) = of_this_call(name, &app, &event);
        let scheduled = event.payload["source"] == SCHEDULER;
        let command = (!scheduled).then_some(event.payload);
        work.run(logged(&app, handler(&app, command))).await
    })
}

/// The source of EventBridge Scheduler's events.
const SCHEDULER: &str = "aws.scheduler";

/// An operator's command; one that cannot be read is said to be so, and nothing is done.
#[doc(hidden)]
pub fn read_command<C: DeserializeOwned>(command: Value) -> Result<C, HandlerError> {
    serde_json::from_value(command).map_err(|error| format!("no such command: {error}").into())
}

/// What an operator is shown.
#[doc(hidden)]
pub fn show(answer: impl Serialize) -> Result<Value, HandlerError> {
    Ok(serde_json::to_value(answer)?)
}

fn of_this_call(name: &'static str, app: &App, event: &LambdaEvent<Value>) -> (Piece, App) {
    let trace = Trace::of(event.context.xray_trace_id.as_deref());
    let work = Piece::begin(name, Cause::new(&event.context.request_id), trace);
    let app = work.app(app);
    (work, app)
}

async fn logged<T>(
    app: &App,
    work: impl Future<Output = Result<T, HandlerError>>,
) -> Result<T, HandlerError> {
    let outcome = work.await;
    let cost = app.store.meter().reading();
    match &outcome {
        Ok(_) => tracing::info!(
            table.reads = cost.reads,
            table.writes = cost.writes,
            table.units = cost.units,
            "done"
        ),
        Err(error) => tracing::error!(error = %error, "failed"),
    }
    outcome
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_call_cost_is_told_only_where_a_setting_says_so() {
        let cost = Reading {
            reads: 1,
            writes: 2,
            units: 3.5,
        };
        assert_eq!(server_timing(false, cost), None);
        let told = server_timing(true, cost);
        assert_eq!(
            told.as_ref().and_then(|value| value.to_str().ok()),
            Some("table;desc=\"reads=1 writes=2 units=3.5\"")
        );
    }
}
