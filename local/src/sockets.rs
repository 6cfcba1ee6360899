//! The WebSocket API: routes frames to functions by their `action`, and carries what functions send back.

use crate::connections::MAX_MESSAGE;
pub use crate::connections::{Connection, Outgoing};
use crate::world::World;
use crate::{Error, event};
use axum::Router;
use axum::body::Bytes;
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use futures_util::StreamExt as _;
use proconnect_messaging::Delivery;
use serde_json::Value;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc::unbounded_channel;

// API Gateway's WebSocket quotas.
const MAX_FRAME: usize = 32 * 1024;
const IDLE: Duration = Duration::from_secs(10 * 60);
const LIFE: Duration = Duration::from_secs(2 * 3600);

/// How long the browser may take to answer the end of the connection.
const CLOSING: Duration = Duration::from_secs(2);

pub(crate) fn router(world: Arc<World>) -> Router {
    Router::new()
        .route("/ws", get(serve))
        .route("/_local/sockets/@connections/{id}", post(callback).delete(end))
        .with_state(world)
}

impl World {
    /// Opens a connection, as a browser does with the query in the address. Returns the status when it is refused.
    pub async fn connect(&self, query: &str) -> Result<Connection, StatusCode> {
        let id = event::request_id();
        let (sender, incoming) = unbounded_channel();
        // Before the function runs: what it causes may be told at once.
        if let Ok(mut open) = self.sockets.0.lock() {
            open.insert(id.clone(), sender);
        }
        let event = event::socket(&id, "$connect", "CONNECT", Some(query), "", self.now());
        let status = match self.route(&"$connect".to_owned(), event).await {
            Ok(answer) => answer["statusCode"]
                .as_u64()
                .and_then(|status| u16::try_from(status).ok()),
            Err(error) => {
                tracing::error!(error = %error, "a connection could not be opened");
                None
            }
        };
        let status = status.and_then(|status| StatusCode::from_u16(status).ok());
        match status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR) {
            status if status.is_success() => Ok(Connection { id, incoming }),
            status => {
                self.drop_connection(&id);
                Err(status)
            }
        }
    }

    /// A frame from the browser. Returns what goes back as the route's response.
    pub async fn frame(&self, id: &str, text: &str) -> Option<String> {
        let route = self.template.socket_route(text);
        let event = event::socket(id, &route, "MESSAGE", None, text, self.now());
        match self.route(&route, event).await {
            Ok(answer) => answer["body"].as_str().map(str::to_owned),
            Err(error) => {
                tracing::error!(route, error = %error, "a frame was lost");
                None
            }
        }
    }

    /// The connection is closed, by whomever.
    pub async fn disconnect(&self, id: &str) {
        self.drop_connection(id);
        let event = event::socket(id, "$disconnect", "DISCONNECT", None, "", self.now());
        if let Err(error) = self.route(&"$disconnect".to_owned(), event).await {
            tracing::error!(error = %error, "a closed connection was not forgotten");
        }
    }

    fn drop_connection(&self, id: &str) {
        if let Ok(mut open) = self.sockets.0.lock() {
            open.remove(id);
        }
    }

    async fn route(&self, route: &String, event: Value) -> Result<Value, Error> {
        let function = self.template.sockets.get(route);
        let function = function.ok_or_else(|| format!("no route {route}"))?;
        let answer = self.invoke(function, event).await;
        self.wake.notify_one();
        answer
    }
}

async fn serve(
    State(world): State<Arc<World>>,
    RawQuery(query): RawQuery,
    upgrade: WebSocketUpgrade,
) -> Response {
    match world.connect(query.as_deref().unwrap_or_default()).await {
        Ok(connection) => upgrade
            .max_frame_size(MAX_FRAME)
            .max_message_size(MAX_MESSAGE)
            .on_upgrade(move |socket| async move {
                let id = connection.id.clone();
                let _ = tokio::time::timeout(LIFE, carry(&world, connection, socket)).await;
                world.disconnect(&id).await;
            }),
        Err(status) => status.into_response(),
    }
}

/// Carries frames both ways until one side ends it, or nothing comes for too long.
async fn carry(world: &World, mut connection: Connection, mut socket: WebSocket) {
    loop {
        let outgoing = tokio::select! {
            sent = connection.incoming.recv() => sent,
            came = tokio::time::timeout(IDLE, socket.next()) => match came {
                Ok(Some(Ok(Message::Text(text)))) => {
                    match world.frame(&connection.id, &text).await {
                        Some(answer) => Some(Outgoing::Text(answer)),
                        None => continue,
                    }
                }
                Ok(Some(Ok(Message::Ping(_) | Message::Pong(_)))) => continue,
                // Binary frames are not for API Gateway's WebSocket APIs; anything else is an end.
                _ => None,
            },
        };
        let sent = match outgoing {
            Some(Outgoing::Text(text)) => socket.send(Message::Text(text.into())).await,
            Some(Outgoing::Close) | None => {
                let _ = socket.send(Message::Close(None)).await;
                // The browser says it, too (RFC 6455, section 7.1.1); then the connection counts as closed cleanly.
                let _ =
                    tokio::time::timeout(CLOSING, async { while let Some(Ok(_)) = socket.next().await {} })
                        .await;
                return;
            }
        };
        if sent.is_err() {
            return;
        }
    }
}

/// API Gateway's `@connections`, for functions that run in a process of their own.
async fn callback(State(world): State<Arc<World>>, Path(id): Path<String>, frame: Bytes) -> StatusCode {
    if frame.len() > MAX_MESSAGE {
        return StatusCode::PAYLOAD_TOO_LARGE;
    }
    let frame = String::from_utf8_lossy(&frame).into_owned();
    match world.sockets.send(&id, Outgoing::Text(frame)) {
        Delivery::Taken => StatusCode::OK,
        Delivery::Gone => StatusCode::GONE,
    }
}

async fn end(State(world): State<Arc<World>>, Path(id): Path<String>) -> StatusCode {
    match world.sockets.send(&id, Outgoing::Close) {
        Delivery::Taken => StatusCode::NO_CONTENT,
        Delivery::Gone => StatusCode::GONE,
    }
}
