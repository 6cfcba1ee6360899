//! From API Gateway's WebSocket events to a handler and back.

use crate::App;
use crate::collision::settled;
use crate::invoke::Piece;
use crate::security::{self, Whom};
use crate::xray::Trace;
use aws_lambda_events::apigw::{ApiGatewayWebsocketProxyRequest, ApiGatewayWebsocketProxyRequestContext};
use lambda_http::BoxFuture;
use lambda_runtime::{Error, LambdaEvent};
use proconnect_api::ServerFrame;
use proconnect_events::Cause;
use proconnect_http::{ApiError, ErrorCode, client_id, require_origin};
use serde_json::{Value, json};

mod take;
pub use take::{Connected, Connection, FromSocket, Opening, SocketReply, take};

type SocketHandler =
    for<'a> fn(&'a App, &'a SocketEvent) -> BoxFuture<'a, Result<Option<ServerFrame>, ApiError>>;

/// Something happened on a connection: it is being opened, a frame came, or it is closed.
#[derive(Debug, Clone)]
pub struct SocketEvent {
    /// API Gateway's id of the connection.
    pub connection: String,
    /// The ticket in the address; only while it is being opened.
    pub ticket: Option<String>,
    /// The frame, as it came.
    pub frame: String,
}

/// Runs a handler on an event of the WebSocket API.
pub fn socket_invoke(
    name: &'static str,
    app: App,
    event: LambdaEvent<Value>,
    handler: SocketHandler,
) -> BoxFuture<'static, Result<Value, Error>> {
    Box::pin(async move {
        let trace = Trace::of(event.context.xray_trace_id.as_deref());
        let request: ApiGatewayWebsocketProxyRequest = serde_json::from_value(event.payload)?;
        let is_frame = request.request_context.event_type.as_deref() == Some("MESSAGE");
        let cause = request.request_context.request_id.as_deref().unwrap_or("unknown");
        let work = Piece::begin(name, Cause::new(cause), trace);
        let by_the_edge = by_the_edge(&app, &request);
        let address = viewer_address(&app, &request, by_the_edge.is_ok());
        let event = socket_event(request)?;
        let app = work.app(&app);
        let answered = async {
            let outcome = match by_the_edge {
                Ok(()) => settled(|| handler(&app, &event)).await,
                Err(error) => Err(error),
            };
            let cost = app.store.meter().reading();
            tracing::info!(
                refused = outcome.as_ref().err().map(|error| error.code.as_str()),
                table.reads = cost.reads,
                table.writes = cost.writes,
                table.units = cost.units,
                "answered"
            );
            match outcome {
                Ok(None) => Ok(json!({"statusCode": 200})),
                Ok(Some(frame)) => answer(&frame),
                Err(error) => {
                    report(&error, address.as_deref());
                    if is_frame {
                        answer(&refusal(&error, &event))
                    } else {
                        Ok(json!({"statusCode": error.status().as_u16()}))
                    }
                }
            }
        };
        work.run(answered).await
    })
}

/// A connection is opened by the edge alone; what comes over it afterwards has no headers.
fn by_the_edge(app: &App, request: &ApiGatewayWebsocketProxyRequest) -> Result<(), ApiError> {
    if request.request_context.event_type.as_deref() != Some("CONNECT") {
        return Ok(());
    }
    let sent = request
        .headers
        .get("x-origin-secret")
        .and_then(|value| value.to_str().ok());
    require_origin(&app.config.origin_hashes, sent)
}

/// Where a connection comes from. Behind the edge it is named by that, which is believed if the call came by it.
fn viewer_address(app: &App, request: &ApiGatewayWebsocketProxyRequest, by_edge: bool) -> Option<String> {
    let named = request.headers.get("x-viewer-address");
    let named = named.and_then(|value| value.to_str().ok());
    let believed = named.filter(|_| by_edge && !app.config.origin_hashes.is_empty());
    believed
        .map(str::to_owned)
        .or_else(|| request.request_context.identity.source_ip.clone())
}

fn socket_event(request: ApiGatewayWebsocketProxyRequest) -> Result<SocketEvent, Error> {
    let context: ApiGatewayWebsocketProxyRequestContext = request.request_context;
    let ticket = request.query_string_parameters.first("ticket");
    Ok(SocketEvent {
        connection: context.connection_id.ok_or("the event names no connection")?,
        ticket: ticket.map(str::to_owned),
        frame: request.body.unwrap_or_default(),
    })
}

/// The body is sent back over the connection: the routes have a route response.
fn answer(frame: &ServerFrame) -> Result<Value, Error> {
    Ok(json!({"statusCode": 200, "body": serde_json::to_string(frame)?}))
}

/// What was sent was refused, or failed: the connection stays, and the browser learns which frame it was.
fn refusal(error: &ApiError, event: &SocketEvent) -> ServerFrame {
    let failed = error.status().is_server_error();
    ServerFrame::Error {
        code: error.code.as_str().to_owned(),
        // A failure of ours tells nothing, as over HTTP.
        detail: if failed {
            ErrorCode::Internal.meaning().trim().to_owned()
        } else {
            error.detail.clone()
        },
        client_id: client_id(&event.frame),
        errors: error.errors.clone(),
        retry_after: error.retry_after,
    }
}

fn report(error: &ApiError, address: Option<&str>) {
    if let Some(event) = security::event(error) {
        return Whom::at(address, error).log(event, error);
    }
    if error.status().is_server_error() {
        let source = error.source.as_ref().map(ToString::to_string).unwrap_or_default();
        tracing::error!(code = error.code.as_str(), source, "failed");
    }
}
