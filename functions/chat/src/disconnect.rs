//! WebSocket route `$disconnect`: a connection was closed, by whomever.

use proconnect_api::Frame;
use proconnect_http::ApiError;
use proconnect_runtime::{App, Function, SocketEvent};

pub const FUNCTION: Function = proconnect_runtime::socket!("$disconnect", handle);

/// Forgets the connection. API Gateway calls this at best once; what it misses ends by its TTL, or when a frame finds
/// nobody there.
pub async fn handle(app: &App, event: &SocketEvent) -> Result<Option<Frame>, ApiError> {
    let connections = app.store.connections();
    if let Some(owner) = connections.owner(&event.connection).await? {
        connections.forget(owner, &event.connection, app.now()).await?;
    }
    Ok(None)
}
